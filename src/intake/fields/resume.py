"""The resume: a file, or text pasted into the mail; or why a person must look for it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from intake.fields import claims
from intake.fields.case import Case
from intake.fields.links import resume_link
from intake.fields.passage import Passage
from intake.fields.roles import is_body, name_role, own_words
from intake.fields.roles.anatomy import dissect, dissect_body
from intake.fields.roles.shape import look
from intake.fields.sections import in_phrases, section_of
from intake.fields.vocabulary.headings import RESUME_TITLES
from intake.model import Document, Evidence, Finding, Json, Role, Status

VERSION = 3

ITEM = "resume"

_FORMATS = (
    ("pdf", "pdf"), ("wordprocessingml", "docx"), ("ms-word.document", "docx"), ("msword", "doc"),
    ("opendocument.text", "odt"), ("rtf", "rtf"), ("html", "html"), ("markdown", "md"), ("x-tex", "tex"), ("latex", "tex"),
    ("presentationml", "pptx"), ("iwork", "pages"), ("image/", "image"), ("text/", "txt"),
)  # fmt: skip
_DOCUMENTS = ("pdf", "docx", "doc", "odt", "rtf", "pages", "pptx", "html")
_TEXTS = ("txt", "md", "tex")
_EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")


def find(case: Case) -> Finding:
    """The resume with its format and pages; the first where the same one came twice, a file before a pasted text.

    UNSURE: the only candidate cannot be read, is a link, or resumes of several people came. MISSING: nothing is
    one, with the words where the mail says that one is attached.
    """
    found = sorted(case.with_role(Role.RESUME, Role.LETTER_AND_RESUME), key=_rank)
    if found:
        return _several(found) or _present(found[0], case)
    return _unreadable(case) or _linked(case) or _unknown(case) or _misread(case) or _missing(case)


def _rank(document: Document) -> tuple[bool, bool, bool]:
    return (is_body(document), document.role is not Role.RESUME, document.problem is not None)


def _present(document: Document, case: Case) -> Finding:
    value: Json = {"format": document_format(document), "pages": document.pages}
    rule = "resume.body" if is_body(document) else "resume.file"
    return Finding(ITEM, Status.PRESENT, value, _quote(document, case), rule)


def document_format(document: Document) -> str:
    """A short name of what a document came as: "pdf", "docx", "body"."""
    if is_body(document):
        return "body"
    kind = document.type.casefold()
    short = next((name for part, name in _FORMATS if part in kind), None)
    if short in (None, "txt") and document.source.casefold().endswith((".md", ".tex")):
        return document.source[-3:].strip(".").casefold()
    return short or kind.rsplit("/", 1)[-1]


def _quote(document: Document, case: Case) -> Evidence:
    """The first line of the resume: a name or a title."""
    whole = own_words(document, case) if is_body(document) else None
    parts = dissect_body(whole) if whole and is_body(document) else dissect(Passage.whole(document))
    part = parts.resume or parts.shape.passage
    real = Passage(document.source, document.text or "", part.start, part.end)
    return next(_first_lines(real), real).evidence()


def _first_lines(passage: Passage) -> Iterator[Passage]:
    for line in passage.lines():
        if any(character.isalpha() for character in line.words):
            yield line.cut(line.start, line.start + 200)


def _several(found: list[Document]) -> Finding | None:
    """Resumes of people who share neither a name line nor an address: a career centre's mail, perhaps."""
    files = [document for document in found if not is_body(document)]
    people: list[tuple[Document, frozenset[str]]] = []
    for document in files:
        marks = _person(document)
        if not any(marks & known for _, known in people):
            people.append((document, marks))
    if len(people) < 2 or not all(marks for _, marks in people):
        return None
    names = ", ".join(claims.file_name(document) for document, _ in people[:4])
    first = Passage.whole(people[0][0])
    evidence = next(_first_lines(first), first).evidence()
    return Finding(
        ITEM, Status.UNSURE, None, evidence, "resume.several", f"resumes of several people: {names}"
    )


def _person(document: Document) -> frozenset[str]:
    """Words of the name line and e-mail addresses, by which two versions of one person's resume are known."""
    whole = Passage.whole(document)
    names = (line.words for line in _first_lines(whole) if _may_name(line.words))
    words = set(re.findall(r"[^\W\d_]{2,}", next(names, "").casefold()))
    return frozenset(words | {m.group().casefold() for m in _EMAIL.finditer(whole.words[:5000])})


def _may_name(line: str) -> bool:
    """Whether a line may be a name: no heading, no title, no address or number."""
    heading = section_of(line) or in_phrases(line, RESUME_TITLES)
    return not heading and not re.search(r"[\d@:]", line)


def _unsure(reason: str, evidence: Evidence | None, rule: str) -> Finding:
    return Finding(ITEM, Status.UNSURE, None, evidence, rule, reason)


def _unreadable(case: Case) -> Finding | None:
    """A file nobody could read here: one that is named a resume first, then any document, then a picture."""
    said = claims.claim(case, claims.RESUME_WORDS)
    files, pictures = claims.unreadable(case), claims.pictures(case)
    named = [d for d in (*files, *pictures) if d.role is Role.RESUME]
    plain = [d for d in files if d.role is Role.OTHER]
    pages = [d for d in pictures if d.role is Role.OTHER and (said or _scan(d))]
    for document in (*named, *plain, *pages):
        name = claims.file_name(document)
        problem = document.problem or (
            "a picture of text" if claims.is_picture(document) else "holds no text"
        )
        return _unsure(f"{name}: {problem}", said.evidence() if said else None, "resume.unreadable")
    return None


def _scan(document: Document) -> bool:
    return re.search(r"scan|page|seite|document", document.source, re.IGNORECASE) is not None


def _linked(case: Case) -> Finding | None:
    letters = [Passage.whole(d) for d in case.with_role(Role.LETTER) if not is_body(d)]
    evidence = resume_link((*case.prose, *case.signature, *letters))
    if evidence is None:
        return None
    return _unsure("only a link to a resume, no file", evidence, "resume.link")


def _unknown(case: Case) -> Finding | None:
    said = claims.claim(case, claims.RESUME_WORDS)
    files = [d for d in claims.unknown(case) if document_format(d) in _DOCUMENTS or _reaches(d)]
    for document in files if said or len(case.attached) == 1 else ():
        return _unsure(
            f"{claims.file_name(document)} may be the resume: its text does not tell what it is",
            said.evidence() if said else None,
            "resume.unknown",
        )
    return None


def _misread(case: Case) -> Finding | None:
    """A file that is called a resume, and reads as something else: its sender may well be right."""
    called = (d for d in case.attached if d.role is not Role.OTHER and name_role(d.source) is Role.RESUME)
    document = next(called, None)
    if document is None:
        return None
    reason = f"{claims.file_name(document)} is named a resume and reads as a {document.role}"
    first = next(_first_lines(Passage.whole(document)), Passage.whole(document))
    return _unsure(reason, first.evidence(), "resume.misread")


def _reaches(document: Document) -> bool:
    """Whether a plain text names ways to reach somebody, as the top of a resume does."""
    return document_format(document) in _TEXTS and look(Passage.whole(document)).reach > 0


def _missing(case: Case) -> Finding:
    said = claims.claim(case, claims.RESUME_WORDS)
    if said:
        what = "none of the files is one" if case.attached else "nothing is"
        reason = f"says that a resume is attached, but {what}"
        return Finding(ITEM, Status.MISSING, None, said.evidence(), "resume.claimed", reason)
    return Finding(ITEM, Status.MISSING, rule="resume.none")
