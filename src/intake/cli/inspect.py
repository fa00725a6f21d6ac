"""`intake inspect`: what would become of some emails, without a mailbox or a database."""

from __future__ import annotations

from pathlib import Path

import click

from intake.cli.places import load_programme_only


@click.command("inspect")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--jsonl", is_flag=True, help="One record a line.")
@click.option(
    "--programme",
    "programme_path",
    type=click.Path(path_type=Path),
    help="The programme.toml to hold them against.",
)
@click.pass_context
def inspect_command(
    ctx: click.Context, files: tuple[Path, ...], jsonl: bool, programme_path: Path | None
) -> None:
    """Read .eml FILES as `poll` would and print a JSON record of each (docs/record.md).

    Writes nothing. A file that is no email is named on standard error, and the exit code is 1.
    """
    from intake.measuring.inspection import inspect
    from intake.record_json import dumps

    programme = load_programme_only(ctx.obj, programme_path)
    failed = False
    for path, outcome in inspect(files, programme):
        if isinstance(outcome, str):
            failed = True
            click.echo(f"intake: {path}: {outcome}", err=True)
        else:
            click.echo(dumps(outcome, str(path), indent=None if jsonl else 2))
    ctx.exit(1 if failed else 0)
