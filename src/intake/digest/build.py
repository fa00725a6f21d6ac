"""Sorting what the digest shows into the lists that a recruiter works through."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from intake import wording
from intake.model import Json, Status
from intake.review import ApplicationView, DigestData
from intake.shelf import Shelf

NoteT = TypeVar("NoteT")

NO_AREA, NO_PERIOD = "no area", "no period"
_SEASON_MONTHS = {"spring": "03", "summer": "06", "fall": "09", "winter": "12", "fall-winter": "10"}


@dataclass(frozen=True, slots=True)
class Sections:
    """The applications of a digest, each in exactly one list, the newest mail first."""

    unsure: Shelf[ApplicationView]
    complete: tuple[tuple[str, Shelf[ApplicationView]], ...]  # by area and period
    incomplete: Shelf[ApplicationView]
    completed: Shelf[ApplicationView]  # completed by a later mail since the last digest
    settled: Shelf[ApplicationView]  # those of `complete`, one group after the other

    def lists(self) -> tuple[tuple[str, Shelf[ApplicationView]], ...]:
        """The lists in the order in which people work through them, by name (wording.LISTS)."""
        return (
            ("unsure", self.unsure),
            ("completed", self.completed),
            ("complete", self.settled),
            ("incomplete", self.incomplete),
        )


def sections(data: DigestData) -> Sections:
    """Part a digest's applications: what a person should settle, completed since, complete, incomplete."""
    views = Shelf.of(data.applications)
    places: dict[str, list[int]] = {"unsure": [], "completed": [], "incomplete": []}
    groups: dict[str, list[int]] = {}
    for place, application in newest_first(
        views, lambda a: (a.state, a.id in data.completed, heading(a, data))
    ):
        state, is_completed, group = application
        if state == "complete" and not is_completed:
            groups.setdefault(group, []).append(place)
        else:
            places["completed" if state == "complete" else state].append(place)
    names = sorted(groups)
    return Sections(
        unsure=views.pick(places["unsure"]),
        complete=tuple((name, views.pick(groups[name])) for name in names),
        incomplete=views.pick(places["incomplete"]),
        completed=views.pick(places["completed"]),
        settled=views.pick(place for name in names for place in groups[name]),
    )


def newest_first(
    views: Iterable[ApplicationView], note: Callable[[ApplicationView], NoteT]
) -> list[tuple[int, NoteT]]:
    """For each application, the newest mail first, at which place it stands, and what is noted of it."""
    found = [(a.last_received.timestamp(), a.id, place, note(a)) for place, a in enumerate(views)]
    found.sort(key=lambda one: one[:2], reverse=True)
    return [(place, noted) for _, _, place, noted in found]


def heading(application: ApplicationView, data: DigestData) -> str:
    """`Algorithms · summer 2017`: area and period under which a complete application stands."""
    parts = (areas(application, data)[0], asked(application))
    return " · ".join(part for part in parts if part not in (NO_AREA, NO_PERIOD)) or "Other"


def areas(application: ApplicationView, data: DigestData) -> tuple[str, ...]:
    """The names of the areas that somebody asks for, the preferred one first; `no area` where none is known."""
    track = application.items.get("track")
    if track is None or track.status is not Status.PRESENT or not isinstance(track.value, list):
        return (NO_AREA,)
    return tuple(data.tracks.get(str(one), str(one)) for one in track.value) or (NO_AREA,)


def asked(application: ApplicationView) -> str:
    """The period somebody asks for as a choice in a list: `summer 2017`, `from May 2017`, `no period`."""
    return wording.starts(_period(application)) or NO_PERIOD


def period_order(application: ApplicationView) -> str:
    """What periods are put in order by: the month in which they start, the latest for none."""
    value = _period(application)
    start, year, season = value.get("start"), value.get("year"), value.get("season")
    if year and season:
        return f"{year}-{_SEASON_MONTHS.get(str(season), '01')}"
    return str(start or year or "~")


def _period(application: ApplicationView) -> Mapping[str, Json]:
    period = application.items.get("period")
    present = period is not None and period.status is Status.PRESENT
    return period.value if period and present and isinstance(period.value, dict) else {}


@dataclass(frozen=True, slots=True)
class Choices:
    """What can be chosen in the page's filters, each in order."""

    areas: tuple[str, ...]
    periods: tuple[str, ...]


def choices(data: DigestData) -> Choices:
    """The areas and periods that occur."""
    found: set[str] = set()
    order: dict[str, str] = {}
    for application in data.applications:
        found.update(areas(application, data))
        order[asked(application)] = period_order(application)
    named = [*data.tracks.values(), *sorted(found - {*data.tracks.values(), NO_AREA}), NO_AREA]
    return Choices(
        tuple(dict.fromkeys(name for name in named if name in found)),
        tuple(sorted(order, key=lambda name: (order[name], name))),
    )


@dataclass(frozen=True, slots=True)
class Neighbours:
    """Where an application stands in its list: `place` of `of`, and the ids before and after it, None at the ends."""

    list: str
    place: int
    of: int
    before: int | None
    after: int | None


def neighbours(data: DigestData) -> dict[int, Neighbours]:
    """For each application where it stands among those of its list."""
    found: dict[int, Neighbours] = {}
    for name, applications in sections(data).lists():
        ids = [a.id for a in applications]
        for place, own in enumerate(ids, 1):
            before, after = ids[place - 2] if place > 1 else None, ids[place] if place < len(ids) else None
            found[own] = Neighbours(name, place, len(ids), before, after)
    return found
