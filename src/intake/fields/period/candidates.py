"""Every expression of time in a mail with what it is taken for, and which of them count as wishes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from intake.config import Programme
from intake.fields.period.context import Surroundings
from intake.fields.period.dates import Span, dates_span, fits, season_months, season_span
from intake.fields.period.expression import Expression, Shape
from intake.fields.period.expressions import find_expressions
from intake.fields.period.places import Place, Rank, is_of_page, word_runs
from intake.fields.period.verdict import Judgement, Verdict
from intake.fields.vocabulary.availability import About

_SHORTEST_DAYS = 25  # shorter times are visits, exams and conferences
_LONGEST_DAYS = 400
_FURTHEST = timedelta(days=800)
_PAST = timedelta(days=20)
_STARTING = re.compile(
    r"start|begin|beginn|commenc|come|join|avail|free|earliest|work|dispo|kommen|to be$|anfang|could|can|могу|нач",
    re.IGNORECASE,
)
_STAYING = re.compile(
    r"avail|free|stay|work|intern|remain|can|could|join|dispon|period|dates?|end|stage|prakti|verf",
    re.IGNORECASE,
)
_ASKING = re.compile(
    r"appl|avail|free|start|join|come|could|would|like|look|seek|interest|period|dates?|consider|propos",
    re.IGNORECASE,
)
_SHORT_WORDS = 7  # a line with no more words beside the time says nothing else
_WORDS = re.compile(r"\w+")
_FOR = re.compile(r"\b(?:for|during|in|this|im|für|pour|para|per)\s+(?:the\s+|your\s+)?$", re.IGNORECASE)


class Standing(StrEnum):
    """How a candidate may be used."""

    WISH = "wish"
    MAYBE = "maybe"  # a time ahead that nothing says is wanted
    END = "end"  # when it must be over
    PAST = "past"  # asked for, and over when the mail came
    DECLINED = "declined"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Candidate:
    """One expression, where it stands, and what it is taken for."""

    expression: Expression
    place: Place
    verdict: Verdict
    standing: Standing
    sentence: tuple[int, int]
    span: Span | None = None

    @property
    def quote(self) -> str:
        """The words."""
        return self.place.passage.text[self.expression.start : self.expression.end]

    @property
    def order(self) -> tuple[int, int]:
        """By place, then by position."""
        return int(self.place.rank), self.expression.start


def candidates(
    found: Iterable[Place], programme: Programme, today: date | None, southern: bool
) -> tuple[Candidate, ...]:
    """Every expression of the places, judged; the page's own words are passed over."""
    page = word_runs(programme.page.text)
    result: list[Candidate] = []
    for place in found:
        expressions = tuple(
            find_expressions(place.passage, programme.organisation.day_first, today.year if today else None)
        )
        around = Surroundings(place.passage, expressions, programme.organisation.names)
        result += [
            _candidate(expression, place, around, programme, today, southern)
            for expression in expressions
            if place.rank is Rank.SUBJECT
            or not is_of_page(place.passage, expression.start, expression.end, page)
        ]
    return tuple(_with_neighbours(result, programme, southern))


def _with_neighbours(found: list[Candidate], programme: Programme, southern: bool) -> list[Candidate]:
    """Season and dates of which one is wished and the other fits it: "next summer. For me that is June 19 to ..."."""

    def months(candidate: Candidate) -> tuple[int, int] | None:
        named = candidate.expression.named
        return season_months(named.seasons[0], programme, named.term, southern) if named else None

    def fit(season: Candidate, dates: Candidate) -> bool:
        window = months(season)
        said, other = season.expression.years, dates.expression.years
        return (
            window is not None
            and fits(window, dates.expression)
            and (not said or not other or said[0] in other)
        )

    wished = [c for c in found if c.standing is Standing.WISH]

    def joins(candidate: Candidate) -> bool:
        if candidate.verdict.judgement is not Judgement.NEUTRAL or candidate.standing is Standing.PAST:
            return False
        if candidate.expression.named:
            far = candidate.expression.named.relative is not None
            near = [
                c for c in wished if c.place is candidate.place and (far or c.sentence == candidate.sentence)
            ]
            return any(fit(candidate, other) for other in near if other.expression.named is None)
        return candidate.standing is Standing.MAYBE and any(fit(other, candidate) for other in wished)

    return [replace(c, standing=Standing.WISH) if joins(c) else c for c in found]


def _candidate(
    expression: Expression,
    place: Place,
    around: Surroundings,
    programme: Programme,
    today: date | None,
    southern: bool,
) -> Candidate:
    span = _span(expression, programme, today, southern)
    ahead = bool(expression.years) and span is not None and not _is_past(span, today)
    verdict = around.judge(expression, ahead)
    if verdict.shape:
        expression = _reshaped(expression, verdict.shape)
        span = _span(expression, programme, today, southern)
    sentence = around.sentence(expression)
    standing = _standing(expression, place, verdict, span, today, sentence)
    if expression.shape is Shape.MOMENT:
        expression = replace(expression, shape=Shape.START)
    return Candidate(expression, place, verdict, standing, sentence, span)


def _reshaped(expression: Expression, shape: Shape) -> Expression:
    if shape is Shape.START:
        later = expression.shape is Shape.RANGE or expression.first is None
        return replace(
            expression, shape=shape, first=expression.last if later else expression.first, last=None
        )
    if shape is Shape.END:
        return replace(expression, shape=shape, first=None, last=expression.last or expression.first)
    return replace(expression, shape=shape)


def _span(expression: Expression, programme: Programme, today: date | None, southern: bool) -> Span | None:
    if expression.shape is Shape.SEASON and expression.named:
        named = expression.named
        months = season_months(named.seasons[0], programme, named.term, southern)
        return season_span(named.seasons[0], months, named.year, today, named.relative)
    return dates_span(expression, today)


def _is_past(span: Span, today: date | None) -> bool:
    last = span.end or span.start
    if last is None or today is None:
        return False
    return last < today - _PAST if span.end else last < today - timedelta(days=60)


def _standing(
    expression: Expression,
    place: Place,
    verdict: Verdict,
    span: Span | None,
    today: date | None,
    sentence: tuple[int, int],
) -> Standing:
    if verdict.judgement is Judgement.DECLINED:
        return Standing.DECLINED
    if verdict.judgement is Judgement.END_ONLY:
        return Standing.END if span and not _is_past(span, today) else Standing.REJECTED
    if verdict.about in (About.DEADLINE, About.OPENINGS) and expression.named:
        return _offered(expression, verdict, span, today)
    if verdict.judgement is Judgement.REJECTED or expression.shape in (Shape.DURATION, Shape.YEAR):
        return Standing.REJECTED if verdict.judgement is not Judgement.WISH else Standing.MAYBE
    if not _is_plausible(expression, span, today):
        return Standing.REJECTED
    if span and _is_past(span, today):
        asked = verdict.judgement is Judgement.WISH and not verdict.of_past and place.rank is not Rank.RESUME
        asked = asked and (expression.named is not None or _ASKING.search(verdict.cue) is not None)
        return Standing.PAST if asked or place.rank is Rank.SUBJECT else Standing.REJECTED
    if verdict.judgement is Judgement.WISH:
        return Standing.WISH if _is_enough(expression, verdict) else Standing.REJECTED
    return _neutral(expression, place, span, sentence)


def _offered(expression: Expression, verdict: Verdict, span: Span | None, today: date | None) -> Standing:
    """A season that the organisation offers, or is said to: with its year, whoever names it means it."""
    if span is None or _is_past(span, today):
        return Standing.REJECTED
    if verdict.cue.casefold().startswith("you ") and expression.years:
        return Standing.WISH
    offered = expression.years or verdict.cue.casefold().startswith("you ")
    return Standing.MAYBE if offered else Standing.REJECTED


def _is_plausible(expression: Expression, span: Span | None, today: date | None) -> bool:
    if span is None:
        return expression.shape is Shape.SEASON
    if (
        span.days
        and (span.days > _LONGEST_DAYS or span.days < _SHORTEST_DAYS)
        and not _is_one_month(expression)
    ):
        return False
    return today is None or span.anchor is None or span.anchor <= today + _FURTHEST


def _is_one_month(expression: Expression) -> bool:
    first, last = expression.first, expression.last
    return first is not None and last is None and expression.duration is None


def _is_enough(expression: Expression, verdict: Verdict) -> bool:
    """A lone day or month is a wish only where the words speak of starting then."""
    if expression.shape is Shape.END:
        return _STAYING.search(verdict.cue) is not None
    if expression.shape is not Shape.MOMENT:
        return True
    moment = expression.first
    if moment is None or (moment.weak and not moment.year and not expression.preposition):
        return False
    if moment.exact:
        return _STARTING.search(verdict.cue) is not None
    asked = _STARTING.search(verdict.cue) or _ASKING.search(verdict.cue) or _STAYING.search(verdict.cue)
    return asked is not None and (expression.preposition or moment.year is not None)


def _neutral(expression: Expression, place: Place, span: Span | None, sentence: tuple[int, int]) -> Standing:
    """What nothing around it speaks of: a long time ahead is a wish by itself, a season where little else is said."""
    if place.strict or span is None:
        return Standing.REJECTED
    text = place.passage.text
    alone = (
        len(_WORDS.findall(text, sentence[0], expression.start))
        + len(_WORDS.findall(text, expression.end, sentence[1]))
        <= _SHORT_WORDS
    )
    if expression.shape in (Shape.RANGE, Shape.LENGTH, Shape.MONTHS):
        return Standing.WISH if span.said or alone or place.rank is Rank.SUBJECT else Standing.MAYBE
    if expression.shape is Shape.SEASON:
        firm = place.rank is Rank.SUBJECT or (alone and bool(expression.years))
        if firm or (
            expression.years and _FOR.search(text, max(sentence[0], expression.start - 20), expression.start)
        ):
            return Standing.WISH
        return Standing.MAYBE if expression.years else Standing.REJECTED
    if expression.shape is Shape.START and place.rank is Rank.SUBJECT:
        return Standing.WISH
    return Standing.REJECTED
