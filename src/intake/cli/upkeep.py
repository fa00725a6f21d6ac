"""`forget`, `purge`, `backup`, `verify`: what an administrator does now and then."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from intake.cli.places import load

if TYPE_CHECKING:
    from intake.config import Config, Programme
    from intake.privacy.erasure import Removed
    from intake.record.rows import Erased

_YES = click.option("--yes", is_flag=True, help="Do not ask.")
_DRY_RUN = click.option("--dry-run", is_flag=True, help="Say what would go; change nothing.")


@click.command("forget")
@click.argument("address")
@_YES
@_DRY_RUN
@click.pass_context
def forget_command(ctx: click.Context, address: str, yes: bool, dry_run: bool) -> None:
    """Erase the person with this ADDRESS everywhere: raw mail, database, search index, digest, exports.

    A keyed hash stays, so that neither the mailbox nor an import brings them back. What they send later is new
    mail. The mailbox itself and backups are not touched.
    """
    from intake.errors import UsageError
    from intake.privacy import erasure
    from intake.run import open_office

    if "@" not in address.strip("@ "):
        raise UsageError(f"{address!r} is no address", hint="`intake list` and `intake show` show addresses")
    config, programme = load(ctx.obj)
    with open_office(config, programme) as office:
        found = erasure.told(office.store, office.archive, address)
        _say(found, "would go" if dry_run else "go")
        if dry_run or not _sure(found, yes, always=True):
            return
        erased, removed = erasure.forget(
            office.store, office.archive, config.digest.directory, address, office.clock()
        )
    _finish(config, programme, erased, removed)


@click.command("purge")
@click.option(
    "--older-than",
    "months",
    type=click.IntRange(min=1),
    help="Months since an application's last mail. Default: retention.months of the programme.",
)
@_YES
@_DRY_RUN
@click.pass_context
def purge_command(ctx: click.Context, months: int | None, yes: bool, dry_run: bool) -> None:
    """Erase applications, and other mail, whose time is over.

    An application's time counts from its last mail. Hashes of the messages stay, so that they do not come back;
    their senders may apply anew.
    """
    from intake.privacy import erasure
    from intake.privacy.retention import months_before
    from intake.run import open_office

    config, programme = load(ctx.obj)
    with open_office(config, programme) as office:
        now = office.clock()
        before = months_before(now, months or programme.retention.months)
        click.echo(f"what came last before {before:%Y-%m-%d}:")
        found = office.store.expired(before)
        _say(found, "would go" if dry_run else "go")
        if dry_run or not _sure(found, yes):
            return
        erased, removed = erasure.purge(office.store, office.archive, config.digest.directory, before, now)
    _finish(config, programme, erased, removed)


@click.command("backup")
@click.argument("path", type=click.Path(path_type=Path, file_okay=False))
@click.pass_context
def backup_command(ctx: click.Context, path: Path) -> None:
    """Write database and archive to the folder PATH, or bring the backup there up to date; polls may go on.

    To restore it, copy its content to an empty store.directory and run `intake verify`.
    """
    from intake.upkeep.backup import backup

    config, _ = load(ctx.obj)
    made = backup(config, path)
    went = f", {made.removed} erased since the last one" if made.removed else ""
    click.echo(f"backup: {made.messages} messages, {made.copied} of them new{went}: {path}")
    for sha256 in made.lost:
        click.echo(f"intake: message {sha256} is not in the archive as it came: `intake verify`", err=True)
    ctx.exit(1 if made.lost else 0)


@click.command("verify")
@click.option(
    "--mend", is_flag=True, help="Set right what can be set right, mail fetched again where it was lost."
)
@click.pass_context
def verify_command(ctx: click.Context, mend: bool) -> None:
    """Check archive, database and ledger against each other; every file of the archive is read.

    Ends with 1 where something does not agree and is not mended.
    """
    from intake.run import open_office
    from intake.upkeep.verify import verify

    config, programme = load(ctx.obj)
    left = count = 0
    with open_office(config, programme) as office:
        for fault in verify(office, mend=mend):
            count += 1
            left += not fault.mended
            click.echo(f"{fault.what}: {fault.where}{' (mended)' if fault.mended else ''}")
        ledger = office.store.ledger()
    click.echo(
        f"verify: {ledger.sightings} sightings, unexplained {ledger.unexplained}; {count} faults, {left} left"
    )
    ctx.exit(1 if left else 0)


def _sure(found: Erased, yes: bool, *, always: bool = False) -> bool:
    """Ask, unless told not to; where there is nothing to erase, only an address is worth noting."""
    if not found.messages and not always:
        return False
    return yes or click.confirm("Erase this for good?", err=True, abort=True)


def _say(found: Erased, verb: str) -> None:
    for line in _lines(found, verb):
        click.echo(line)


def _lines(found: Erased, verb: str) -> Iterator[str]:
    numbers = ", ".join(f"#{number}" for number in found.applications)
    yield f"  applications that {verb}: {numbers or 'none'}"
    yield f"  messages that {verb}: {len(found.messages)}"
    for path in dict.fromkeys(str(Path(path).parent) for path in found.digests):
        yield f"  digest that {verb}, or is written anew: {path}"
    for copy in found.copies:
        yield f"  {copy.what} that {verb}: {copy.path}"
    for sha256 in found.mentions:
        yield f"  the address also stands in a mail of somebody else: {sha256[:12]}"


def _finish(config: Config, programme: Programme, erased: Erased, removed: Removed) -> None:
    """Write the digest anew where it was removed, and say what is done and what is left to a person."""
    from intake.outgoing.digesting import write_digest
    from intake.record import Store

    if str(config.digest.directory) in removed.pages:
        with Store.open(config.store.directory) as store:
            store.digest_withdrawn()
        write_digest(config, programme, "last", "html", None)
        click.echo(f"digest written anew: {config.digest.directory}")
    click.echo(f"erased: {len(erased.applications)} applications, {len(erased.messages)} messages")
    for path in removed.left:
        click.echo(f"intake: {path} was changed since intake wrote it: look at it yourself", err=True)
    if erased.messages:
        click.echo("Backups made before now still hold it: renew them with `intake backup`.")
