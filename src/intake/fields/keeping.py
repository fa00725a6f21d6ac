"""An opened mail as JSON and back, so that a rule of another version can be asked without reading the mail again.

Its texts are left out: they are those of its documents, which are kept already.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime

from intake.config import Programme
from intake.fields.case import Case
from intake.fields.memory import forget
from intake.fields.passage import Passage
from intake.model import Address, Document, Message
from intake.plain import from_plain, to_plain

_BODY = "body-"  # begins the reader of a document that is a message's text
_CALENDARS = ("text/calendar", "application/ics")
_CALENDAR_BYTES = 4000  # in which a calendar says what it is for

_Spans = tuple[tuple[str, int, int], ...]


def without_files(message: Message) -> Message:
    """A message as rules see it: its files by name and type, their bytes left to readers, but a calendar's first lines."""
    return replace(
        message,
        attachments=tuple(
            replace(a, content=a.content[:_CALENDAR_BYTES] if _is_calendar(a.declared, a.name) else b"")
            for a in message.attachments
        ),
        inner=tuple(map(without_files, message.inner)),
    )


def _is_calendar(declared: str, name: str) -> bool:
    return declared in _CALENDARS or name.endswith(".ics")


def as_text(case: Case) -> str:
    """A case as JSON, without the texts of its documents and without the programme."""
    kept = (
        _without_texts(case.message),
        _path(case.message, case.focus) or (),
        case.received,
        case.author,
        case.forwarded_by,
        case.subject is not None,
        *(
            tuple((p.source, p.start, p.end) for p in passages)
            for passages in (case.prose, case.signature, case.introduction)
        ),
    )
    return json.dumps(to_plain(kept), separators=(",", ":"))


def as_case(text: str, documents: tuple[Document, ...], programme: Programme) -> Case:
    """The case of `as_text`, with the documents it had; their roles are not given yet.

    Raises ValueError where the text is not one of these documents'.
    """
    forget()
    try:
        return _case(text, documents, programme)
    except (TypeError, LookupError, AttributeError, StopIteration, RuntimeError) as error:
        raise ValueError(f"what was kept of a mail cannot be read: {error}") from error


def _case(text: str, documents: tuple[Document, ...], programme: Programme) -> Case:
    message, focus, received, author, forwarded_by, has_subject, *passages = json.loads(text)
    bodies = (d.text for d in documents if d.reader.startswith(_BODY))
    whole = _with_texts(from_plain(Message, message), bodies)
    regions = (m.regions for m in _all(whole))
    documents = tuple(
        replace(d, regions=next(regions)) if d.reader.startswith(_BODY) else d for d in documents
    )
    texts: dict[str, str] = {}
    for document in documents:
        texts.setdefault(document.source, document.text or "")
    prose, signature, introduction = (_passages(spans, texts) for spans in passages)
    subject = next((d for d in documents if d.source == "subject"), None) if has_subject else None
    focused = whole
    for step in focus:
        focused = focused.inner[step]
    return Case(
        whole, focused, documents, programme,
        None if received is None else datetime.fromisoformat(received),
        None if author is None else from_plain(Address, author),
        None if forwarded_by is None else from_plain(Address, forwarded_by),
        Passage.whole(subject) if subject else None,
        prose, signature, introduction,
    )  # fmt: skip


def digest(text: str, documents: Iterable[Document]) -> str:
    """A hash of all that rules see of a mail: the text of its case and its documents, but not by what these were read."""
    found = hashlib.sha256(text.encode())
    for d in documents:
        facts = (d.source, d.type, d.text, d.problem, d.pages, d.sha256, d.size, d.ocr, d.inline)
        found.update(repr(facts).encode("utf-8", "backslashreplace"))
    return found.hexdigest()


def _passages(spans: _Spans, texts: dict[str, str]) -> tuple[Passage, ...]:
    return tuple([Passage(source, texts[source], start, end) for source, start, end in spans])


def _path(message: Message, focus: Message) -> tuple[int, ...] | None:
    """The way from a mail to a message attached to it: the place among the attached ones, level by level."""
    if message is focus:
        return ()
    for number, inner in enumerate(message.inner):
        if (rest := _path(inner, focus)) is not None:
            return (number, *rest)
    return None


def _all(message: Message) -> Iterator[Message]:
    """A message and those attached to it, in the order in which their texts are documents."""
    yield message
    for inner in message.inner:
        yield from _all(inner)


def _without_texts(message: Message) -> Message:
    return replace(message, text="", inner=tuple(map(_without_texts, message.inner)))


def _with_texts(message: Message, bodies: Iterator[str | None]) -> Message:
    text = next(bodies)
    return replace(message, text=text or "", inner=tuple(_with_texts(m, bodies) for m in message.inner))
