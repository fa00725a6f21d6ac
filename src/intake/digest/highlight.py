"""Quotes found where they stand in a text: the text cut into segments, each with the quotes that cover it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from intake.model import Evidence


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a text that a value rests on: `key` names the value, `label` says it to people.

    `is_aside` tells one that no required item rests on.
    """

    key: str
    label: str
    start: int
    end: int
    is_aside: bool = False


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a text; `marks` are those that cover it, `begins` and `ends` those that begin or end with it."""

    text: str
    marks: tuple[Mark, ...] = ()
    begins: tuple[Mark, ...] = ()
    ends: tuple[Mark, ...] = ()


def place(key: str, label: str, evidence: Evidence, text: str, *, is_aside: bool = False) -> Mark | None:
    """Where a quote stands in a text: at its offsets, else where it is found first, else None."""
    start, end = evidence.start, evidence.end
    if evidence.quote == "" or text[start:end] != evidence.quote:
        start = text.find(evidence.quote) if evidence.quote else -1
        end = start + len(evidence.quote)
    if start < 0:
        return None
    return Mark(key, label, *(_words(text, start, end) if is_aside else (start, end)), is_aside)


def _words(text: str, start: int, end: int) -> tuple[int, int]:
    """A stretch made longer to the edges of the words in which it begins and ends (which may be long: 40 at most)."""
    for _ in range(40):
        start -= start > 0 and text[start - 1 : start + 1].isalnum()
        end += end < len(text) and text[end - 1 : end + 1].isalnum()
    return start, end


def segments(text: str, marks: Iterable[Mark]) -> tuple[Segment, ...]:
    """Cut a text at the edges of its marks, which may overlap; the segments joined are the text."""
    kept = [mark for mark in marks if 0 <= mark.start < mark.end <= len(text)]
    edges = sorted({0, len(text), *(mark.start for mark in kept), *(mark.end for mark in kept)})
    return tuple(_segment(text, start, end, kept) for start, end in pairwise(edges))


def _segment(text: str, start: int, end: int, marks: Sequence[Mark]) -> Segment:
    return Segment(
        text[start:end],
        tuple(mark for mark in marks if mark.start <= start and end <= mark.end),
        tuple(mark for mark in marks if mark.start == start),
        tuple(mark for mark in marks if mark.end == end),
    )
