"""From the candidates of a mail to one finding: the period wished, other wishes beside it, or why it is not plain."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from intake.fields.case import Case
from intake.fields.passage import Passage
from intake.fields.period.candidates import Candidate, Standing, candidates
from intake.fields.period.clusters import Cluster, Resolved, cluster, lengths, resolve
from intake.fields.period.correction import corrected_year, prefers_latter, without_declined
from intake.fields.period.expression import Shape
from intake.fields.period.expressions import find_expressions
from intake.fields.period.hemisphere import is_other_half
from intake.fields.period.places import Place, Rank, forwarder, places
from intake.fields.period.verdict import Judgement
from intake.fields.vocabulary.availability import VAGUE
from intake.model import Evidence, Finding, Json, Status

ITEM = "period"
_VAGUE = re.compile(r"(?<!\w)(?:" + "|".join(VAGUE).replace(" ", r"\s+") + r")", re.IGNORECASE)
_REPLY = re.compile(
    r"\s*(?:re|aw|sv|antw|rv|fwd?|fw|wg|tr|enc|回复|答复|转发)\s*(?:\[\d+\])?\s*[:：]", re.IGNORECASE
)
_QUOTE_REACH = 90  # season and dates this near are quoted as one


def choose(case: Case) -> Finding:
    """Find the period that the applicant of a case wants."""
    programme = case.programme
    today = case.received.date() if case.received else None
    where = list(places(case))
    found = candidates(where, programme, today, southern=False)
    southern = is_other_half(found, where, programme)
    if southern:
        found = candidates(where, programme, today, southern)
    wishes = without_declined(found, is_reply=bool(case.subject and _REPLY.match(case.subject.words)))
    year = corrected_year(found)
    if year is not None and not wishes:  # the season stands beside the wrong year only
        wishes = [c for c in found if c.standing is Standing.PAST]
    clusters = cluster(wishes, programme, southern)
    if year is not None:
        _set_year(clusters, year)
    length = lengths(found)
    resolved = [(c, resolve(c, programme, today, southern, length)) for c in _ordered(clusters)]
    if resolved:
        return _present(resolved, found if year is None else ())
    return _not_plain(case, found, where, today)


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


def _present(resolved: list[tuple[Cluster, Resolved]], found: Sequence[Candidate]) -> Finding:
    (home, chosen), others = resolved[0], resolved[1:]
    alternatives: list[Json] = []
    for _, other in others:
        core = other.value()
        if core not in alternatives:
            alternatives.append(core)
    value: dict[str, Json] = {**chosen.value(), "alternatives": alternatives}
    main = chosen.sources[0]
    rule = f"period.{main.expression.shape.value}" + (
        "" if main.place.rank is Rank.BODY else f"-{main.place.name}"
    )
    evidence, sources = _evidence(chosen.sources)
    conflict = _conflict(home, [cluster_ for cluster_, _ in others]) or _slip(home, found)
    status = Status.UNSURE if conflict else Status.PRESENT
    return Finding(
        ITEM, status, value, evidence, rule if not conflict else "period.conflict", conflict, sources
    )


def _conflict(home: Cluster, others: Sequence[Cluster]) -> str | None:
    """Two places that name different times, neither as a second choice: a person must say which holds."""
    for other in others:
        if home.rank == 0 or other.rank == 2:
            continue
        mine, theirs = {c.place.rank for c in home.members}, {c.place.rank for c in other.members}
        if mine & theirs:
            continue
        first, second = home.members[0], other.members[0]
        return f"{_named(first)} says {_plain(first.quote)!r}, {_named(second)} says {_plain(second.quote)!r}"
    return None


def _slip(home: Cluster, found: Sequence[Candidate]) -> str | None:
    """Dates without a year beside a season whose year has passed: a slip of the year, or an old letter."""
    if home.years:
        return None
    own = {candidate.place.rank for candidate in home.members} | {Rank.SUBJECT}
    past = next(
        (c for c in found if c.standing is Standing.PAST and c.place.rank in own and c.expression.named), None
    )
    return f"says {_plain(past.quote)!r}, which had passed when the mail came" if past else None


def _named(candidate: Candidate) -> str:
    names = {
        Rank.BODY: "the mail",
        Rank.SUBJECT: "the subject",
        Rank.LETTER: "the letter",
        Rank.RESUME: "the resume",
    }
    return names.get(candidate.place.rank, "the forwarding mail")


def _plain(quote: str) -> str:
    return " ".join(quote.split())[:100]


def _evidence(used: Sequence[Candidate]) -> tuple[Evidence, tuple[str, ...]]:
    """The main candidate's words, drawn out over a season or length close by in the same passage."""
    main = used[0]
    start, end = main.expression.start, main.expression.end
    for other in used[1:]:
        near = min(abs(other.expression.start - end), abs(start - other.expression.end)) <= _QUOTE_REACH
        if other.place.passage == main.place.passage and near:
            start, end = min(start, other.expression.start), max(end, other.expression.end)
    sources = tuple(dict.fromkeys(candidate.place.passage.source for candidate in used))
    return main.place.passage.evidence(start, end), sources


# -- nothing plain ---------------------------------------------------------------------------------------


def _not_plain(case: Case, found: Sequence[Candidate], where: Sequence[Place], today: date | None) -> Finding:
    """UNSURE with what is there to look at, or MISSING."""
    past = next((c for c in found if c.standing is Standing.PAST), None)
    if past:
        return _unsure(
            past,
            case,
            f"asks for {_plain(past.quote)!r}, which had passed when the mail came",
            "period.past",
            today,
        )
    maybe = next(
        (
            c
            for c in found
            if c.standing is Standing.MAYBE and c.expression.shape not in (Shape.YEAR, Shape.DURATION)
        ),
        None,
    )
    if maybe:
        return _unsure(
            maybe,
            case,
            f"names {_plain(maybe.quote)!r}, but not plainly as the time wanted",
            "period.named",
            today,
        )
    end = next((c for c in found if c.standing is Standing.END), None)
    if end:
        return _unsure(
            end, case, f"says only that it must be over by {_plain(end.quote)!r}", "period.end-only", today
        )
    only_year = next((c for c in found if _is_year_only(c, today)), None)
    if only_year:
        return _unsure(
            only_year, case, f"names only a year ({_plain(only_year.quote)})", "period.year-only", today
        )
    for place in where:
        vague = (
            _VAGUE.search(place.passage.text, place.passage.start, place.passage.end)
            if place.rank < Rank.RESUME
            else None
        )
        if vague:
            evidence = place.passage.evidence(*vague.span())
            return Finding(
                ITEM, Status.UNSURE, None, evidence, "period.vague", f"says only {_plain(vague.group())!r}"
            )
    return _hinted(case, found, today)


def _is_year_only(candidate: Candidate, today: date | None) -> bool:
    """ "Internship 2017", "an internship in early 2017": the year of a wish, ahead."""
    expression = candidate.expression
    if (
        expression.shape is not Shape.YEAR
        or expression.year is None
        or not candidate.quote.strip("'’").isdigit()
    ):
        return False
    wished = candidate.standing is Standing.MAYBE and candidate.verdict.judgement is Judgement.WISH
    return wished and (today is None or today.year <= expression.year <= today.year + 2)


def _unsure(candidate: Candidate, case: Case, reason: str, rule: str, today: date | None) -> Finding:
    evidence, sources = _evidence([candidate])
    value: Json = None
    if candidate.expression.shape not in (Shape.DURATION, Shape.YEAR):
        home = cluster([candidate], case.programme, False)
        value = {**resolve(home[0], case.programme, today, False, None).value(), "alternatives": []}
    return Finding(ITEM, Status.UNSURE, value, evidence, rule, reason, sources)


def _hinted(case: Case, found: Sequence[Candidate], today: date | None) -> Finding:
    """A length alone, the words of whoever forwarded, a file's name: worth a look, no more."""
    length = lengths(found)
    if length:
        return _unsure(
            length, case, f"names a length ({_plain(length.quote)}) and no dates", "period.length-only", today
        )
    passed_on = candidates(forwarder(case), case.programme, today, False)
    said = next((c for c in passed_on if c.standing is Standing.WISH), None)
    if said:
        return _unsure(
            said,
            case,
            f"only the mail that forwards it says {_plain(said.quote)!r}",
            "period.forwarder",
            today,
        )
    hint = _file_name(case, today) or _forwarded_subject(case, today)
    if hint:
        return Finding(ITEM, Status.UNSURE, None, None, "period.name-only", hint)
    return Finding(ITEM, Status.MISSING, None, None, "period.none")


def _file_name(case: Case, today: date | None) -> str | None:
    for document in case.attached:
        name = document.source.removeprefix("attachment:")
        said = _season_of(name.replace("_", " ").replace("-", " "), today)
        if said:
            return f"only the file name {name!r} says {said!r}"
    return None


def _forwarded_subject(case: Case, today: date | None) -> str | None:
    said = _season_of(case.focus.subject, today) if case.focus is not case.message else None
    return f"only the subject of the forwarded mail says {said!r}" if said else None


def _season_of(text: str, today: date | None) -> str | None:
    for expression in find_expressions(Passage("", text, 0, len(text))):
        current = not expression.years or today is None or max(expression.years) >= today.year
        if (
            expression.shape in (Shape.SEASON, Shape.RANGE)
            and current
            and (expression.years or expression.shape is Shape.SEASON)
        ):
            return text[expression.start : expression.end]
    return None
