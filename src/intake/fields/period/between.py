"""The time between two terms, offered by its ends: "my exams end on May 6, and I need to be home by August 20"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from intake.fields.period.candidates import Calendar, Candidate
from intake.fields.period.dates import fits
from intake.fields.period.expression import Shape
from intake.fields.period.places import Rank
from intake.fields.period.reader import Moment
from intake.fields.period.standing import Standing
from intake.fields.period.verdict import Judgement
from intake.fields.vocabulary.availability import About

_LONE = (Shape.MOMENT, Shape.START, Shape.END)
_SHORTEST, _LONGEST = 1, 6  # months between the two ends
_APART = 2  # characters between two sentences that follow each other
_BEHIND = 80  # characters behind two sentences in which what they leave free may be offered
_OFFERED = re.compile(
    r"\b(?:free|available|(?:use|fill|spend)\s+(?:all\s+of\s+)?(?:that|it)"
    r"|availability|(?:any|every)(?:thing|\s?time)\s+(?:in\s+)?between|good\s+(?:for|to\s+go)|in[-\s]between|looking\s+for|(?:time|weeks|months)\s+between"
    r"|that['’]?s\s+(?:when|the\s+time|my\s+window)"
    r"|be\s+(?:there|with\s+you|in\s+your\s+office)|(?:would|['’]d)\s+(?:like|love)\s+to\s+(?:spend|come|work|intern|join)"
    r"|(?:can|could|would)\s+(?:be|come|start|work|intern|join)|frei|verfügbar|disponible)\b",
    re.IGNORECASE,
)
_FILLED = re.compile(r"\b(?:use|fill|spend)\s+(?:all\s+of\s+)?(?:that|this)\b", re.IGNORECASE)
_BETWEEN = re.compile(
    r"\b(?:in[-\s]between|(?:time|months|weeks|gap)\s+between|the\s+whole\s+(?:summer|time))\b", re.IGNORECASE
)
_ENDS_TOO = re.compile(r"\b(?:ends?|is\s+over|finish\w*)\b", re.IGNORECASE)
_BEGIN_AGAIN = re.compile(r"start|begin|resum|back|return|kick", re.IGNORECASE)
_UNTIL = re.compile(r"\b(?:until|till|before|bis)\b", re.IGNORECASE)


def with_time_between(found: tuple[Candidate, ...], calendar: Calendar) -> tuple[Candidate, ...]:
    """The candidates, with the end of a term and the return from it made a start and an end where that time is offered.

    Only where no other dates are wished, and the two stand in one sentence that offers them, or the second of them
    is when the applicant must be back, or a season is wished in which they lie.
    """
    wished = [c for c in found if c.standing is Standing.WISH and c.expression.shape is not Shape.SEASON]
    seasons = [c for c in found if c.standing is Standing.WISH and c.expression.shape is Shape.SEASON]
    pair = (
        _joined(wished, found)
        if wished
        else min(_pairs(found, seasons, calendar), key=_studies, default=None)
    )
    if pair is None:
        return found
    first, last = pair
    made = {
        id(first): replace(
            first,
            expression=replace(first.expression, shape=Shape.START, first=_moment(first), last=None),
            standing=Standing.WISH,
        ),
        id(last): replace(
            last,
            expression=replace(last.expression, shape=Shape.END, first=None, last=_moment(last)),
            standing=Standing.WISH,
        ),
    }
    return tuple(made.get(id(c), c) for c in found)


def _joined(wished: list[Candidate], found: tuple[Candidate, ...]) -> tuple[Candidate, Candidate] | None:
    """A lone start or end that is wished, and the other end that the same words give."""
    return _with_return(wished, found) or _with_exams(wished, found)


def _with_return(wished: list[Candidate], found: tuple[Candidate, ...]) -> tuple[Candidate, Candidate] | None:
    """A lone start, and when classes begin again: "I could start on May 1, and fall semester starts on August 21"."""
    (start, *others) = wished
    lone = start.expression.shape is Shape.START and start.expression.duration is None
    if others or not lone or start.place.rank not in (Rank.BODY, Rank.LETTER):
        return None
    behind = (c for c in found if c.place is start.place and c.expression.start > start.expression.end)
    bound = next((c for c in behind if c.sentence == start.sentence and _is_bound(c)), None)
    begins = bound is not None and _BEGIN_AGAIN.search(bound.verdict.cue) is not None
    return (start, bound) if bound and begins and _SHORTEST <= _months(start, bound) <= _LONGEST else None


def _with_exams(wished: list[Candidate], found: tuple[Candidate, ...]) -> tuple[Candidate, Candidate] | None:
    """When exams end, and a lone end that is wished: "I stay until August 12, my last exam is on May 9, so then I'm free"."""
    (end, *others) = wished
    if others or end.expression.shape is not Shape.END or end.place.rank not in (Rank.BODY, Rank.LETTER):
        return None
    here = (c for c in found if c.place is end.place and c.sentence == end.sentence and _is_bound(c))
    start = next((c for c in here if c.verdict.about is About.EXAMS), None)
    whole = start is not None and _SHORTEST <= _months(start, end) <= _LONGEST
    offered = _OFFERED.search(end.place.passage.text, *end.sentence) is not None
    return (start, end) if start and whole and offered else None


def _pairs(
    found: Sequence[Candidate], seasons: Sequence[Candidate], calendar: Calendar
) -> Iterator[tuple[Candidate, Candidate]]:
    bounds = [c for c in found if _is_bound(c)]
    for first, last in pairwise(bounds):
        together = first.place is last.place and last.sentence[0] <= first.sentence[1] + _APART
        if together and _ends_too(first, last):
            continue
        if not together or not _SHORTEST <= _months(first, last) <= _LONGEST:
            continue
        if _is_offered(first, last) or _in_season(first, last, seasons, calendar):
            yield first, last


def _ends_too(first: Candidate, last: Candidate) -> bool:
    """ "winter quarter ends March 24, spring quarter ends June 9": no time between two ends."""
    said = first.place.passage.text[first.expression.end : last.expression.start]
    return _ENDS_TOO.search(said) is not None and _BEGIN_AGAIN.search(said) is None


def _studies(pair: tuple[Candidate, Candidate]) -> bool:
    """Whether one of two ends is a degree's, which may speak of another year: terms are the surer ones."""
    return any(c.verdict.about is About.STUDY for c in pair)


def _in_season(first: Candidate, last: Candidate, seasons: Sequence[Candidate], calendar: Calendar) -> bool:
    """Whether a season is wished that lies between the end of one term and the beginning of the next."""
    if _studies((first, last)):
        return False
    between = replace(first.expression, shape=Shape.RANGE, first=_moment(first), last=_moment(last))
    wished = (c.expression.named for c in seasons)
    return any(fits(calendar.months(named.seasons[0], named.term), between) for named in wished if named)


def _is_bound(candidate: Candidate) -> bool:
    """Whether it is a day or month on which a term ends or goes on, in the applicant's own prose."""
    verdict = candidate.verdict
    bound = verdict.judgement is Judgement.END_ONLY or verdict.about in (About.EXAMS, About.STUDY)
    lone = candidate.expression.shape in _LONE and candidate.expression.duration is None
    return bound and lone and candidate.place.rank in (Rank.BODY, Rank.LETTER)


def _is_offered(first: Candidate, last: Candidate) -> bool:
    text = first.place.passage.text
    start, end = first.sentence[0], last.sentence[1]
    if (
        first.sentence != last.sentence
    ):  # "My term ends in June. We start in September. The time between is free."
        end = min(end + _BEHIND, first.place.passage.end)
    behind = min(last.sentence[1] + _BEHIND, first.place.passage.end)
    offered = _OFFERED.search(text, start, end) or _FILLED.search(text, last.sentence[1], behind)
    studies = _studies((first, last))
    if studies and _BETWEEN.search(text, start, end) is None:  # a degree's dates, unless "until" parts them
        return bool(offered) and _UNTIL.search(text, first.expression.end, last.expression.start) is not None
    return studies or bool(offered) or last.verdict.judgement is Judgement.END_ONLY


def _moment(candidate: Candidate) -> Moment | None:
    return candidate.expression.first or candidate.expression.last


def _months(first: Candidate, last: Candidate) -> int:
    start, end = _moment(first), _moment(last)
    return (end.month - start.month) % 12 if start and end else 0
