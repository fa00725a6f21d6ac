"""A moment, and the tokens it is read from."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass

from intake.fields.period.lex import Token
from intake.fields.vocabulary.calendar import Kind

_MOST_SKIPPED = 6


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
