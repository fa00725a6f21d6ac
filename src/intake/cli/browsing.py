"""`browse`: looking further than the digest, in a browser."""

from __future__ import annotations

import click

from intake.cli.places import load


@click.command("browse")
@click.option("--port", type=click.IntRange(1, 65535), default=8001, show_default=True)
@click.option("--open", "opened", is_flag=True, help="Open it in this machine's browser.")
@click.pass_context
def browse_command(ctx: click.Context, port: int, opened: bool) -> None:
    """Open the database in Datasette, to filter, search and query; read-only, on this machine only.

    Follow the link with the token that is printed; nobody else on the machine is let in. Ctrl-C ends it. Needs the
    extra `browse`.
    """
    from intake.browsing import browse

    config, programme = load(ctx.obj)
    browse(config, programme, port, opened=opened)
