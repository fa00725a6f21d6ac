"""An email saved as a file, found where mail is not expected: in an archive, or sent as nameless bytes."""

from __future__ import annotations

from collections.abc import Iterator
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.message import Message as Mime
from email.parser import BytesParser
from email.policy import compat32

from intake.documents.charset import decode
from intake.documents.reading import File, Reader, Reading
from intake.documents.zip import base_name
from intake.htmltext import to_text
from intake.model import Attachment

_MOST_PARTS = 500


def _eml(file: File) -> Reading:
    mail = BytesParser(policy=compat32).parsebytes(file.content)
    plain, page, members = "", "", []
    for number, part in enumerate(_leaves(mail), 1):
        content = part.get_payload(decode=True)
        if not isinstance(content, bytes):
            continue
        kind, name = part.get_content_type(), part.get_filename() or ""
        if name or not kind.startswith("text/"):
            if file.budget.members > 0:
                file.budget.members -= 1
                members.append(Attachment(base_name(_decoded(name), number), kind, content))
        elif kind == "text/plain":
            plain = plain or decode(content, str(part.get("Content-Type", "")))
        elif kind == "text/html":
            page = page or decode(content, str(part.get("Content-Type", "")))
    heads = [f"{name}: {_decoded(str(mail.get(name, '')))}" for name in ("From", "Date", "Subject")]
    return Reading("\n".join([*heads, "", plain or to_text(page)]), members=tuple(members))


def _leaves(mail: Mime) -> Iterator[Mime]:
    for number, part in enumerate(mail.walk()):
        if number >= _MOST_PARTS:
            return
        if not part.is_multipart():
            yield part


def _decoded(value: str) -> str:
    """A header's encoded words (RFC 2047) decoded, or the value as it is where they are broken."""
    try:
        return str(make_header(decode_header(value[:2000])))
    except (HeaderParseError, LookupError, ValueError):
        return value[:2000]


READER = Reader("eml", 1, _eml)
