"""Where a period is looked for, in order: the applicant's own words, subject lines, letters, a resume's objective."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum

from intake.fields.case import LABELLED, Case
from intake.fields.passage import Passage
from intake.fields.period.expression import Expression
from intake.fields.period.lex import MOST_CHARACTERS
from intake.fields.sections import section_of
from intake.fields.vocabulary.headings import Section
from intake.model import Document, Layer, Part, Role

_SUBJECT = re.compile(
    r"^[> \t\xa0*]*(?:subject|betreff|objet|asunto|assunto|oggetto|тема|主题)\s*[:：]\s*(?P<words>[^\n]+)",
    re.IGNORECASE | re.MULTILINE,
)
_OBJECTIVE = re.compile(
    r"\W{0,4}(?:(?:career|professional|job|internship)\s+)?(?:objectives?|goals?|aims?|ziele?|objectifs?|objetivos?|summary|profile|availab\w*|desired\s+(?:internship|period|position|start)\w*"
    r"|internship\s+(?:period|dates?|term)|(?:work\s+)?term\s+(?:available|sought)|seeking|looking\s+for)\b",
    re.IGNORECASE,
)
_HEADING = re.compile(
    r"\s*(?:education|experience|work|employment|skills|technical|projects?|publications?|courses?|coursework|relevant|awards?|languages?|references|school|studies|studying|degrees?|contact)\b",
    re.IGNORECASE,
)
_OF_RESUMES = frozenset((
    Section.EDUCATION, Section.EXPERIENCE, Section.PROJECTS, Section.SKILLS, Section.PUBLICATIONS, Section.AWARDS,
))  # fmt: skip
_FEWEST_HEADINGS = 2  # one alone may head a list in a letter
_CONTACT_LINES = 8  # at the top of a resume
_RESUME_LINES = 400
_UNDER_OBJECTIVE = 5
_QUESTION_REACH = 300  # characters above an answer
_WHEN = re.compile(
    r"\b(?:when|how\s+long|which\s+(?:period|dates|months|term|season|quarter)|what\s+(?:period|dates|months|time)|period|dates|time\s?frame|availab\w+)"
    r"\b[^?]{0,160}(?:\?|$)[^?]{0,120}$",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W_]+")


class Rank(IntEnum):
    """Where something stands; the lower wins where two places disagree."""

    BODY = 0
    SUBJECT = 1
    LETTER = 2
    RESUME = 3
    FORWARDER = 4


@dataclass(frozen=True, slots=True)
class Place:
    """A passage to look in; in a `strict` one, only words that plainly speak of the wish count.

    `asked` tells that it answers a quoted question for the time, right above it.
    """

    rank: Rank
    passage: Passage
    strict: bool = False
    asked: bool = False

    @property
    def name(self) -> str:
        """The place as rule names have it."""
        return self.rank.name.casefold()


def places(case: Case) -> Iterator[Place]:
    """Yield the places in which the applicant may name a period."""
    for passage in case.prose:
        yield from _written(Rank.BODY, passage)
    for passage in case.labelled:
        yield Place(Rank.BODY, passage)
    for passage in _inner_subjects(case):
        yield Place(Rank.SUBJECT, passage)
    if case.subject:
        yield Place(Rank.SUBJECT, case.subject)
    for document in case.with_role(Role.LETTER, Role.LETTER_AND_RESUME):
        if not _is_body(document):
            yield from _written(Rank.LETTER, Passage.whole(document))
    for document in case.with_role(Role.RESUME, Role.LETTER_AND_RESUME):
        if not _is_body(document):
            for passage in _objective(Passage.whole(document)):
                yield Place(Rank.RESUME, passage, strict=True)


def _written(rank: Rank, passage: Passage) -> Iterator[Place]:
    """A letter as far as it goes; of a resume that follows in the same text, only what is sought."""
    passage = passage.cut(passage.start, passage.start + MOST_CHARACTERS)
    headings = [line for line in passage.lines() if section_of(line.words) in _OF_RESUMES]
    if len(headings) < _FEWEST_HEADINGS:
        yield Place(rank, passage, asked=_is_asked(passage))
        return
    begin = headings[0].start
    yield Place(rank, passage.cut(passage.start, begin))
    for part in _objective(passage.cut(begin, passage.end)):
        yield Place(rank, part, strict=True)


def _is_asked(passage: Passage) -> bool:
    """Whether the quoted lines right above a passage ask for the time: "> When could you come, and for how long?"."""
    above = passage.text[max(0, passage.start - _QUESTION_REACH) : passage.start].rstrip()
    quoted = passage.line_above().words.lstrip().startswith((">", "|"))
    return quoted and _WHEN.search(above) is not None


def _is_body(document: Document) -> bool:
    """Bodies are read as prose, with whose words are whose."""
    return document.source == "body" or bool(document.regions)


def forwarder(case: Case) -> Iterator[Place]:
    """The words of whoever passed the mail on: where the applicant says nothing, they are worth a look."""
    body = next((d for d in case.documents if d.source == "body"), None)
    if case.forwarded_by is None or body is None or body.text is None:
        return
    for region in body.regions:
        if region.layer is Layer.OWN and region.part is Part.PROSE:
            yield Place(Rank.FORWARDER, Passage("body", body.text, region.start, region.end), strict=True)


def _inner_subjects(case: Case) -> Iterator[Passage]:
    """Subject lines within the headers of forwarded mail, the innermost only: that is the applicant's."""
    body = next((d for d in case.documents if d.source == "body"), None)
    if body is None or body.text is None or case.focus is not case.message:
        return
    headers = [r for r in body.regions if r.layer is Layer.FORWARDED and r.part is Part.HEADER]
    deepest = max((r.depth for r in headers), default=0)
    for region in headers:
        found = _SUBJECT.search(body.text, region.start, region.end) if region.depth == deepest else None
        if found:
            yield Passage("body", body.text, *found.span("words"))


def _objective(whole: Passage) -> Iterator[Passage]:
    """The lines of a resume that say what is sought: an objective with the lines under it, or a label of availability."""
    lines = []
    for line in whole.lines():
        lines.append(line)
        if len(lines) == _RESUME_LINES:
            break
    for line in lines[:_CONTACT_LINES]:  # "US citizen | Available: January - April 2017"
        for cell in LABELLED.finditer(line.text, line.start, line.end):
            yield whole.cut(*cell.span())
    for at, line in enumerate(lines):
        if _OBJECTIVE.match(line.words):
            end = line.end
            for below in lines[at + 1 : at + 1 + _UNDER_OBJECTIVE]:
                if _HEADING.match(below.words):
                    break
                end = below.end
            yield whole.cut(line.start, end)


# "I saw that there is one open intern position for": the applicant's words, though they are the page's too
_I_SAY = re.compile(
    r"\bI\b[^.;:!?\n]{1,40}\b(?:there['’]?s|there\s+is|you\s+(?:still\s+)?have)\b[^.;:!?\n]{0,40}$",
    re.IGNORECASE,
)


def is_of_page(passage: Passage, expression: Expression, page: frozenset[tuple[str, ...]]) -> bool:
    """Whether the words around a time are the public page's: nearly all runs of four words over it stand there."""
    start, end = expression.start, expression.end
    if _I_SAY.search(passage.text, max(passage.start, start - 80), start):
        return False
    before = [m.group() for m in _WORD.finditer(passage.text, max(passage.start, start - 80), start)][-3:]
    after = [m.group() for m in _WORD.finditer(passage.text, end, min(passage.end, end + 80))][:3]
    runs = word_runs(" ".join([*before, passage.text[start:end], *after]))
    return len(runs) >= 2 and 5 * len(runs & page) >= 4 * len(runs)


def word_runs(text: str) -> frozenset[tuple[str, ...]]:
    """All runs of four words of a text, case folded."""
    words = [word.casefold() for word in _WORD.findall(text)]
    return frozenset(zip(words, words[1:], words[2:], words[3:], strict=False))
