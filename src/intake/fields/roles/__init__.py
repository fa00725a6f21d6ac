"""Which document is the resume, which the letter, which a transcript: told from what stands in it, by its name last."""

from __future__ import annotations

import re
from dataclasses import replace

from intake.fields import interest
from intake.fields.case import Case
from intake.fields.forms import is_form
from intake.fields.memory import remembered
from intake.fields.passage import Passage
from intake.fields.phrasing import says
from intake.fields.roles.anatomy import Anatomy, dissect, dissect_body, job_like, letter_title, paper_like
from intake.fields.roles.shape import Shape, holds_title, look
from intake.fields.vocabulary import letters
from intake.fields.vocabulary.enrolment import DEGREE, SCHOOL_DEGREE
from intake.fields.vocabulary.headings import HEADINGS, TRANSCRIPT_TITLES, Section
from intake.model import Document, Layer, Role

VERSION = 5

UNKNOWN = "nothing in it tells what it is"

_TALKS = 2  # sentences in the first person
_SPOKEN_OF = 3  # sentences about somebody else
_WORKED = frozenset((Section.EXPERIENCE, Section.PROJECTS, Section.SKILLS))  # what only a resume lists
_NAME_LINES = 3  # at the top, among which the applicant's name stands
_HEAD = 1_500  # characters in which a degree is looked for
_YEARS = 2  # different ones
_FEW = 15  # letters below which a text says nothing

# What a file's name says of it; looked at only where its text says nothing, or cannot be read.
_NAMES = (
    (Role.OTHER, r"recommend|reference|referen[cz]|empfehlung|photo|foto|picture|headshot|certificat|zertifikat|passport|visa\b"),
    (Role.LETTER, r"cover|letter|motivation|anschreiben|lettre|carta|lettera|письмо|求职信|自荐|statement"),
    (Role.TRANSCRIPT, r"transcript|grades|notenspiegel|zeugnis|relev[eé]|expediente|hist[oó]rico|成绩|marksheet|course"),
    (Role.RESUME, r"r[eé]sum[eé]|(?<![^\W_\d])cv(?![^\W_\d])|vitae|lebenslauf|curr[ií]c|hoja.?de.?vida|резюме|简历|履歷|履历"),
)  # fmt: skip
_NAME_PATTERNS = tuple((role, re.compile(pattern, re.IGNORECASE)) for role, pattern in _NAMES)
_MACHINE = re.compile(
    r"text/(?:calendar|vcard|x-vcard|directory|x-python|x-c\+?\+?|x-java|javascript|css|x-script\S*|x-sh\S*|x-diff|x-log)"
    r"|application/(?:ics|json|javascript|xml|pgp-\S+|(?:x-)?pkcs7-\S+|x-python\S*|x-ipynb\S*)|message/\S+|font/|audio/|video/"
)
_CODE_NAME = re.compile(
    r"\.(?:py|ipynb|c|cc|cpp|h|hpp|java|js|ts|go|rs|rb|m|r|jl|sh|css|json|xml|yaml|yml|toml|ics|vcf|asc|sig|p7s|diff|patch|log|sql)$",
    re.IGNORECASE,
)  # fmt: skip


def assign(case: Case) -> tuple[Document, ...]:
    """All documents of a mail with their roles, and for each the reason a recruiter is told.

    A file that cannot be read has the role its name says, so that the resume is looked for in the right place.
    """
    found = tuple(_with_role(document, case) for document in case.documents)
    filed = any(d.role in (Role.RESUME, Role.LETTER_AND_RESUME) and not is_body(d) for d in found)
    return tuple(_as_form(d, case) if filed and d.role is Role.RESUME and is_body(d) else d for d in found)


def focus_source(case: Case) -> str:
    """The source of the body the applicant wrote: the mail's, or that of a message attached to it."""
    if case.focus is case.message:
        return "body"
    written = next(iter((*case.prose, *case.signature)), None)
    if written is not None:
        return written.source
    return next((d.source for d in case.documents if d.regions and d.text == case.focus.text), "body")


def is_body(document: Document) -> bool:
    """Whether a document is the text of a mail, the one at hand or one attached to it."""
    return document.source == "body" or bool(document.regions)


def _with_role(document: Document, case: Case) -> Document:
    if document.source == "subject":
        role, reason = Role.OTHER, "the subject line"
    elif is_body(document):
        role, reason = _body(document, case)
    elif _MACHINE.match(document.type) or _CODE_NAME.search(document.source):
        role, reason = Role.OTHER, "a file for machines: code, a calendar entry, a contact card"
    elif len((document.text or "").strip()) < _FEW:
        role, reason = _by_name(document)
    else:
        role, reason = _by_content(document, case)
    return replace(document, role=role, role_reason=reason)


# --- bodies ------------------------------------------------------------------------------------------


def _body(document: Document, case: Case) -> tuple[Role, str]:
    own = own_words(document, case)
    if own is None:
        return Role.OTHER, "holds no words of the applicant"
    parts = dissect_body(own)
    pasted = (parts.letter,) if parts.letter else ()
    prose = pasted if parts.resume else case_prose(document, case)
    weight = interest.assess(prose, case.programme).some
    if parts.resume:
        if weight:
            return Role.LETTER_AND_RESUME, f"a letter, and {parts.resume_reason}"
        return Role.RESUME, f"pasted into the mail: {parts.resume_reason}"
    if weight:
        return Role.LETTER, "the applicant's own prose on interest or experience"
    return Role.OTHER, "says what is sent, and little more"


def _as_form(document: Document, case: Case) -> Document:
    """A body that was taken for a resume, beside a file that is one: a form, where it tells of no work."""
    own = own_words(document, case)
    if own is None or dissect_body(own).shape.sections & _WORKED:
        return document
    if interest.assess(case_prose(document, case), case.programme).some:
        return replace(document, role=Role.LETTER, role_reason="answers what is asked, in lines with labels")
    return replace(document, role=Role.OTHER, role_reason="says what is asked, in lines with labels")


def own_words(document: Document, case: Case) -> Passage | None:
    """The body with everything blanked that the applicant did not write; offsets stay those of the body."""
    kept = _own_spans(document, case)
    return _blanked(document.source, document.text or "", tuple(kept)) if kept else None


@remembered
def _blanked(source: str, text: str, kept: tuple[tuple[int, int], ...]) -> Passage:
    """A text with all but some stretches of it blanked."""
    pieces, at = [], 0
    for start, end in kept:
        pieces += [_blank(text[at:start]), text[start:end]]
        at = end
    return Passage(source, "".join(pieces), kept[0][0], kept[-1][1])


def _own_spans(document: Document, case: Case) -> list[tuple[int, int]]:
    if document.source == focus_source(case):
        return sorted((p.start, p.end) for p in (*case.prose, *case.signature))
    if case.focus is not case.message and document.source == "body":
        return []
    return [(r.start, r.end) for r in document.regions if r.layer is Layer.OWN]


def case_prose(document: Document, case: Case) -> tuple[Passage, ...]:
    """The applicant's prose in a body: the case's own where it is the body they wrote.

    What was taken for a signature and goes on in whole sentences about its writer is prose too.
    """
    if document.source == focus_source(case):
        talkative = [p for p in case.signature if look(p).own >= _TALKS]
        return tuple(sorted((*case.prose, *talkative), key=lambda passage: passage.start))
    text = document.text or ""
    return tuple(Passage(document.source, text, start, end) for start, end in _own_spans(document, case))


def _blank(text: str) -> str:
    return "".join("\n" if character == "\n" else " " for character in text)


# --- files -------------------------------------------------------------------------------------------


def _by_content(document: Document, case: Case) -> tuple[Role, str]:
    parts = dissect(Passage.whole(document))
    shape = parts.shape
    if _filled_in(shape) and name_role(document.source) is not Role.RESUME:
        return Role.LETTER, "an application form that was filled in"
    if _recommends(shape):
        return Role.OTHER, "recommends somebody: it speaks of the applicant, not as the applicant"
    if parts.letter and parts.resume:
        return Role.LETTER_AND_RESUME, f"a letter, and {parts.resume_reason}"
    if parts.resume and not _marks_grades(shape, strictly=True):
        return Role.RESUME, parts.resume_reason
    if _marks_grades(shape):
        return Role.TRANSCRIPT, "courses with grades or credits"
    if parts.letter or _letter_without_greeting(parts, case):
        return _letter(parts, document.source, case)
    if job_like(shape) or paper_like(shape):
        return Role.OTHER, "describes a job" if job_like(shape) else "a paper or report: its headings"
    return _nearly(document, shape, case)


def _filled_in(shape: Shape) -> bool:
    """Whether it is an application form in which its writer speaks, and tells of no work as a resume does."""
    return shape.own > 0 and Section.EXPERIENCE not in shape.sections and is_form(shape.passage)


def _letter(parts: Anatomy, source: str, case: Case) -> tuple[Role, str]:
    prose = parts.letter or parts.shape.passage
    others = parts.shape.own * 3 < parts.shape.sentences
    if (others or not interest.assess((prose,), case.programme).points) and name_role(
        source
    ) is not Role.LETTER:
        return Role.OTHER, "a letter in which no applicant speaks"
    if parts.letter is None:
        return Role.LETTER, "prose in the first person, written to apply"
    return Role.LETTER, "a greeting and prose in the first person"


def _letter_without_greeting(parts: Anatomy, case: Case) -> bool:
    shape = parts.shape
    if shape.own < 3 or shape.own * 2 < shape.sentences or len(shape.sections) > 2:
        return False
    named = case.programme.organisation.names
    return letter_title(shape) or any(name.casefold() in shape.passage.words.casefold() for name in named)


def _recommends(shape: Shape) -> bool:
    if shape.others >= _SPOKEN_OF and shape.others >= shape.own and shape.others * 2 >= shape.sentences:
        return True
    often = shape.others >= 2 and shape.others * 3 >= shape.sentences
    return often and says(shape.passage, letters.RECOMMENDING)


def _marks_grades(shape: Shape, *, strictly: bool = False) -> bool:
    """Whether it is a table of courses with grades or credits; strictly: and calls itself a transcript, with no jobs."""
    titled, rows = shape.titled(TRANSCRIPT_TITLES), max(shape.grades, shape.codes)
    table = shape.codes >= 4 or shape.grades * 4 >= shape.lines
    if strictly:
        return titled and rows >= 4 and Section.EXPERIENCE not in shape.sections
    if titled:
        return rows >= 3 or shape.columns >= 2
    return table and rows >= 6 and shape.grades >= 4 and shape.columns >= 1


def _nearly(document: Document, shape: Shape, case: Case) -> tuple[Role, str]:
    """Let the name decide where the content points the same way and does not suffice."""
    role = name_role(document.source)
    if role in (None, Role.RESUME) and _introduces(shape, case):
        return Role.RESUME, "the applicant's name, how to reach them, a degree and years"
    if role is Role.RESUME and (shape.reach or shape.sections or shape.dated):
        return Role.RESUME, "its name, and what stands at its top"
    if role is Role.LETTER and shape.own >= 2:
        return Role.LETTER, "its name, and prose in the first person"
    if role is Role.TRANSCRIPT and (
        shape.codes or shape.grades or shape.columns or Section.COURSES in shape.sections
    ):
        return Role.TRANSCRIPT, "its name, and courses"
    listed = any(holds_title(line.words, HEADINGS[Section.COURSES]) for line in shape.top[:3])
    if Section.COURSES in shape.sections or shape.codes >= 4 or listed:
        return Role.TRANSCRIPT, "a list of courses"
    return Role.OTHER, UNKNOWN


def _introduces(shape: Shape, case: Case) -> bool:
    """Whether a page without known headings is a resume: the applicant at its top, a degree, years, and nobody who talks."""
    name = case.author.name if case.author and case.author.name else ""
    head = " ".join(line.words for line in shape.top[:_NAME_LINES]).casefold()
    named = any(len(part) > 1 and part.casefold() in head for part in name.split()[-1:])
    schooled = DEGREE.search(shape.passage.words[:_HEAD]) or SCHOOL_DEGREE.search(shape.passage.words[:_HEAD])
    talks = shape.own * 3 > max(shape.sentences, 1)
    return named and shape.reach > 0 and schooled is not None and len(shape.years) >= _YEARS and not talks


def _by_name(document: Document) -> tuple[Role, str]:
    role = name_role(document.source)
    if role in (None, Role.OTHER):
        return Role.OTHER, document.problem or ("its name" if role else "holds no text")
    return role or Role.OTHER, "its name; it cannot be read"


def name_role(source: str) -> Role | None:
    """What a file's name says it is, None where it says nothing."""
    name = source.removeprefix("attachment:").rsplit("/", 1)[-1]
    return next((role for role, pattern in _NAME_PATTERNS if pattern.search(name)), None)
