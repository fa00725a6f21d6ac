"""`intake demo`: the main job, end to end, on example emails."""

from __future__ import annotations

from pathlib import Path

import click

from intake.cli.places import bundled
from intake.cli.progress import shown


@click.command("demo")
@click.option(
    "--folder",
    type=click.Path(path_type=Path),
    default=Path("demo"),
    show_default=True,
    help="Where to write.",
)
@click.option(
    "--emails",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Other .eml files than the examples.",
)
def demo_command(folder: Path, emails: Path | None) -> None:
    """Start a mail server inside this machine, fill it with example emails, poll it, write the digest.

    Nothing leaves the machine. The folder is emptied first, but only if the demonstration made it.
    """
    from intake.config import load_config, load_programme
    from intake.demo import embedded_server, prepare, write_config
    from intake.errors import UsageError
    from intake.outgoing.digesting import write_digest
    from intake.run import open_office, poll

    paths = sorted((emails or example_emails()).glob("*.eml"))
    if not paths:
        raise UsageError("there are no example emails here", hint="name a folder of .eml files with --emails")
    path = prepare(folder, bundled() / "programme.toml")
    programme = load_programme(folder / "programme.toml")
    with embedded_server(paths[:-2], paths[-2:]) as (port, password):
        write_config(path, port, password)
        config = load_config(path)
        with shown() as progress, open_office(config, programme, progress=progress) as office:
            summary = poll(office)
    click.echo(summary.line("poll"))
    digest = write_digest(config, programme, "last", "html", None)
    click.echo(f"""
{len(paths)} example emails were fetched over IMAP, read and recorded.

  digest    {digest}   (open it in a browser)
  database  {config.store.directory / "intake.db"}

Try next:
  intake --config {path} list
  intake --config {path} show 1
  intake --config {path} explain 1 period
  intake --config {path} search anomaly
  intake inspect {paths[0]}
""")


def example_emails() -> Path:
    """The folder of the example emails: beside the program, or in its source tree."""
    inside = bundled() / "emails"
    return inside if inside.is_dir() else bundled().parent / "fixtures" / "emails"
