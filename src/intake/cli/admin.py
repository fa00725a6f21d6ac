"""`status`, `doctor`, `init`, `login`: what an administrator needs before and beside the runs."""

from __future__ import annotations

import click

from intake.cli.places import load


@click.command("status")
@click.pass_context
def status_command(ctx: click.Context) -> None:
    """Say in five lines whether all is well: last good poll, waiting mail, oldest mail, ledger, disk.

    Reads the database only. Ends with 0 where all is well and with 1 where a line begins with NOT; how long no
    poll may have been good, and how full the disk may be, stand in the table [watch] of intake.toml.
    """
    from intake.run import now
    from intake.status import lines, observe

    config, _ = load(ctx.obj)
    found = lines(observe(config, now()), config)
    for line in found:
        click.echo(str(line))
    ctx.exit(0 if all(line.is_well for line in found) else 1)
