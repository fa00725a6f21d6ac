"""One expression of time: what it says and where it stands; no judgement of what it is about."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from intake.fields.period.reader import Moment
from intake.fields.period.seasons import Named

_LONG_DAYS = 27


class Shape(StrEnum):
    """How much an expression says."""

    RANGE = "range"
    LENGTH = "start-duration"
    START = "start"
    END = "end"
    MONTHS = "months"
    MOMENT = "moment"  # a day or month with nothing that makes it a start or an end
    SEASON = "season"
    DURATION = "duration"  # a length alone
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Duration:
    """A length: 12 to 14 weeks; `most` equals `least` where one number is said."""

    least: int
    most: int
    unit: str  # day, week, month
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Expression:
    """One expression and where it stands: text[start:end]."""

    shape: Shape
    start: int
    end: int
    first: Moment | None = None
    last: Moment | None = None
    duration: Duration | None = None
    named: Named | None = None
    year: int | None = None
    preposition: bool = False  # "in", "from", "during" stands before it
    loose: bool = False  # a range with words before its last day: "until school resumes on August 22"
    among: bool = False  # months joined by "or": one of them is meant

    @property
    def years(self) -> tuple[int, ...]:
        """Every year that it says."""
        said = (
            self.year,
            self.named.year if self.named else None,
            *(m.year for m in (self.first, self.last) if m),
        )
        return tuple(year for year in said if year is not None)


def is_long(expression: Expression, least: int = _LONG_DAYS) -> bool:
    """Whether a range lasts about a month or more, or the days given."""
    if expression.shape is Shape.LENGTH:
        return True
    if expression.shape not in (Shape.RANGE, Shape.MONTHS) or not expression.first or not expression.last:
        return False
    first, last = expression.first, expression.last
    days = ((last.month - first.month) % 12) * 30 + (last.last or 30) - (first.first or 1)
    return days >= least
