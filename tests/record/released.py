"""Databases as released versions wrote them, in released/: a migration must open each of them.

Run `python tests/record/released.py` once before a release whose schema differs from the last one's; it writes
released/NAME.db.gz, NAME being the last migration. A file that is there is never written again.
"""

from __future__ import annotations

import gzip
import sys
import tempfile
from pathlib import Path

FOLDER = Path(__file__).with_name("released")


def unpack(name: str, folder: Path) -> Path:
    """Put the database of a schema into a folder as the store's database; any key will do beside it."""
    (folder / "intake.db").write_bytes(gzip.decompress((FOLDER / f"{name}.db.gz").read_bytes()))
    (folder / "forgotten.key").write_bytes(bytes(32))
    return folder


def fill(folder: Path) -> None:
    """Make a database with a row in every table; its people are invented."""
    from intake.model import Kind, Place
    from intake.record import Store
    from support.cases import programme
    from support.records import after, findings, keep, person, record, sight

    with Store.open(folder) as store:
        run = store.begin_run("poll", after(0))
        keep(
            store,
            programme(),
            record("first", items=findings("track")),
            record("b", Kind.FOLLOW_UP, thread=("<first@example.edu>",)),
            record("luis", resume="luis.pdf", **person("Luis Ruiz", "luis@example.edu")),
            record("question", Kind.QUESTION, resume="", **person("Bo Lind", "bo@example.com")),
            record("erased", resume="z.pdf", **person("Zora Quill", "zora@example.com")),
        )
        sight(store, "waiting", 50)
        store.fetch_failed(Place("interns", "INBOX", 7, 51), "could not be fetched", gone=False, limit=3)
        store.end_run(run, after(6), {"applications": 3}, ok=True)
        store.correct(1, "period", None, "grace", "by phone", after(7))
        store.draft_intended(2, ["track"], "<draft@example.com>", after(7))
        store.digest_written(after(7), "/digests/one.html", store.last_event())
        store.copy_written("/exports/all.csv", "export", "0" * 64, after(7))
        store.mail_intended("<digest@example.com>", store.last_event(), after(7))
        store.mail_sent("<digest@example.com>")
        store.forget("zora@example.com", after(8))
        store.scour()


def main() -> None:
    """Write the file of today's schema."""
    from intake.record.migrations import STEPS

    target = FOLDER / f"{STEPS[-1]}.db.gz"
    if target.exists():
        sys.exit(f"{target} is there already: a schema that was released does not change")
    with tempfile.TemporaryDirectory() as folder:
        fill(Path(folder))
        FOLDER.mkdir(exist_ok=True)
        target.write_bytes(gzip.compress((Path(folder) / "intake.db").read_bytes(), mtime=0))


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
    main()
