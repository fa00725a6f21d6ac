"""Outlook's winmail.dat (TNEF): the files in it, and its text where it has one (MS-OXTNEF), by tnefparse."""

from __future__ import annotations

from tnefparse import TNEF

from intake.documents.charset import decode
from intake.documents.reading import File, Reader, Reading, Unreadable
from intake.documents.zip import base_name
from intake.htmltext import to_text
from intake.model import Attachment


def _tnef(file: File) -> Reading:
    try:
        opened = TNEF(file.content, do_checksum=False)
    except Exception:  # it raises what struct, codecs and its own look-ups raise
        raise Unreadable("an Outlook winmail.dat that is damaged; ask for the files themselves") from None
    members = []
    for number, inner in enumerate(opened.attachments[: max(0, file.budget.members)], 1):
        content = inner.data if isinstance(inner.data, bytes) else b""
        members.append(Attachment(_name(inner, number), "application/octet-stream", content))
    file.budget.members -= len(members)
    left_out = len(opened.attachments) - len(members)
    problem = f"{left_out} more files in it were not opened" if left_out else None
    text = _text(opened.body) or to_text(_text(opened.htmlbody)) or None
    return Reading(
        text, problem if text or members else "an Outlook winmail.dat without files", members=tuple(members)
    )


def _name(inner: object, number: int) -> str:
    try:
        name = inner.long_filename()  # type: ignore[attr-defined]
    except (UnicodeDecodeError, AttributeError, IndexError):
        name = ""
    return base_name(_text(name), number)


def _text(value: object) -> str:
    if isinstance(value, list):  # a property of several values
        value = value[0] if value else ""
    text = decode(value) if isinstance(value, bytes) else value
    return text.rstrip("\0") if isinstance(text, str) else ""


READER = Reader("tnef", 1, _tnef)
