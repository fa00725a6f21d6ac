"""Expressions of time in a text: ranges, starts with a length, lone months, seasons; no judgement of what they are about."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from intake.fields.memory import remembered
from intake.fields.passage import Passage
from intake.fields.period.digits import is_day_first
from intake.fields.period.expression import Expression, Shape
from intake.fields.period.lengths import length_behind, read_length
from intake.fields.period.lex import lex
from intake.fields.period.moments import read_moment
from intake.fields.period.ranges import Result, preposition_before, read_months_of_year, read_range
from intake.fields.period.reader import Moment, Reader
from intake.fields.period.seasons import read_quarter, read_season
from intake.fields.vocabulary.calendar import Kind

MOST = 400  # expressions of one passage
_BEGINS_NOTHING = frozenset(  # that most words are, so that nothing is tried where they stand
    (
        Kind.WORD,
        Kind.SIGN,
        Kind.OF,
        Kind.IN,
        Kind.FOR,
        Kind.TO,
        Kind.AND,
        Kind.OR,
        Kind.FROM,
        Kind.STAY,
        Kind.TERM,
    )
)


def find_expressions(
    passage: Passage, day_first: bool = False, year: int | None = None
) -> Iterator[Expression]:
    """Yield the expressions of a passage in order, at most 400; they do not overlap.

    `day_first` orders dates in digits that can be read both ways; `year` is when it was written ("next year").
    """
    yield from _expressions(passage, day_first, year)


@remembered
def _expressions(passage: Passage, day_first: bool, year: int | None) -> tuple[Expression, ...]:
    return tuple(_found(passage, day_first, year))


def _found(passage: Passage, day_first: bool, year: int | None) -> Iterator[Expression]:
    tokens = lex(passage, year)
    day_first = day_first or is_day_first(tokens)
    index = found = 0
    while index < len(tokens) and found < MOST:
        if tokens[index].kind in _BEGINS_NOTHING:
            index += 1
            continue
        reader = Reader(tokens, day_first, index)
        result = next((r for r in (read(reader, index) for read in _READERS) if r), None)
        if result:
            yield result[0]
            index, found = max(result[1], index + 1), found + 1
        else:
            index += 1


def _dates(reader: Reader, index: int) -> Result:
    """A range, a start with a length, a start, an end, or a moment alone."""
    whole = read_range(reader, index)
    if whole:
        return whole
    found = read_moment(reader, index)
    if not found:
        return None
    moment, after = found
    length = length_behind(reader, after)
    if length:
        duration, after = length
        return Expression(
            Shape.LENGTH, moment.start, duration.end, moment, None, duration, preposition=True
        ), after
    return _alone(reader, index, moment, after)


def _alone(reader: Reader, index: int, moment: Moment, after: int) -> Result:
    before = preposition_before(reader, index)
    preposition = before is not None
    if moment.weak and (
        before is None or (before is Kind.RELATIVE and reader.tokens[after - 1].text.islower())
    ):
        return None  # "may", "march", "Jan" with nothing of a date beside it
    start = Expression(Shape.START, moment.start, moment.end, moment, preposition=True)
    if before in (Kind.OPENS, Kind.AFTER) or reader.kind(after) is Kind.ONWARD:
        return start, after
    if before is Kind.FROM and (not moment.weak or moment.exact or reader.tokens[after - 1].text.istitle()):
        return start, after
    if reader.sign(after, "-–") and _open_end(reader, after + 1):
        return start, after + 1
    if before in (Kind.UNTIL, Kind.BEFORE):
        return Expression(
            Shape.END if before is Kind.UNTIL else Shape.MOMENT,
            moment.start,
            moment.end,
            None if before is Kind.UNTIL else moment,
            moment,
            preposition=True,
        ), after
    return Expression(Shape.MOMENT, moment.start, moment.end, moment, preposition=preposition), after


def _open_end(reader: Reader, index: int) -> bool:
    token = reader.at(index)
    return token is not None and token.folded in ("open", "onwards", "whenever", "flexible", "?")


def _seasons(reader: Reader, index: int) -> Result:
    found = read_season(reader, index) or read_quarter(reader, index)
    if not found:
        return None
    named, after = found
    if named.first and named.last:
        return Expression(
            Shape.RANGE, named.start, named.end, named.first, named.last, preposition=True
        ), after
    return Expression(Shape.SEASON, named.start, named.end, named=named, year=named.year), after


def _year(reader: Reader, index: int) -> Result:
    token = reader.at(index)
    if token is None or token.kind is not Kind.YEAR:
        return None
    whole = read_range(reader, _comma(reader, index))
    if whole and not whole[0].years:  # "in 2017, from June to August"
        return replace(whole[0], start=token.start, year=int(token.value)), whole[1]
    return Expression(Shape.YEAR, token.start, token.end, year=int(token.value)), index + 1


def _comma(reader: Reader, index: int) -> int:
    at = index + 1
    at += reader.sign(at, ",:(")
    return reader.skip(at, Kind.FROM, Kind.OPENS)


_READERS: tuple[Callable[[Reader, int], Result], ...] = (
    read_months_of_year,
    read_length,
    _dates,
    _seasons,
    _year,
)
