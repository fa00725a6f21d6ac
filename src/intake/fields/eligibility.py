"""What an applicant states on residence and study, with the quote: shown to a recruiter, never decided on.

The page names citizens, holders of a Green Card and students of a US university. Only what is stated counts;
nothing is inferred from a name, a language or a place of birth.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import takewhile

from intake.config import Eligibility, Enrolment, Statement
from intake.fields.case import Case
from intake.fields.passage import Passage
from intake.fields.sections import section_of
from intake.fields.vocabulary.enrolment import (
    ASKING,
    AWAITING,
    DENIED,
    DENIED_BEHIND,
    EDUCATION,
    NOT_ME,
    NOT_OVER,
    NOT_YET,
    OTHER_CITIZEN,
    STUDIED_ONCE,
    STUDIES_NOW,
    YEAR,
)
from intake.fields.vocabulary.headings import Section
from intake.fields.wording import occurrences, pattern, sentence_around
from intake.model import Role, Signal

VERSION = 4
NEAR = 70  # characters before a statement that may deny it
ENTRY_LINES = 12  # of an education section that are looked at


def find(case: Case) -> Signal | None:
    """What is stated, in the order in which it counts; None where nothing is.

    Citizenship and residence go before enrolment, enrolment before the statement that nothing of it holds, and
    the applicant's sentences before the dates of a resume.
    """
    rules = case.programme.eligibility
    if rules is None:
        return None
    letters = [Passage.whole(d) for d in case.with_role(Role.LETTER, Role.LETTER_AND_RESUME) if not d.regions]
    resumes = [Passage.whole(d) for d in case.with_role(Role.RESUME) if not d.regions]
    own = [*case.prose, *letters, *case.signature]
    found = statement([*own, *resumes], rules.statements)
    if found is None and rules.enrolment is not None:
        found = enrolled(own, rules.enrolment, _mail_domain(case))
    if found is None and rules.elsewhere is not None:
        found = elsewhere([*own, *resumes], rules)
    if found is None and rules.enrolment is not None:
        found = on_resume(resumes, rules.enrolment, case.received)
    return found


def statement(passages: Iterable[Passage], wanted: Iterable[Statement]) -> Signal | None:
    """The first of the programme's statements that somebody makes of themselves, not denied."""
    passages = list(passages)
    for one in wanted:
        for passage, match in occurrences(passages, one.phrases):
            before = passage.text[max(passage.start, match.start() - NEAR) : match.start()]
            evidence = sentence_around(passage, match.start(), match.end())
            asked = is_question(evidence.quote) or NOT_ME.search(before) is not None
            denies_itself = DENIED.search(match.group() + " ") is not None
            waited = NOT_YET.match(passage.text, match.end(), passage.end) or AWAITING.search(before)
            denied = DENIED.search(before) or DENIED_BEHIND.match(passage.text, match.end(), passage.end)
            if (denies_itself or not denied) and not asked and not waited:
                return Signal(one.value, evidence)
    return None


def elsewhere(passages: Iterable[Passage], rules: Eligibility) -> Signal | None:
    """A statement that none of the conditions holds: in the programme's words, or citizenship of another country."""
    passages = list(passages)
    if rules.elsewhere is None:
        return None
    found = statement(passages, [rules.elsewhere]) or _denied(passages, rules, rules.elsewhere.value)
    if found is not None:
        return found
    ours = pattern(tuple(phrase for one in rules.statements for phrase in one.phrases))
    for passage in passages:
        for match in OTHER_CITIZEN.finditer(passage.text, passage.start, passage.end):
            if not ours.search(match.group()):
                return Signal(rules.elsewhere.value, sentence_around(passage, match.start(), match.end()))
    return None


def is_question(sentence: str) -> bool:
    """Whether a sentence asks from its first word on; a statement may end in a question about something else."""
    return sentence.endswith("?") and ASKING.match(sentence) is not None


def _denied(passages: Iterable[Passage], rules: Eligibility, value: str) -> Signal | None:
    """A statement that somebody makes of themselves to say that it does not hold: "I have no green card"."""
    for passage, match in occurrences(passages, tuple(p for one in rules.statements for p in one.phrases)):
        before = passage.text[max(passage.start, match.start() - NEAR) : match.start()]
        evidence = sentence_around(passage, match.start(), match.end())
        behind = DENIED_BEHIND.match(passage.text, match.end(), passage.end)
        if (
            (DENIED.search(before) or behind)
            and not NOT_ME.search(before)
            and not is_question(evidence.quote)
        ):
            return Signal(value, evidence)
    return None


def enrolled(passages: Iterable[Passage], rules: Enrolment, domain: str | None) -> Signal | None:
    """A sentence that says its writer studies now, at an institution of the programme's country.

    `domain` is the mail domain the applicant writes from: one of the programme's shows the country.
    """
    home = domain is not None and any(domain.endswith(ending) for ending in rules.domains)
    for passage in passages:
        found = next(occurrences([passage], rules.phrases), None) if rules.phrases else None
        if found is not None and not DENIED.search(passage.text[passage.start : found[1].start()][-NEAR:]):
            return Signal(rules.value, sentence_around(passage, found[1].start(), found[1].end()))
    known = pattern((*rules.institutions, *rules.places))
    for sentence in (sentence for passage in passages for sentence in passage.sentences()):
        now = STUDIES_NOW.search(sentence.words)
        if now is None or STUDIED_ONCE.search(sentence.words):
            continue
        if home or known.search(sentence.text, sentence.start, sentence.end):
            start = sentence.start + now.start()
            return Signal(rules.value, sentence_around(sentence, start, sentence.start + now.end()))
    return None


def on_resume(resumes: Iterable[Passage], rules: Enrolment, received: datetime | None) -> Signal | None:
    """An entry of a resume's education at such an institution that is not over on the day the mail came."""
    known = pattern((*rules.institutions, *rules.places))
    for entry in (entry for resume in resumes for entry in _education(resume)):
        place = known.search(entry.text, entry.start, entry.end)
        if place and (NOT_OVER.search(entry.words) or _latest_year(entry) > _last_year_over(received)):
            return Signal(rules.value, sentence_around(entry, place.start(), place.end(), 160))
    return None


def _education(resume: Passage) -> Iterator[Passage]:
    """The first lines under each heading of education."""
    lines = list(resume.lines())
    for number, line in enumerate(lines):
        if EDUCATION.match(line.words) and len(line.words.split()) <= 5:
            below = lines[number + 1 : number + 1 + ENTRY_LINES]
            entry = takewhile(lambda row: section_of(row.words) in (None, Section.EDUCATION), below)
            yield resume.cut(line.start, max((row.end for row in entry), default=line.end))


def _latest_year(entry: Passage) -> int:
    years = [int(found) if len(found) == 4 else 2000 + int(found) for found in YEAR.findall(entry.words)]
    return max((year for year in years if year < 2100), default=0)


def _last_year_over(received: datetime | None) -> int:
    """The newest year that is surely over in an education: a degree of this year may still be ahead until June."""
    if received is None:
        return 9999
    return received.year - 1 if received.month <= 6 else received.year


def _mail_domain(case: Case) -> str | None:
    return case.author.email.rpartition("@")[2] if case.author else None
