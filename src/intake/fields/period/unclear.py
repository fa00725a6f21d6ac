"""No wish is plain: what there is for a person to look at, or nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from intake.fields.case import Case
from intake.fields.passage import Passage
from intake.fields.period.candidates import Calendar, Candidate, candidates
from intake.fields.period.clusters import cluster
from intake.fields.period.cues import compiled
from intake.fields.period.expression import Shape, is_long
from intake.fields.period.expressions import find_expressions
from intake.fields.period.places import Place, Rank, forwarder
from intake.fields.period.resolve import lengths, resolve
from intake.fields.period.standing import Standing, is_past
from intake.fields.period.verdict import Judgement
from intake.fields.vocabulary.availability import VAGUE, About
from intake.model import Evidence, Finding, Json, Status

ITEM = "period"
_VAGUE = compiled(VAGUE, "")
_QUOTE_REACH = 90  # characters: season and dates this near are quoted as one
_SOFT = (
    About.EXAMS,
    About.STUDY,
    About.AWAY,
    About.COURSE,
    About.ELSEWHERE,
    About.OPENINGS,
    About.WISH,
    None,
)
_OFFERING = re.compile(
    r"\b(?:free|available|availability|full[- ]time|intern(?:ship)?s?|earliest"
    r"|(?:can|could|would|may|to)\s+(?:be\s+able\s+to\s+)?(?:start|join|come|work|spend|stay))\b",
    re.IGNORECASE,
)
# "My contract ends in December. From then on I'd be yours": a sentence behind it that offers what the time leaves.
_LEFT_FREE = re.compile(
    r"[^.!?]{0,80}[.!?]?\s+(?:from\s+then\s+on|in\s+between)\b|[^.!?]{0,80}[.!?]\s[^.!?]{0,60}\b(?:months|time|weeks)\s+(?:in\s+)?between\b",
    re.IGNORECASE,
)
_BEHIND = 200  # characters behind a time in which that may be said
_TALK = re.compile(
    r"\b(?:calls?|interviews?|talk|chat|phone|skype|reach\w*|meet\w*|visit\w*|hear\w*|graduat\w+)\b",
    re.IGNORECASE,
)
_NO_DATES = (Shape.DURATION, Shape.YEAR)


@dataclass(frozen=True, slots=True)
class Unplain:
    """A case in which no wish is plain, with everything that was found in it."""

    case: Case
    found: Sequence[Candidate]
    where: Sequence[Place]
    calendar: Calendar

    def first(self, standing: Standing) -> Candidate | None:
        """The first time with that standing."""
        return next(
            (c for c in self.found if c.standing is standing and c.expression.shape not in _NO_DATES), None
        )


def unclear(case: Case, found: Sequence[Candidate], where: Sequence[Place], calendar: Calendar) -> Finding:
    """UNSURE by the first rule that has something to show, or MISSING."""
    unplain = Unplain(case, found, where, calendar)
    missing = Finding(ITEM, Status.MISSING, None, None, "period.none")
    return next((finding for finding in (rule(unplain) for rule in _RULES) if finding), missing)


def _past(unplain: Unplain) -> Finding | None:
    """ "summer 2016" in a mail of October 2016: a slip, or an old letter."""
    past = unplain.first(Standing.PAST)
    return _unsure(past, unplain, "period.past", "asks for {!r}, which had passed when the mail came")


def _named(unplain: Unplain) -> Finding | None:
    """A time ahead of which nothing says that it is wanted."""
    maybe = unplain.first(Standing.MAYBE)
    return _unsure(maybe, unplain, "period.named", "names {!r}, but not plainly as the time wanted")


def _end_only(unplain: Unplain) -> Finding | None:
    """ "I have to be back by August 28"."""
    end = unplain.first(Standing.END)
    return _unsure(end, unplain, "period.end-only", "says only that it must be over by {!r}")


def _year_only(unplain: Unplain) -> Finding | None:
    """ "Internship 2017"."""
    year = next((c for c in unplain.found if _is_year_ahead(c, unplain.calendar)), None)
    return _unsure(year, unplain, "period.year-only", "names only a year ({})")


def _is_year_ahead(candidate: Candidate, calendar: Calendar) -> bool:
    year, today = candidate.expression.year, calendar.today
    written = candidate.expression.shape is Shape.YEAR and candidate.quote.strip("'’").isdigit()
    if year is None or not written or candidate.verdict.judgement is not Judgement.WISH:
        return False
    return today is None or today.year <= year <= today.year + 2


def _vague(unplain: Unplain) -> Finding | None:
    """ "any time", "two weeks after an offer"."""
    for place in unplain.where:
        passage = place.passage
        vague = _VAGUE.search(passage.text, passage.start, passage.end) if place.rank < Rank.RESUME else None
        if vague:
            reason = f"says only {plain(vague.group())!r}"
            return Finding(ITEM, Status.UNSURE, None, passage.evidence(*vague.span()), "period.vague", reason)
    return None


def _length_only(unplain: Unplain) -> Finding | None:
    """ "a six month internship"."""
    length = lengths(unplain.found)
    return _unsure(length, unplain, "period.length-only", "names a length ({}) and no dates")


def _doubtful(unplain: Unplain) -> Finding | None:
    """A time ahead that the words nearest to it give to something else, in a sentence that speaks of being free or of working."""
    doubtful = next((c for c in unplain.found if _is_doubtful(c, unplain.calendar)), None)
    return _unsure(doubtful, unplain, "period.doubtful", "names {!r}, perhaps as the time wanted")


def _is_doubtful(candidate: Candidate, calendar: Calendar) -> bool:
    expression, place = candidate.expression, candidate.place
    if candidate.standing is not Standing.REJECTED or place.rank not in (Rank.BODY, Rank.LETTER):
        return False
    if expression.shape in _NO_DATES or candidate.verdict.about not in _SOFT:
        return False
    span = calendar.span(expression)
    if span is None or is_past(span, calendar.today) or candidate.verdict.of_past:
        return False
    behind = min(expression.end + _BEHIND, place.passage.end)
    if _LEFT_FREE.match(place.passage.text, expression.end, behind):
        return True
    if candidate.verdict.about is About.STUDY and not is_long(expression):
        return False
    start, end = candidate.sentence
    offered = _OFFERING.search(place.passage.text, start, end)
    return offered is not None and _TALK.search(place.passage.text, start, end) is None


def _declined_only(unplain: Unplain) -> Finding | None:
    """Times that are only declined: what is left, a person may tell."""
    declined = next((c for c in unplain.found if _is_declined_ahead(c, unplain.calendar)), None)
    return _unsure(declined, unplain, "period.declined", "declines {!r} and names no other time")


def _is_declined_ahead(candidate: Candidate, calendar: Calendar) -> bool:
    expression = candidate.expression
    asked = candidate.standing is Standing.DECLINED and candidate.place.rank in (Rank.BODY, Rank.LETTER)
    if not asked or not (is_long(expression) or expression.shape is Shape.SEASON):
        return False
    span = calendar.span(expression)
    return span is not None and not is_past(span, calendar.today)


def _forwarder(unplain: Unplain) -> Finding | None:
    """What whoever passed the mail on says of it."""
    passed_on = candidates(forwarder(unplain.case), unplain.calendar)
    said = next((c for c in passed_on if c.standing is Standing.WISH), None)
    return _unsure(said, unplain, "period.forwarder", "only the mail that forwards it says {!r}")


def _name_only(unplain: Unplain) -> Finding | None:
    """A file's name, or the subject of an attached mail, which are no text to quote from."""
    case, calendar = unplain.case, unplain.calendar
    names = [d.source.removeprefix("attachment:") for d in case.attached]
    hints = [(f"the file name {name!r}", name.replace("_", " ").replace("-", " ")) for name in names]
    if case.focus is not case.message:
        hints.append(("the subject of the forwarded mail", case.focus.subject))
    for what, text in hints:
        said = _season_ahead(text, calendar)
        if said:
            return Finding(ITEM, Status.UNSURE, None, None, "period.name-only", f"only {what} says {said!r}")
    return None


def _season_ahead(text: str, calendar: Calendar) -> str | None:
    today = calendar.today
    for expression in find_expressions(Passage("", text, 0, len(text))):
        ahead = not expression.years or today is None or max(expression.years) >= today.year
        dated = expression.shape is Shape.SEASON or (expression.shape is Shape.RANGE and expression.years)
        if ahead and dated:
            return text[expression.start : expression.end]
    return None


_RULES: tuple[Callable[[Unplain], Finding | None], ...] = (
    _past, _named, _end_only, _year_only, _vague, _length_only, _doubtful, _declined_only, _forwarder, _name_only,
)  # fmt: skip


def _unsure(candidate: Candidate | None, unplain: Unplain, rule: str, reason: str) -> Finding | None:
    if candidate is None:
        return None
    evidence, sources = evidence_of([candidate])
    value: Json = None
    if candidate.expression.shape not in _NO_DATES:
        home = cluster([candidate], unplain.calendar)[0]
        value = {**resolve(home, unplain.calendar).value(), "alternatives": []}
    words = reason.format(plain(candidate.quote))
    return Finding(ITEM, Status.UNSURE, value, evidence, rule, words, sources)


def plain(quote: str) -> str:
    """Words on one line, at most 100 characters."""
    return " ".join(quote.split())[:100]


def evidence_of(used: Sequence[Candidate]) -> tuple[Evidence, tuple[str, ...]]:
    """The main candidate's words, drawn out over a season or length close by in the same passage."""
    main = used[0]
    start, end = main.expression.start, main.expression.end
    for other in used[1:]:
        near = min(abs(other.expression.start - end), abs(start - other.expression.end)) <= _QUOTE_REACH
        if other.place.passage == main.place.passage and near:
            start, end = min(start, other.expression.start), max(end, other.expression.end)
    sources = tuple(dict.fromkeys(candidate.place.passage.source for candidate in used))
    return main.place.passage.evidence(start, end), sources
