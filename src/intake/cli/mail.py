"""`poll`, `import` and `reprocess`: what takes mail in."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from intake.cli.places import load
from intake.cli.progress import shown

if TYPE_CHECKING:
    from intake.config import Config
    from intake.run import Summary


def report(ctx: click.Context, what: str, summary: Summary) -> None:
    """Print the summary line, say each fault, and end with the run's exit code."""
    from intake import logs

    click.echo(summary.line(what))
    for fault in summary.faults:
        logs.tell(fault)
    logs.outcome(what, summary.counts, summary.exit_code)
    ctx.exit(summary.exit_code)


@click.command("poll")
@click.option("--limit", type=click.IntRange(min=1), help="Fetch at most this many messages.")
@click.option("--dry-run", is_flag=True, help="Fetch and show what would come of it; write nothing.")
@click.option(
    "--metrics",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write Prometheus metrics to this file (NAME.prom). Default: watch.metrics_file.",
)
@click.pass_context
def poll_command(ctx: click.Context, limit: int | None, dry_run: bool, metrics: Path | None) -> None:
    """Fetch new mail from every mailbox, understand it and record it.

    For cron. Mailboxes are opened read-only; nothing in them changes. Running it twice changes nothing. Where
    another run is at work, it ends with exit code 75 and does nothing.
    """
    from intake.logs import warn
    from intake.run import open_office, poll

    config, programme = load(ctx.obj)
    for warning in config.warnings:
        warn(warning)
    with shown() as progress:
        if dry_run:
            from intake.preview import preview

            for line in preview(config, programme, limit):
                click.echo(line)
            return
        with open_office(config, programme, progress=progress) as office:
            summary = poll(office, limit=limit)
    _tell_monitors(config, metrics, summary)
    report(ctx, "poll", summary)


def _tell_monitors(config: Config, file: Path | None, summary: Summary) -> None:
    """Write metrics and heartbeat, where they are asked for; what hinders that is a fault of the run."""
    from intake.errors import IntakeError

    path, heart = file or config.watch.metrics_file, config.watch.heartbeat_file
    try:
        if path:
            from intake.run import now
            from intake.upkeep.metrics import write
            from intake.upkeep.status import observe

            write(path, observe(config, now()), config)
        if heart and not summary.faults:
            from intake.upkeep.metrics import beat

            beat(heart)
    except IntakeError as error:
        summary.faults.append(error)


@click.command("import")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.pass_context
def import_command(ctx: click.Context, paths: tuple[Path, ...]) -> None:
    """Take in local mail: .eml files, mbox files (a Takeout's too), Maildirs, folders of .eml files.

    Importing the same mail twice changes nothing.
    """
    from intake.run import import_files, open_office

    config, programme = load(ctx.obj)
    with shown() as progress, open_office(config, programme, progress=progress) as office:
        summary = import_files(office, paths)
    report(ctx, "import", summary)


@click.command("reprocess")
@click.argument("ids", nargs=-1, type=click.IntRange(min=1))
@click.option("--all", "everything", is_flag=True, help="Every message.")
@click.option("--since", type=click.DateTime(["%Y-%m-%d"]), help="Messages received from this day on (UTC).")
@click.option("--until", type=click.DateTime(["%Y-%m-%d"]), help="Messages received before this day (UTC).")
@click.option("--stale", is_flag=True, help="Only what an older version or another programme file produced.")
@click.option("--dry-run", is_flag=True, help="Show what would change, item by item; write nothing.")
@click.pass_context
def reprocess_command(
    ctx: click.Context,
    ids: tuple[int, ...],
    everything: bool,
    since: datetime | None,
    until: datetime | None,
    stale: bool,
    dry_run: bool,
) -> None:
    """Understand recorded mail again, with today's rules: all of it, by application IDS, by date, or what is stale.

    Reads the archive, not the mailbox. Corrections stay as they are. With --stale it says first what is newer than the
    records, asks only those rules, and says how many values were gained, lost and changed.
    """
    from intake.errors import UsageError
    from intake.reprocessing import Tally, causes, choose, differences
    from intake.run import open_office, reprocess

    if not (ids or everything or since or until or stale):
        raise UsageError(
            "say what to reprocess", hint="name applications, or give --all, --since, --until or --stale"
        )
    config, programme = load(ctx.obj)
    with shown() as progress, open_office(config, programme, progress=progress) as office:
        chosen = choose(office, ids, since, until, stale=stale)
        if stale and chosen:
            for line in causes(office):
                click.echo(line)
        if dry_run:
            for line in differences(office, chosen, stale=stale):
                click.echo(line)
            return
        tally = Tally()
        summary = reprocess(office, chosen, tally.add, stale=stale)
        if stale and chosen:
            click.echo(tally.line(len(chosen)))
    report(ctx, "reprocess", summary)
