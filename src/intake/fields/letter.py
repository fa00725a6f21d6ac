"""The cover letter: the applicant's own prose of interest, in the mail or in a file (the page: "their specific interest")."""

from __future__ import annotations

from dataclasses import dataclass

from intake.config import Programme
from intake.fields import claims
from intake.fields.addressee import other_company
from intake.fields.case import Case
from intake.fields.interest import Assessment, assess
from intake.fields.page import own_words as own_prose
from intake.fields.page import page_spans
from intake.fields.passage import Passage
from intake.fields.roles import case_prose, is_body, own_words
from intake.fields.roles.anatomy import dissect, dissect_body
from intake.model import Document, Evidence, Finding, Role, Status

VERSION = 8

ITEM = "cover_letter"
_LONGEST = 600  # characters of a quote


@dataclass(frozen=True, slots=True)
class _Candidate:
    document: Document
    prose: tuple[Passage, ...]
    weight: Assessment
    addressed: tuple[str, Evidence] | None

    @property
    def real(self) -> bool:
        """Whether it carries what a letter carries; a file that is a letter by its form needs one such sentence."""
        if not is_body(self.document):
            return self.weight.telling_points > 0
        return self.weight.carries


def find(case: Case) -> Finding:
    """The letter, and its most telling paragraph as evidence.

    PRESENT: prose that says why, or what was done; where mail and file both do, the fuller one. UNSURE: a letter
    to another company, a line or two that a person should judge, a file that cannot be read. MISSING: a mail that
    only says what is attached, when the person is free, and thanks.
    """
    candidates = _candidates(case)
    real = [c for c in candidates if c.real]
    ours = [c for c in real if not c.addressed]
    if ours:
        return _present(max(ours, key=lambda c: c.weight.points))
    for candidate in real:
        if candidate.addressed:
            company, evidence = candidate.addressed
            return _unsure(f"is addressed to {company}", evidence, "letter.form-letter")
    return _hidden(case) or _little(candidates) or _missing(case)


def _candidates(case: Case) -> list[_Candidate]:
    documents = case.with_role(Role.LETTER, Role.LETTER_AND_RESUME, Role.RESUME, Role.OTHER)
    found = []
    for document in documents:
        prose = _body_prose(document, case) if is_body(document) else _file_prose(document, case.programme)
        if prose:
            other = other_company(prose, _whole(document, prose, case), case.programme)
            found.append(_Candidate(document, prose, assess(prose, case.programme), other))
    return found


def _whole(document: Document, prose: tuple[Passage, ...], case: Case) -> tuple[Passage, ...]:
    """All words in which a letter may name whom it is for: its address block, or the subject line."""
    if not is_body(document):
        return (Passage.whole(document),)
    return (*prose, case.subject) if case.subject else prose


def _body_prose(document: Document, case: Case) -> tuple[Passage, ...]:
    if document.role not in (Role.LETTER_AND_RESUME, Role.RESUME):
        return case_prose(document, case)
    own = own_words(document, case)
    part = dissect_body(own).letter if own else None
    return (Passage(document.source, document.text or "", part.start, part.end),) if part else ()


def _file_prose(document: Document, programme: Programme) -> tuple[Passage, ...]:
    if document.role not in (Role.LETTER, Role.LETTER_AND_RESUME):
        return ()
    part = dissect(Passage.whole(document)).letter or Passage.whole(document)
    real = Passage(document.source, document.text or "", part.start, part.end)
    return tuple(own_prose(real, page_spans(real.text, programme)))


def _present(candidate: _Candidate) -> Finding:
    rule = "letter.body" if is_body(candidate.document) else "letter.file"
    return Finding(ITEM, Status.PRESENT, evidence=_quote(candidate), rule=rule)


def _quote(candidate: _Candidate) -> Evidence:
    """The paragraph with the most telling sentence, or that sentence where the paragraph is long."""
    telling = candidate.weight.telling or candidate.prose[0]
    for passage in candidate.prose:
        for paragraph in passage.paragraphs():
            if (
                paragraph.start <= telling.start < paragraph.end
                and paragraph.end - paragraph.start <= _LONGEST
            ):
                return paragraph.evidence()
    return telling.cut(telling.start, telling.start + _LONGEST).evidence()


def _unsure(reason: str, evidence: Evidence | None, rule: str) -> Finding:
    return Finding(ITEM, Status.UNSURE, evidence=evidence, rule=rule, reason=reason)


def _hidden(case: Case) -> Finding | None:
    """A file that may be the letter and that nobody can read here, or recognise."""
    said = claims.claim(case, claims.LETTER_WORDS)
    for document in (*claims.unreadable(case), *claims.unknown(case)):
        if document.role is Role.LETTER or (said and document.role is Role.OTHER) or _archive(document):
            problem = document.problem or "its text does not tell what it is"
            return _unsure(
                f"{claims.file_name(document)} may be the letter: {problem}",
                said.evidence() if said else None,
                "letter.unreadable",
            )
    return None


def _archive(document: Document) -> bool:
    return document.text is None and document.type.endswith(
        ("zip", "rar", "7z-compressed", "x-tar", "gzip", "ms-tnef")
    )


def _little(candidates: list[_Candidate]) -> Finding | None:
    """Prose that says something, or a file that is a letter by its form: a person should judge it."""
    for candidate in sorted(candidates, key=lambda c: -c.weight.points):
        if not candidate.weight.read and candidate.weight.some:
            return _unsure("is in a language that is not read here", _quote(candidate), "letter.language")
        if candidate.weight.some or not is_body(candidate.document):
            return _unsure("says little of interest or experience", _quote(candidate), "letter.short")
    return None


def _missing(case: Case) -> Finding:
    said = claims.claim(case, claims.LETTER_WORDS)
    if said:
        reason = (
            "says that a cover letter is attached, but none of the files is one"
            if case.attached
            else "says that a cover letter is attached, but nothing is"
        )
        return Finding(ITEM, Status.MISSING, evidence=said.evidence(), rule="letter.claimed", reason=reason)
    return Finding(ITEM, Status.MISSING, rule="letter.none")
