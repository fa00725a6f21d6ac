"""`intake eval`: how well a company's own labelled mail is understood."""

from __future__ import annotations

from pathlib import Path

import click

from intake.cli.places import load_programme_only


@click.command("eval")
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option(
    "--programme",
    "programme_path",
    type=click.Path(path_type=Path),
    help="The programme.toml to hold it against.",
)
@click.option("--save", "saved", type=click.Path(path_type=Path), help="Keep the result in this file.")
@click.option(
    "--against", type=click.Path(path_type=Path), help="Show gains and losses since a saved result."
)
@click.pass_context
def eval_command(
    ctx: click.Context, folder: Path, programme_path: Path | None, saved: Path | None, against: Path | None
) -> None:
    """Measure how well the labelled mail of a FOLDER (NAME.eml with NAME.expected.json) is understood.

    Prints for each item how often it was right, unsure and wrong, with precision and recall. A label holds only
    what its writer is sure of. Exit code 1 where --against shows a loss.
    """
    from intake.measuring.evaluation import differences, evaluate, load, report, save

    before = load(against) if against else None
    done = evaluate(folder, load_programme_only(ctx.obj, programme_path))
    for line in report(done):
        click.echo(line)
    if saved:
        save(done, saved)
    lost = False
    for line in differences(before, done) if before else ():
        click.echo(line)
        lost = lost or line.startswith("LOSS")
    ctx.exit(1 if lost else 0)
