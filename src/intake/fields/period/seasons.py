"""Seasons, terms and quarters as they are named: "summer of 2017", "Fall-Winter 2016", "winter quarter", "Q1 2017"."""

from __future__ import annotations

from dataclasses import dataclass

from intake.fields.period.lex import Token
from intake.fields.period.reader import Moment, Reader, read_year
from intake.fields.vocabulary.calendar import WEAK_SEASONS, Kind

_STAY_WORDS = (
    6  # words that may stand between a season and its year: "Summer Software Engineering Internship 2017"
)
_HALVES = {"early": (1, 6), "late": (7, 12)}
_QUARTERS = {1: (1, 3), 2: (4, 6), 3: (7, 9), 4: (10, 12)}


@dataclass(frozen=True, slots=True)
class Named:
    """One or more seasons as they are written, in their order; `relative` is "this" or "next" where said.

    `past` marks "last summer". `term` is quarter or semester where it is called so. `first` and `last` are
    set for a quarter of the calendar year, which is no season. `weak` marks a word that may mean something else.
    """

    seasons: tuple[str, ...]
    start: int
    end: int
    year: int | None = None
    relative: str | None = None
    past: bool = False
    term: str | None = None
    intern: bool = False  # the season of an internship: "summer internship"
    joined: bool = False  # "fall-winter": one time over both seasons
    first: Moment | None = None
    last: Moment | None = None


def read_season(reader: Reader, index: int) -> tuple[Named, int] | None:
    """Read the season that starts at a token, its year before or behind it; None where there is none."""
    start = index
    leading = reader.at(index)
    year: int | None = None
    if leading and leading.kind is Kind.YEAR:
        year, index = int(leading.value), index + 1
        index += reader.sign(index, "-") or _year_sign(reader, index)
    relative, past, index = _relative(reader, index)
    year_behind, index = _leading_year(reader, index)
    year = year or year_behind
    if reader.kind(index) is not Kind.SEASON:
        return None
    seasons, joined, after = _names(reader, index)
    last = reader.tokens[after - 1]
    term, intern, year_found, after_year = _behind(reader, after, year, seasons)
    year = year or year_found
    bare = not (year or term or intern or relative or past) and len(seasons) == 1
    if bare and (_weak(reader, index) or _is_name(reader, index)):
        return None
    end = reader.tokens[after_year - 1].end if year_found else last.end
    relative = relative or _relative_behind(reader, after)
    begin = reader.tokens[
        start if leading and (leading.kind is Kind.YEAR or relative or past) and start < index else index
    ].start
    return Named(seasons, begin, end, year, relative, past, term, intern, joined), after_year


def read_quarter(reader: Reader, index: int) -> tuple[Named, int] | None:
    """ "Q1 2017", "first quarter of 2017", "second half of 2017": months of the calendar year."""
    token = reader.at(index)
    if token is None:
        return None
    months, after = _quarter(reader, index, token)
    ahead = reader.at(after + 1)
    if months and ahead and ahead.kind is Kind.QUARTER and _joined(reader, after):
        later, after = _quarter(reader, after + 1, ahead)  # "Q2-Q3"
        months = (months[0], later[1]) if later else months
    found = read_year(reader, after)
    if not found or months is None:
        return None
    year, after = found
    end = reader.tokens[after - 1].end
    first, last = (Moment(month, token.start, end, year) for month in months)
    return Named((), token.start, end, year, first=first, last=last), after


def _joined(reader: Reader, index: int) -> bool:
    """Whether a sign or word there joins two quarters to one time."""
    return reader.sign(index, "-–/&+") or reader.kind(index) in (Kind.TO, Kind.UNTIL, Kind.AND)


def _quarter(reader: Reader, index: int, token: Token) -> tuple[tuple[int, int] | None, int]:
    """The months of "Q1", "first quarter", "second half of", and the index behind it."""
    if token.kind is Kind.QUARTER:
        return _QUARTERS[int(token.value)], index + 1
    if token.kind is Kind.PART and "half" in token.folded:
        return _HALVES.get(str(token.value)), index + 1
    unit = reader.at(index + 1)
    ordinal = token.kind is Kind.ORDINAL or (token.kind is Kind.NUMBER and token.ordinal)
    if not ordinal or unit is None or unit.kind is not Kind.TERM or unit.value != "quarter":
        return None, index + 1
    return _QUARTERS.get(int(token.value)), index + 2


def _relative(reader: Reader, index: int) -> tuple[str | None, bool, int]:
    token = reader.at(index)
    if token is None:
        return None, False, index
    if token.kind is Kind.RELATIVE:
        return str(token.value), False, reader.skip(index + 1, Kind.RELATIVE, Kind.THE)
    if token.kind is Kind.LAST or (token.kind is Kind.ORDINAL and token.value == 5):
        return None, True, index + 1
    return None, False, index


def _leading_year(reader: Reader, index: int) -> tuple[int | None, int]:
    token = reader.at(index)
    if token and token.kind is Kind.YEAR and reader.kind(index + 1) is Kind.SEASON:
        return int(token.value), index + 1
    return None, index


def _names(reader: Reader, index: int) -> tuple[tuple[str, ...], bool, int]:
    """ "summer", "fall-winter", "summer/fall", "Fall and Winter"; whether they are one time, and the index behind."""
    seasons = [str(reader.tokens[index].value)]
    joined, after = False, index + 1
    while len(seasons) < 4:
        at = after
        if len(seasons) == 1 and reader.kind(at) is Kind.YEAR and _over_new_year(reader, at, seasons[0]):
            return (seasons[0], "winter"), True, at  # its year stands behind it, as of any season
        tight = reader.sign(at, "-–/&+") or reader.kind(at) is Kind.AND
        at += 1 if tight or reader.kind(at) is Kind.OR or reader.sign(at, ",") else 0
        at = reader.skip(at, Kind.OR, Kind.AND) if reader.sign(after, ",") else at
        if at == after or reader.kind(at) is not Kind.SEASON or str(reader.tokens[at].value) in seasons:
            break
        seasons.append(str(reader.tokens[at].value))
        joined, after = joined or tight, at + 1
    return tuple(seasons), joined and len(seasons) == 2, after


def _over_new_year(reader: Reader, index: int, season: str) -> bool:
    """Whether a winter follows behind a fall's year: "Fall 2016-Winter 2017"."""
    joined = reader.sign(index + 1, "-–") or reader.kind(index + 1) is Kind.TO
    later = reader.at(index + 2)
    winter = later is not None and later.kind is Kind.SEASON and later.value == "winter"
    return season == "fall" and joined and winter


def _behind(
    reader: Reader, index: int, year: int | None, seasons: tuple[str, ...]
) -> tuple[str | None, bool, int | None, int]:
    """What stands behind a season's name: a term, an internship, its year; and the index behind the last of them."""
    term, intern, at = None, False, index
    for _ in range(_STAY_WORDS):
        token = reader.at(at)
        found = _year_here(reader, at, seasons[0]) if year is None else None
        if found:
            return term, intern, found[0], found[1]
        if token is None or token.gap > 1:
            break
        if token.kind is Kind.TERM:
            term = str(token.value)
        elif token.kind is Kind.STAY:
            intern = True
        elif token.kind not in (Kind.BREAK, Kind.FOR, Kind.IN, Kind.OF, Kind.THE) and not reader.sign(
            at, "-"
        ):
            break
        at += 1
    return term, intern, None, index


def _year_here(reader: Reader, index: int, season: str) -> tuple[int, int] | None:
    """A year behind a season; of "2016-17" a winter takes the second, as it lies there; also "Summer 17"."""
    found = read_year(reader, index)
    if not found:
        token = reader.at(index)
        bare = (
            token is not None
            and token.kind is Kind.NUMBER
            and len(token.text) == 2
            and 10 <= int(token.value) <= 40
        )
        counted = (
            reader.kind(index + 1) in (Kind.UNIT, Kind.MONTH)
            or reader.sign(index + 1, "%/.-")
            or reader.kind(index + 1) is Kind.TO
        )
        if token is None or not bare or counted or token.ordinal:
            return None
        return 2000 + int(token.value), index + 1
    year, after = found
    second = reader.at(after + 1)
    if reader.sign(after, "-/–") and second and second.kind is Kind.YEAR and int(second.value) == year + 1:
        return (year + 1 if season == "winter" else year), after + 2
    return year, after


def _relative_behind(reader: Reader, index: int) -> str | None:
    """ "l'été prochain", "el verano próximo", "summer next year"."""
    token = reader.at(index)
    return (
        str(token.value)
        if token and token.kind is Kind.RELATIVE and reader.kind(index) is Kind.RELATIVE
        else None
    )


def _year_sign(reader: Reader, index: int) -> bool:
    token = reader.at(index)
    return token is not None and token.text == "年"


def _weak(reader: Reader, index: int) -> bool:
    """Whether the word may be a verb, a framework or "been": no "in", "for" or capital-letter company makes it a season."""
    token = reader.tokens[index]
    if token.folded not in WEAK_SEASONS:
        return False
    before, behind = reader.at(index - 1), reader.at(index + 1)
    if behind and behind.folded in ("would", "works", "is", "could", "might", "too") and not behind.gap:
        return False  # "fall would be fine"
    if before and before.kind is Kind.THE:
        return token.folded == "été" and before.folded not in ("l", "d")
    if before and before.folded in ("is", "be") and behind and behind.text in (":", ",", ".", "("):
        return False  # "mine is spring: March 27 to June 16"
    making = reader.at(index - 2)
    if before and making and before.folded == "it" and making.folded in ("make", "making"):
        return False  # "could we make it fall instead?"
    return not (
        before
        and before.kind
        in (Kind.IN, Kind.FOR, Kind.OPENS, Kind.FROM, Kind.UNTIL, Kind.RELATIVE, Kind.PART, Kind.AFTER)
    )


def _is_name(reader: Reader, index: int) -> bool:
    """Whether it is somebody's: "Max Winter", "max.winter@example.com"."""
    token, before, behind = reader.tokens[index], reader.at(index - 1), reader.at(index + 1)
    if behind and behind.text == "@" and behind.start == token.end:
        return True
    if before is None or token.gap:
        return False
    if before.kind is Kind.SIGN:
        return before.text in "._@" and before.end == token.start
    named = before.kind is Kind.WORD and before.text[:1].isupper() and token.text[:1].isupper()
    return named and not before.text.isupper() and index >= 1
