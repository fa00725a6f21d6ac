"""How a judged expression may be used: as a wish, as something for a person to see, or not at all."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from intake.fields.period.dates import Span
from intake.fields.period.expression import Expression, Shape
from intake.fields.period.places import Place, Rank
from intake.fields.period.verdict import Judgement, Verdict
from intake.fields.vocabulary.availability import About

_SHORTEST_DAYS = 25  # shorter times are visits, exams and conferences
_LONGEST_DAYS = 400
_FURTHEST = timedelta(days=800)  # later times are plans for a life
_OVER = timedelta(days=20)  # since its end: one that is nearly over may still be asked for
_LONG_BEGUN = timedelta(days=60)  # since a start that has no end
_FEW_WORDS = 7  # a line with no more words beside the time says nothing else
_FEWER_WORDS = 3  # beside a term, as people study in terms too
_STARTING = re.compile(
    r"start|begin|beginn|commenc|arriv|come|join|avail|free|earliest|work|would be|perfect|ideal"
    r"|^i mean$|(?:right|new|correct|actual|real) date"
    r"|dispo|kommen|to be$|anfang|could|can|могу|нач",
    re.IGNORECASE,
)
_STAYING = re.compile(
    r"avail|free|yours|obligation|commitment|plans|stay|work|intern|remain|can|could|join|ideal|prefer|dispon|period|dates?|end|finish|fin\b|stage|prakti|verf",
    re.IGNORECASE,
)
_ASKING = re.compile(
    r"appl|avail|free|start|join|come|could|would|like|look|seek|interest|period|dates?|consider|propos",
    re.IGNORECASE,
)
_WORD = re.compile(r"\w+")
_FOR = re.compile(r"\b(?:for|für|pour|para|per)\s+(?:the\s+|your\s+)?$", re.IGNORECASE)


class Standing(StrEnum):
    """How a candidate may be used."""

    WISH = "wish"
    MAYBE = "maybe"  # a time ahead that nothing says is wanted
    END = "end"  # when it must be over
    PAST = "past"  # asked for, and over when the mail came
    DECLINED = "declined"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Judged:
    """An expression with its place, sentence, days and verdict; `today` is when the mail came, None where unknown."""

    expression: Expression
    place: Place
    sentence: tuple[int, int]
    span: Span | None
    verdict: Verdict
    today: date | None


def standing(judged: Judged) -> Standing:
    """Decide how an expression may be used, by its verdict, by when it is, and by how much it says."""
    verdict, expression = judged.verdict, judged.expression
    wished = verdict.judgement is Judgement.WISH
    past = judged.span is not None and is_past(judged.span, judged.today)
    if verdict.judgement is Judgement.DECLINED:
        return Standing.DECLINED
    if verdict.judgement is Judgement.END_ONLY:
        return Standing.END if judged.span and not past else Standing.REJECTED
    if verdict.about in (About.DEADLINE, About.OPENINGS) and expression.named:
        return Standing.REJECTED if past else _offered(judged)
    if expression.shape in (Shape.DURATION, Shape.YEAR):
        return Standing.MAYBE if wished else Standing.REJECTED
    if judged.place.asked and verdict.about in (None, About.PAST) and not past and _is_plausible(judged):
        return Standing.WISH  # "we settled on May 1 until July 28", below "When could you come?"
    if verdict.judgement is Judgement.REJECTED or not _is_plausible(judged):
        return Standing.REJECTED
    if past:
        return _past(judged)
    if wished:
        return Standing.WISH if _is_enough(judged) else Standing.REJECTED
    return _neutral(judged)


def is_past(span: Span, today: date | None) -> bool:
    """Whether a time was over when the mail came, with some weeks of grace."""
    if today is None:
        return False
    if span.end:
        return span.end < today - _OVER
    return span.start is not None and span.start < today - _LONG_BEGUN


def _offered(judged: Judged) -> Standing:
    """A season that the organisation offers, or is said to: with its year, whoever names it means it."""
    yours = judged.verdict.cue.casefold().startswith("you ")
    if judged.span is None or not (yours or judged.expression.years):
        return Standing.REJECTED
    return Standing.WISH if yours and judged.expression.years else Standing.MAYBE


def _is_plausible(judged: Judged) -> bool:
    """Neither a few days nor years, and not far off."""
    span, expression = judged.span, judged.expression
    if span is None:
        return expression.shape is Shape.SEASON
    whole = expression.last is not None or expression.duration is not None or expression.named is not None
    if span.days and whole and not _SHORTEST_DAYS <= span.days <= _LONGEST_DAYS:
        return False
    return judged.today is None or span.anchor is None or span.anchor <= judged.today + _FURTHEST


def _past(judged: Judged) -> Standing:
    """What was asked for and is over is for a person to see; what merely has been is not."""
    verdict, rank = judged.verdict, judged.place.rank
    if rank is Rank.SUBJECT:
        return Standing.PAST
    plainly = judged.expression.named is not None or _ASKING.search(verdict.cue) is not None
    asked = verdict.judgement is Judgement.WISH and not verdict.of_past and plainly
    return Standing.PAST if asked and rank is not Rank.RESUME else Standing.REJECTED


def _is_enough(judged: Judged) -> bool:
    """Whether the words carry it: a lone day or month is a wish only where they speak of starting or asking."""
    expression, cue = judged.expression, judged.verdict.cue
    if expression.shape is Shape.END:
        return _STAYING.search(cue) is not None
    if expression.shape is not Shape.MOMENT:
        return True
    moment = expression.first
    if moment is None or (moment.weak and not moment.year and not expression.preposition):
        return False
    if moment.exact:
        return _STARTING.search(cue) is not None
    asked = _STARTING.search(cue) or _ASKING.search(cue) or _STAYING.search(cue)
    return asked is not None and (expression.preposition or moment.year is not None)


def _neutral(judged: Judged) -> Standing:
    """What nothing around it speaks of: a long time ahead is a wish by itself, a season where little else is said."""
    expression, span, in_subject = judged.expression, judged.span, judged.place.rank is Rank.SUBJECT
    if judged.place.strict or span is None:
        return Standing.REJECTED
    alone = _words_beside(judged) <= (
        _FEWER_WORDS if expression.named and expression.named.term else _FEW_WORDS
    )
    if expression.shape in (Shape.RANGE, Shape.LENGTH, Shape.MONTHS):
        firm = (span.said and not expression.loose) or alone or in_subject
        return Standing.WISH if firm else Standing.MAYBE
    if expression.shape is Shape.SEASON:
        meant = alone or _is_given(judged) or judged.verdict.rank == 0
        if in_subject or (expression.years and meant):
            return Standing.WISH
        if _words_beside(judged) <= 1:  # "In summer."
            return Standing.WISH
        return Standing.MAYBE if expression.years else Standing.REJECTED
    started = expression.shape is Shape.START and (in_subject or _words_beside(judged) <= 1)  # "From May."
    return Standing.WISH if started else Standing.REJECTED


def _words_beside(judged: Judged) -> int:
    text, (start, end) = judged.place.passage.text, judged.sentence
    before = _WORD.findall(text, start, judged.expression.start)
    return len(before) + len(_WORD.findall(text, judged.expression.end, end))


def _is_given(judged: Judged) -> bool:
    """ "my documents for summer 2017"."""
    start = judged.expression.start
    return _FOR.search(judged.place.passage.text, max(judged.sentence[0], start - 20), start) is not None
