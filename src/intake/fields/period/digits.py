"""Dates in digits: "5/15/2017", "01.07.2017", "2017-06-05", "06/2017", "5/15", "15.5."; which number is the day."""

from __future__ import annotations

import re
from collections.abc import Sequence

from intake.fields.period.lex import CENTURY, Token
from intake.fields.period.reader import Found, Moment, Reader
from intake.fields.vocabulary.calendar import Kind

_NUMBERS = re.compile(r"\d+")
_MOST_DAYS = 31
_MOST_MONTHS = 12
_ALWAYS = (24, 7)


def is_day_first(tokens: Sequence[Token]) -> bool:
    """Whether some date with slashes can only be read day first ("31/8") and none the other way round."""
    dates = [at for at, token in enumerate(tokens) if token.kind in (Kind.DATE, Kind.NUMBER)]
    pairs = [pair for at in dates if (pair := _slashed(tokens, at))]
    first = any(_MOST_MONTHS < one <= _MOST_DAYS and 1 <= two <= _MOST_MONTHS for one, two in pairs)
    return first and not any(1 <= one <= _MOST_MONTHS < two <= _MOST_DAYS for one, two in pairs)


def _slashed(tokens: Sequence[Token], at: int) -> tuple[int, int] | None:
    """The two numbers of "31/8" or "31/8/2017" at an index, None where there is no such date ("24/7" is none)."""
    token = tokens[at]
    if token.kind is Kind.DATE and token.text.count("/") == 2:
        one, two, _ = (int(number) for number in _NUMBERS.findall(token.text))
        return one, two
    if at + 2 >= len(tokens) or token.kind is not Kind.NUMBER or tokens[at + 1].text != "/":
        return None
    other = tokens[at + 2]
    if other.kind is not Kind.NUMBER or other.start != token.end + 1:
        return None
    pair = int(token.value), int(other.value)
    return pair if pair != _ALWAYS else None


def read_digits(reader: Reader, index: int) -> Found | None:
    """Read a date in digits: a first number over 12 is a day, dots put the day first, else the programme says."""
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


def _padded(reader: Reader, index: int) -> bool:
    """Whether two numbers around a dot are written as dates are, not as decimals are: "12.06", and "1.7-30.9"."""
    day, month = reader.tokens[index], reader.tokens[index + 2]
    before = reader.at(index - 1)
    if before and before.kind is Kind.WORD and before.text[:1].isupper():
        return False  # "Ubuntu 12.04"
    if before and before.end == day.start and before.text in ("/", "."):
        return False
    if len(day.text) == 2 and len(month.text) == 2 and month.text[0] == "0":
        return True
    return _MOST_MONTHS < int(day.value) <= _MOST_DAYS or _has_day_ahead(reader, index + 3)


def _has_day_ahead(reader: Reader, index: int) -> bool:
    """Whether "to 30.9" follows, whose first number can only be a day."""
    joined = reader.kind(index) in (Kind.TO, Kind.UNTIL) or reader.sign(index, "-–")
    day, month = reader.at(index + 1), reader.at(index + 3)
    if not joined or day is None or month is None or not reader.sign(index + 2, "."):
        return False
    if day.kind is not Kind.NUMBER or month.kind is not Kind.NUMBER or month.start != day.end + 1:
        return False
    return _MOST_MONTHS < int(day.value) <= _MOST_DAYS and 1 <= int(month.value) <= _MOST_MONTHS


def _short_digits(reader: Reader, index: int) -> Found | None:
    """ "5/15" and "15.5.": a day and a month in digits without a year."""
    first, second = reader.at(index), reader.at(index + 2)
    if not (first and second and first.kind is Kind.NUMBER and second.kind is Kind.NUMBER):
        return None
    stopped = reader.sign(index + 1, ".") and reader.sign(index + 3, ".")
    dotted = stopped or (reader.sign(index + 1, ".") and _padded(reader, index))
    if not (dotted or reader.sign(index + 1, "/")) or second.start != first.end + 1 or first.ordinal:
        return None
    one, two = int(first.value), int(second.value)
    day_first = dotted or one > 12 or (reader.day_first and two <= 12)
    day, month = (one, two) if day_first else (two, one)
    if not 1 <= month <= 12 or not 1 <= day <= 31 or reader.sign(index + 3, "/%") or one > 31:
        return None
    last = reader.at(index + 3) if stopped else second
    end, after = last.end if last else second.end, index + (4 if stopped else 3)
    dated = day > _MOST_MONTHS and (one, two) != _ALWAYS  # "5/22" is no fraction, "5/11" may be one
    return Moment(month, first.start, end, None, day, day, exact=True, weak=not dated), after
