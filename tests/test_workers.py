"""The fence around reading: what a task does to its worker costs at most its own step."""

from __future__ import annotations

import errno
import os
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from intake.config import Limits
from intake.errors import StoppedError
from intake.workers import Failure, Workers
from support.tasks import behave

LIMITS = Limits(seconds=1, memory_bytes=2**29)


@pytest.fixture(scope="module")
def workers() -> Iterator[Workers[str, str]]:
    with Workers(behave, 2, LIMITS) as running:
        yield running


def outcomes(workers: Workers[str, str], *jobs: str) -> list[str | Failure]:
    return [outcome for _, outcome in workers.run(jobs)]


def test_answers_come_in_the_order_of_the_jobs(workers: Workers[str, str]) -> None:
    jobs = [f"echo {number}" for number in range(40)]
    assert list(workers.run(jobs)) == [(job, job.removeprefix("echo ")) for job in jobs]


def test_jobs_are_drawn_as_they_are_needed(workers: Workers[str, str]) -> None:
    drawn = []

    def jobs() -> Iterator[str]:
        for number in range(100):
            drawn.append(number)
            yield f"echo {number}"

    run = workers.run(jobs())
    next(run)
    assert len(drawn) < 30
    assert len(list(run)) == 99


def test_an_exception_is_a_failure_with_its_traceback(workers: Workers[str, str]) -> None:
    bad, good = outcomes(workers, "raise odd bytes", "echo fine")
    assert isinstance(bad, Failure)
    assert "ValueError: odd bytes" in bad.text
    assert good == "fine"


@pytest.mark.parametrize("signal_name", ["SIGKILL", "SIGSEGV", "SIGABRT"])
def test_a_dead_worker_costs_one_step(workers: Workers[str, str], signal_name: str) -> None:
    lost, good = outcomes(workers, f"die {signal_name}", "echo fine")
    assert isinstance(lost, str)
    assert lost.startswith("without the step: ")
    assert good == "fine"


@pytest.mark.parametrize(
    ("deed", "outcome"),
    [
        ("loop", "gave the step up"),
        ("backtrack", "gave the step up"),
        ("swell", "no memory"),
    ],
)
def test_bounds(workers: Workers[str, str], deed: str, outcome: str) -> None:
    assert outcomes(workers, deed, "echo next") == [outcome, "next"]


def test_a_loop_that_nothing_interrupts_costs_its_step(workers: Workers[str, str]) -> None:
    """The kernel ends it for its computing time; on a machine that gives it little of that, the clock does."""
    (lost, good) = outcomes(workers, "loop-in-c", "echo next")
    assert lost in (
        "without the step: used more computing time or memory than it is given",
        f"without the step: took longer than {LIMITS.seconds} seconds to read",
    )
    assert good == "next"


def test_a_worker_that_is_told_to_end_ends_the_run() -> None:
    """Who stops the run stops its workers too; no document is blamed for it."""
    with Workers(behave, 1, LIMITS) as running, pytest.raises(StoppedError, match="SIGTERM"):
        outcomes(running, "die SIGTERM")


def test_a_worker_says_nothing(capfd: pytest.CaptureFixture[str]) -> None:
    with Workers(behave, 1, LIMITS) as running:
        assert outcomes(running, "warn ana@example.edu") == ["said"]
    assert capfd.readouterr().err == ""


def test_a_worker_writes_no_file(workers: Workers[str, str], tmp_path: Path) -> None:
    assert outcomes(workers, f"write {tmp_path / 'file'}") == [f"no file: {errno.EFBIG}"]


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may cut a process's network here")
def test_a_worker_reaches_no_network(workers: Workers[str, str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        address = f"127.0.0.1:{server.getsockname()[1]}"
        socket.create_connection(server.getsockname()).close()
        assert outcomes(workers, f"connect {address}") == [f"no network: {errno.ENETUNREACH}"]


def test_no_process_is_left_behind() -> None:
    with Workers(behave, 2, LIMITS) as running:
        assert outcomes(running, "echo a", "echo b") == ["a", "b"]
        processes = [worker.process for worker in running._workers]
    assert [process.is_alive() for process in processes] == [False, False]
