"""Words of wish and of what competes with it, found in a stretch of text."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from intake.fields.alternatives import either
from intake.fields.passage import Passage
from intake.fields.period.expression import Expression
from intake.fields.vocabulary import availability as words
from intake.fields.vocabulary.availability import About

_RIGHT_PENALTY = 8  # characters: what stands before a time speaks of it more often than what stands behind
_OWN = ("my", "currently", "notice", "current", "present", "wrapping", "winding", "finishing", "in")


@dataclass(frozen=True, slots=True)
class Cue:
    """Words at text[start:end] and what they speak of."""

    about: About
    start: int
    end: int
    text: str

    def distance(self, expression: Expression) -> int:
        """Characters between it and an expression, a little more behind it; 0 where they overlap."""
        if self.end <= expression.start:
            return expression.start - self.end
        if self.start >= expression.end:
            return self.start - expression.end + _RIGHT_PENALTY
        return 0


def compiled(entries: Iterable[str], ending: str = r"(?!\w)") -> re.Pattern[str]:
    """Entries of the vocabulary as one pattern of whole words, any white space between them."""
    spaced = (entry.replace(" ", r"\s+") for entry in entries)
    return re.compile(rf"(?<!\w)(?:{either(spaced)}){ending}", re.IGNORECASE)


@lru_cache(maxsize=1)
def _patterns() -> tuple[tuple[About, re.Pattern[str]], ...]:
    """Reasons against before the wish: where both could be read, the more special words hold."""
    rows = [(about, compiled(entries)) for about, entries in words.REASONS.items()]
    chinese = re.compile("|".join(words.WISH_CHINESE))
    return (*rows, (About.WISH, compiled(words.WISH)), (About.WISH, chinese))


class Cues:
    """The cues of one passage; those of a stretch are looked for once."""

    def __init__(self, passage: Passage, spans: list[tuple[int, int]], names: tuple[str, ...]) -> None:
        self._text = passage.text
        self._spans = spans
        self._starts = [start for start, _ in spans]
        self.names = frozenset(name.casefold().split()[0] for name in names)
        self._found: dict[tuple[int, int], tuple[Cue, ...]] = {}

    def find(self, start: int, end: int, *, future: bool = False) -> tuple[Cue, ...]:
        """The cues in text[start:end]; words of the past are left out for a time that is said to lie ahead."""
        key = (start, end)
        if key not in self._found:
            self._found[key] = tuple(self._search(start, end))
        return tuple(c for c in self._found[key] if not (future and c.about is About.PAST))

    def _search(self, start: int, end: int) -> list[Cue]:
        found: list[Cue] = []
        for about, pattern in _patterns():
            for match in pattern.finditer(self._text, start, end):
                cue = self._cue(about, match)
                if cue and not self._within(cue) and not any(c.start <= cue.start < c.end for c in found):
                    found.append(cue)
        return found

    def _within(self, cue: Cue) -> bool:
        """Whether the words are part of a date ("second half", "the end of") and speak of nothing else."""
        at = bisect_left(self._starts, cue.end) - 1
        inside = at >= 0 and self._spans[at][0] <= cue.start and cue.end <= self._spans[at][1]
        return inside and cue.about is not About.WISH

    def _cue(self, about: About, match: re.Match[str]) -> Cue | None:
        """Work "at Initech" is work elsewhere, at the programme's own organisation a wish, "in Boston" neither."""
        text = match.group()
        if about is About.ELSEWHERE and text[-1:].isalpha():
            first, last = text.split()[0], text.split()[-1]
            if last.casefold() in self.names:
                return Cue(About.WISH, *match.span(), text)
            if first.casefold() not in _OWN and not last[0].isupper():
                return None
        return Cue(about, *match.span(), text)


def nearest(cues: Iterable[Cue], expression: Expression) -> Cue | None:
    """The cue that stands nearest to an expression."""
    return min(cues, key=lambda cue: cue.distance(expression), default=None)
