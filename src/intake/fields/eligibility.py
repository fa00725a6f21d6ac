"""What an applicant states on residence and study, with the quote: shown to a recruiter, never decided on.

The page names citizens, holders of a Green Card and students of a US university. Only what is stated counts;
nothing is inferred from a name, a language or a place of birth.
"""

from __future__ import annotations

from collections.abc import Iterable

from intake.config import Eligibility, Enrolment
from intake.fields.case import Case
from intake.fields.passage import Passage
from intake.fields.vocabulary.enrolment import DENIED, INSTITUTION, NOT_ME, STUDIES_NOW
from intake.fields.wording import occurrences, pattern, sentence_around
from intake.model import Role, Signal

VERSION = 1
NEAR = 70  # characters before a statement that may deny it


def find(case: Case) -> Signal | None:
    """The first statement that counts, in the programme's order; None where nothing is stated."""
    rules = case.programme.eligibility
    if rules is None:
        return None
    letters = [Passage.whole(d) for d in case.with_role(Role.LETTER, Role.LETTER_AND_RESUME) if not d.regions]
    resumes = [Passage.whole(d) for d in case.with_role(Role.RESUME) if not d.regions]
    own = [*case.prose, *letters, *case.signature]
    stated = statement([*own, *resumes], rules)
    if stated is not None or rules.enrolment is None:
        return stated
    return enrolled(own, rules.enrolment, _mail_domain(case)) or enrolled(resumes, rules.enrolment, None)


def statement(passages: Iterable[Passage], rules: Eligibility) -> Signal | None:
    """The first of the programme's statements that somebody makes of themselves, not denied."""
    passages = list(passages)
    for wanted in rules.statements:
        for passage, match in occurrences(passages, wanted.phrases):
            before = passage.text[max(passage.start, match.start() - NEAR) : match.start()]
            denies_itself = DENIED.search(match.group() + " ") is not None
            evidence = sentence_around(passage, match.start(), match.end())
            asked = evidence.quote.endswith("?") or NOT_ME.search(before) is not None
            if (denies_itself or not DENIED.search(before)) and not asked:
                return Signal(wanted.value, evidence)
    return None


def enrolled(passages: Iterable[Passage], rules: Enrolment, domain: str | None) -> Signal | None:
    """A sentence that says its writer studies now, at an institution of the programme's country.

    `domain` is the mail domain the applicant writes from: one of the programme's shows the country.
    """
    home = domain is not None and any(domain.endswith(ending) for ending in rules.domains)
    known = pattern((*rules.institutions, *rules.places))
    for passage in passages:
        for sentence in passage.sentences():
            now = STUDIES_NOW.search(sentence.words)
            if now is None:
                continue
            place = known.search(sentence.text, sentence.start, sentence.end)
            if place or (home and INSTITUTION.search(sentence.words)) or home:
                start = sentence.start + now.start()
                return Signal(rules.value, sentence_around(sentence, start, sentence.start + now.end()))
    return None


def _mail_domain(case: Case) -> str | None:
    return case.author.email.rpartition("@")[2] if case.author else None
