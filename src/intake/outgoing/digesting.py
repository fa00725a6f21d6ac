"""Writing a digest: what is new since the last one, rendered, put in place, and only then noted as written."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from intake.archive import Archive
from intake.config import Config, Programme
from intake.digest import render
from intake.digest.build import neighbours
from intake.digest.folder import Folder, fresh_folder
from intake.errors import UsageError
from intake.outgoing.enclosures import Enclosures
from intake.outgoing.placing import place
from intake.record import Store
from intake.reporting import digest_data, whole
from intake.review import ApplicationView, DigestData
from intake.run import now
from intake.shelf import Shelf

NAMES = {"html": "index.html", "text": "digest.txt", "json": "digest.json"}


def write_digest(
    config: Config, programme: Programme, since: str, form: str, output: Path | None
) -> Path | None:
    """Write a digest and return its path, None for standard output.

    Into the configured directory go the pages and both other forms, and `since last` moves on once they are in
    place. Raises DeliveryError where a file cannot be written; then nothing has moved on. Raises UsageError for a
    wrong day, and where pages are to go into a single file.
    """
    made = now()
    if form == "html" and output is not None and (str(output) == "-" or output.is_file()):
        raise UsageError(
            "the pages of a digest are a folder", hint="name a folder, or write --format text or json"
        )
    with Store.open(config.store.directory) as store:
        upto = store.last_event()
        moment, after = _since(store, since)
        data = digest_data(store, config, programme, made, moment, after)
        late = overdue(data.last_good_run, made, config.most_hours_without_poll)
        writing = _Writing(config, programme, store, replace(data, overdue=late))
        if output is not None and form != "html":
            return _to(output, writing.text() if form == "text" else writing.json())
        directory = output or config.digest.directory
        writing.into(directory)
        if output is None:
            store.digest_written(made, str(directory / NAMES["html"]), upto)
        return directory / NAMES[form]


@dataclass(frozen=True, slots=True)
class _Writing:
    """One digest on its way to disk: applications are read, shown and forgotten one at a time."""

    config: Config
    programme: Programme
    store: Store
    data: DigestData

    def into(self, directory: Path) -> None:
        """Write all forms into a folder and put it in place."""
        archive = Archive(self.config.store.directory / "archive")
        limits = self.config.limits
        with fresh_folder(directory) as folder, Enclosures(archive.read, limits) as enclosures:
            written: set[int] = set()
            pages = self._pages(folder, enclosures, written)
            folder.write_pieces(NAMES["json"], _encoded(self.json(pages)))
            views = Shelf.of(self.data.applications)
            there = [
                place for place, a in enumerate(views) if a.id in written
            ]  # not what was erased meanwhile
            data = replace(self.data, applications=views.pick(there))
            folder.write_pieces(NAMES["html"], _encoded(render.overview_pieces(data)))
            folder.write_pieces(NAMES["text"], _encoded(render.text_pieces(data)))

    def text(self) -> Iterator[str]:
        """The digest as text, in pieces."""
        return render.text_pieces(self.data)

    def json(self, views: Iterable[ApplicationView] | None = None) -> Iterator[str]:
        """The digest as JSON, in pieces."""
        return render.json_pieces(self.data, self._views() if views is None else views)

    def _views(self) -> Iterator[ApplicationView]:
        return whole(self.store, self.programme, [a.id for a in self.data.applications])

    def _pages(self, folder: Folder, enclosures: Enclosures, written: set[int]) -> Iterator[ApplicationView]:
        """Write the page and the files of each application, and pass it on."""
        places = neighbours(self.data)
        for view in self._views():
            files, around = enclosures.put(view, folder), places[view.id]
            page = f"applications/{view.id}.html"
            folder.write(page, render.application_page(self.data, view, around, files))
            if self.data.blind:
                page = f"applications/{view.id}-open.html"
                folder.write(page, render.application_page(self.data, view, around, files, opened=True))
            written.add(view.id)
            yield view


def _since(store: Store, since: str) -> tuple[datetime | None, int | None]:
    """When and after which event something is new; (None, None) where everything is."""
    if since == "all":
        return None, None
    if since == "last":
        last = store.last_digest()
        return (last.at, last.upto) if last else (None, None)
    try:
        day = datetime.strptime(since, "%Y-%m-%d").replace(tzinfo=UTC)
    except ValueError as error:
        raise UsageError(
            f"--since {since!r} is no day", hint="write `last`, `all`, or a day as 2017-01-31"
        ) from error
    return day, store.last_event(before=day)


def _to(output: Path, pieces: Iterable[str]) -> Path | None:
    if str(output) == "-":
        sys.stdout.writelines(pieces)
        return None
    place(output, _encoded(pieces), "the next digest tells of the same again")
    return output


def _encoded(pieces: Iterable[str]) -> Iterator[bytes]:
    return (piece.encode("utf-8", "replace") for piece in pieces)


def overdue(last_good: datetime | None, made: datetime, hours: int | None) -> str | None:
    """Say that no poll was good for longer than the configured hours; None where all is well or nothing is set."""
    if hours is None or (last_good is not None and made - last_good <= timedelta(hours=hours)):
        return None
    if last_good is None:
        return "No poll of the mailbox has succeeded yet: what is shown may lack mail."
    return f"No poll of the mailbox has succeeded for {hours} hours: what is shown may lack mail."
