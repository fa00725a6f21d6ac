"""A wished time as months: ends that a season fills in, years that were left out, a length named apart from its start."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from intake.fields.period.candidates import Calendar, Candidate
from intake.fields.period.clusters import Cluster
from intake.fields.period.dates import Span, dates_span, month_of, season_span
from intake.fields.period.ends import AT_MOST, FROM_NOW
from intake.fields.period.expression import Duration, Shape
from intake.fields.period.places import Rank
from intake.fields.period.reader import Moment
from intake.fields.period.standing import Standing
from intake.model import Json

_WEEKS = {"day": 1 / 7, "week": 1.0, "month": 4.35}


@dataclass(frozen=True, slots=True)
class Resolved:
    """A cluster as a period: the days, what was inferred, and the candidates it was made from, the main one first."""

    season: str | None
    year: int | None
    span: Span | None
    inferred: tuple[str, ...]
    sources: tuple[Candidate, ...]

    def value(self) -> dict[str, Json]:
        """The keys of a period's value, without its alternatives."""
        return {
            "season": self.season,
            "year": self.year,
            "start": month_of(self.span.start) if self.span else None,
            "end": month_of(self.span.end) if self.span else None,
            "months": self.span.months if self.span else None,
            "inferred": list(self.inferred),
        }


def resolve(home: Cluster, calendar: Calendar, length: Candidate | None = None) -> Resolved:
    """Work out the days of a cluster; `length` is a length named apart from the start ("a 12-week internship")."""
    said = home.years[0] if home.years else None
    span, used = _dated(home, calendar, said, length)
    inferred: list[str] = []
    if home.season:
        months = calendar.months(home.season, home.term)
        joined = "-" in home.season
        named = season_span(months, said, calendar.today, home.relative, joined=joined)
        span, inferred = _filled(span, named)
    reached = span.anchor.year if span and span.anchor else None
    if span and span.end and home.season is None and any(c.verdict.cue == FROM_NOW for c in used):
        reached = span.end.year  # the one that the words can name
    if said is None and span is not None:
        inferred = ["year", *inferred]
    year = reached if home.season is None or said is None else said
    return Resolved(home.season, year, span, tuple(inferred), _used(home, used, said))


def _dated(
    home: Cluster, calendar: Calendar, year: int | None, length: Candidate | None
) -> tuple[Span | None, list[Candidate]]:
    best = home.best
    if best is None:
        return None, []
    used = [best]
    expression = best.expression
    if expression.shape is Shape.START and expression.duration is None:
        ends = (c for c in home.dates if c.expression.shape is Shape.END)
        end = next((c for c in ends if _is_behind(expression.first, c.expression.last)), None)
        if end and not (length and end.verdict.cue == AT_MOST):
            expression = replace(expression, shape=Shape.RANGE, last=end.expression.last)
            used.append(end)
        elif length:
            expression = replace(expression, duration=length.expression.duration)
            used.append(length)
    return dates_span(expression, calendar.today, year, home.relative), used


def _is_behind(first: Moment | None, last: Moment | None) -> bool:
    """Whether an end named apart from a start can be its end: days before it in its month are another year's."""
    if first is None or last is None or not (first.exact and last.exact) or first.month != last.month:
        return True
    return (last.last or 31) > (first.first or 1)


def _filled(span: Span | None, named: Span | None) -> tuple[Span | None, list[str]]:
    """Fill the open ends of dates from the season's months."""
    if span is None:
        return named, ["start", "end"] if named else []
    if named is None or (span.start and span.end):
        return span, []
    if span.start is None and named.start and span.end and named.start <= span.end:
        return replace(span, start=named.start), ["start"]
    if span.end is None and named.end and span.start and span.start <= named.end:
        return replace(span, end=named.end), ["end"]
    return span, []


def _used(home: Cluster, dated: list[Candidate], year: int | None) -> tuple[Candidate, ...]:
    """The candidates that the value was made from: the dates, then a season or a year that they do not give."""
    used = list(dated)
    season = min(home.seasons, key=lambda c: (not c.expression.years, c.order), default=None)
    if season:
        used.append(season)
    if year is not None and not any(c.expression.years for c in used):
        used += [c for c in home.members if c.expression.years][:1]
    return tuple(used)


def lengths(found: Iterable[Candidate], start: Candidate | None = None) -> Candidate | None:
    """The one length of an internship that the applicant names by itself, None where there are several or none.

    Of several, the one in the sentence of the start.
    """
    said: dict[Duration, Candidate] = {}
    for candidate in found:
        duration = candidate.expression.duration
        lone = candidate.expression.shape is Shape.DURATION and candidate.standing is Standing.MAYBE
        if lone and duration and _is_stay(duration) and candidate.place.rank < Rank.RESUME:
            said[replace(duration, start=0, end=0)] = candidate
    beside = [c for c in said.values() if start and c.place is start.place and c.sentence == start.sentence]
    if len(said) > 1 and len(beside) == 1:
        return beside[0]
    return next(iter(said.values())) if len(said) == 1 else None


def _is_stay(duration: Duration) -> bool:
    weeks = duration.least * _WEEKS[duration.unit]
    return 6 <= weeks <= 53
