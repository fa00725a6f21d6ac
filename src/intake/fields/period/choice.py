"""From the candidates of a mail to one finding: the period wished, other wishes beside it, or why it is not plain."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from intake.fields.case import Case
from intake.fields.period.between import with_time_between
from intake.fields.period.candidates import Calendar, Candidate, candidates
from intake.fields.period.clusters import Cluster, cluster
from intake.fields.period.correction import corrected_year, prefers_latter, without_declined
from intake.fields.period.hemisphere import is_other_half
from intake.fields.period.places import Rank, places
from intake.fields.period.resolve import Resolved, lengths, resolve
from intake.fields.period.standing import Standing
from intake.fields.period.unclear import ITEM, evidence_of, plain, unclear
from intake.model import Finding, Json, Status

_PLACES = {
    Rank.BODY: "the mail", Rank.SUBJECT: "the subject", Rank.LETTER: "the letter", Rank.RESUME: "the resume",
}  # fmt: skip
_REPLY = re.compile(
    r"\s*(?:re|aw|sv|antw|rv|fwd?|fw|wg|tr|enc|回复|答复|转发)\s*(?:\[\d+\])?\s*[:：]", re.IGNORECASE
)


def choose(case: Case) -> Finding:
    """Find the period that the applicant of a case wants."""
    where = list(places(case))
    calendar = Calendar(case.programme, case.received.date() if case.received else None)
    found = candidates(where, calendar)
    if is_other_half(found, where, calendar):
        calendar = replace(calendar, southern=True)
        found = candidates(where, calendar)
    found = with_time_between(found, calendar)
    is_reply = bool(case.subject and _REPLY.match(case.subject.words))
    wishes = without_declined(found, is_reply=is_reply)
    year = corrected_year(found)
    if year is not None and not wishes:  # the season stands beside the wrong year only
        wishes = [c for c in found if c.standing is Standing.PAST]
    clusters = _ordered(cluster(wishes, calendar))
    if is_reply:
        clusters = _without_thread(clusters)
    if not clusters:
        return unclear(case, found, where, calendar)
    if year is not None:
        _set_year(clusters, year)
    resolved = [(c, resolve(c, calendar, lengths(found, c.best))) for c in clusters]
    return _present(resolved, found if year is None else ())


def _set_year(clusters: Sequence[Cluster], year: int) -> None:
    for home in clusters:
        home.years[:] = [year]


def _ordered(clusters: list[Cluster]) -> list[Cluster]:
    """Preferred before plain before second choice, whole times before lone starts, then as they are named."""
    ordered = sorted(clusters, key=lambda c: (not c.is_whole, c.rank, c.order))
    if len(ordered) == 2 and prefers_latter(*ordered):
        ordered.reverse()
    if any(c.is_whole for c in ordered):
        ordered = [c for c in ordered if c.is_whole]
    if len(ordered) > 1:  # a resume's objective is often older than the mail
        ordered = [c for c in ordered if c.order[0] < Rank.RESUME] or ordered
    return ordered


def _without_thread(clusters: list[Cluster]) -> list[Cluster]:
    """Without what only an answer's subject says, which is older than the words it heads, where these name a time."""
    own = [c for c in clusters if any(m.place.rank is not Rank.SUBJECT for m in c.members)]
    return own or clusters


def _present(resolved: list[tuple[Cluster, Resolved]], found: Sequence[Candidate]) -> Finding:
    (home, chosen), others = resolved[0], resolved[1:]
    alternatives: list[Json] = []
    for _, other in others:
        if other.value() not in alternatives:
            alternatives.append(other.value())
    value: dict[str, Json] = {**chosen.value(), "alternatives": alternatives}
    main = chosen.sources[0]
    place = "" if main.place.rank is Rank.BODY else f"-{main.place.name}"
    evidence, sources = evidence_of(chosen.sources)
    conflict = _conflict(home, [c for c, _ in others]) or _slip(home, found)
    if conflict:
        return Finding(ITEM, Status.UNSURE, value, evidence, "period.conflict", conflict, sources)
    rule = f"period.{main.expression.shape.value}{place}"
    return Finding(ITEM, Status.PRESENT, value, evidence, rule, None, sources)


def _conflict(home: Cluster, others: Sequence[Cluster]) -> str | None:
    """Two places that name different times, neither as a second choice: a person must say which holds."""
    for other in others:
        if home.rank == 0 or other.rank == 2 or (_is_loose_subject(other) and home.dates):
            continue
        mine, theirs = {c.place.rank for c in home.members}, {c.place.rank for c in other.members}
        if mine & theirs:
            continue
        first, second = home.members[0], other.members[0]
        return f"{_named(first)} says {plain(first.quote)!r}, {_named(second)} says {plain(second.quote)!r}"
    return None


def _is_loose_subject(home: Cluster) -> bool:
    """Whether it is only a season without a year in a subject line, which says less than dates do."""
    return not home.years and all(m.place.rank is Rank.SUBJECT and m.expression.named for m in home.members)


def _slip(home: Cluster, found: Sequence[Candidate]) -> str | None:
    """Dates without a year beside a season whose year has passed: a slip of the year, or an old letter."""
    if home.years:
        return None
    own = {candidate.place.rank for candidate in home.members} | {Rank.SUBJECT}
    past = next(
        (c for c in found if c.standing is Standing.PAST and c.place.rank in own and c.expression.named), None
    )
    return f"says {plain(past.quote)!r}, which had passed when the mail came" if past else None


def _named(candidate: Candidate) -> str:
    return _PLACES.get(candidate.place.rank, "the forwarding mail")
