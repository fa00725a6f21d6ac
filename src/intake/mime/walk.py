"""A message's tree of MIME parts, walked once: what is body, what is a file, what is another message."""

from __future__ import annotations

from dataclasses import dataclass, field
from email.message import Message as Mime

from intake.mime.charset import decode, scrub
from intake.mime.flowed import unflow
from intake.mime.parameters import clean_name, file_name, parameters
from intake.mime.sniff import extension_of
from intake.mime.words import decode_words, field_of, unbase64
from intake.model import Attachment

_SIGNATURES = {
    "application/pkcs7-signature",
    "application/x-pkcs7-signature",
    "application/pgp-signature",
    "application/pgp-encrypted",
}
_SHADOWS = {"text/x-amp-html", "text/watch-html", "text/x-watch-html", "text/enriched"}


@dataclass(frozen=True, slots=True)
class Text:
    """One stretch of a body: text/plain or text/html, decoded."""

    type: str
    text: str


@dataclass(frozen=True, slots=True)
class Attached:
    """A message attached to a message: its name, and its tree or (where it came encoded) its bytes."""

    name: str
    tree: Mime | None
    raw: bytes = b""


@dataclass(slots=True)
class Contents:
    """What a walk found, in the message's order. `alternatives` are bodies that say the same."""

    bodies: list[list[Text]] = field(default_factory=list)
    attachments: list[Attachment] = field(default_factory=list)
    inner: list[Attached] = field(default_factory=list)
    defects: list[str] = field(default_factory=list)
    leaves: int = 0


def contents(message: Mime, most_parts: int, most_depth: int, hint: str | None) -> Contents:
    """Walk one message down to its leaves, not into the messages attached to it.

    `hint` is the charset for raw 8-bit file names. More than `most_parts` leaves or `most_depth` levels are
    not read, which a defect tells.
    """
    found = Contents()
    _walk(message, found, most_parts, most_depth, hint, None)
    return found


def _walk(
    part: Mime, found: Contents, parts: int, depth: int, hint: str | None, among: list[Text] | None
) -> None:
    kind = part.get_content_type()
    children = part.get_payload()
    if found.leaves >= parts or depth < 0:
        note = "more parts than are read" if depth >= 0 else "parts nested deeper than is read"
        if note not in found.defects:
            found.defects.append(note)
        return
    if kind == "message/rfc822" or kind == "message/global":
        found.leaves += 1
        found.inner.append(_attached(part, hint))
    elif kind.startswith("multipart/") and isinstance(children, list):
        if kind == "multipart/alternative" and among is None:
            among = []
            found.bodies.append(among)
        for child in (c for c in children if isinstance(c, Mime)):
            _walk(child, found, parts, depth - 1, hint, among)
    else:
        found.leaves += 1
        _leaf(part, kind, found, hint, among)


def _leaf(part: Mime, kind: str, found: Contents, hint: str | None, among: list[Text] | None) -> None:
    disposition = field_of(part, "content-disposition", hint)
    name = file_name(disposition, field_of(part, "content-type", hint))
    if kind in _SIGNATURES or (kind in _SHADOWS and not name):
        return
    attached = disposition.strip().lower().startswith("attachment")
    if kind in {"text/plain", "text/html"} and not name and not attached:
        text = Text(kind, body_text(part, kind))
        if among is None:
            found.bodies.append([text])
        else:
            among.append(text)
        return
    content, problem = payload(part)
    if not name:
        name = f"part-{found.leaves}{extension_of(content, kind)}"
    shown = kind.startswith("image/") and (not attached or part.get("content-id") is not None)
    found.attachments.append(Attachment(name, kind, content, shown and not attached, problem))


def body_text(part: Mime, kind: str) -> str:
    """Return a text part's text, charset and flowed lines undone; HTML is still HTML."""
    options = parameters(field_of(part, "content-type"))
    data, _ = payload(part)
    text = scrub(decode(data, options.get("charset")))
    if kind == "text/plain" and options.get("format", "").lower() == "flowed":
        return unflow(text, options.get("delsp", "").lower() == "yes")
    return text


def payload(part: Mime) -> tuple[bytes, str | None]:
    """Return a leaf's bytes, its transfer encoding undone, and what is wrong with them."""
    held = part.get_payload()
    encoding = field_of(part, "content-transfer-encoding").strip().lower()
    if isinstance(held, str) and encoding == "base64":
        content, whole = unbase64(held.encode("ascii", "surrogateescape"))
        return content, None if whole else "the file was cut off on its way (its base64 breaks off)"
    data = part.get_payload(decode=True)
    return (data if isinstance(data, bytes) else b""), None


def _attached(part: Mime, hint: str | None) -> Attached:
    name = file_name(field_of(part, "content-disposition", hint), field_of(part, "content-type", hint))
    children = part.get_payload()
    tree = children[0] if isinstance(children, list) and children else None
    encoding = field_of(part, "content-transfer-encoding").strip().lower()
    if isinstance(tree, Mime) and encoding in {"base64", "quoted-printable"} and not tree.keys():
        held = tree.get_payload()
        if isinstance(held, str):
            wrapped = Mime()
            wrapped["Content-Transfer-Encoding"] = encoding
            wrapped.set_payload(held)
            return Attached(name, None, payload(wrapped)[0])
    if isinstance(tree, Mime):
        return Attached(name or _by_subject(tree, hint), tree)
    return Attached(name, None, payload(part)[0])


def _by_subject(tree: Mime, hint: str | None) -> str:
    subject = clean_name(decode_words(field_of(tree, "subject", hint)).replace("/", "-"))
    return f"{subject}.eml" if subject else "message.eml"
