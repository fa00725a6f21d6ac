"""Sorting what the digest shows into the lists that a recruiter works through."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from intake import wording
from intake.model import Json, Status
from intake.review import ApplicationView, DigestData

NO_AREA, NO_PERIOD = "no area", "no period"
_SEASON_MONTHS = {"spring": "03", "summer": "06", "fall": "09", "winter": "12", "fall-winter": "10"}


@dataclass(frozen=True, slots=True)
class Sections:
    """The applications of a digest, each in exactly one list, the newest mail first."""

    unsure: tuple[ApplicationView, ...]
    complete: tuple[tuple[str, tuple[ApplicationView, ...]], ...]  # by area and period
    incomplete: tuple[ApplicationView, ...]
    completed: tuple[ApplicationView, ...]  # completed by a later mail since the last digest

    def lists(self) -> tuple[tuple[str, tuple[ApplicationView, ...]], ...]:
        """The lists in the order in which people work through them, by name (wording.LISTS)."""
        return (
            ("unsure", self.unsure),
            ("completed", self.completed),
            ("complete", tuple(a for _, group in self.complete for a in group)),
            ("incomplete", self.incomplete),
        )


def sections(data: DigestData) -> Sections:
    """Part a digest's applications: what a person should settle, completed since, complete, incomplete."""
    ordered = sorted(data.applications, key=lambda a: (a.last_received, a.id), reverse=True)
    completed = tuple(a for a in ordered if a.state == "complete" and a.id in data.completed)
    complete = [a for a in ordered if a.state == "complete" and a.id not in data.completed]
    return Sections(
        unsure=tuple(a for a in ordered if a.state == "unsure"),
        complete=_grouped(complete, lambda a: heading(a, data)),
        incomplete=tuple(a for a in ordered if a.state == "incomplete"),
        completed=completed,
    )


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
    found = {name for application in data.applications for name in areas(application, data)}
    named = [*data.tracks.values(), *sorted(found - {*data.tracks.values(), NO_AREA}), NO_AREA]
    order = {asked(application): period_order(application) for application in data.applications}
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
        ids = [None, *(a.id for a in applications), None]
        for place, application in enumerate(applications, 1):
            found[application.id] = Neighbours(name, place, len(applications), ids[place - 1], ids[place + 1])
    return found


def _grouped(
    applications: list[ApplicationView], key: Callable[[ApplicationView], str]
) -> tuple[tuple[str, tuple[ApplicationView, ...]], ...]:
    groups: dict[str, list[ApplicationView]] = {}
    for application in applications:
        groups.setdefault(key(application), []).append(application)
    return tuple((name, tuple(groups[name])) for name in sorted(groups))
