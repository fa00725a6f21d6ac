"""`init`, `login`, `doctor`, `status`, `completion`: what an administrator needs before and beside the runs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from intake.cli.places import bundled, load

if TYPE_CHECKING:
    from intake.config import Mailbox

_WAYS = ("command", "file", "env", "google", "microsoft")
_ASKED = {
    "command": "The command that prints the password, as in `pass show interns@example.com`",
    "file": "The file that holds the password, readable by its owner only",
    "env": "The environment variable that holds the password",
    "google": "The id of the OAuth client (docs/servers.md says how to get one)",
    "microsoft": "The id of the OAuth client (docs/servers.md says how to get one)",
}


@click.command("init")
@click.option(
    "--folder",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("config"),
    show_default=True,
    help="Where the two files go.",
)
@click.option("--user", help="The mailbox's user, mostly its address.")
@click.option("--host", help="The IMAP server.")
@click.option("--port", type=click.IntRange(1, 65535), help="Default: 993, with starttls 143.")
@click.option("--security", type=click.Choice(["tls", "starttls"]), default="tls", show_default=True)
@click.option("--login", "way", type=click.Choice(_WAYS), help="Where the password comes from, or OAuth.")
@click.option("--secret", help="The command, file or variable that --login needs, or the OAuth client's id.")
@click.option("--read", "folders", multiple=True, help="A folder to read; more than once for more.")
@click.option("--store", help="Where mail and database are kept, as seen from --folder.")
@click.option("--organisation", help="Who offers the internships.")
@click.option("--address", "addresses", multiple=True, help="The address applicants write to.")
@click.option("--time-zone", help="Of the organisation, as America/Los_Angeles.")
def init_command(
    folder: Path,
    user: str | None,
    host: str | None,
    port: int | None,
    security: str,
    way: str | None,
    secret: str | None,
    folders: tuple[str, ...],
    store: str | None,
    organisation: str | None,
    addresses: tuple[str, ...],
    time_zone: str | None,
) -> None:
    """Write intake.toml and programme.toml, with comments, readable by their owner only.

    Asks for what no option says. Files that are there are not overwritten. The password itself is never asked
    for: intake.toml says where it comes from.
    """
    from intake.upkeep import setup

    setup.refuse(folder)
    user = user or click.prompt("The mailbox's user, mostly its address")
    way = way or click.prompt("The password comes from", type=click.Choice(_WAYS), default="command")
    host = host or click.prompt("The IMAP server", default=setup.HOSTS.get(way))
    secret = secret or click.prompt(_ASKED[way])
    read = folders or _listed(click.prompt("Folders to read, with commas between", default="INBOX"))
    store = store or click.prompt("Where mail and database are kept", default=_usual_store(folder))
    organisation = organisation or click.prompt("Who offers the internships")
    own = user if "@" in user else None
    wanted = addresses or _listed(click.prompt("The addresses applicants write to", default=own))
    time_zone = time_zone or click.prompt("Its time zone, as America/Los_Angeles", default="UTC")
    answers = setup.Answers(
        host, user, way, secret, read, store, organisation, wanted, time_zone, security, port
    )
    setup.write(folder, setup.texts(answers, bundled()))
    click.echo(f"written: {folder / 'intake.toml'}, {folder / 'programme.toml'}")
    _say_next(folder, way in setup.HOSTS)


def _usual_store(folder: Path) -> str:
    return "/var/lib/intake" if Path("/etc") in folder.resolve().parents else "../var"


def _listed(said: str) -> tuple[str, ...]:
    return tuple(one.strip() for one in said.split(",") if one.strip())


def _say_next(folder: Path, is_oauth: bool) -> None:
    named = f"intake --config {folder / 'intake.toml'}"
    click.echo(
        f"Next: what you ask of applicants, their areas and your page's text: {folder / 'programme.toml'}"
    )
    for word in ("check-config", *(["login interns"] if is_oauth else []), "doctor", "poll --dry-run"):
        click.echo(f"  {named} {word}")


@click.command("login")
@click.argument("name", metavar="MAILBOX")
@click.pass_context
def login_command(ctx: click.Context, name: str) -> None:
    """Let intake into a MAILBOX by OAuth 2 (Google, Microsoft): grants access once, in a browser.

    Shows an address and mostly a code. What the provider gives is kept in the mailbox's token_file, readable by
    its owner only.
    """
    from intake.errors import ConfigError

    config, _ = load(ctx.obj)
    mailbox = _named(config.mailboxes, name)
    if mailbox.oauth is None:
        raise ConfigError(
            f"mailbox {name}: is entered with a password and needs no login",
            hint='for OAuth: auth = "xoauth2" and a table [mailboxes.oauth]',
        )
    try:
        from intake.mailbox.consent import log_in
    except ImportError as error:
        raise ConfigError(
            f"mailbox {name}: OAuth needs the package {error.name}", hint="pip install 'intake[oauth]'"
        ) from None
    log_in(mailbox, click.echo, click.prompt)


def _named(mailboxes: tuple[Mailbox, ...], name: str) -> Mailbox:
    from intake.errors import UsageError

    for mailbox in mailboxes:
        if mailbox.name == name:
            return mailbox
    names = ", ".join(mailbox.name for mailbox in mailboxes) or "none"
    raise UsageError(f"there is no mailbox {name!r}", hint=f"mailboxes: {names}")


@click.command("doctor")
@click.pass_context
def doctor_command(ctx: click.Context) -> None:
    """Look whether runs will work here, and what they will cost; say what to do about each finding.

    Checks both files, the store, optional programs, and each mailbox: login, folders, clock, how much mail waits,
    and what the newest 20 mails of each folder would become. Writes nothing and changes nothing. Ends with 0, or
    with the exit code of the run that the first fault would hinder.
    """
    from intake.digest.render import printable
    from intake.run import now
    from intake.upkeep.doctor import examine

    config, programme = load(ctx.obj)
    code = faults = looks = 0
    for found in examine(config, programme, now()):
        click.echo("\n".join(printable(line) for line in str(found).split("\n")))
        code = code or found.code
        faults += bool(found.code)
        looks += bool(found.advice) and not found.code
    click.echo(f"doctor: {faults} faults, {looks} to look at")
    ctx.exit(code)


@click.command("status")
@click.pass_context
def status_command(ctx: click.Context) -> None:
    """Say in five lines whether all is well: last good poll, waiting mail, oldest mail, ledger, disk.

    Reads the database only. Ends with 0 where all is well and with 1 where a line begins with NOT; how long no
    poll may have been good, and how full the disk may be, stand in the table [watch] of intake.toml.
    """
    from intake.run import now
    from intake.upkeep.status import lines, observe

    config, _ = load(ctx.obj)
    found = lines(observe(config, now()), config)
    for line in found:
        click.echo(str(line))
    ctx.exit(0 if all(line.is_well for line in found) else 1)


@click.command("completion")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def completion_command(shell: str) -> None:
    """Print the lines that let a SHELL complete commands and options.

    For bash: intake completion bash > ~/.local/share/bash-completion/completions/intake
    """
    from click.shell_completion import get_completion_class

    from intake.cli import main

    complete = get_completion_class(shell)
    assert complete is not None  # noqa: S101 - click has these three
    click.echo(complete(main, {}, "intake", "_INTAKE_COMPLETE").source())
