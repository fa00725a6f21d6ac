"""Which half of the earth an applicant's seasons are of, where they say so."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from intake.fields.period.candidates import Calendar, Candidate
from intake.fields.period.cues import compiled
from intake.fields.period.dates import fits
from intake.fields.period.expression import is_long
from intake.fields.period.places import Place, Rank
from intake.fields.period.standing import Standing
from intake.fields.vocabulary.availability import NORTHERN, SOUTHERN, YOURS

_SOUTHERN = compiled(SOUTHERN)
_NORTHERN = compiled(NORTHERN)
_YOURS = compiled(YOURS)
_CHOICE = compiled(("or", "oder", "ou", "o", "but", "otherwise", "alternatively"))
_GOES_ON = re.compile(r"\)|[,;]\s+and\b")
_NEAR = 90  # characters


def is_other_half(found: Sequence[Candidate], where: Sequence[Place], calendar: Calendar) -> bool:
    """Whether seasons mean the other half's: by dates beside one ("our summer, December to February"), else by words.

    Words count only where no dates stand beside a season; "your summer" is the organisation's own.
    """
    for dates in found:
        if dates.standing is not Standing.WISH or not is_long(dates.expression):
            continue
        wished = (c for c in found if c.expression.named and c.standing is Standing.WISH)
        beside = [c for c in wished if _is_beside(c, dates)]
        if any(_fits(season, dates, calendar, other=False) for season in beside):
            return False
        if any(_fits(season, dates, calendar, other=True) for season in beside):
            return True
    texts = [(p.passage.text, p.passage.start, p.passage.end) for p in where if p.rank < Rank.RESUME]
    northern = calendar.programme.organisation.hemisphere == "northern"
    other, own = (_SOUTHERN, _NORTHERN) if northern else (_NORTHERN, _SOUTHERN)
    yours = any(_YOURS.search(*text) or own.search(*text) for text in texts)
    return not yours and any(other.search(*text) for text in texts)


def _is_beside(season: Candidate, dates: Candidate) -> bool:
    """Whether both stand near each other in one sentence and are not offered as two choices."""
    if season.place is not dates.place or season.sentence != dates.sentence:
        return False
    first, second = sorted((season.expression, dates.expression), key=lambda e: e.start)
    between = dates.place.passage.text[first.end : second.start]
    return len(between) <= _NEAR and not _CHOICE.search(between) and not _GOES_ON.search(between)


def _fits(season: Candidate, dates: Candidate, calendar: Calendar, *, other: bool) -> bool:
    named = season.expression.named
    if named is None or named.past:
        return False
    return fits(replace(calendar, southern=other).months(named.seasons[0], named.term), dates.expression)
