"""The fence around reading: what a task does to its worker costs at most its own step."""

from __future__ import annotations

import ctypes
import errno
import os
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from intake.config import Limits
from intake.errors import StoppedError
from intake.workers import confinement
from intake.workers.confinement import bare_environment
from intake.workers.pool import Failure, Workers
from support.tasks import behave, give

LIMITS = Limits(seconds=1, memory_bytes=2**29)
LANDLOCK = ctypes.CDLL(None).syscall(444, None, 0, 1) > 0


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


def test_what_is_known_needs_no_worker_and_comes_in_its_turn() -> None:
    known = {"echo 1": "one", "echo 3": "three"}
    with Workers(behave, 1, LIMITS, known=known.get) as running:
        assert list(running.run(["echo 1", "echo 3"])) == [("echo 1", "one"), ("echo 3", "three")]
        assert running._workers == []
        jobs = [f"echo {number}" for number in range(5)]
        assert outcomes(running, *jobs) == ["0", "one", "2", "three", "4"]
        drawn: list[int] = []
        answers = running.run(drawn.append(n) or "echo 1" for n in range(1000))  # type: ignore[func-returns-value]
        assert next(answers) == ("echo 1", "one")
        assert len(drawn) < 20


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
    (outcome,) = outcomes(workers, f"write {tmp_path / 'file'}")
    assert outcome in (f"no file: {errno.EACCES}", f"no file: {errno.EFBIG}")


@pytest.mark.skipif(not LANDLOCK, reason="this kernel has no Landlock")
def test_a_worker_reads_and_removes_no_file_but_the_programs_own(
    workers: Workers[str, str], tmp_path: Path
) -> None:
    secret = tmp_path / "password"
    secret.write_text("correct horse")
    own = Path(confinement.__file__)
    deeds = (f"read {secret}", f"remove {secret}", f"read /proc/{os.getppid()}/environ", f"read {own}")
    denied = [f"not read: {errno.EACCES}", f"not removed: {errno.EACCES}", f"not read: {errno.EACCES}"]
    assert outcomes(workers, *deeds) == [*denied, own.read_text()]
    assert secret.exists()


def test_a_worker_starts_no_program(workers: Workers[str, str]) -> None:
    (outcome,) = outcomes(workers, "start /bin/true")
    assert outcome in (f"not started: {errno.EACCES}", f"not started: {errno.EAGAIN}")


def test_a_worker_has_few_open_files(workers: Workers[str, str]) -> None:
    assert outcomes(workers, "open-many") == [f"{errno.EMFILE} after True"]


def test_a_worker_inherits_no_secret_and_no_file(tmp_path: Path) -> None:
    """In a program of its own, as the server that forks workers is started once in each."""
    kept = tmp_path / "database"
    kept.write_text("applicants")
    program = (
        "import os, sys\n"
        "from intake.config import Limits\n"
        "from intake.workers.pool import Workers\n"
        "from support.tasks import behave\n"
        "if __name__ == '__main__':\n"
        f"    held = os.open({str(kept)!r}, os.O_RDWR)\n"
        "    os.set_inheritable(held, True)\n"
        "    with Workers(behave, 1, Limits()) as workers:\n"
        "        jobs = ['environment INTAKE_PASSWORD', 'files', 'environment LC_ALL']\n"
        "        print([outcome for _, outcome in workers.run(jobs)])\n"
        "    print(os.environ['INTAKE_PASSWORD'])\n"
    )
    script = tmp_path / "program.py"
    script.write_text(program)
    variables = {**os.environ, "INTAKE_PASSWORD": "correct horse", "LC_ALL": "C.UTF-8"}
    variables["PYTHONPATH"] = str(Path(__file__).parents[1])
    ran = subprocess.run(
        [sys.executable, str(script)], check=False, env=variables, capture_output=True, text=True
    )
    assert (ran.stdout, ran.stderr) == ("['not there', '', 'C.UTF-8']\ncorrect horse\n", "")


def test_workers_that_cannot_start_end_the_run_and_blame_no_job(tmp_path: Path) -> None:
    """In a program whose main module is not there when a worker wants to import it again."""
    program = (
        "import sys\n"
        "from pathlib import Path\n"
        "from intake.config import Limits\n"
        "from intake.errors import WorkersError\n"
        "from intake.workers.pool import Workers\n"
        "from support.tasks import behave\n"
        "if __name__ == '__main__':\n"
        "    Path(__file__).write_text('import nowhere_at_all')\n"
        "    with Workers(behave, 1, Limits()) as workers:\n"
        "        try:\n"
        "            print(list(workers.run(['echo a', 'echo b'])))\n"
        "        except WorkersError as error:\n"
        "            print(error.exit_code, error)\n"
    )
    script = tmp_path / "program.py"
    script.write_text(program)
    variables = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])}
    ran = subprocess.run(
        [sys.executable, str(script)], check=False, env=variables, capture_output=True, text=True, timeout=60
    )
    assert ran.stdout.startswith("70 workers cannot be started: 3 in a row"), ran.stdout + ran.stderr


def test_a_worker_that_keeps_memory_is_replaced() -> None:
    with Workers(behave, 1, LIMITS) as running:
        slim, slim_again, _, other = outcomes(
            running, "process", "hold 1000000", f"hold {LIMITS.memory_bytes * 6 // 10}", "process"
        )
    assert slim == slim_again != other


def test_answers_are_values_of_bounded_size() -> None:
    """What a worker says is not believed: nothing that could be called is taken from it, and not without end."""
    limits = Limits(seconds=1, text_characters=1)
    with Workers(give, 1, limits) as running:
        evil, much, good = (outcome for _, outcome in running.run(["evil", "much", "good"]))
    assert isinstance(evil, Failure)
    assert "gave no answer that is taken (UnpicklingError)" in evil.text
    assert isinstance(much, Failure)
    assert "more than are taken" in much.text
    assert good == "good"


@pytest.mark.parametrize("deed", ["loop", "die"])
def test_a_stage_that_is_needed_fails_the_job_by_its_name(deed: str) -> None:
    with Workers(give, 1, LIMITS) as running:
        bad, good = (outcome for _, outcome in running.run([deed, "good"]))
    assert isinstance(bad, Failure)
    assert bad.stage == "fields"
    assert good == "good"


def test_a_worker_reaches_no_network(workers: Workers[str, str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        address = f"127.0.0.1:{server.getsockname()[1]}"
        socket.create_connection(server.getsockname()).close()
        assert outcomes(workers, f"connect {address}") == [f"no network: {errno.EACCES}"]


def test_no_process_is_left_behind() -> None:
    with Workers(behave, 2, LIMITS) as running:
        assert outcomes(running, "echo a", "echo b") == ["a", "b"]
        processes = [worker.process for worker in running._workers]
    assert [process.is_alive() for process in processes] == [False, False]


def test_threads_that_start_workers_together_leave_the_environment_as_it_was(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("INTAKE_TEST_SECRET", "x")
    seen: list[str | None] = []

    def start() -> None:
        for _ in range(200):
            with bare_environment():
                seen.append(os.environ.get("INTAKE_TEST_SECRET"))
                time.sleep(0)

    threads = [threading.Thread(target=start) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert set(seen) == {None}
    assert os.environ["INTAKE_TEST_SECRET"] == "x"
