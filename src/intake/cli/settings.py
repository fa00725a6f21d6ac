"""`intake check-config`: both configuration files, and the programme's own examples."""

from __future__ import annotations

import click

from intake.cli.places import load


@click.command("check-config")
@click.pass_context
def check_config_command(ctx: click.Context) -> None:
    """Check both configuration files, and prove the programme's examples and counter-examples.

    Every fault is named with its key, what was found and what is expected. Touches no mailbox and no database.
    """
    from intake.errors import ConfigError
    from intake.measuring.proof import prove

    config, programme = load(ctx.obj)
    for warning in config.warnings:
        click.echo(f"warning: {warning}", err=True)
    faults, proved = prove(programme)
    if faults:
        raise ConfigError(f"{config.programme}: the examples do not hold", faults=faults)
    tracks = ", ".join(track.name for track in programme.tracks)
    click.echo(f"{programme.organisation.name}: {len(programme.required)} required items; areas: {tracks}")
    click.echo(f"{len(config.mailboxes)} mailbox(es), {proved} examples proved: no fault")
