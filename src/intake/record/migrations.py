"""The schema, step by step: each file in sql/ is one migration, applied once and never changed after a release."""

from __future__ import annotations

from sqlite_utils import Database, Migrations

from intake.errors import StoreError

STEPS = ("001_tables", "002_views", "003_search", "004_copies", "005_deliveries", "006_known", "007_kept")
APPLICATION_ID = (
    0x696E_746B  # "intk": tells our database from another program's (SQLite, PRAGMA application_id)
)

schema = Migrations("intake")


def _from_file(name: str) -> None:
    @schema(name=name)
    def step(db: Database) -> None:
        from importlib.resources import files  # a database of today's schema needs it not

        db.executescript((files("intake.record") / "sql" / f"{name}.sql").read_text(encoding="utf-8"))


for _name in STEPS:
    _from_file(_name)


def check(db: Database, where: str) -> bool:
    """Tell whether migrations are pending; reads only.

    Raises StoreError for another program's database and for one that a newer version of this program has written.
    """
    mark = db.execute("PRAGMA application_id").fetchone()[0]
    tables = db.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]
    if mark != APPLICATION_ID and tables:
        raise StoreError(f"{where}: is a database of another program", hint="look at store.directory")
    applied = {step.name for step in schema.applied(db)}
    unknown = sorted(applied.difference(STEPS))
    if unknown:
        raise StoreError(
            f"{where}: was written by a newer version of intake (its schema has {unknown[-1]})",
            hint="upgrade this installation, or restore a backup made before the upgrade; nothing was changed",
        )
    return len(applied) < len(STEPS)


def migrate(db: Database) -> None:
    """Apply what is pending; the caller holds a write transaction, so that two programs do not both do it."""
    if check(db, "the database"):
        db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        schema.apply(db)
