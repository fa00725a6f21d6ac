"""What a mail says of its own files, and which of them may hold what nobody can read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from intake.fields.case import Case
from intake.fields.passage import Passage
from intake.fields.phrasing import says
from intake.fields.roles import UNKNOWN
from intake.fields.vocabulary import letters
from intake.model import Document, Role

RESUME_WORDS = re.compile(
    r"r[eé]sum[eé]s?\b|\bc\.?v\b\.?|\bcurricul(?:um|a)\b|\bvitae?\b|lebenslauf|curr[ií]cul[ou]m?|hoja\s+de\s+vida|резюме|简历|履历|履歷",
    re.IGNORECASE,
)
LETTER_WORDS = re.compile(
    r"cover(?:ing)?\s*letter|letter\s+of\s+(?:motivation|interest|intent|application)|motivation(?:al)?\s+letter|anschreiben"
    r"|motivationsschreiben|bewerbungsschreiben|lettre\s+de\s+motivation|carta\s+de\s+(?:presentaci|apresenta|motiva)"
    r"|lettera\s+(?:di\s+(?:presentazione|motivazione)|motivazionale)|(?:сопроводительн|мотивационн)\w{1,6}\s+письм|求职信|自荐信",
    re.IGNORECASE,
)
_NOT_NOW = re.compile(
    r"\b(?:will|shall|would|could|can|may|might|if|once|when|later|soon|tomorrow|next|forgot|forgotten|without|not|\w+n['’]t|never|unable|instead"
    r"|upon|on\s+request|should\s+i|do\s+you|before|werde|nachreichen|je\s+peux|puedo|posso|могу|пришлю)\b|稍后",
    re.IGNORECASE,
)
_ENOUGH = 15  # characters below which a text says nothing
_ICON_BYTES = 8_000  # an attached picture below this is an icon
_PICTURE_BYTES = 40_000  # an inline picture below this is a logo


def statements(case: Case) -> Iterator[Passage]:
    """The sentences of the applicant's own words, signature lines among them."""
    for passage in (*case.prose, *case.signature):
        yield from passage.sentences()


def claim(case: Case, words: re.Pattern[str]) -> Passage | None:
    """The sentence that says a document of this kind came with the mail; None where none says so.

    "I will send my resume" and "I forgot to attach it" are no such claim.
    """
    for sentence in statements(case):
        for line in _clauses(sentence):
            named = words.search(line.text, line.start, line.end) and says(line, letters.ATTACHING)
            if named and not _NOT_NOW.search(line.text, line.start, line.end):
                return sentence
    return None


def _clauses(sentence: Passage) -> Iterator[Passage]:
    start = sentence.start
    for match in re.compile(r"[;:]\s|\n\s*\n").finditer(sentence.text, sentence.start, sentence.end):
        yield sentence.cut(start, match.end())
        start = match.end()
    yield sentence.cut(start, sentence.end)


def readable(document: Document) -> bool:
    """Whether there is enough text to judge a document by."""
    return len((document.text or "").strip()) >= _ENOUGH


def unreadable(case: Case) -> tuple[Document, ...]:
    """Attached files that nobody could read here and that may be part of the application, pictures left out."""
    return tuple(
        d
        for d in case.attached
        if not readable(d) and not is_picture(d) and (d.problem or d.role is not Role.OTHER)
    )


def pictures(case: Case) -> tuple[Document, ...]:
    """Pictures without text that may be a page: attached ones, and large ones shown in the body; no logos."""
    return tuple(d for d in case.documents if is_picture(d) and not readable(d) and not _logo(d))


def _logo(document: Document) -> bool:
    if re.search(r"logo|signature|banner|icon|badge|headshot", document.source, re.IGNORECASE):
        return True
    return document.size < _PICTURE_BYTES if document.inline else 0 < document.size < _ICON_BYTES


def unknown(case: Case) -> tuple[Document, ...]:
    """Attached files that were read and in which nothing tells what they are."""
    return tuple(d for d in case.attached if readable(d) and d.role_reason == UNKNOWN)


def is_picture(document: Document) -> bool:
    """Whether a file is a picture."""
    return document.type.startswith("image/")


def file_name(document: Document) -> str:
    """A document's name as people see it."""
    return document.source.removeprefix("attachment:")
