"""Two moments joined: "June 5 to August 25", "mid-May until school resumes on August 22", "June, July and August"."""

from __future__ import annotations

import re
from dataclasses import replace

from intake.fields.period.expression import Expression, Shape
from intake.fields.period.moments import read_moment
from intake.fields.period.reader import Moment, Reader, read_year
from intake.fields.vocabulary.calendar import Kind

Result = tuple[Expression, int] | None
Found = tuple[Moment, int] | None

_LAST, _MONTHS = 5, 12  # the ordinal that stands for "last"; of a year
_LOOSE = 7  # words that may stand between "until" and its day: "until school resumes on August 22"
_TIGHT = 24  # characters between two days that are joined by "to" or "until" alone
_STAY_WORDS = 9  # words that may stand before that "until": "June 19 and stay with you until"
_PREPOSITIONS = (
    Kind.OPENS, Kind.AFTER, Kind.FROM, Kind.UNTIL, Kind.BEFORE, Kind.BETWEEN, Kind.FOR, Kind.ONWARD,
)  # fmt: skip
_IN_BRACKETS = (
    Kind.WORD, Kind.THE, Kind.AFTER, Kind.IN, Kind.STAY, Kind.TERM, Kind.WEEKDAY, Kind.OF, Kind.AND, Kind.OPENS,
)  # fmt: skip
_BEFORE_A_DAY = (
    Kind.WORD, Kind.STAY, Kind.THE, Kind.IN, Kind.OF, Kind.TERM, Kind.SEASON, Kind.BREAK, Kind.OPENS, Kind.TO,
    Kind.RELATIVE, Kind.WEEKDAY, Kind.UNIT, Kind.ORDINAL, Kind.PART, Kind.ABOUT, Kind.BEFORE, Kind.AFTER,
)  # fmt: skip
STAYING = frozenset(re.findall(r"\S+", """
    and then stay staying work working remain finish finishing end ending leave leaving would could can will with you i be am
    available to continue continuing here there full time all the way , - ( ) on going run running go last
    und bleiben et rester travailler y quedarme trabajar e ficar restare и работать остаться
    if needed necessary i'm i'll i'd all yours yours, me have no nothing commitments obligations plans free
"""))  # fmt: skip

_PASSED = (",", ":", "~", "like")  # "from like May 22"
_LASTING = ("stay", "staying", "work", "working", "remain", "go", "run", "running", "going", "last")

_AND_TYPED = frozenset({"n", "nd", "an"})  # "june july n august"
_PERHAPS = frozenset(("maybe", "perhaps", "possibly", "probably", "potentially"))


def read_range(reader: Reader, index: int) -> Result:
    """Read two moments joined by "to", "until", a dash, or by "and" behind "between"; None where a token starts no range."""
    first = reader.skip(index, Kind.THE, Kind.ABOUT)  # "the whole of June and July"
    listed = _month_list(reader, first)
    left = listed or _bare_day(reader, index) or read_moment(reader, index)
    if not left:
        return None
    moment, after = left
    right = _right(reader, index, moment, after)
    if right is None:
        return _as_list(reader, first, after) if listed else None
    last, after = right
    end = last.end
    trailing = read_year(reader, after) if last.year is None else None
    if trailing:
        last, after = replace(last, year=trailing[0]), trailing[1]
        end = reader.tokens[after - 1].end
    bracketed = any(token.text == ")" for token in reader.tokens[index:after] if token.end <= last.start)
    loose = bracketed or last.start - moment.end > _TIGHT
    return Expression(Shape.RANGE, moment.start, end, moment, last, preposition=True, loose=loose), after


def read_months_of_year(reader: Reader, index: int) -> Result:
    """ "the first three months of 2017", "the last two months of 2016"."""
    at = reader.skip(index, Kind.THE)
    counted, number, unit = reader.at(at), reader.at(at + 1), reader.at(at + 2)
    year = reader.at(reader.skip(at + 3, Kind.OF, Kind.IN, Kind.THE))
    if counted is None or number is None or unit is None or year is None:
        return None
    kinds = (counted.kind, number.kind, unit.kind, year.kind)
    if (
        kinds != (Kind.ORDINAL, Kind.NUMBER, Kind.UNIT, Kind.YEAR)
        or counted.value not in (1, _LAST)
        or unit.value != "month"
    ):
        return None
    count = int(number.value)
    if not 1 < count < _MONTHS:
        return None
    first, last = (1, count) if counted.value == 1 else (_MONTHS + 1 - count, _MONTHS)
    begin, end = (Moment(month, counted.start, year.end, int(year.value)) for month in (first, last))
    stretch = Expression(Shape.RANGE, counted.start, year.end, begin, end, preposition=True)
    return stretch, reader.skip(at + 3, Kind.OF, Kind.IN, Kind.THE) + 1


def _right(reader: Reader, index: int, left: Moment, after: int) -> Found:
    at = after + 2 * _is_roughly(reader, after)
    if reader.sign(at, ",") and reader.kind(at + 1) in (Kind.TO, Kind.UNTIL):
        at += 1
    if reader.sign(at, ",") and reader.kind(at + 1) is Kind.AND and _opened(reader, index, Kind.BETWEEN):
        at += 1
    at = _aside(reader, _bracket(reader, at))
    closed = reader.sign(at, ")")
    at += closed
    if reader.kind(at) in (Kind.AND, Kind.TO) and _opened(reader, index, Kind.BETWEEN):
        return read_moment(reader, at + 1) or _behind_words(reader, at + 1)
    if reader.kind(at) in (Kind.TO, Kind.UNTIL, Kind.BEFORE) or reader.sign(at, "-–—‐‑→~～"):
        bracketed = reader.kind(at) is Kind.TO and closed and _opened(reader, index, Kind.FROM)
        loose = bracketed or reader.kind(at) in (Kind.UNTIL, Kind.BEFORE)
        at += 1
        at += reader.sign(at, "->:")
        at = reader.skip(at, Kind.UNTIL, Kind.ABOUT)
        found = read_moment(reader, at) or _same_month(reader, at, left)
        return found or (_behind_words(reader, at) if loose else None)
    slashed = _behind_slash(reader, at, moment=left)
    if slashed:
        return slashed
    until = None if _is_denied(reader, index) else _until(reader, at)
    return (read_moment(reader, until) or _behind_words(reader, until)) if until else None


def _is_roughly(reader: Reader, index: int) -> bool:
    """Whether "or so" stands there: "May 20 or so to August 20 or so"."""
    words = [token.folded for at in (index, index + 1) if (token := reader.at(at)) is not None]
    return words == ["or", "so"]


def _behind_slash(reader: Reader, index: int, moment: Moment) -> Found:
    """The second day of "12 June / 1 September"."""
    stroke = reader.at(index)
    if not moment.exact or moment.weak or stroke is None or not reader.sign(index, "/"):
        return None
    found = read_moment(reader, index + 1) if stroke.start > moment.end else None
    return found if found and found[0].exact and not found[0].weak else None


def _is_denied(reader: Reader, index: int) -> bool:
    """Whether "not" stands before a moment: "on June 19, not June 5, and stay until" goes on from the other one."""
    before = [reader.at(at) for at in (index - 1, index - 2)]
    return any(token is not None and token.folded in ("not", "nicht", "pas", "не") for token in before)


def _opened(reader: Reader, index: int, opener: Kind) -> bool:
    """Whether "between" or "from" opens the range, before it or some plain words ahead: "between my bachelor (February"."""
    for at in range(index - 1, max(index - _LOOSE - 2, -1), -1):
        token = reader.tokens[at]
        if token.kind is opener:
            return True
        if token.kind not in _BEFORE_A_DAY and token.text not in ("(", ","):
            return False
    return False


def _bracket(reader: Reader, index: int) -> int:
    """Step over a short bracket that holds no time: "June 5 (after finals) until ..."; one that does, before an end."""
    if not reader.sign(index, "("):
        return index
    closing = next((at for at in range(index + 1, index + 14) if reader.sign(at, ")")), index)
    if closing > index and (
        reader.kind(closing + 1) is Kind.UNTIL
        or (reader.kind(closing + 1) in (Kind.TO, Kind.AND) and read_moment(reader, closing + 2))
    ):
        return closing + 1
    for at in range(index + 1, index + 9):
        if reader.sign(at, ")"):
            return at + 1
        if reader.kind(at) not in _IN_BRACKETS:
            return index
    return index


def _aside(reader: Reader, index: int) -> int:
    """Step over a short aside between commas that holds no time: "June 19, after our finals, to September 8"."""
    if not reader.sign(index, ","):
        return index
    for at in range(index + 1, index + 9):
        if reader.sign(at, ","):
            return at + 1 if reader.kind(at + 1) in (Kind.TO, Kind.UNTIL) else index
        if reader.kind(at) not in _IN_BRACKETS:
            return index
    return index


def _until(reader: Reader, index: int) -> int | None:
    """The index behind the "until" of "start on June 5 and stay until ...", None where other words stand between."""
    at = index
    while at < index + _STAY_WORDS:
        token = reader.at(at)
        if token is None or token.gap > 1:
            return None
        if token.kind in (Kind.UNTIL, Kind.BEFORE) or (
            token.folded in ("end", "ending", "ends", "finish", "leave") and at > index
        ):
            return reader.skip(at + 1, Kind.IN, Kind.ABOUT, Kind.UNTIL, Kind.THE)
        before = reader.at(at - 1)
        if token.kind is Kind.TO and at > index and before and before.folded in _LASTING:
            return at + 1 if read_moment(reader, at + 1) else None
        if token.folded not in STAYING:
            return None
        at += 1
    return None


def _behind_words(reader: Reader, index: int) -> Found:
    """The moment behind a few plain words: "school resumes on" August 22."""
    for at in range(index, index + _LOOSE):
        found = read_moment(reader, at)
        if found:
            return found if not found[0].weak else None
        if reader.kind(at) not in _BEFORE_A_DAY and not reader.sign(at, "(,"):
            return None
    return None


def _same_month(reader: Reader, index: int, left: Moment) -> Found:
    """ "June 5-9": the second day of the same month."""
    day = reader.at(index)
    if (
        not left.exact
        or day is None
        or reader.kind(index) is not Kind.NUMBER
        or not 1 <= int(day.value) <= 31
    ):
        return None
    if reader.kind(index + 1) is Kind.UNIT or reader.sign(index + 1, "%:"):
        return None
    moment = Moment(left.month, day.start, day.end, left.year, int(day.value), int(day.value), True)
    found = read_year(reader, index + 1)
    return (
        (replace(moment, year=found[0], end=reader.tokens[found[1] - 1].end), found[1])
        if found
        else (moment, index + 1)
    )


def _bare_day(reader: Reader, index: int) -> Found:
    """The "5" of "5 to 25 June" and "12.-16. November"."""
    at = index
    if reader.kind(at) is Kind.WEEKDAY:
        at = reader.skip(at + 1, Kind.THE) + reader.sign(at + 1, ",")
    day, before = reader.at(at), reader.at(at - 1)
    if day is None or reader.kind(at) is not Kind.NUMBER or not 1 <= int(day.value) <= 31:
        return None
    if before and before.text in ("/", ".") and before.end == day.start:
        return None  # the last part of another number
    after = at + 1
    after += reader.sign(after, ".")
    joint = after
    if not (reader.kind(joint) in (Kind.TO, Kind.UNTIL) or reader.sign(joint, "-–—")):
        return None
    other = read_moment(reader, joint + 1)
    if not other or not other[0].exact or reader.kind(joint + 1) is Kind.MONTH:
        return None
    number = int(day.value)
    return Moment(other[0].month, day.start, day.end, other[0].year, number, number, True), after


def _month_list(reader: Reader, index: int) -> Found:
    """The first month of "June, July and August", and the index behind the last one; of the last, a part may be named."""
    months = _listed(reader, index)
    if len(months) < 2:
        return None
    return months[0][0], months[-1][1]


def _listed(reader: Reader, index: int) -> list[tuple[Moment, int]]:
    found: list[tuple[Moment, int]] = []
    at = index
    while reader.kind(at) is Kind.MONTH or (found and reader.kind(at) is Kind.PART):
        is_part = reader.kind(at) is Kind.PART
        got = read_moment(reader, at)
        if (
            not got
            or got[0].exact is not is_part
            or (found and (got[0].month - found[-1][0].month) % 12 != 1)
        ):
            break
        found.append(got)
        at = got[1]
        at += reader.sign(at, ",/")
        at = reader.skip(at, Kind.AND, Kind.OR)
        whole = reader.skip(at, Kind.THE, Kind.ABOUT)  # "the whole of June and the whole of July"
        at = whole if reader.kind(whole) is Kind.MONTH else at
        typed = reader.at(at)
        at += typed is not None and typed.folded in _AND_TYPED and reader.kind(at + 1) is Kind.MONTH
        if (at == got[1] and reader.kind(at) is not Kind.MONTH) or is_part:
            break
        perhaps = reader.at(at)
        at += perhaps is not None and perhaps.folded in _PERHAPS
    return found


def _as_list(reader: Reader, index: int, after: int) -> Result:
    months = _listed(reader, index)
    first, last = months[0][0], months[-1][0]
    among = any(token.kind is Kind.OR for token in reader.tokens[index:after])
    slashed = any(token.text == "/" for token in reader.tokens[index:after])
    if (among or slashed) and preposition_before(reader, index) is Kind.OPENS:
        first = replace(first, year=first.year or last.year)  # "starting in February or March": either
        return Expression(Shape.START, first.start, last.end, first, None, preposition=True), after
    return Expression(
        Shape.MONTHS,
        first.start,
        last.end,
        first,
        last,
        preposition=preposition_before(reader, index) is not None,
        among=among,
    ), after


def preposition_before(reader: Reader, index: int) -> Kind | None:
    """Return the kind of preposition before a moment, over "the", "about" and the day of the week."""
    passed: Kind | None = None
    for at in range(index - 1, max(index - 6, -1), -1):
        token = reader.tokens[at]
        if reader.tokens[at + 1].gap > 1:
            return passed
        if token.kind is Kind.BEFORE and reader.tokens[at + 1].text == ",":  # "the same as before, June 12"
            return passed
        if token.kind in _PREPOSITIONS:
            return token.kind
        if token.kind in (Kind.IN, Kind.RELATIVE):
            passed = token.kind
        elif token.kind not in (Kind.THE, Kind.ABOUT, Kind.WEEKDAY, Kind.OF) and token.folded not in _PASSED:
            return passed
    return passed
