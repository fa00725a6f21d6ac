"""Outlook's .msg (MS-OXMSG): its text below the lines that head it, and the files attached to it, by python-oxmsg."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from typing import Any

from oxmsg import Message

from intake.documents.reading import File, Reader, Reading
from intake.documents.zip import base_name
from intake.htmltext import to_text
from intake.model import Attachment

_PROPERTIES = "__properties_version1.0"
_INNER = "__substg1.0_3701000D"  # a message attached as such (PidTagAttachDataObject)
_DEEPEST = 3


def _msg(file: File) -> Reading:
    message = Message.load(file.content)
    members: list[Attachment] = []
    for member in _members(message, 0):
        if file.budget.members <= 0:
            return Reading(_text(message), "more files in it were not opened", members=tuple(members))
        file.budget.members -= 1
        members.append(member)
    return Reading(_text(message), members=tuple(members))


def _text(message: Message) -> str:
    heads = [f"From: {_told(message, 'sender')}", f"Subject: {_told(message, 'subject')}"]
    body = _told(message, "body")
    return "\n".join([*heads, "", body if body.strip() else to_text(_told(message, "html_body"))])


def _told(holder: Any, name: str) -> str:
    """An attribute that may be absent or in a charset that it is not in."""
    try:
        return getattr(holder, name) or ""
    except (UnicodeDecodeError, LookupError, ValueError):
        return ""


def _members(message: Message, depth: int) -> Iterator[Attachment]:
    for number, attached in enumerate(message.attachments, 1):
        inner = _inner(attached)
        if inner is not None and depth < _DEEPEST:
            yield Attachment(
                f"message-{number}.txt", "text/plain; charset=utf-8", _text(inner).encode("utf-8", "replace")
            )
            yield from _members(inner, depth + 1)
            continue
        name = base_name(_told(attached, "file_name"), number)
        try:
            content = attached.file_bytes
        except (LookupError, ValueError):
            content = None
        problem = None if content is not None else "is only a link to a file, or an object of Outlook's own"
        yield Attachment(name, "application/octet-stream", content or b"", problem=problem)


def _inner(attached: Any) -> Message | None:
    """The message that is attached, if it is one. Its properties begin 8 bytes earlier than the outermost one's
    (MS-OXMSG 2.4.1.2), for which room is made, because the library knows only the latter."""
    for storage in attached._storage.storages:
        if storage.name == _INNER and any(stream.name == _PROPERTIES for stream in storage.streams):
            streams = tuple(
                dataclasses.replace(s, bytes_=s.bytes_[:24] + bytes(8) + s.bytes_[24:])
                if s.name == _PROPERTIES
                else s
                for s in storage.streams
            )
            return Message(dataclasses.replace(storage, streams=streams))
    return None


READER = Reader("msg", 1, _msg)
