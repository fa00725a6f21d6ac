"""Dates in digits: "5/15/2017", "01.07.2017", "2017-06-05", "06/2017", "5/15", "15.5."; which number is the day."""

from __future__ import annotations

import re

from intake.fields.period.lex import CENTURY, Token
from intake.fields.period.reader import Found, Moment, Reader
from intake.fields.vocabulary.calendar import Kind

_NUMBERS = re.compile(r"\d+")


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
