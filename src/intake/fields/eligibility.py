"""What an applicant states on residence and study, with the quote: shown to a recruiter, never decided on.

The page names citizens, holders of a Green Card and students of a US university. Only what is stated counts;
nothing is inferred from a name, a language or a place of birth.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import islice, pairwise, takewhile

from intake.config import Eligibility, Enrolment, Statement
from intake.fields.case import Case
from intake.fields.passage import Passage
from intake.fields.sections import section_of
from intake.fields.vocabulary.enrolment import (
    AS_I_AM,
    ASKING,
    AWAITING,
    CITIZEN_OF_TWO,
    CLAUSE,
    DEGREE,
    DENIED,
    DENIED_BEHIND,
    DUAL,
    EDUCATION,
    INSTITUTION,
    INSTITUTION_NAMED,
    NEW_LINE,
    NOT_ME,
    NOT_OVER,
    NOT_YET,
    OF_PLACE,
    OTHER_CITIZEN,
    STUDIED_ONCE,
    STUDIES_AWAY,
    STUDIES_NOW,
    YEAR,
)
from intake.fields.vocabulary.headings import Section
from intake.fields.wording import occurrences, pattern, sentence_around
from intake.model import Evidence, Role, Signal

VERSION = 10
NEAR = 70  # characters before a statement that may deny it
CONTACT_LINES = 15  # at the top of a resume
_TOWN = r"(?<!\w)[A-Z][\w.'’-]{1,20}(?: [A-Z][\w.'’-]{1,20}){0,2}"
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
    found = statement([*own, *resumes], rules.statements, rules.country)
    if found is not None:
        return found
    abroad = elsewhere([*own, *resumes], rules)
    if rules.enrolment is None:
        return abroad
    lives_there = lives_at(case, rules.enrolment.places)
    away = abroad is not None and STUDIES_AWAY.search(abroad.evidence.quote)
    domain = None if away else _mail_domain(case)  # a mail domain alone says less than words
    found = enrolled(own, rules.enrolment, domain, lives_there) or abroad
    home = domain is not None and _is_home(domain, rules.enrolment)
    return found or on_resume(resumes, rules.enrolment, case.received, lives_there or home)


def statement(
    passages: Iterable[Passage], wanted: Iterable[Statement], country: tuple[str, ...] = ()
) -> Signal | None:
    """The first of the programme's statements that somebody makes of themselves, not denied, and of no other country."""
    passages = list(passages)
    for one in wanted:
        if country and any(DUAL.match(phrase) for phrase in one.phrases):
            both = _of_two(passages, country)
            if both is not None:
                return Signal(one.value, both)
        for passage, match in occurrences(passages, one.phrases):
            before = _before(passage, match.start())
            evidence = sentence_around(passage, match.start(), match.end())
            if country and _of_another(passage, match, country):
                continue
            as_i_am = AS_I_AM.match(passage.text, match.end(), passage.end)
            asked = is_question(evidence.quote) or (NOT_ME.search(before) is not None and as_i_am is None)
            denies_itself = DENIED.search(match.group() + " ") is not None
            waited = NOT_YET.match(passage.text, match.end(), passage.end) or AWAITING.search(before)
            denied = DENIED.search(before) or DENIED_BEHIND.match(passage.text, match.end(), passage.end)
            if (denies_itself or not denied) and not asked and not waited:
                return Signal(one.value, evidence)
    return None


def _of_two(passages: Iterable[Passage], country: tuple[str, ...]) -> Evidence | None:
    """ "a dual US/Polish citizen", "I have German and American citizenship": the sentence, None where nobody says so."""
    ours = pattern(country)
    for passage in passages:
        for match in CITIZEN_OF_TWO.finditer(passage.text, passage.start, passage.end):
            before = _before(passage, match.start())
            if ours.search(match.group()) and not (DENIED.search(before) or NOT_ME.search(before)):
                return sentence_around(passage, match.start(), match.end())
    return None


def _before(passage: Passage, start: int) -> str:
    """The words before a statement that may deny it: not those of another paragraph, entry or labelled line."""
    before = passage.text[max(passage.start, start - NEAR) : start]
    borders = [border.end() for border in NEW_LINE.finditer(before)]
    return before[borders[-1] :] if borders else before


def _of_another(passage: Passage, match: re.Match[str], country: tuple[str, ...]) -> bool:
    """Whether a statement is of another country: "permanent resident of Canada", a dual citizen of two others."""
    named = pattern(country)
    behind = OF_PLACE.match(passage.text, match.end(), passage.end)
    if behind is not None and not named.search(behind.group()):
        return True
    return DUAL.match(match.group()) is not None and not named.search(
        sentence_around(passage, match.start(), match.end()).quote
    )


def elsewhere(passages: Iterable[Passage], rules: Eligibility) -> Signal | None:
    """A statement that none of the conditions holds: in the programme's words, or citizenship of another country."""
    passages = list(passages)
    if rules.elsewhere is None:
        return None
    found = statement(passages, [rules.elsewhere]) or _denied(passages, rules, rules.elsewhere.value)
    if found is not None:
        return found
    ours = pattern((*rules.country, *(phrase for one in rules.statements for phrase in one.phrases)))
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
        before = _before(passage, match.start())
        evidence = sentence_around(passage, match.start(), match.end())
        behind = DENIED_BEHIND.match(passage.text, match.end(), passage.end)
        if (
            (DENIED.search(before) or behind)
            and not NOT_ME.search(before)
            and not is_question(evidence.quote)
        ):
            return Signal(value, evidence)
    return None


def enrolled(
    passages: Iterable[Passage], rules: Enrolment, domain: str | None, lives_there: bool = False
) -> Signal | None:
    """A sentence that says its writer studies now, at an institution of the programme's country.

    `domain` is the mail domain the applicant writes from: one of the programme's shows the country. `lives_there` tells
    that the applicant gives an address in it: then any institution that is named counts.
    """
    home = domain is not None and _is_home(domain, rules)
    for passage in passages:
        for _, match in occurrences([passage], rules.phrases) if rules.phrases else ():
            if not DENIED.search(passage.text[passage.start : match.start()][-NEAR:]):
                return Signal(rules.value, sentence_around(passage, match.start(), match.end()))
    known = pattern((*rules.institutions, *rules.places, *rules.abroad))
    abroad = frozenset(name.casefold() for name in rules.abroad)
    for clause, now in _studies_now(passages):
        found = list(known.finditer(clause.text, clause.start, clause.end))
        if any(" ".join(match.group().casefold().split()) in abroad for match in found):
            continue
        there = home or any(not _is_denied(clause, match) for match in found)
        if there or (lives_there and INSTITUTION.search(clause.words)):
            return Signal(rules.value, sentence_around(clause, now.start(), now.end()))
    return None


def _is_home(domain: str, rules: Enrolment) -> bool:
    return any(domain.endswith(ending) for ending in rules.domains)


def _studies_now(passages: Iterable[Passage]) -> Iterator[tuple[Passage, re.Match[str]]]:
    """Clauses that say, without denying it, that somebody studies now, with the words for it."""
    for sentence in (sentence for passage in passages for sentence in passage.sentences()):
        past = STUDIED_ONCE.search(sentence.words)
        for clause in _clauses(sentence) if past else (sentence,):
            if STUDIED_ONCE.search(clause.words):
                continue
            said = STUDIES_NOW.finditer(clause.text, clause.start, clause.end)
            now = next((match for match in said if not _is_denied(clause, match)), None)
            if now is not None:
                yield clause, now


def _is_denied(clause: Passage, match: re.Match[str]) -> bool:
    """Whether the words before it, since the last place where the sentence turns, deny it or speak of others."""
    start = max(clause.start, match.start() - 3 * NEAR)
    turns = [turn.start() for turn in CLAUSE.finditer(clause.text, start, match.start())]
    before = clause.text[max(turns, default=start) : match.start()]
    return DENIED.search(before) is not None or NOT_ME.search(before) is not None


def _clauses(sentence: Passage) -> Iterator[Passage]:
    start = sentence.start
    for match in CLAUSE.finditer(sentence.text, sentence.start, sentence.end):
        if match.start() > start:
            yield sentence.cut(start, match.start())
            start = match.start()
    yield sentence.cut(start, sentence.end)


def lives_at(case: Case, places: tuple[str, ...]) -> bool:
    """Whether the lines under a letter, or those at the top of a resume, give a town in one of the places."""
    town = re.compile(rf"{_TOWN},\s{{1,3}}(?:{'|'.join(map(re.escape, places))})(?!\w)")
    signed = [line for passage in case.signature for line in passage.lines()]
    resumes = (Passage.whole(d) for d in case.with_role(Role.RESUME, Role.LETTER_AND_RESUME))
    return any(town.search(line.words) for line in (*signed, *(row for r in resumes for row in _contact(r))))


def _contact(resume: Passage) -> Iterator[Passage]:
    """The lines of a resume above its first section that says more than who its owner is and how to reach them."""
    above = takewhile(lambda row: section_of(row.words) in (None, Section.PERSONAL), resume.lines())
    yield from islice(above, CONTACT_LINES)


def on_resume(
    resumes: Iterable[Passage], rules: Enrolment, received: datetime | None, lives_there: bool = False
) -> Signal | None:
    """An entry of a resume's education at such an institution that is not over on the day the mail came.

    `lives_there` tells that the applicant gives an address in the programme's country, or writes from a mail domain of
    its institutions: then any institution counts.
    """
    known = pattern((*rules.institutions, *rules.places))
    for entry in (entry for resume in resumes for entry in _education(resume)):
        place = known.search(entry.text, entry.start, entry.end)
        if place is None and lives_there:
            place = INSTITUTION.search(entry.text, entry.start, entry.end)
        if place and (NOT_OVER.search(entry.words) or _latest_year(entry) > _last_year_over(received)):
            return Signal(rules.value, sentence_around(entry, place.start(), place.end(), 160))
    return None


def _education(resume: Passage) -> Iterator[Passage]:
    """The first lines under each heading of education."""
    lines, headed = list(resume.lines()), False
    for number, line in enumerate(lines):
        if EDUCATION.match(line.words) and len(line.words.split()) <= 5:
            below = lines[number + 1 : number + 1 + ENTRY_LINES]
            entry = takewhile(lambda row: section_of(row.words) in (None, Section.EDUCATION), below)
            yield resume.cut(line.start, max((row.end for row in entry), default=line.end))
            headed = True
    if not headed:
        yield from _unheaded(lines)


def _unheaded(lines: list[Passage]) -> Iterator[Passage]:
    """A line that names a university or college, with a degree on the same line or the next."""
    for line, below in pairwise(lines):
        entry = line.cut(line.start, line.end)._replace(end=below.end)
        if INSTITUTION_NAMED.search(line.words) and DEGREE.search(entry.words):
            yield entry


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
