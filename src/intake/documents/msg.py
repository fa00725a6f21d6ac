"""Outlook's .msg (MS-OXMSG): its text with the lines that head it, and the files attached to it, by python-oxmsg."""

from __future__ import annotations

from oxmsg import Message

from intake.documents.reading import File, Reader, Reading
from intake.documents.zip import base_name
from intake.htmltext import to_text
from intake.model import Attachment


def _msg(file: File) -> Reading:
    message = Message.load(file.content)
    members = []
    for number, inner in enumerate(message.attachments, 1):
        if number > file.budget.members:
            break
        members.append(_member(inner, number))
    file.budget.members -= len(members)
    text = _body(message)
    heads = [f"From: {message.sender or ''}", f"Subject: {message.subject}"]
    return Reading("\n".join(heads) + "\n\n" + text, members=tuple(members))


def _body(message: Message) -> str:
    try:
        body = message.body
    except (UnicodeDecodeError, LookupError):
        body = None
    if body and body.strip():
        return body
    try:
        return to_text(message.html_body or "")
    except (UnicodeDecodeError, LookupError):
        return ""


def _member(inner: object, number: int) -> Attachment:
    try:
        content = inner.file_bytes  # type: ignore[attr-defined]
    except (KeyError, ValueError, AssertionError):
        content = None
    try:
        name = inner.file_name or ""  # type: ignore[attr-defined]
    except (KeyError, ValueError):
        name = ""
    name = base_name(name, number)
    if content is None:
        return Attachment(name, "", b"", problem="a message inside an Outlook file, not opened")
    return Attachment(name, "application/octet-stream", content)


READER = Reader("msg", 1, _msg)
