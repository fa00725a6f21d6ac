"""Every expression of time in a mail with what it is taken for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from intake.config import Programme
from intake.fields.period.context import Surroundings
from intake.fields.period.dates import Span, dates_span, fits, season_months, season_span
from intake.fields.period.expression import Expression, Shape
from intake.fields.period.expressions import find_expressions
from intake.fields.period.places import Place, Rank, is_of_page, word_runs
from intake.fields.period.reader import Moment
from intake.fields.period.standing import Judged, Standing, is_past, standing
from intake.fields.period.verdict import Judgement, Verdict


@dataclass(frozen=True, slots=True)
class Calendar:
    """What dates are read by: the programme's seasons, the day the mail came, and the half of the earth meant."""

    programme: Programme
    today: date | None
    southern: bool = False  # the half that is not the programme's

    def months(self, season: str, term: str | None) -> tuple[int, int]:
        """First and last month of a season."""
        return season_months(season, self.programme, term, self.southern)

    def span(self, expression: Expression) -> Span | None:
        """The days of an expression by itself, None where they are not known."""
        named = expression.named
        if expression.shape is Shape.SEASON and named:
            months = self.months(named.seasons[0], named.term)
            return season_span(months, named.year, self.today, named.relative)
        return dates_span(expression, self.today)


@dataclass(frozen=True, slots=True)
class Candidate:
    """One expression, where it stands, and what it is taken for."""

    expression: Expression
    place: Place
    verdict: Verdict
    standing: Standing
    sentence: tuple[int, int]

    @property
    def quote(self) -> str:
        """The words."""
        return self.place.passage.text[self.expression.start : self.expression.end]

    @property
    def order(self) -> tuple[int, int]:
        """By place, then by position."""
        return int(self.place.rank), self.expression.start


def candidates(found: Iterable[Place], calendar: Calendar) -> tuple[Candidate, ...]:
    """Every expression of the places, judged; the page's own words are passed over."""
    organisation = calendar.programme.organisation
    page = _page_runs(calendar.programme.page.text)
    year = calendar.today.year if calendar.today else None
    result: list[Candidate] = []
    for place in found:
        expressions = tuple(find_expressions(place.passage, organisation.day_first, year))
        around = Surroundings(place.passage, expressions, organisation.names)
        own = [e for e in expressions if place.rank is Rank.SUBJECT or not is_of_page(place.passage, e, page)]
        result += [_candidate(expression, place, around, calendar) for expression in own]
    return tuple(_with_neighbours(result, calendar))


@lru_cache(maxsize=8)
def _page_runs(page: str) -> frozenset[tuple[str, ...]]:
    return word_runs(page)


def _candidate(expression: Expression, place: Place, around: Surroundings, calendar: Calendar) -> Candidate:
    span = calendar.span(expression)
    ahead = bool(expression.years) and span is not None and not is_past(span, calendar.today)
    verdict = around.judge(expression, ahead)
    sentence = around.sentence(expression)
    if verdict.shape:
        expression = _reshaped(expression, verdict.shape, calendar.today)
        span = calendar.span(expression)
    stands = standing(Judged(expression, place, sentence, span, verdict, calendar.today))
    if expression.shape is Shape.MOMENT:
        expression = replace(expression, shape=Shape.START)
    return Candidate(expression, place, verdict, stands, sentence)


def _reshaped(expression: Expression, shape: Shape, today: date | None) -> Expression:
    """A start or an end where the words make one of it; of a range, a start is its last day ("after that").

    A lone time as a range goes from the day the mail came ("from now until January"); an end, where that is unknown.
    """
    first, last = expression.first, expression.last
    if shape is Shape.RANGE and expression.shape is not Shape.RANGE:
        if today is None:
            return _reshaped(expression, Shape.END, None)
        now = Moment(today.month, expression.start, expression.start, first=today.day, last=today.day)
        return replace(expression, shape=shape, first=now, last=last or first)
    if shape is Shape.START:
        later = expression.shape is Shape.RANGE or first is None
        return replace(expression, shape=shape, first=last if later else first, last=None)
    if shape is Shape.END:
        return replace(expression, shape=shape, first=None, last=last or first)
    return replace(expression, shape=shape)


def _with_neighbours(found: list[Candidate], calendar: Calendar) -> list[Candidate]:
    """Season and dates of which one is wished and the other fits it: "next summer. For me that is June 19 to ..."."""
    wished = [c for c in found if c.standing is Standing.WISH]
    seasons = {c.expression.named.seasons[0] for c in wished if c.expression.named}

    def joins(candidate: Candidate) -> bool:
        named = candidate.expression.named
        if candidate.verdict.judgement is not Judgement.NEUTRAL or candidate.standing is Standing.PAST:
            return False
        if named is None:
            fitting = any(_fit(c, candidate, calendar) for c in wished) or any(
                _ends(candidate, c) for c in found
            )
            return candidate.standing is Standing.MAYBE and fitting
        if seasons - {named.seasons[0]}:  # another one is wished for plainly
            return False
        near = [c for c in wished if c.place is candidate.place and c.expression.named is None]
        return any(
            _fit(candidate, c, calendar) for c in near if named.relative or c.sentence == candidate.sentence
        )

    return [replace(c, standing=Standing.WISH) if joins(c) else c for c in found]


def _ends(stretch: Candidate, end: Candidate) -> bool:
    """Whether another time of the sentence is the end of a stretch: "june july and august, I'm back in class on the 28th"."""
    same = end.standing is Standing.END and end.sentence == stretch.sentence and end.place is stretch.place
    one, other = stretch.expression.last, end.expression.last or end.expression.first
    return same and one is not None and other is not None and one.month == other.month


def _fit(season: Candidate, dates: Candidate, calendar: Calendar) -> bool:
    """Whether dates can be a closer word for a season, and no year speaks against it."""
    named = season.expression.named
    said, other = season.expression.years, dates.expression.years
    if named is None or (said and other and said[0] not in other):
        return False
    return fits(calendar.months(named.seasons[0], named.term), dates.expression)
