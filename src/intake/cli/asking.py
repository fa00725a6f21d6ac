"""`drafts`: asking applicants for what is missing."""

from __future__ import annotations

import click

from intake.cli.places import load


@click.command("drafts")
@click.option("--dry-run", is_flag=True, help="Show the drafts in full; touch no mailbox and write nothing.")
@click.pass_context
def drafts_command(ctx: click.Context, dry_run: bool) -> None:
    """Put a draft that asks for what is missing into the mailbox, one for each incomplete application.

    It stands in the folder for drafts as a reply to the applicant's mail, for you to read, change and send:
    intake sends nothing. Nobody is asked twice for the same, nor for what is only unsure. This is the one command
    that writes to a mailbox; it adds drafts and changes nothing else.
    """
    from intake.digest.render import printable
    from intake.outgoing.drafting import place, preview
    from intake.run import open_office

    config, programme = load(ctx.obj)
    if dry_run:
        outcome = preview(config, programme)
    else:
        with open_office(config, programme) as office:
            outcome = place(office)
    for told in outcome.lines:
        click.echo("\n".join(printable(line) for line in told.split("\n")))
    counted = ", ".join(f"{count} {name}" for name, count in outcome.counts.items())
    click.echo(f"drafts: {counted or 'nobody needs to be asked'}")
    for fault in outcome.faults:
        click.echo(f"intake: {fault}", err=True)
    ctx.exit(outcome.exit_code)
