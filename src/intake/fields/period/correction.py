"""What a later mail takes back: a time that is declined, a year that was a slip."""

from __future__ import annotations

import re
from collections.abc import Sequence

from intake.fields.period.candidates import Candidate
from intake.fields.period.clusters import Cluster
from intake.fields.period.dates import months_of
from intake.fields.period.expression import Shape
from intake.fields.period.places import Rank
from intake.fields.period.standing import Standing
from intake.fields.period.verdict import Judgement

_REACH = 120
_LATTER = re.compile(
    r"\b(?:the\s+latter|the\s+second\s+one)\b[^.;]{0,30}\b(?:better|best|easier|prefer\w*|rather|ideal\w*|first\s+choice)"
    r"|\b(?:prefer|rather|like)\b[^.;]{0,30}\b(?:the\s+latter|the\s+second)",
    re.IGNORECASE,
)
_MEANT = re.compile(
    r"\b(?:meant|mean|should\s+(?:be|read|have\s+been|say)|correct\s+year|correct\w*|instead|is\s+actually|actually|but|rather|of\s+course)\b[^.;]{0,60}$",
    re.IGNORECASE,
)


def without_declined(found: Sequence[Candidate], is_reply: bool) -> list[Candidate]:
    """The wishes that the applicant's own words do not take back; a reply's old subject yields to a time that the mail names."""
    declined = [c for c in found if c.standing is Standing.DECLINED]
    wishes = [c for c in found if c.standing is Standing.WISH]
    if any(c.expression.shape is Shape.START for c in wishes):
        wishes += [c for c in found if c.standing is Standing.END]
    kept = [c for c in wishes if not any(_takes_back(no, c) for no in declined)]
    own = [c for c in kept if c.place.rank is not Rank.SUBJECT and c.place.rank < Rank.RESUME]
    if is_reply and own:
        return [c for c in kept if c.place.rank is not Rank.SUBJECT or any(_agree(c, other) for other in own)]
    return kept


def _takes_back(no: Candidate, wish: Candidate) -> bool:
    """Whether declined words name the time of a wish that stands in a less immediate place (or before them)."""
    a, b = no.expression, wish.expression
    if wish.place.rank < no.place.rank or (
        wish.place.rank == no.place.rank and wish.expression.start >= no.expression.start
    ):
        return False
    if a.years and b.years and not set(a.years) & set(b.years):
        return False
    if a.shape is Shape.YEAR:
        return bool(b.years)
    if a.named and b.named:
        return a.named.seasons == b.named.seasons
    if a.first and b.first and a.last and b.last:
        return months_of(a) == months_of(b)
    return False


def _agree(subject: Candidate, other: Candidate) -> bool:
    a, b = subject.expression, other.expression
    if a.years and b.years and not set(a.years) & set(b.years):
        return False
    if a.named and b.named:
        return bool(set(a.named.seasons) & set(b.named.seasons))
    return bool(a.named) != bool(b.named) or bool(months_of(a) & months_of(b))


def corrected_year(found: Sequence[Candidate]) -> int | None:
    """The year that takes the place of another ("not 2016 but 2017"), None where no year is corrected."""
    own = [c for c in found if c.place.rank is Rank.BODY]
    wrong = {year for c in own if c.verdict.judgement is Judgement.DECLINED for year in c.expression.years}
    wrong -= {year for c in own if c.standing is Standing.WISH for year in c.expression.years}
    wished = (c for c in own if c.standing is Standing.WISH and c.expression.shape is not Shape.YEAR)
    said = {year for c in wished for year in c.expression.years}
    for candidate in own:
        years = set(candidate.expression.years) - wrong
        if (
            not years
            or (said and not years & said)
            or candidate.expression.shape is not Shape.YEAR
            or candidate.verdict.judgement is Judgement.DECLINED
        ):
            continue
        text = candidate.place.passage.text
        left = text[
            max(candidate.place.passage.start, candidate.expression.start - 80) : candidate.expression.start
        ]
        beside = any(
            abs(other.expression.start - candidate.expression.start) < 120
            for other in own
            if set(other.expression.years) & wrong
        )
        if _MEANT.search(left) or beside:
            return min(years)
    return None


def prefers_latter(first: Cluster, second: Cluster) -> bool:
    """Whether the words behind two wishes prefer "the latter"."""
    one, two = first.members[0], second.members[0]
    if one.place is not two.place or first.rank != second.rank:
        return False
    passage = two.place.passage
    behind = passage.text[two.expression.end : min(two.expression.end + _REACH, passage.end)]
    return _LATTER.search(behind) is not None
