"""Sorting what the digest shows into the lists that a recruiter works through."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from intake.model import Status
from intake.review import ApplicationView, DigestData


@dataclass(frozen=True, slots=True)
class Sections:
    """The applications of a digest, each in exactly one list, the newest mail first."""

    unsure: tuple[ApplicationView, ...]
    complete: tuple[tuple[str, tuple[ApplicationView, ...]], ...]  # by area and period
    incomplete: tuple[ApplicationView, ...]
    completed: tuple[ApplicationView, ...]  # completed by a later mail since the last digest


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
    track = application.items.get("track")
    first = track.value[0] if track and isinstance(track.value, list) and track.value else None
    area = data.tracks.get(str(first), "") if first else ""
    period = application.items.get("period")
    value = period.value if period and isinstance(period.value, dict) else {}
    season, year = value.get("season"), value.get("year")
    time = f"{season} {year}" if season and year else application.shown("period")
    return " · ".join(part for part in (area, time) if part) or "Other"


def tally(data: DigestData) -> list[tuple[str, int, int, int]]:
    """Area, complete, incomplete and unsure applications: the numbers behind the overview's picture."""
    counts: Counter[tuple[str, str]] = Counter()
    for application in data.applications:
        track = application.items.get("track")
        ids = (
            track.value if track and track.status is Status.PRESENT and isinstance(track.value, list) else []
        )
        area = data.tracks.get(str(ids[0]), str(ids[0])) if ids else "no area"
        counts[area, application.state] += 1
    areas = [*data.tracks.values(), "no area"]
    return [
        (area, counts[area, "complete"], counts[area, "incomplete"], counts[area, "unsure"])
        for area in areas
        if any(counts[area, state] for state in ("complete", "incomplete", "unsure"))
    ]


def _grouped(
    applications: list[ApplicationView], key: Callable[[ApplicationView], str]
) -> tuple[tuple[str, tuple[ApplicationView, ...]], ...]:
    names = sorted({key(application) for application in applications})
    return tuple((name, tuple(a for a in applications if key(a) == name)) for name in names)
