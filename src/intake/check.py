"""What the findings mean for the programme: which required items are missing or unsure, the opening, what needs a person."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from intake.config import OpeningDates, Programme
from intake.model import Finding, Kind, Opening, Status

VERSION = 1


@dataclass(frozen=True, slots=True)
class Checked:
    """Names of the items that are missing and unsure, the opening's state, and why a person should look."""

    missing: tuple[str, ...]
    unsure: tuple[str, ...]
    opening: Opening
    review: tuple[str, ...]


def check(
    kind: Kind, items: Mapping[str, Finding], programme: Programme, received: datetime | None
) -> Checked:
    """Hold one mail's findings against the programme.

    A follow-up lacks nothing by itself: what it leaves out may stand in the earlier mail, so `missing` is
    empty for it and the application it joins is checked as a whole.
    """
    missing = tuple(name for name, finding in items.items() if finding.status is Status.MISSING)
    unsure = tuple(name for name, finding in items.items() if finding.status is Status.UNSURE)
    opening = opening_for(items.get("period"), items.get("track"), programme, received)
    review = [f"{label(name, programme)}: {items[name].reason}" for name in unsure if items[name].reason]
    period = items.get("period")
    if period is not None and period.status is Status.PRESENT:
        review += [note for note in (length_note(period, programme), opening.note) if note]
    return Checked(missing if kind is Kind.APPLICATION else (), unsure, opening, tuple(review))


def label(item: str, programme: Programme) -> str:
    """The programme's name for an item, as people say it."""
    return next((required.label for required in programme.required if required.item == item), item)


def length_note(period: Finding, programme: Programme) -> str | None:
    """Say where the time asked for is shorter or longer than the commitment (the page: "3 to 4 months, full time").

    None where it fits, or where the length or the commitment is not known. A season's months are not held
    against it, as the applicant did not say them; a month over or under is left to the counting of days.
    """
    value, commitment = period.value, programme.commitment
    if commitment is None or not isinstance(value, dict):
        return None
    months, inferred = value.get("months"), value.get("inferred") or []
    if not isinstance(months, int | float) or (isinstance(inferred, list) and "end" in inferred):
        return None
    asked = f"{commitment.min_months} to {commitment.max_months} months are asked for"
    if months < commitment.min_months - 1:
        return f"the period is {months:g} months long; {asked}"
    if months > commitment.max_months + 1:
        return f"the period is {months:g} months long; {asked}"
    return None


def opening_for(
    period: Finding | None, track: Finding | None, programme: Programme, received: datetime | None
) -> Opening:
    """The state of the opening that was asked for, on the day (in the office's zone) the mail was received."""
    if period is None or period.status is not Status.PRESENT or not isinstance(period.value, dict):
        return Opening("unknown")
    wanted = period.value
    found = _matching(wanted, programme)
    if found is None:
        return Opening("unknown", None, "")
    if received is None:
        return Opening("unknown", found.name)
    state, note = _state(found, received.astimezone(ZoneInfo(programme.organisation.time_zone)).date())
    return Opening(state, found.name, note)


def _state(opening: OpeningDates, day: date) -> tuple[str, str]:
    if opening.accepts_from and day < opening.accepts_from:
        return "not-yet-open", f"{opening.name} takes applications from {_day(opening.accepts_from)} on"
    if opening.filled_on and day >= opening.filled_on:
        return "filled", f"{opening.name} is filled"
    if opening.accepts_until and day > opening.accepts_until:
        return "closed", f"{opening.name} took applications until {_day(opening.accepts_until)}"
    return "open", ""


def _day(day: date) -> str:
    return f"{day:%B} {day.day}, {day.year}"


def _matching(wanted: Mapping[str, object], programme: Programme) -> OpeningDates | None:
    """The opening with the wanted season and year, else the one whose months overlap the wanted ones most."""
    season, year = wanted.get("season"), wanted.get("year")
    for opening in programme.openings:
        if opening.season == season and opening.year == year:
            return opening
    months = _months(wanted.get("start"), wanted.get("end"))
    best = max(programme.openings, key=lambda o: len(months & _opening_months(o, programme)), default=None)
    if best is None or 2 * len(months & _opening_months(best, programme)) <= len(months):
        return None
    return best


def _opening_months(opening: OpeningDates, programme: Programme) -> set[int]:
    season = programme.season(opening.season)
    if season is None:
        return set()
    first, last = int(season.start), int(season.end)
    start = opening.year * 12 + first - 1
    return set(range(start, start + (last - first) % 12 + 1))


def _months(start: object, end: object) -> set[int]:
    """Months counted from year 0 between two 'YYYY-MM'; an open end is taken as three months, the shortest stay."""
    if not isinstance(start, str) or len(start) < 7:
        return set()
    first = int(start[:4]) * 12 + int(start[5:7]) - 1
    last = int(end[:4]) * 12 + int(end[5:7]) - 1 if isinstance(end, str) and len(end) >= 7 else first + 2
    return set(range(first, min(last, first + 24) + 1))
