"""The season in pictures: numbers counted from the applications, and where their bars stand in an SVG drawing.

Lengths are in the units of a picture's own coordinates; each picture brings its numbers, which the page shows in
a table as well.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from intake import wording
from intake.digest.build import NO_AREA, NO_PERIOD, areas, asked, period_order
from intake.model import Status
from intake.review import DigestData

WIDTH = 360
WEEKS = 20  # the latest ones, which is what a picture of this width can show
PERIODS = 8
SHADES = 8  # of areas; the style sheet has so many, and what has no place of its own is counted together

OTHER_AREAS = "other areas"

_TOP, _BOTTOM, _LEFT = 12, 24, 26  # of the picture of weeks
_HEIGHT = 170
_LINE, _LABEL = 24, 128  # of the pictures of lines


@dataclass(frozen=True, slots=True)
class Bar:
    """One rectangle; `shade` names its colour in the style sheet, `said` is its number in words."""

    x: float
    y: float
    width: float
    height: float
    shade: str
    said: str


@dataclass(frozen=True, slots=True)
class Word:
    """A text in a picture; `anchor` is start, middle or end."""

    x: float
    y: float
    text: str
    anchor: str = "start"


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture and its numbers: `head` and `rows` are the table, `legend` pairs a shade with its meaning."""

    id: str
    title: str
    summary: str
    height: float
    bars: tuple[Bar, ...]
    words: tuple[Word, ...]
    lines: tuple[float, ...]  # heights of the grid's lines
    legend: tuple[tuple[str, str], ...]
    head: tuple[str, ...]
    rows: tuple[tuple[str, tuple[int, ...]], ...]


def figures(data: DigestData) -> tuple[Figure, ...]:
    """The pictures of a season: by week and area, by period asked for, and what is there; none without applications."""
    if not data.applications:
        return ()
    return (_weekly(data), _periods(data), _completeness(data))


# --- by week and area ------------------------------------------------------------------------------------


def _weekly(data: DigestData) -> Figure:
    weeks, shades, counts = _by_week(data)
    most = max(sum(counts[week, name] for name in shades) for week in weeks)
    step = _step(most)
    top = max(step, -(-most // step) * step)
    scale = (_HEIGHT - _TOP - _BOTTOM) / top
    slot = (WIDTH - _LEFT) / len(weeks)
    bars: list[Bar] = []
    for place, week in enumerate(weeks):
        bars += _column(counts, week, shades, _LEFT + slot * place, min(slot * 0.8, 36), scale)
    ticks = range(0, top + 1, step)
    words = [
        Word(_LEFT - 6, _HEIGHT - _BOTTOM - tick * scale + 4, f"{tick}", "end") for tick in ticks
    ] + _week_words(weeks, slot)
    total = len(data.applications)
    return Figure(
        "weeks",
        "Applications by week and area",
        f"{wording.count(total, 'application')}; most in one week: {most}.",
        _HEIGHT,
        tuple(bars),
        tuple(words),
        tuple(_HEIGHT - _BOTTOM - tick * scale for tick in ticks),
        tuple((shade, name) for name, shade in shades.items()),
        ("Week from", *shades),
        tuple((_day(week), tuple(counts[week, name] for name in shades)) for week in weeks),
    )


def _by_week(data: DigestData) -> tuple[list[date], dict[str, str], Counter[tuple[date, str]]]:
    """The latest weeks (their Mondays, none left out between), the areas and their shades, the number of each pair."""
    zone = ZoneInfo(data.time_zone)
    found: Counter[tuple[date, str]] = Counter()
    for application in data.applications:
        day = application.first_received.astimezone(zone).date()
        found[day - timedelta(days=day.weekday()), areas(application, data)[0]] += 1
    last = max(week for week, _ in found)
    begin = max(min(week for week, _ in found), last - timedelta(weeks=WEEKS - 1))
    weeks = [begin + timedelta(weeks=number) for number in range((last - begin).days // 7 + 1)]
    total: Counter[str] = Counter()
    for (week, name), number in found.items():
        total[name] += number if week >= begin else 0
    total = +total  # without those that came only before the weeks that are shown
    names = _named(total, data)
    counts: Counter[tuple[date, str]] = Counter()
    for (week, name), number in found.items():
        counts[week, name if name in names or name == NO_AREA else OTHER_AREAS] += number
    shades = {name: f"area{place}" for place, name in enumerate(names)}
    if NO_AREA in total:
        shades[NO_AREA] = "nothing"
    return weeks, shades, counts


def _named(found: Counter[str], data: DigestData) -> list[str]:
    """The areas that have a shade of their own, in the programme's order; where there are more, the common ones."""
    order = [*data.tracks.values(), *sorted(found.keys() - {*data.tracks.values()})]
    names = [name for name in order if name in found and name != NO_AREA]
    if len(names) <= SHADES:
        return names
    common = {name for name, _ in found.most_common(SHADES) if name != NO_AREA}
    return [*[name for name in names if name in common][: SHADES - 1], OTHER_AREAS]


def _column(
    counts: Mapping[tuple[date, str], int],
    week: date,
    shades: Mapping[str, str],
    left: float,
    width: float,
    scale: float,
) -> list[Bar]:
    bars, foot = [], float(_HEIGHT - _BOTTOM)
    for name, shade in shades.items():
        number = counts[week, name]
        if number:
            height = number * scale
            foot -= height
            said = f"week from {_day(week)}, {name}: {number}"
            bars.append(Bar(left, foot, width, height, shade, said))
    return bars


def _week_words(weeks: Sequence[date], slot: float) -> list[Word]:
    every = -(-len(weeks) // 6)
    width = min(slot * 0.8, 36)
    return [
        Word(_LEFT + slot * place + width / 2, _HEIGHT - 6, f"{week.day} {week:%b}", "middle")
        for place, week in enumerate(weeks)
        if place % every == 0
    ]


def _step(most: int) -> int:
    """The distance of grid lines: 1, 2 or 5 times a power of ten, so that there are at most five."""
    size = 1
    while True:
        for step in (size, 2 * size, 5 * size):
            if most <= 5 * step:
                return step
        size *= 10


def _day(day: date) -> str:
    return f"{day.day} {day:%b %Y}"


# --- by period, and what is there ------------------------------------------------------------------------


def _periods(data: DigestData) -> Figure:
    order: dict[str, str] = {}
    counts: Counter[str] = Counter()
    for application in data.applications:
        period = asked(application)
        order[period] = period_order(application)
        counts[period] += 1
    common = [name for name, _ in counts.most_common(PERIODS)]
    shown = [(name, (counts[name],)) for name in sorted(common, key=lambda name: order[name])]
    rest = sum(counts.values()) - sum(number for _, (number,) in shown)
    rows = (*shown, *([("other periods", (rest,))] if rest else []))
    top = max(rows, key=lambda row: row[1] if row[0] != NO_PERIOD else (0,))
    return Figure(
        "periods",
        "Applications by period asked for",
        f"Asked for most: {top[0]}, by {wording.count(top[1][0], 'person', 'people')}.",
        *_lines(rows, ("period",), ("",), numbers=True),
        (),
        ("Period", "Applications"),
        rows,
    )


def _completeness(data: DigestData) -> Figure:
    statuses = (Status.PRESENT, Status.UNSURE, Status.MISSING)
    found: dict[str, str] = {}
    counts: Counter[tuple[str, Status]] = Counter()
    complete = 0
    for application in data.applications:
        complete += application.state == "complete"
        for item in application.items.values():
            found[item.item] = item.label
            counts[item.item, item.status] += 1
    rows = tuple((label, tuple(counts[name, status] for status in statuses)) for name, label in found.items())
    names = tuple(wording.STATUSES[status.value] for status in statuses)
    shades = tuple(status.value for status in statuses)
    return Figure(
        "completeness",
        "What is there, and what is missing",
        f"{complete} of {wording.count(len(data.applications), 'application')} complete.",
        *_lines(rows, shades, names, numbers=False),
        tuple(zip(shades, names, strict=True)),
        ("Item", *names),
        rows,
    )


def _lines(
    rows: Sequence[tuple[str, tuple[int, ...]]],
    shades: Sequence[str],
    names: Sequence[str],
    *,
    numbers: bool,
) -> tuple[float, tuple[Bar, ...], tuple[Word, ...], tuple[float, ...]]:
    """Height, bars, words and (no) grid lines of a picture with one horizontal line for each row."""
    room = WIDTH - _LABEL - (36 if numbers else 0)
    scale = room / max(1, *(sum(row) for _, row in rows)) if rows else 0
    bars, words = [], []
    for place, (label, row) in enumerate(rows):
        y, x = place * _LINE + 4.0, float(_LABEL)
        words.append(Word(_LABEL - 8, y + 13, label, "end"))
        for number, shade, name in zip(row, shades, names, strict=True):
            if number:
                said = f"{label}{f', {name}' if name else ''}: {number}"
                bars.append(Bar(x, y, number * scale, _LINE - 8.0, shade, said))
            x += number * scale
        if numbers:
            words.append(Word(x + 6, y + 13, f"{sum(row):,}"))
    return len(rows) * _LINE + 4.0, tuple(bars), tuple(words), ()
