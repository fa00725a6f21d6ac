"""Sentences, labelled lines and clauses of a passage: how far a word's meaning reaches. No border falls into a date."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import pairwise

from intake.fields.passage import Passage

REACH = 320  # characters to either side of a time that are looked at

_CLAUSE = re.compile(
    r"[;()\[\]—|\t]|:(?=\s)| [-–] |,(?=\s)|[.!?]['\")\]]*\s|\n(?=[ \t]*[^\W\d_][\w /'&-]{0,30}:)"
    r"|\b(?:so|but|because|although|though|while|whereas|which|where|when|unless|if|therefore|hence|however"
    r"|aber|weil|mais|car|pero|porque|mas)\b"
    r"|\b(?:and|as|since|that|before|after|until|once)\s+"
    r"(?=(?:[Ii]|we|my|our|am|would|could|can|will|then|it|the summer|available|want\w*|looking|hope|plan)\b)"
)
_LABELLED = re.compile(
    r"\n(?=[ \t]*(?:[-*•] ?)?[^\W\d_](?:[\w /'&-]|\([\w /'&]{0,30}\)){0,40}(?:[:\t]| [-–] ))"
)


_THAT_IS = re.compile(
    r"\b(?:i\.\s?e|e\.\s?g)\.\s*$", re.IGNORECASE
)  # "winter quarter, i.e. January 16 to April 14"


class Borders:
    """Where the sentences and clauses of one passage end; `spans` are the expressions, in order."""

    def __init__(self, passage: Passage, spans: list[tuple[int, int]]) -> None:
        self._passage = passage
        self._spans = spans
        self._starts = [start for start, _ in spans]
        cuts = {sentence.end for sentence in passage.sentences() if not _THAT_IS.search(sentence.words)}
        cuts |= {m.start() for m in _LABELLED.finditer(self._passage.text, passage.start, passage.end)}
        self._cuts = [passage.start, *(cut for cut in sorted(cuts) if not self._inside(cut)), passage.end]

    def sentence(self, start: int, end: int) -> tuple[int, int]:
        """The sentence or labelled line around text[start:end], at most 320 characters to either side."""
        at = bisect_left(self._cuts, start + 1)
        first, last = self._cuts[max(at - 1, 0)], self._cuts[min(at, len(self._cuts) - 1)]
        return max(first, start - REACH), min(max(last, end), end + REACH)

    def clauses(self, start: int, end: int) -> list[tuple[int, int]]:
        """The clauses of a sentence, in order; a bracket or a joining word opens one, other signs close one."""
        cuts = {start, end}
        for match in _CLAUSE.finditer(self._passage.text, start, end):
            opens = match.group()[0].isalpha() or match.group()[0] == "("
            at = match.start() if opens else match.end()
            if start < at < end and not self._inside(at):
                cuts.add(at)
        return list(pairwise(sorted(cuts)))

    def _inside(self, at: int) -> bool:
        index = bisect_left(self._starts, at) - 1
        return index >= 0 and self._spans[index][0] < at < self._spans[index][1]
