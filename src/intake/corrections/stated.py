"""An item's value as a person types it, in a command or a spreadsheet's cell; pure.

missing, unsure        for every item: it is not there, or must still be settled
present                a cover letter or a resume is there
summer 2017            a period: also 2017-06..2017-08, June to August 2017, from June 2017
algorithms; software   areas by id or name, the preferred one first
Logic; Linear Algebra  course work, one course after the other
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from intake import wording
from intake.config import SEASONS, Programme
from intake.errors import UsageError
from intake.model import Json, Status

DETAILS = ("name", "email", "phone")
PERIOD_FORMS = (
    "write a period as `summer 2017`, `2017-06..2017-08`, `June to August 2017` or `from June 2017`"
)
_LONGEST = 2000  # characters of one value
_YEARS = range(1990, 2201)
_LONGEST_PERIOD = 24  # months

_SEASON = re.compile(rf"({'|'.join(sorted(SEASONS, key=len, reverse=True))}) (\d{{4}})(?:, ?(.+))?")
_BETWEEN = re.compile(r" ?\.\. ?| to | until | - |(?<=[a-z])-(?=[a-z])")
_NUMBERS = re.compile(r"(\d{4})-(\d{1,2})(?:-\d{1,2})?")
_NAMED = re.compile(r"(?:\d{1,2}\.? )?([a-z]{3,9})\.?(?: \d{1,2}(?:st|nd|rd|th)?)?,?(?: (\d{4}))?")
_CHOICES = re.compile(r";|,|>|\bthen\b", re.IGNORECASE)
_EMAIL = re.compile(r"[^@\s<>\"(),:;\[\]\\]{1,64}@[^@\s<>\"(),:;\[\]\\]{1,255}")
_PHONE = re.compile(r"\+?[\d ().x/-]{5,40}")


@dataclass(frozen=True, slots=True)
class Stated:
    """A person's word on one item: its status, and the value where it is present."""

    status: Status
    value: Json = None


def understood(item: str, text: str, programme: Programme, machine: Json = None) -> Stated:
    """Read what a person says of an item, or of the applicant's name, email or phone.

    `machine` is the value that the program found, None for none: it is taken where the person says the same in
    words, or says of a file only that it is there. Raises UsageError, which names the forms that are understood.
    """
    said = " ".join(text.split())
    if not said or len(said) > _LONGEST or any(not char.isprintable() for char in said):
        raise UsageError(f"{item}: no value that can be kept", hint=f"say {item}=missing where there is none")
    if said.lower() in (Status.MISSING.value, Status.UNSURE.value):
        return _absent(item, Status(said.lower()))
    if item in ("cover_letter", "resume"):
        return _there(item, said, machine, programme)
    if item in DETAILS:
        return Stated(Status.PRESENT, _detail(item, said))
    value = _value(item, said, programme)
    if wording.shown(item, value, programme) == wording.shown(item, machine, programme):
        value = machine
    return Stated(Status.PRESENT, value)


def in_words(item: str, value: Json, programme: Programme) -> str:
    """A value as a person could type it: courses between semicolons, as a comma may be part of a name."""
    if item == "coursework" and isinstance(value, list):
        return "; ".join(str(course) for course in value)
    return wording.shown(item, value, programme)


def _absent(item: str, status: Status) -> Stated:
    if item in ("name", "email") or (item == "phone" and status is Status.UNSURE):
        raise UsageError(f"{item} cannot be {status.value}", hint=f"write the {item} itself")
    return Stated(status)


def _there(item: str, said: str, machine: Json, programme: Programme) -> Stated:
    if said.lower() == Status.PRESENT.value or said == wording.shown(item, machine, programme):
        return Stated(Status.PRESENT, machine)
    raise UsageError(f"{item}: {said!r} is not understood", hint="write present, missing or unsure")


def _detail(item: str, said: str) -> str:
    if item == "email":
        said = said.lower()
        if not _EMAIL.fullmatch(said):
            raise UsageError(f"email: {said!r} is no address", hint="write it as person@example.edu")
    if item == "phone" and not _PHONE.fullmatch(said):
        raise UsageError(f"phone: {said!r} is no number", hint="write it as +1 614 555 0101, or missing")
    return said


def _value(item: str, said: str, programme: Programme) -> Json:
    if item == "period":
        return period(said, programme)
    if item == "track":
        return tracks(said, programme)
    if item == "coursework":
        return courses(said)
    raise UsageError(f"there is no item {item!r}", hint=f"items: {', '.join((*programme.items, *DETAILS))}")


def courses(said: str) -> list[Json]:
    """Names of courses between semicolons; a comma belongs to a name ("Logic, Language and Information")."""
    names = list(dict.fromkeys(name.strip() for name in said.split(";") if name.strip()))
    if not names:
        raise UsageError("coursework: names no course", hint="write `coursework=Logic; Linear Algebra`")
    return list[Json](names)


def tracks(said: str, programme: Programme) -> list[Json]:
    """Ids of the areas named, the preferred one first. Raises UsageError for one that is not offered."""
    whole = _track(said, programme)
    if whole:
        return [whole]
    found: list[str] = []
    parts = [part.strip() for part in _CHOICES.split(said)]
    for part in filter(None, parts) if any(parts) else [said]:
        track = _track(part, programme)
        if track is None:
            offered = "; ".join(f"{one.id} ({one.name})" for one in programme.tracks)
            raise UsageError(f"track: {part!r} is no area", hint=f"areas: {offered}")
        found.append(track)
    return list[Json](dict.fromkeys(found))


def _track(said: str, programme: Programme) -> str | None:
    wanted = said.casefold()
    for track in programme.tracks:
        if wanted in {track.id, track.name.casefold(), *(name.casefold() for name in track.names)}:
            return track.id
    return None


# --- periods -------------------------------------------------------------------------------------------

Month = tuple[int, int]  # year and month


def period(said: str, programme: Programme) -> dict[str, Json]:
    """A period in the shape of docs/record.md, "period.value". Raises UsageError where it is not understood."""
    text = re.sub(r"[\u2010-\u2015]", "-", said.casefold())
    if text.isdecimal() and int(text) in _YEARS:
        return _period(None, int(text), None, None, inferred=False)
    named = _SEASON.fullmatch(text)
    if named is None:
        start, end = _span(text)
        return _period(None, (start or end or (0, 0))[0], start, end, inferred=False)
    season, year = named[1], int(named[2])
    if named[3]:
        return _period(season, year, *_span(named[3]), inferred=False)
    return _period(season, year, *_of_season(season, year, programme), inferred=True)


def _of_season(season: str, year: int, programme: Programme) -> tuple[Month | None, Month | None]:
    """The months of a season; one whose end comes before its start runs over the year's end."""
    months = programme.season(season)
    if months is None:
        return None, None
    start, end = int(months.start), int(months.end)
    return (year, start), (year + (end < start), end)


def _span(text: str) -> tuple[Month | None, Month | None]:
    if text.startswith(("from ", "since ")):
        rest = text.split(" ", 1)[1]
        if not _BETWEEN.search(rest):
            return _dated(_moment(rest), rest), None
        text = rest
    if text.startswith("until "):
        return None, _dated(_moment(text[6:]), text)
    parts = _BETWEEN.split(text)
    if len(parts) > 2:
        raise _unclear(text)
    end = _dated(_moment(parts[-1]), text)
    if len(parts) == 1:
        return end, end
    year, month = _moment(parts[0])
    return (year if year is not None else end[0] - (month > end[1]), month), end


def _moment(text: str) -> tuple[int | None, int]:
    """Year, None where it is not said, and month."""
    text = text.strip()
    if numbers := _NUMBERS.fullmatch(text):
        if 1 <= int(numbers[2]) <= 12:
            return int(numbers[1]), int(numbers[2])
    elif (named := _NAMED.fullmatch(text)) and (month := _month(named[1])):
        return int(named[2]) if named[2] else None, month
    raise _unclear(text)


def _month(name: str) -> int | None:
    name = "sep" if name == "sept" else name
    months = [month.casefold() for month in wording.MONTHS]
    return next((n for n, month in enumerate(months, 1) if name in (month, month[:3])), None)


def _dated(moment: tuple[int | None, int], text: str) -> Month:
    year, month = moment
    if year is None:
        raise UsageError(f"period: {text!r} says no year", hint=PERIOD_FORMS)
    return year, month


def _unclear(text: str) -> UsageError:
    return UsageError(f"period: {text!r} is not understood", hint=PERIOD_FORMS)


def _period(
    season: str | None, year: int, start: Month | None, end: Month | None, *, inferred: bool
) -> dict[str, Json]:
    length = (end[0] - start[0]) * 12 + end[1] - start[1] + 1 if start and end else None
    if any(moment[0] not in _YEARS for moment in (start, end, (year, 1)) if moment):
        raise UsageError("period: the year lies too far away", hint=PERIOD_FORMS)
    if length is not None and not 1 <= length <= _LONGEST_PERIOD:
        raise UsageError("period: ends before it starts, or is longer than two years", hint=PERIOD_FORMS)
    return {
        "season": season,
        "year": year,
        "start": f"{start[0]}-{start[1]:02d}" if start else None,
        "end": f"{end[0]}-{end[1]:02d}" if end else None,
        "months": length,
        "inferred": ["start", "end"] if inferred and start else [],
        "alternatives": [],
    }
