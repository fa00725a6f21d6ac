"""A Dask cluster does the same work: the same records, the same fence, and a clear word where it is not there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import dask
import pytest
from distributed import LocalCluster

from golden import FOLDER
from intake.config import Limits, load_config
from intake.errors import ClusterError, ConfigError, WorkersError
from intake.model import Record
from intake.record_json import dumps
from intake.workers.cluster import Cluster
from intake.workers.handling import Job, workers
from support.cases import programme
from support.installation import Installation

JOBS = [Job(path.name, path.read_bytes()) for path in sorted(FOLDER.glob("*.eml"))[:12]]


def cluster(daemon: bool) -> LocalCluster:
    with dask.config.set({"distributed.worker.daemon": daemon}):
        return LocalCluster(  # type: ignore[no-untyped-call]
            n_workers=2, threads_per_worker=1, processes=True, dashboard_address=":0"
        )


@pytest.fixture(scope="module")
def scheduler() -> Iterator[str]:
    """Two processes that are workers of a Dask cluster on this machine."""
    with cluster(daemon=False) as started:
        yield started.scheduler_address


def test_a_cluster_gives_the_same_records_in_the_same_order(scheduler: str) -> None:
    with workers(programme(), 1, Limits()) as here:
        own = [(job.name, outcome) for job, outcome in here.run(JOBS)]
    with Cluster(programme(), scheduler, Limits()) as there:
        others = [(job.name, outcome) for job, outcome in there.run(JOBS)]
    assert [name for name, _ in others] == [job.name for job in JOBS]
    assert [dumps(o) if isinstance(o, Record) else o for _, o in others] == [
        dumps(o) if isinstance(o, Record) else o for _, o in own
    ]


def test_what_is_known_is_not_sent_and_comes_in_its_turn(scheduler: str) -> None:
    with workers(programme(), 1, Limits()) as here:
        ((_, record),) = here.run(JOBS[:1])
    assert isinstance(record, Record)
    jobs = [JOBS[1], Job("known", b"no mail at all", known=record), JOBS[2]]
    with Cluster(programme(), scheduler, Limits()) as there:
        outcomes = list(there.run(jobs))
    assert [job.name for job, _ in outcomes] == [job.name for job in jobs]
    assert outcomes[1][1] is record


def test_what_takes_too_much_costs_its_document_there_too(scheduler: str) -> None:
    limits = Limits(attachment_bytes=1000)
    with Cluster(programme(), scheduler, limits) as there:
        ((_, record),) = there.run(JOBS[:1])
    assert isinstance(record, Record)
    assert any("larger than" in (document.problem or "") for document in record.documents)


def test_an_import_runs_on_the_cluster_that_is_configured(scheduler: str, tmp_path: Path) -> None:
    place = Installation(tmp_path)
    text = place.path.read_text(encoding="utf-8")
    place.path.write_text(
        text.replace("[workers]\n", f'[workers]\nengine = "dask"\nscheduler = "{scheduler}"\n'),
        encoding="utf-8",
    )
    done = place.command("import", str(FOLDER / "01-complete.eml"), str(FOLDER / "12-resume-txt.eml"))
    assert (done.returncode, done.stdout) == (0, "import: 2 new messages, 2 applications\n"), done.stderr


@pytest.mark.parametrize("words", ['engine = "dask"', 'scheduler = "tcp://127.0.0.1:8786"'])
def test_engine_and_scheduler_go_together(words: str, tmp_path: Path) -> None:
    place = Installation(tmp_path)
    text = place.path.read_text(encoding="utf-8")
    place.path.write_text(text.replace("[workers]\n", f"[workers]\n{words}\n"), encoding="utf-8")
    with pytest.raises(ConfigError, match="goes with scheduler"):
        load_config(place.path)


def test_a_worker_that_may_not_start_processes_reads_nothing() -> None:
    with (
        cluster(daemon=True) as started,
        Cluster(programme(), started.scheduler_address, Limits()) as there,
        pytest.raises(WorkersError, match="may not start processes"),
    ):
        list(there.run(JOBS[:1]))


def test_a_scheduler_that_does_not_answer_is_tried_again_later(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("intake.workers.cluster.PATIENCE", 1)
    with pytest.raises(ClusterError, match="does not answer") as raised:
        Cluster(programme(), "tcp://127.0.0.1:9", Limits()).__enter__()
    assert raised.value.exit_code == 75
