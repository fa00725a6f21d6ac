"""`digest` and `export`: what leaves the database."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from intake.cli.places import load

if TYPE_CHECKING:
    from intake.config import Config, Programme


@click.command("digest")
@click.option(
    "--since",
    default="last",
    show_default=True,
    help="`last` (the digest before), `all`, or a day YYYY-MM-DD.",
)
@click.option(
    "--format", "form", type=click.Choice(["html", "text", "json"]), default="html", show_default=True
)
@click.option("--output", type=click.Path(path_type=Path), help="Write here instead; `-` is standard output.")
@click.option(
    "--mail", is_flag=True, help="Also mail what is new since the last mail, as [digest.mail] says."
)
@click.pass_context
def digest_command(ctx: click.Context, since: str, form: str, output: Path | None, mail: bool) -> None:
    """Write the digest for recruiters.

    Without --output it goes to the digest directory of the configuration, and what counts as new moves on, but
    only when it has been written.
    """
    from intake.outgoing.digesting import write_digest

    config, programme = load(ctx.obj)
    path = write_digest(config, programme, since, form, output)
    if output is not None and path is not None:
        from intake.outgoing.copies import note_copy

        note_copy(config, output, "digest")
    if path is not None:
        click.echo(f"digest: {path}")
    if mail:
        _mail(ctx, config, programme)


def _mail(ctx: click.Context, config: Config, programme: Programme) -> None:
    from intake.outgoing.delivery import deliver

    delivered = deliver(config, programme)
    if delivered.to:
        click.echo(f"mailed to {', '.join(delivered.to)} {delivered.where}", err=True)
    elif not delivered.refused:
        click.echo("not mailed: nothing is new since the last mail", err=True)
    for address, why in delivered.refused.items():
        click.echo(f"intake: {address} was refused: {why}", err=True)
    if delivered.refused:
        ctx.exit(1)


@click.command("export")
@click.option(
    "--format", "form", type=click.Choice(["csv", "json", "xlsx"]), default="csv", show_default=True
)
@click.option("--output", type=click.Path(path_type=Path), help="Write here instead of standard output.")
@click.pass_context
def export_command(ctx: click.Context, form: str, output: Path | None) -> None:
    """Write all applications as CSV or XLSX (for a spreadsheet) or JSON.

    Cells that a spreadsheet would take for a formula are made text. The file is readable by its owner only.
    Edited as CSV or XLSX, it can be read back: `intake correct --from FILE`.
    """
    from intake.cli.reading import reader
    from intake.corrections.exporting import export, export_xlsx
    from intake.errors import UsageError
    from intake.outgoing.copies import note_copy
    from intake.outgoing.placing import place

    if form == "xlsx" and output is None:
        raise UsageError("an XLSX file needs a place", hint="give --output applications.xlsx")
    opened, programme = reader(ctx)
    with opened as store:
        if output is None:
            sys.stdout.writelines(export(store, programme, form))
            return
        if form == "xlsx":
            place(output, export_xlsx(store, programme))
        else:
            place(output, (text.encode("utf-8", "replace") for text in export(store, programme, form)))
    note_copy(load(ctx.obj)[0], output, "export")
