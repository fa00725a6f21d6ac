"""Days and months as they are written: "mid-May", "29 May", "June 5th, 2017", "the first week of August", "01.07.2017"."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass

from intake.fields.period.lex import CENTURY, Token
from intake.fields.vocabulary.calendar import WEAK_MONTHS, Kind

_PART_DAYS = {"early": (1, 10), "mid": (15, 15), "late": (22, 31)}
_WEEK_DAYS = {1: (1, 7), 2: (8, 14), 3: (15, 21), 4: (22, 28), 5: (25, 31)}
_MOST_SKIPPED = 6
_NUMBERS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Moment:
    """A month; `first` and `last` bound the days that are meant ("mid-May": 15 to 15), None where only the month is said."""

    month: int
    start: int  # offsets into the text
    end: int
    year: int | None = None
    first: int | None = None
    last: int | None = None
    exact: bool = False  # a day of the month is said
    weak: bool = False  # a month's name that also means something else, or two numbers that may be no date

    def begins(self, year: int) -> tuple[int, int, int]:
        """(year, month, day) from which this is meant."""
        return year, self.month, min(self.first or 1, monthrange(year, self.month)[1])

    def ends(self, year: int) -> tuple[int, int, int]:
        """(year, month, day) until which this is meant."""
        return year, self.month, min(self.last or 31, monthrange(year, self.month)[1])


@dataclass(frozen=True, slots=True)
class Reader:
    """The tokens of one passage from an expression's first one on, and how dates in digits are ordered."""

    tokens: Sequence[Token]
    day_first: bool = False
    origin: int = 0

    def at(self, index: int) -> Token | None:
        """The token at an index, None beyond either end and behind an empty line."""
        return self.tokens[index] if 0 <= index < len(self.tokens) else None

    def kind(self, index: int) -> Kind | None:
        """The kind of the token there, None where an empty line parts it from the one before it in the expression."""
        token = self.at(index)
        return token.kind if token and (token.gap < 2 or index == self.origin) else None

    def sign(self, index: int, signs: str) -> bool:
        """Whether one of these signs stands there."""
        token = self.at(index)
        return token is not None and token.kind is Kind.SIGN and token.text in signs

    def skip(self, index: int, *kinds: Kind) -> int:
        """The index of the first token that has none of these kinds, at most six tokens on: nobody writes more of them."""
        last = index + _MOST_SKIPPED
        while index < last and self.kind(index) in kinds:
            index += 1
        return index


Found = tuple[Moment, int]


def read_moment(reader: Reader, index: int) -> Found | None:
    """Read the moment that starts at a token: it and the index of the token behind it, None where there is none."""
    start = index
    token = reader.at(index)
    if token is None:
        return None
    index = reader.skip(index, Kind.ABOUT, Kind.THE)
    if reader.kind(index) is Kind.WEEKDAY:
        index = reader.skip(index + 1, Kind.THE)
        index += reader.sign(index, ",.")
        index = reader.skip(index, Kind.THE)
    for read in (_digits, _week, _part, _day_month, _month_day, _cjk, _holiday):
        found = read(reader, index)
        if found:
            return _widen(found, token.start if index > start else found[0].start)
    return None


def read_year(reader: Reader, index: int) -> tuple[int, int] | None:
    """A year behind a moment: ", 2017", "of 2017", "in 2017", "(2017)"; the year and the index behind it."""
    at = index
    if reader.sign(at, ",(") or reader.kind(at) in (Kind.OF, Kind.IN):
        at += 1
    if reader.kind(at) is Kind.OF:
        at += 1
    token = reader.at(at)
    if token is None or reader.kind(at) is not Kind.YEAR:
        return None
    after = at + 1
    if reader.sign(index, "(") and reader.sign(after, ")"):
        after += 1
    return int(token.value), after


def _widen(found: Found, start: int) -> Found:
    moment, after = found
    return Moment(
        moment.month, start, moment.end, moment.year, moment.first, moment.last, moment.exact, moment.weak
    ), after


def _with_year(reader: Reader, index: int, moment: Moment) -> Found:
    found = read_year(reader, index)
    if not found:
        return moment, index
    year, after = found
    last = reader.at(after - 1)
    end = last.end if last else moment.end
    return Moment(moment.month, moment.start, end, year, moment.first, moment.last, moment.exact), after


def _digits(reader: Reader, index: int) -> Found | None:
    token = reader.at(index)
    if token is None or reader.kind(index) is not Kind.DATE:
        return _short_digits(reader, index)
    numbers = [int(number) for number in _NUMBERS.findall(token.text)]
    if len(numbers) == 2:
        year, month = (numbers[0], numbers[1]) if numbers[0] > 31 else (numbers[1], numbers[0])
        return _moment(token, month, None, year, index + 1)
    if numbers[0] > 31:
        return _moment(token, numbers[1], numbers[2], numbers[0], index + 1)
    day_first = (reader.day_first or "." in token.text or numbers[0] > 12) and numbers[1] <= 12
    day, month = (numbers[0], numbers[1]) if day_first else (numbers[1], numbers[0])
    return _moment(token, month, day, numbers[2] if numbers[2] > 99 else _century(numbers[2]), index + 1)


def _century(year: int) -> int:
    return year + (1900 if year >= CENTURY else 2000)


def _moment(token: Token, month: int, day: int | None, year: int | None, after: int) -> Found | None:
    if not 1 <= month <= 12 or (day is not None and not 1 <= day <= 31):
        return None
    return Moment(month, token.start, token.end, year, day, day, day is not None), after


def _short_digits(reader: Reader, index: int) -> Found | None:
    """ "5/15" and "15.5.": a day and a month in digits without a year."""
    first, second = reader.at(index), reader.at(index + 2)
    if not (first and second and first.kind is Kind.NUMBER and second.kind is Kind.NUMBER):
        return None
    dotted = reader.sign(index + 1, ".") and reader.sign(index + 3, ".")
    if not (dotted or reader.sign(index + 1, "/")) or second.start != first.end + 1 or first.ordinal:
        return None
    one, two = int(first.value), int(second.value)
    day_first = dotted or one > 12 or (reader.day_first and two <= 12)
    day, month = (one, two) if day_first else (two, one)
    if not 1 <= month <= 12 or not 1 <= day <= 31 or reader.sign(index + 3, "/%") or one > 31:
        return None
    last = reader.at(index + 3) if dotted else second
    end, after = last.end if last else second.end, index + (4 if dotted else 3)
    return Moment(month, first.start, end, None, day, day, exact=True, weak=True), after


def _week(reader: Reader, index: int) -> Found | None:
    """ "the first week of August", "the week of June 5"."""
    token = reader.at(index)
    if token is None:
        return None
    ordinal = (
        int(token.value) if token.kind is Kind.ORDINAL or (token.kind is Kind.NUMBER and token.ordinal) else 0
    )
    at = index + 1 if ordinal else index
    unit = reader.at(at)
    if reader.kind(at) is Kind.RELATIVE or unit is None or unit.kind is not Kind.UNIT or unit.value != "week":
        return None
    at = reader.skip(at + 1, Kind.OF, Kind.IN, Kind.THE)
    found = _day_month(reader, at) or _month_day(reader, at)
    if not found:
        return None
    moment, after = found
    first, last = (moment.first, moment.last) if moment.exact else _WEEK_DAYS.get(ordinal, (1, 31))
    return Moment(moment.month, token.start, moment.end, moment.year, first, last, True), after


def _part(reader: Reader, index: int) -> Found | None:
    token = reader.at(index)
    if token is None or reader.kind(index) is not Kind.PART:
        return None
    at, second = index + 1, token
    if (reader.sign(at, "/-–") or reader.kind(at) is Kind.TO) and reader.kind(at + 1) is Kind.PART:
        second, at = reader.tokens[at + 1], at + 2  # "mid/late May", "mid to late August"
    at += reader.sign(at, "-–.")
    at = reader.skip(at, Kind.OF, Kind.IN, Kind.THE)
    found = _month_day(reader, at) or _cjk(reader, at)
    if not found:
        return None
    moment, after = found
    if moment.exact:
        return moment, after
    first, last = _PART_DAYS[str(token.value)][0], _PART_DAYS[str(second.value)][1]
    return Moment(moment.month, token.start, moment.end, moment.year, first, last, True), after


def _day_month(reader: Reader, index: int) -> Found | None:
    token = reader.at(index)
    if (
        token is None
        or reader.kind(index) not in (Kind.NUMBER, Kind.ORDINAL)
        or not 1 <= int(token.value) <= 31
    ):
        return None
    at = index + 1
    at += reader.sign(at, ".-")
    at = reader.skip(at, Kind.OF, Kind.THE)
    month = reader.at(at)
    if month is None or reader.kind(at) is not Kind.MONTH or (token.kind is Kind.ORDINAL and at == index + 1):
        return None
    at += 1
    at += reader.sign(at, ".") and reader.kind(at + 1) is Kind.YEAR
    day = int(token.value)
    return _with_year(reader, at, Moment(int(month.value), token.start, month.end, None, day, day, True))


def _month_day(reader: Reader, index: int) -> Found | None:
    token = reader.at(index)
    if token is None or reader.kind(index) is not Kind.MONTH:
        return None
    at = index + 1
    at += reader.sign(at, ".") and reader.kind(at + 1) in (Kind.NUMBER, Kind.YEAR)
    at = reader.skip(at, Kind.THE) if reader.kind(reader.skip(at, Kind.THE)) is Kind.NUMBER else at
    day = reader.at(at)
    if day and reader.kind(at) is Kind.NUMBER and 1 <= int(day.value) <= 31 and not _counts(reader, at):
        return _with_year(
            reader,
            at + 1,
            Moment(int(token.value), token.start, day.end, None, int(day.value), int(day.value), True),
        )
    weak = token.folded in WEAK_MONTHS
    moment, after = _with_year(reader, at, Moment(int(token.value), token.start, token.end, weak=weak))
    if reader.kind(after) is Kind.PART and "\u3400" <= reader.tokens[after].text[0] <= "\u9fff":
        return _cjk_part(reader, after, moment)
    return moment, after


def _counts(reader: Reader, index: int) -> bool:
    """Whether the number counts weeks or months rather than being a day ("June 12 weeks")."""
    at = index + 1
    at += reader.sign(at, "-–")
    return reader.kind(at) is Kind.UNIT


def _cjk(reader: Reader, index: int) -> Found | None:
    """ "2017年6月5日", "6月", "明年6月"."""
    start, year = index, None
    token = reader.at(index)
    if token and token.kind is Kind.YEAR and _is(reader, index + 1, "年"):
        year, index = int(token.value), index + 2
    number = reader.at(index)
    if number is None or token is None:
        return None
    if number.kind is Kind.MONTH and year:
        moment, after = Moment(int(number.value), token.start, number.end, year), index + 1
    elif number.kind is Kind.NUMBER and _is(reader, index + 1, "月") and 1 <= int(number.value) <= 12:
        moment, after = (
            Moment(int(number.value), reader.tokens[start].start, reader.tokens[index + 1].end, year),
            index + 2,
        )
    else:
        return None
    day = reader.at(after)
    if day and day.kind is Kind.NUMBER and (_is(reader, after + 1, "日") or _is(reader, after + 1, "号")):
        return Moment(
            moment.month,
            moment.start,
            reader.tokens[after + 1].end,
            year,
            int(day.value),
            int(day.value),
            True,
        ), after + 2
    return _cjk_part(reader, after, moment) if reader.kind(after) is Kind.PART else (moment, after)


def _cjk_part(reader: Reader, index: int, moment: Moment) -> Found:
    part = reader.tokens[index]
    first, last = _PART_DAYS[str(part.value)]
    return Moment(moment.month, moment.start, part.end, moment.year, first, last, True), index + 1


def _is(reader: Reader, index: int, text: str) -> bool:
    token = reader.at(index)
    return token is not None and token.text == text


def _holiday(reader: Reader, index: int) -> Found | None:
    token = reader.at(index)
    if token is None or reader.kind(index) is not Kind.HOLIDAY:
        return None
    month, day = divmod(int(token.value), 100)
    return _with_year(reader, index + 1, Moment(month, token.start, token.end, None, day, day, True))
