"""`list`, `show`, `explain`, `search`: what was found, on the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from intake.cli.places import load

if TYPE_CHECKING:
    from collections.abc import Iterator
    from contextlib import AbstractContextManager

    from intake.config import Programme
    from intake.record.store import Store
    from intake.review import ApplicationView, ItemView


def reader(ctx: click.Context) -> tuple[AbstractContextManager[Store], Programme]:
    """The database, opened for reading only, and the programme."""
    from intake.record import Store

    config, programme = load(ctx.obj)
    return Store.open(config.store.directory, readonly=True), programme


def find(store: Store, programme: Programme, named: str) -> ApplicationView:
    """The application with this number, address or message hash. Raises UsageError where there is none."""
    from intake.errors import UsageError
    from intake.reporting import application

    number = store.application_of(named)
    found = store.application(number) if number is not None else None
    if found is None:
        raise UsageError(f"there is no application {named!r}", hint="`intake list` shows those there are")
    return application(found, programme)


@click.command("list")
@click.option("--status", type=click.Choice(["complete", "incomplete", "unsure"]), help="Only these.")
@click.option("--track", help="Only applications for this area (its id).")
@click.pass_context
def list_command(ctx: click.Context, status: str | None, track: str | None) -> None:
    """List applications: number, state, name, area, period, what is missing or unsure."""
    opened, _ = reader(ctx)
    from intake.digest.render import printable

    with opened as store:
        for row in store.applications(status=status, track=track):
            lacking = [f"no {name}" for name in row.missing] + [f"{name}?" for name in row.unsure]
            cells = [f"#{row.id}", row.status, row.applicant.name or row.applicant.email, row.track or "-"]
            cells += [row.period or "-", ", ".join(lacking)]
            click.echo(printable("  ".join(cells)).rstrip())


@click.command("show")
@click.argument("application")
@click.pass_context
def show_command(ctx: click.Context, application: str) -> None:
    """Show one APPLICATION (number, address or message hash) with its mails, values and quotes."""
    from intake.digest.render import printable

    opened, programme = reader(ctx)
    with opened as store:
        for line in described(find(store, programme, application), programme):
            click.echo(printable(line))


@click.command("explain")
@click.argument("application")
@click.argument("item")
@click.pass_context
def explain_command(ctx: click.Context, application: str, item: str) -> None:
    """Say why one ITEM of an APPLICATION has its value: the quote, its source and message, the rule, its version."""
    from intake.digest.render import printable
    from intake.errors import UsageError
    from intake.process import versions

    opened, programme = reader(ctx)
    with opened as store:
        view = find(store, programme, application)
        if item not in view.items:
            raise UsageError(f"there is no item {item!r}", hint=f"items: {', '.join(view.items)}")
        produced = store.versions_of(view.items[item].message or "")
        for line in explained(view.items[item], produced.get(item), versions()[item]):
            click.echo(printable(line))


@click.command("search")
@click.argument("words", nargs=-1, required=True)
@click.option("--limit", type=click.IntRange(1, 1000), default=20, show_default=True)
@click.pass_context
def search_command(ctx: click.Context, words: tuple[str, ...], limit: int) -> None:
    """Find WORDS in letters, resumes and mails; show where they stand."""
    from intake.digest.render import printable

    opened, _ = reader(ctx)
    with opened as store:
        for hit in store.search(" ".join(words), limit=limit):
            number = f"#{hit.application_id}" if hit.application_id else hit.sha256[:12]
            text = "".join(
                click.style(piece, bold=True) if found else piece for piece, found in _pieces(hit.snippet)
            )
            click.echo(printable(f"{number}  {hit.name or hit.email}  ({hit.source})"))
            click.echo(f"    {text}")


def _pieces(snippet: tuple[tuple[str, bool], ...]) -> Iterator[tuple[str, bool]]:
    from intake.digest.render import printable

    for piece, found in snippet:
        yield printable(piece), found


def described(view: ApplicationView, programme: Programme) -> Iterator[str]:
    """One application in lines for a terminal."""
    from intake import wording

    zone = programme.organisation.time_zone
    yield f"#{view.id}  {view.name} <{view.email}>" + (f"  {view.phone}" if view.phone else "")
    yield f"    {wording.STATES[view.state]}; first mail {wording.when(view.first_received, zone)}"
    for link in view.links:
        yield f"    {link}"
    for item in view.items.values():
        yield f"  {item.label}: {item.status.value}" + (f", {item.shown}" if item.shown else "")
        if item.reason:
            yield f"    {item.reason}"
        if item.correction:
            yield f"    set by {item.correction.by}, {wording.when(item.correction.when, zone)} {item.correction.note}"
        if item.evidence:
            yield f"    {' '.join(item.evidence.quote.split())!r} ({wording.source(item.source)})"
    for signal in view.signals:
        yield f"  says: {signal.what}: {wording.ELIGIBILITY.get(signal.value, signal.value)}"
    for note in view.review:
        yield f"  look: {note}"
    for mail in view.messages:
        yield f"  mail {mail.sha256[:12]}  {wording.when(mail.received, zone)}  {mail.sender}: {mail.subject}"


def explained(item: ItemView, produced: int | None, today: int) -> Iterator[str]:
    """Why an item has its value, in lines for a terminal."""
    yield f"{item.label}: {item.status.value}" + (f", {item.shown}" if item.shown else "")
    if item.correction:
        yield f"set by {item.correction.by}: {item.correction.note or 'no note'}"
        yield "what the program itself found:"
    if item.reason:
        yield f"reason:  {item.reason}"
    if item.evidence:
        place = f"{item.source} [{item.evidence.start}:{item.evidence.end}]"
        yield f"quote:   {' '.join(item.evidence.quote.split())!r}"
        yield f"source:  {place} of message {(item.message or '')[:12]}"
    yield f"rule:    {item.rule or 'none applied'}, version {produced}" + (
        "" if produced == today else f" (today's is {today})"
    )
