"""Databases of every released schema open, say what they said, and can be worked on."""

from __future__ import annotations

import gzip
import importlib.util
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from intake.errors import StoreError
from intake.record import Store, migrations
from intake.record.rows import Ledger
from support.cases import programme
from support.records import FALL, after, findings, record


def load(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


released = load(Path(__file__).with_name("released.py"))
NAMES = sorted(path.name.removesuffix(".db.gz") for path in released.FOLDER.glob("*.db.gz"))
unpack: Callable[[str, Path], Path] = released.unpack


def schema(store: Store) -> list[tuple[object, ...]]:
    rows = store._rows("SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name")
    return [tuple(row) for row in rows]


def test_todays_schema_is_among_the_released() -> None:
    assert migrations.STEPS[-1] in NAMES, "run tests/record/released.py"


@pytest.mark.parametrize("name", NAMES)
def test_a_released_database_opens_and_says_what_it_said(name: str, tmp_path: Path) -> None:
    (tmp_path / "new").mkdir()
    with Store.open(unpack(name, tmp_path)) as store, Store.open(tmp_path / "new") as new:
        assert schema(store) == schema(new)
        assert store.ledger() == Ledger(
            sightings=7, applications=2, follow_ups=1, questions=1, new=1, fetch_waiting=1, forgotten=1
        )
        rows = list(store.applications())
        assert [(row.applicant.name, row.status, row.mails) for row in rows] == [
            ("Ana Ruiz", "complete", 2),
            ("Luis Ruiz", "complete", 1),
        ]
        assert rows[0].items["period"].correction is not None
        assert len(store.search("cortical")) == 4
        assert [draft.items for draft in store.drafts()] == [("track",)]


@pytest.mark.parametrize("name", NAMES)
def test_a_released_database_can_be_worked_on(name: str, tmp_path: Path) -> None:
    with Store.open(unpack(name, tmp_path)) as store:
        saved = store.save(
            record("first", items=findings("track", period=FALL)), received=after(0), programme=programme()
        )
        assert saved.application_id == 1
        store.correct(2, "track", ["algorithms"], "grace", "", after(9))
        assert store.undo(1, "period", "grace", after(9)) is not None
        assert [fault for fault in store.verify() if not fault.mended] == []


def test_a_reader_does_not_migrate(tmp_path: Path) -> None:
    with Store.open(tmp_path) as store:
        store._db.execute("DELETE FROM _sqlite_migrations WHERE name = ?", [migrations.STEPS[-1]])
    with pytest.raises(StoreError, match="older version of intake"):
        Store.open(tmp_path, readonly=True)


def test_released_files_are_whole() -> None:
    for name in NAMES:
        assert gzip.decompress((released.FOLDER / f"{name}.db.gz").read_bytes()).startswith(
            b"SQLite format 3\0"
        )
