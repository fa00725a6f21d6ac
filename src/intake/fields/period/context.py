"""What the words around an expression of time say that it is: a wish, something else, or nothing.

Words directly beside it settle it (direct.py). Otherwise the nearest cue of its own clause does; a clause without
any takes the meaning of those before it, then of those behind it, then of the short line above.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from intake.fields.passage import PARAGRAPH_END, Passage
from intake.fields.period.borders import REACH, Borders
from intake.fields.period.cues import Cue, Cues, compiled, nearest
from intake.fields.period.direct import judge_directly
from intake.fields.period.expression import Expression, Shape, is_long
from intake.fields.period.near import Near
from intake.fields.period.verdict import Judgement, Verdict, declined, rejected, wish
from intake.fields.unwrapping import straightened
from intake.fields.vocabulary import availability as words
from intake.fields.vocabulary.availability import About

_PREFERRED = compiled(words.PREFERRED)
_PREFERRED_BEHIND = re.compile(
    r"\s*\(\s*(?:strongly\s+)?(?:preferred|preferably|first\s+choice|1st\s+choice|ideal)", re.IGNORECASE
)
_SECONDARY = compiled(words.SECONDARY)
_FIRM = (
    About.TALK,
    About.DEADLINE,
    About.OPENINGS,
)  # of a short time or a season, these hold however far they stand
_OWN_BREAK = re.compile(r"vacation|holiday|on holiday", re.IGNORECASE)
_LONG_BREAK = 42  # days: students offer such a break, nobody travels so long
_NEGATED = 40  # characters between "can't" and what cannot be
# Of these, a neighbouring clause can speak; study and exams in one say nothing of a time in the next.
_INHERITED = (About.WISH, About.TALK, About.DEADLINE, About.OPENINGS, About.DECLINED, About.PAST)
# These are over where a semicolon ends them: "you are full; fall would do".
_ENDED = (About.PAST, About.OPENINGS, About.DECLINED)
_HEADING_WORDS = 4
_HEADING_LENGTH = 60

Clause = tuple[int, int]


class Surroundings:
    """One passage with its borders and cues, found once for all expressions in it."""

    def __init__(self, passage: Passage, expressions: tuple[Expression, ...], names: tuple[str, ...]) -> None:
        passage = straightened(passage)
        self._passage = passage
        self._spans = sorted((e.start, e.end) for e in expressions)
        self._starts = [start for start, _ in self._spans]
        self._borders = Borders(passage, self._spans)
        self._cues = Cues(passage, self._spans, names)

    def sentence(self, expression: Expression) -> tuple[int, int]:
        """The sentence or labelled line that an expression stands in, at most 320 characters to either side."""
        return self._borders.sentence(expression.start, expression.end)

    def judge(self, expression: Expression, future: bool) -> Verdict:
        """Judge one expression; `future` tells that its own year lies ahead, so that words of the past are not about it."""
        start, end = self.sentence(expression)
        clauses = self._borders.clauses(start, end)
        own = next((i for i, (first, last) in enumerate(clauses) if first <= expression.start < last), 0)
        cues = self._cues.find(*clauses[own], future=future)
        verdict = judge_directly(self._near(expression, start, cues))
        if verdict is None and cues:
            verdict = _decide(expression, cues)
        if verdict is None or (verdict.judgement is Judgement.NEUTRAL and verdict.about is None):
            verdict = self._inherit(expression, clauses, own, future) or self._under_heading(
                expression, start
            )
        rank = self._rank(clauses, own, (start, end), expression.end)
        # "experience of two internships: one at a lab (summer 2016)"
        bracketed = self._passage.text[clauses[own][0]] == "("
        told = self._cues.find(start, clauses[own][0]) if bracketed else ()
        past = any(cue.about is About.PAST for cue in (*cues, *told))
        return replace(verdict or Verdict(Judgement.NEUTRAL), rank=rank, of_past=past)

    def _near(self, expression: Expression, start: int, cues: tuple[Cue, ...]) -> Near:
        text, passage = self._passage.text, self._passage
        at = bisect_left(self._starts, expression.end)
        following = self._starts[at] if at < len(self._starts) else None
        behind = text[expression.end : min(expression.end + REACH, passage.end)]
        return Near(
            expression,
            text[start : expression.start],
            PARAGRAPH_END.split(behind, maxsplit=1)[0],
            text[max(passage.start, expression.start - 200) : min(expression.end + 200, passage.end)],
            text[expression.end : following] if following is not None else None,
            cues,
            self._cues.names,
        )

    def _inherit(
        self, expression: Expression, clauses: list[Clause], own: int, future: bool
    ) -> Verdict | None:
        for at in _outwards(own, len(clauses)):
            cues = self._cues.find(*clauses[at], future=future)
            if not self._names(clauses, at, own):
                cues = tuple(cue for cue in cues if self._passes_on(cue, clauses[at], expression))
            verdict = _decide(expression, cues) if cues else None
            if verdict and verdict.judgement is not Judgement.NEUTRAL:
                return verdict
        return None

    def _passes_on(self, cue: Cue, clause: Clause, expression: Expression) -> bool:
        """Whether a cue can speak of a time in a neighbouring clause."""
        if cue.about in _ENDED and ";" in self._passage.text[clause[1] - 1 : expression.start]:
            return False
        if cue.about is About.PAST:
            return True
        lone = expression.shape is Shape.MOMENT
        if self._has_time(clause) and (cue.about is not About.WISH or lone):
            return False
        return cue.about in _INHERITED

    def _names(self, clauses: list[Clause], at: int, own: int) -> bool:
        """Whether a clause says what another one is: a label before it, or the words right before its bracket."""
        text = self._passage.text
        if at == own - 1 and text[clauses[own][0]] == "(":
            return True
        return at < own and text[clauses[at][0] : clauses[at][1]].rstrip(" ")[-1:] in (":", "|", "\t")

    def _under_heading(self, expression: Expression, start: int) -> Verdict | None:
        """A line with no words of its own belongs to the short line or question before it."""
        text, first = self._passage.text, self._passage.start
        before = text[max(first, start - 2 * _HEADING_LENGTH) : start].rstrip()
        heading = before[before.rfind("\n") + 1 :].strip()
        short = heading[-1:] in (":", "?") or (
            heading[-1:] != "," and 0 < len(heading.split()) <= _HEADING_WORDS
        )
        if not short or len(heading) > _HEADING_LENGTH:
            return None
        at = text.rfind(heading, first, start)
        cues = self._cues.find(at, at + len(heading))
        return _decide(expression, cues) if cues else None

    def _rank(self, clauses: list[Clause], own: int, sentence: tuple[int, int], end: int) -> int:
        text, (first, last) = self._passage.text, clauses[own]
        if _PREFERRED_BEHIND.match(text, end):
            return 0
        if own and not self._has_time(clauses[own - 1]) and text[clauses[own - 1][0]] != "(":
            first = clauses[own - 1][0]  # "ideally," "if that is taken," "otherwise,"
        if _PREFERRED.search(text, first, last):
            return 0
        return 2 if _SECONDARY.search(text, first, last) or _SECONDARY.match(text, *sentence) else 1

    def _has_time(self, clause: Clause) -> bool:
        at = bisect_left(self._starts, clause[0])
        return at < len(self._starts) and self._starts[at] < clause[1]


def _outwards(own: int, count: int) -> Iterator[int]:
    """The clauses around one, the nearest first, of two that are as near the one before."""
    for step in range(1, count):
        yield from (at for at in (own - step, own + step) if 0 <= at < count)


def _decide(expression: Expression, cues: tuple[Cue, ...]) -> Verdict:
    """By the nearest cue, but that calls and deadlines hold for any short time of their clause."""
    cue = nearest(cues, expression)
    wished = nearest((c for c in cues if c.about is About.WISH), expression)
    firm = next((c for c in cues if c.about in _FIRM), None)
    if firm and not is_long(expression):
        cue = firm
    if cue and cue.about is About.AWAY and _OWN_BREAK.match(cue.text) and is_long(expression, _LONG_BREAK):
        return wish(wished.text) if wished else Verdict(Judgement.NEUTRAL)  # "our long vacation is ..."
    bounds = (About.EXAMS, About.STUDY) if expression.loose else (About.EXAMS,)
    if cue and cue.about in bounds and wished and is_long(expression):
        cue = wished  # "available from when exams end on May 12 until classes begin on August 28"
    if cue is None or (cue.about in bounds and expression.loose):
        return Verdict(Judgement.NEUTRAL)
    if cue.about is About.WISH:
        negated = any(c.about is About.DECLINED and 0 <= cue.start - c.end < _NEGATED for c in cues)
        return declined(cue.text) if negated and cue.end <= expression.start else wish(cue.text)
    return declined(cue.text) if cue.about is About.DECLINED else rejected(cue.text, cue.about)
