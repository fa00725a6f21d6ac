"""`correct`: a person's word on what the program found."""

from __future__ import annotations

import getpass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from intake.cli.places import load

if TYPE_CHECKING:
    from intake.config import Programme
    from intake.record.store import Store


@click.command("correct")
@click.argument("application", required=False)
@click.argument("said", nargs=-1, metavar="[ITEM=VALUE]...")
@click.option("--note", default="", help="Why; shown beside the value.")
@click.option("--by", help="Who says so. Default: the name you are logged in with.")
@click.option("--undo", is_flag=True, help="Take back the latest correction of each ITEM.")
@click.option(
    "--from",
    "file",
    type=click.Path(path_type=Path),
    help="Take the edited cells of a spreadsheet that `export` wrote (XLSX or CSV); shows them first.",
)
@click.option("--yes", is_flag=True, help="With --from: write the corrections.")
@click.pass_context
def correct_command(
    ctx: click.Context,
    application: str | None,
    said: tuple[str, ...],
    note: str,
    by: str | None,
    undo: bool,
    file: Path | None,
    yes: bool,
) -> None:
    """Set right what was found in an APPLICATION (number, address or message hash).

    ITEM is cover_letter, resume, coursework, period, track, name, email or phone. VALUE is `missing`, `unsure`, or
    what is right: `period="summer 2017"` or `period=2017-06..2017-08`, `track=algorithms` (an id or name),
    `coursework="Logic; Linear Algebra"`, `resume=present`.

    Corrections are kept apart from what the program finds, with who and when, and stay whatever it finds later.
    """
    from intake.errors import UsageError

    if (file is None) == (application is None) or (file and (said or undo)) or not (file or said):
        raise UsageError(
            "say what to correct",
            hint="intake correct 12 period='summer 2017', or: intake correct --from applications.xlsx",
        )
    who = by or _login()
    opened, programme = _writer(ctx)
    with opened as store:
        if file is not None:
            _from_file(ctx, store, programme, file, note, who, yes=yes)
        elif undo:
            _undo(store, programme, application or "", said, who)
        else:
            _said(store, programme, application or "", said, note, who)


def _login() -> str:
    from intake.errors import UsageError

    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError) as error:
        raise UsageError("who says so?", hint="give --by NAME") from error


def _writer(ctx: click.Context) -> tuple[Store, Programme]:
    """The database, opened for writing; one that is not there yet is not made."""
    from intake.record import Store

    config, programme = load(ctx.obj)
    Store.open(config.store.directory, readonly=True).close()
    return Store.open(config.store.directory), programme


def _row_number(store: Store, named: str) -> int:
    from intake.errors import UsageError

    number = store.application_of(named)
    if number is None:
        raise UsageError(f"there is no application {named!r}", hint="`intake list` shows those there are")
    return number


def _said(
    store: Store, programme: Programme, application: str, said: tuple[str, ...], note: str, by: str
) -> None:
    from intake.corrections.correcting import changes, write
    from intake.digest.render import printable
    from intake.errors import UsageError
    from intake.run import now

    pairs: dict[str, str] = {}
    for one in said:
        item, equals, value = one.partition("=")
        if not equals or item in pairs:
            raise UsageError(f"{one!r} is no ITEM=VALUE", hint="as in: intake correct 12 track=algorithms")
        pairs[item.strip().lower()] = value
    number = _row_number(store, application)
    (row,) = store.applications(ids=[number], active=None)
    wanted = changes(row, pairs, programme, note)
    write(store, wanted, by, now())
    for change in wanted:
        click.echo(printable(change.line))


def _undo(store: Store, programme: Programme, application: str, items: tuple[str, ...], by: str) -> None:
    from intake.corrections.correcting import current, undo
    from intake.digest.render import printable
    from intake.run import now

    number = _row_number(store, application)
    named = [item.partition("=")[0].strip().lower() for item in items]
    undo(store, number, named, by, now())
    (row,) = store.applications(ids=[number], active=None)
    for item in named:
        click.echo(
            printable(f"#{number} {row.applicant.name}: {item}: again {current(row, item, programme)}")
        )


def _from_file(
    ctx: click.Context, store: Store, programme: Programme, file: Path, note: str, by: str, *, yes: bool
) -> None:
    from intake.corrections.correcting import write
    from intake.corrections.roundtrip import edits
    from intake.digest.render import printable
    from intake.run import now
    from intake.wording import count

    found = edits(file, store, programme, note)
    for change in found.changes:
        click.echo(printable(change.line))
    for fault in found.faults:
        click.echo(printable(f"not understood: {fault}"), err=True)
    if found.faults:
        click.echo("nothing was written: mend the file and try again", err=True)
        ctx.exit(1)
    people = len({change.application for change in found.changes})
    told = f"{count(len(found.changes), 'correction')} to {count(people, 'application')}"
    if not found.changes:
        click.echo("nothing was edited in it")
    elif yes:
        write(store, found.changes, by, now())
        click.echo(f"{told} written")
    else:
        click.echo(f"{told}: nothing is written yet; the same command with --yes writes what is shown")
