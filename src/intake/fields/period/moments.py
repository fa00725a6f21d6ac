"""Days and months as they are written: "mid-May", "29 May", "June 5th, 2017", "the first week of August", "01.07.2017"."""

from __future__ import annotations

from dataclasses import replace

from intake.fields.period.digits import read_digits
from intake.fields.period.reader import Found, Moment, Reader, read_year
from intake.fields.vocabulary.calendar import WEAK_MONTHS, Kind

_SHORT_FORM = 4  # letters
_PART_DAYS = {"early": (1, 10), "mid": (15, 15), "late": (22, 31)}
_WEEK_DAYS = {1: (1, 7), 2: (8, 14), 3: (15, 21), 4: (22, 28), 5: (25, 31)}


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
    for read in (
        read_digits,
        _year_first,
        _week,
        _day_of_week,
        _part,
        _day_month,
        _month_day,
        _cjk,
        _holiday,
    ):
        found = read(reader, index)
        if found:
            moment, after = _widen(found, token.start if index > start else found[0].start)
            return moment, after + _is_shortened(reader, after)
    return None


def _is_shortened(reader: Reader, after: int) -> bool:
    """Whether the stop behind a month is that of its short form: "Sept. to Dec.", "Oct. until"."""
    stop, month = reader.at(after), reader.at(after - 1)
    if stop is None or month is None or not reader.sign(after, ".") or month.kind is not Kind.MONTH:
        return False
    return stop.start == month.end and len(month.text) <= _SHORT_FORM


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


def _year_first(reader: Reader, index: int) -> Found | None:
    """ "2017 May 2nd"."""
    year, month, day = (reader.at(index + step) for step in range(3))
    if year is None or month is None or day is None:
        return None
    if (year.kind, month.kind, day.kind) != (Kind.YEAR, Kind.MONTH, Kind.NUMBER) or not 1 <= int(
        day.value
    ) <= 31:
        return None
    number = int(day.value)
    return Moment(int(month.value), year.start, day.end, int(year.value), number, number, True), index + 3


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
    found = read_digits(reader, at) or _day_month(reader, at) or _month_day(reader, at)
    if not found:
        return None
    moment, after = found
    first, last = (moment.first, moment.last) if moment.exact else _WEEK_DAYS.get(ordinal, (1, 31))
    return Moment(moment.month, token.start, moment.end, moment.year, first, last, True), after


def _day_of_week(reader: Reader, index: int) -> Found | None:
    """ "the first Monday of June", "the last Friday in August"."""
    token, day = reader.at(index), reader.at(index + 1)
    if token is None or day is None or day.kind is not Kind.WEEKDAY:
        return None
    counted = token.kind is Kind.ORDINAL or (token.kind is Kind.NUMBER and token.ordinal)
    at = reader.skip(index + 2, Kind.OF, Kind.IN, Kind.THE)
    month = reader.at(at)
    if not counted or month is None or month.kind is not Kind.MONTH or at == index + 2:
        return None
    first, last = _WEEK_DAYS.get(int(token.value), (22, 31))
    middle = (first + last) // 2  # which of the seven days it is, only the year tells
    return _with_year(
        reader, at + 1, Moment(int(month.value), token.start, month.end, None, middle, middle, True)
    )


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
    moment = Moment(int(month.value), token.start, month.end, None, day, day, True)
    return _two_digit_year(reader, at, moment) or _with_year(reader, at, moment)


def _two_digit_year(reader: Reader, index: int, moment: Moment) -> Found | None:
    """The 17 of "9 Jan 17": two digits that count nothing."""
    token = reader.at(index)
    if (
        token is None
        or reader.kind(index) is not Kind.NUMBER
        or len(token.text) != 2
        or not 10 <= int(token.value) <= 40
    ):
        return None
    if _counts(reader, index) or reader.kind(index + 1) is Kind.MONTH or reader.sign(index + 1, ".:/"):
        return None
    return replace(moment, end=token.end, year=2000 + int(token.value)), index + 1


def _month_day(reader: Reader, index: int) -> Found | None:
    token = reader.at(index)
    if token is None or reader.kind(index) is not Kind.MONTH:
        return None
    at = index + 1
    at += reader.sign(at, ".") and reader.kind(at + 1) in (Kind.NUMBER, Kind.YEAR)
    at += reader.sign(at, "/-") and reader.kind(at + 1) is Kind.YEAR
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
    if token and token.kind is Kind.YEAR and (_is(reader, index + 1, "年") or token.text in ("明年", "今年")):
        year, index = int(token.value), index + (1 if "年" in token.text else 2)
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
