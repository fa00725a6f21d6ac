"""The texts of one application as its page shows them: letter, resume, then the rest, quotes marked in each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from intake import wording
from intake.digest.flow import flowed
from intake.digest.highlight import Mark, Segment, place, segments
from intake.model import Evidence
from intake.review import ApplicationView, DocumentView, MessageView

_ORDER = {"letter": 0, "letter+resume": 0, "resume": 1, "transcript": 2}


@dataclass(frozen=True, slots=True)
class Text:
    """One text, cut at its quotes; `is_aside` tells one that is folded away: neither asked for nor quoted."""

    view: DocumentView
    received: datetime | None
    pieces: tuple[Segment, ...]
    is_aside: bool


@dataclass(frozen=True, slots=True)
class Mail:
    """One mail, its subject cut at its quotes."""

    view: MessageView
    pieces: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class _Quoted:
    key: str
    label: str
    evidence: Evidence
    message: str | None
    is_aside: bool = False


def readings(view: ApplicationView) -> tuple[tuple[Text, ...], tuple[Mail, ...], frozenset[str]]:
    """The texts of an application in the order in which people read them, its mails, and the quotes found there."""
    quotes = tuple(_quotes(view))
    marks: dict[tuple[str, str], list[Mark]] = {}
    for document in view.documents:
        for quoted in quotes:
            found = _marked(quoted, document)
            if found:
                marks.setdefault((document.message, document.source), []).append(found)
    when = {mail.sha256: mail.received for mail in view.messages}
    texts = [
        _text(document, marks.get((document.message, document.source), []), when.get(document.message))
        for document in _once(view, marks)
    ]
    texts.sort(key=lambda text: (text.is_aside, _ORDER.get(text.view.role, 3)))
    subjects = {d.message: d.text or "" for d in view.documents if d.source == "subject"}
    mails = tuple(
        Mail(mail, segments(subjects.get(mail.sha256, mail.subject), marks.get((mail.sha256, "subject"), [])))
        for mail in view.messages
    )
    placed = frozenset(mark.key for found in marks.values() for mark in found)
    return tuple(texts), mails, placed


def _quotes(view: ApplicationView) -> Iterator[_Quoted]:
    for item in view.items.values():
        if item.evidence:
            yield _Quoted(item.item, item.label, item.evidence, item.message)
    for number, signal in enumerate(view.signals, 1):
        if signal.evidence:
            label = wording.ELIGIBILITY.get(signal.value, signal.value)
            yield _Quoted(f"s{number}", label, signal.evidence, signal.message, is_aside=True)


def _marked(quoted: _Quoted, document: DocumentView) -> Mark | None:
    if document.text is None or (quoted.message, quoted.evidence.source) != (
        document.message,
        document.source,
    ):
        return None
    return place(quoted.key, quoted.label, quoted.evidence, document.text, is_aside=quoted.is_aside)


def _once(view: ApplicationView, marks: dict[tuple[str, str], list[Mark]]) -> Iterator[DocumentView]:
    """The documents but subjects; of a file that came several times the latest, and those with quotes."""
    last = {d.sha256: d for d in view.documents if d.sha256}
    for document in view.documents:
        if document.source == "subject" or (document.text is None and document.problem is None):
            continue
        is_again = document.sha256 is not None and last[document.sha256] is not document
        if not is_again or (document.message, document.source) in marks:
            yield document


def _text(document: DocumentView, marks: list[Mark], received: datetime | None) -> Text:
    text = (document.text or "").strip("\n")
    cut = (document.text or "").find(text) if text else 0
    moved = [replace(mark, start=mark.start - cut, end=mark.end - cut) for mark in marks]
    if document.source == "body" or document.role == "letter":
        text = flowed(text)
    return Text(document, received, segments(text, moved), document.role == "other" and not marks)
