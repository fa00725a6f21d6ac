"""Months of the calendar: the year that was left out, the months of a season, the end of a length; pure arithmetic."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from intake.config import Programme
from intake.fields.period.expression import Duration, Expression, Shape
from intake.fields.period.reader import Moment

_DAYS_A_MONTH = 30.44
_GRACE_MONTHS = 1  # a period that began last month may still be asked for
_LONG_GRACE_MONTHS = 2  # one over two seasons, that began two months ago
# Quarter systems share three of the seasons' names and mean other months by one of them.
_QUARTER_MONTHS = {"winter": (1, 3), "spring": (4, 6), "summer": (6, 8), "fall": (9, 12)}
_PLAIN_MONTHS = {
    "winter": (1, 3), "spring": (1, 5), "summer": (6, 8), "fall": (9, 12), "fall-winter": (9, 12),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Span:
    """From a day to a day; either may be open. `said` tells that the year was written, not worked out."""

    start: date | None
    end: date | None
    said: bool = True

    @property
    def months(self) -> int | None:
        """Length in months, rounded; None where an end is open."""
        if self.start is None or self.end is None:
            return None
        return max(1, round(self.days / _DAYS_A_MONTH))

    @property
    def days(self) -> int:
        """Length in days, 0 where an end is open."""
        return (self.end - self.start).days + 1 if self.start and self.end else 0

    @property
    def anchor(self) -> date | None:
        """The start, or the end where only that is known."""
        return self.start or self.end


def season_months(
    season: str, programme: Programme, term: str | None = None, southern: bool = False
) -> tuple[int, int]:
    """First and last month of a season: the programme's, a school quarter's, or half a year on in the other hemisphere."""
    found = programme.season(season)
    if term == "quarter":
        first, last = _QUARTER_MONTHS.get(season, _PLAIN_MONTHS[season])
    elif found:
        first, last = int(found.start), int(found.end)
    else:
        first, last = _PLAIN_MONTHS[season]
    if southern != (programme.organisation.hemisphere == "southern" and found is None):
        return (first + 5) % 12 + 1, (last + 5) % 12 + 1
    return first, last


def season_span(
    months: tuple[int, int],
    year: int | None,
    today: date | None,
    relative: str | None,
    *,
    joined: bool = False,
) -> Span | None:
    """The months of a season of a year, of the next such season where no year is said; None where neither is known.

    `joined` tells that it lies over two seasons.
    """
    first, last = months
    if year is None:
        if today is None:
            return None
        grace = _LONG_GRACE_MONTHS if joined else _GRACE_MONTHS
        year = next_year(first, 1, (last - first) % 12, today, relative, grace)
        said = False
    else:
        said = True
    over = last < first
    # "summer 2017" of the southern half starts in December 2016 as often as it ends in 2018: the year named is the start's
    return Span(date(year, first, 1), _end_of(year + over, last), said)


def next_year(
    month: int, day: int, length: int, today: date, relative: str | None = None, grace: int = _GRACE_MONTHS
) -> int:
    """The year of the next time that starts in a month and lasts `length` months more.

    One that began within `grace` months, or with "this" has not ended, is meant still; "next" in the month before
    or during it means the one after.
    """
    for year in (today.year - 1, today.year, today.year + 1):
        start = date(year, month, min(day, monthrange(year, month)[1]))
        behind = (today.year - year) * 12 + today.month - month  # months since it began, negative ahead
        if relative == "next" and -1 <= behind <= length and start.year == today.year:
            continue
        if relative == "this" and 0 <= behind <= length:
            return year
        if start >= today or (0 <= behind <= min(grace, length)):
            return year
    return today.year + 1


def dates_span(
    expression: Expression, today: date | None, year: int | None = None, relative: str | None = None
) -> Span | None:
    """The days of a range, start, end, length or lone month; `year` is one said elsewhere for the same time."""
    first, last = expression.first, expression.last
    shown = first or last
    if shown is None:
        return None
    years = _years(expression, year, today)
    said = years is not None
    if years is None:
        if today is None:
            return None
        years = _guess(first, last, today, relative)
    start = date(*first.begins(years[0])) if first and expression.shape is not Shape.END else None
    end = date(*last.ends(years[1])) if last else None
    if start and end and end < start:
        return None
    if start and expression.duration and end is None:
        end = after(start, expression.duration)
    return Span(start, end, said)


def _years(expression: Expression, year: int | None, today: date | None) -> tuple[int, int] | None:
    """Years of both ends as said: one that is written counts for both, over the year's end where the months need it.

    November or December to a month of `year` began the year before, unless that is over `today`.
    """
    first, last = expression.first, expression.last
    over = int(bool(first and last and (last.month, last.last or 31) < (first.month, first.first or 1)))
    if first and first.year:
        return first.year, (last.year if last and last.year else first.year + over)
    if last and last.year:
        return last.year - over, last.year
    if expression.year:
        return expression.year, expression.year + over
    if year is None:
        return None
    begun = over and first is not None and first.month >= 11
    if begun and last is not None and today is not None and date(*last.ends(year)) < today:
        begun = False
    return (year - over, year) if begun else (year, year + over)


def _guess(first: Moment | None, last: Moment | None, today: date, relative: str | None) -> tuple[int, int]:
    over = int(bool(first and last and (last.month, last.last or 31) < (first.month, first.first or 1)))
    if first:
        length = (last.month - first.month) % 12 if last else 0
        year = next_year(first.month, first.first or 1, length, today, relative)
        return year, year + over
    if last is None:
        return today.year, today.year
    year = today.year if date(*last.ends(today.year)) >= today else today.year + 1
    return year, year


def after(start: date, duration: Duration) -> date | None:
    """The last day of a length from a start; None for lengths beyond two years, and for "3 to 4 months", which leaves
    it open, unless both end in the same month ("10 to 12 weeks from June 5")."""
    if duration.most > 104:
        return None
    first, last = (_last_day(start, count, duration.unit) for count in (duration.least, duration.most))
    return last if (first.year, first.month) == (last.year, last.month) else None


def _last_day(start: date, count: int, unit: str) -> date:
    if unit == "month":
        month = start.month - 1 + count
        year = start.year + month // 12
        day = min(start.day, monthrange(year, month % 12 + 1)[1])
        return date(year, month % 12 + 1, day) - timedelta(days=1)
    return start + timedelta(days=count * (7 if unit == "week" else 1) - 1)


def _end_of(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def month_of(day: date | None) -> str | None:
    """`YYYY-MM` of a day."""
    return f"{day:%Y-%m}" if day else None


def fits(season: tuple[int, int], expression: Expression) -> bool:
    """Whether dates can be a closer word for a season: at least half of their months lie in it or beside it."""
    first, last = season
    window = {(first - 2 + step) % 12 + 1 for step in range((last - first) % 12 + 3)}
    months = months_of(expression)
    if len(months) == 1:
        return bool(months & window) and (last % 12 + 1) not in months
    return 2 * len(months & window) >= len(months)


def months_of(expression: Expression) -> set[int]:
    """The months (1 to 12) that an expression touches, the length of a start counted."""
    first, last = expression.first, expression.last
    if first is None or (last is None and expression.duration is None):
        shown = first or last
        return {shown.month} if shown else set()
    if last is not None:
        length = (last.month - first.month) % 12
    else:
        span = dates_span(expression, date(2001, 1, 1), 2001)
        length = (span.end.month - span.start.month) % 12 if span and span.start and span.end else 0
    return {(first.month - 1 + step) % 12 + 1 for step in range(length + 1)}
