"""Lengths: "12 weeks", "three to four months", and starts that have one: "14 weeks from mid May", "June 5 for 12 weeks"."""

from __future__ import annotations

from dataclasses import replace

from intake.fields.period.expression import Duration, Expression, Shape
from intake.fields.period.moments import read_moment
from intake.fields.period.ranges import STAYING, Result, read_range
from intake.fields.period.reader import Reader
from intake.fields.vocabulary.calendar import Kind

_MOST = 400  # days, weeks or months that anyone means
_BETWEEN_WORDS = 6  # "12 weeks of full-time work in your office from June 5"
_BEHIND_WORDS = 10
_PLAIN = (
    Kind.WORD, Kind.STAY, Kind.THE, Kind.FOR, Kind.AND, Kind.TO, Kind.IN, Kind.ABOUT, Kind.OF, Kind.LAST,
)  # fmt: skip
_LEADS = (Kind.FOR, Kind.ABOUT, Kind.THE, Kind.ONWARD, Kind.STAY, Kind.OF)
_NEW_CLAUSE = frozenset(
    ("so", "but", "i", "because", "since", "as", "if", "when", "that", "which", "can", "could")
)
_LEAD_WORDS = frozenset(
    "period total least at a following next duration : minimum full lasts une un durée dauer einer einen una"
    " duración durata".split()
)


def read_length(reader: Reader, index: int) -> Result:
    """ "12 weeks", and "12 weeks from June 5", "three months beginning in June"."""
    got = read_duration(reader, index)
    if not got:
        return None
    duration, after = got
    at = _past(reader, after, (Kind.OPENS, Kind.FROM, Kind.AFTER), _BETWEEN_WORDS)
    if at is not None:
        at = reader.skip(at + 1, Kind.FROM, Kind.IN, Kind.ABOUT, Kind.THE, Kind.OPENS)
        whole = read_range(reader, at)
        if whole:
            shape = Shape.LENGTH if whole[0].shape is Shape.START else whole[0].shape
            return replace(whole[0], shape=shape, start=duration.start, duration=duration), whole[1]
        found = read_moment(reader, at)
        if found:
            moment, after = found
            return Expression(
                Shape.LENGTH, duration.start, moment.end, moment, None, duration, preposition=True
            ), after
    return Expression(Shape.DURATION, duration.start, duration.end, duration=duration), after


def length_behind(reader: Reader, index: int) -> tuple[Duration, int] | None:
    """Return the length behind a start and the index behind it: "June 5 for 12 weeks", "30 May and stay for 14 weeks"."""
    for at in range(index, index + _BEHIND_WORDS):
        found = read_duration(reader, at)
        if found:
            if _of_another_start(reader, found[1]):
                return None
            return found if found[0].unit != "day" or found[0].least > 20 else None
        token = reader.at(at)
        if token is None or token.gap > 1:
            return None
        known = token.folded in STAYING or token.kind in _LEADS
        if not known and token.folded not in _LEAD_WORDS:
            return None
    return None


def _of_another_start(reader: Reader, index: int) -> bool:
    """Whether a start of its own stands behind a length: "May 6 and I'm available for 16 weeks beginning May 15"."""
    opens = reader.kind(index) in (Kind.OPENS, Kind.FROM)
    return opens and read_moment(reader, reader.skip(index + 1, Kind.IN, Kind.ABOUT, Kind.THE)) is not None


def read_duration(reader: Reader, index: int) -> tuple[Duration, int] | None:
    """Read "12 weeks", "3-4 months", "twelve (12) weeks" and the index behind it; "up to" and "at least" leave it open."""
    token = reader.at(index)
    if half := _half_a_year(reader, index):
        return half
    if token is None or reader.kind(index) is not Kind.NUMBER or int(token.value) > _MOST:
        return None
    at = index + 1
    if reader.sign(at, "(") and reader.kind(at + 1) is Kind.NUMBER and reader.sign(at + 2, ")"):
        at += 3  # "twelve (12) weeks"
    tenths = reader.at(at + 1)
    if reader.sign(at, ".") and tenths and tenths.kind is Kind.NUMBER and tenths.start == token.end + 1:
        token, at = token._replace(value=int(token.value) + 1), at + 2  # "5.5 months"
    most, second = int(token.value), at
    second += reader.sign(at, "-–") or reader.kind(at) in (Kind.TO, Kind.OR, Kind.UNTIL)
    ahead = reader.at(second)
    if second > at and ahead and ahead.kind is Kind.NUMBER:
        most, at = int(ahead.value), second + 1
    at += reader.sign(at, "-–+")
    unit = reader.at(at)
    if unit is None or reader.kind(at) is not Kind.UNIT:
        return None
    least, most = int(token.value), max(most, int(token.value))
    before = reader.at(index - 1)
    if before and (before.kind is Kind.UNTIL or before.folded in ("least", "most", "minimum", "maximum")):
        most += 2 * 53  # a bound, and no length
    return Duration(least, most, str(unit.value), token.start, unit.end), at + 1


def _half_a_year(reader: Reader, index: int) -> tuple[Duration, int] | None:
    said = [reader.at(at) for at in (index, index + 1, index + 2)]
    first, _, last = said
    if first is None or last is None or [token and token.folded for token in said] != ["half", "a", "year"]:
        return None
    return Duration(6, 6, "month", first.start, last.end), index + 3


def _past(reader: Reader, index: int, kinds: tuple[Kind, ...], most: int) -> int | None:
    """The index of a token of these kinds at most `most` words ahead, with plain words and brackets between."""
    for at in range(index, index + most):
        kind = reader.kind(at)
        if kind in kinds:
            return at
        token = reader.at(at)
        plain = kind in _PLAIN and token is not None and token.folded not in _NEW_CLAUSE
        if not plain and not reader.sign(at, "(),-–"):
            return None
    return None
