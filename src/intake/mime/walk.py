"""A message's tree of MIME parts, walked once: what is body, what is a file, what is another message."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from email.message import Message as Mime

from intake.mime.cms import signed_content
from intake.mime.parameters import clean_name, file_name
from intake.mime.payload import body_text, is_binary, payload
from intake.mime.sniff import extension_of
from intake.mime.tree import as_sent, children, has_headers, read_tree, without_boundary
from intake.mime.uuencode import extract
from intake.mime.words import decode_words, field_of
from intake.model import Attachment

_MESSAGES = frozenset({"message/rfc822", "message/global", "message/news"})
_SIGNATURES = frozenset(
    {"application/pkcs7-signature", "application/x-pkcs7-signature", "application/pgp-signature"}
)
_OPAQUE = frozenset({"application/pkcs7-mime", "application/x-pkcs7-mime"})
# The same again for other readers: AMP and watches; a Macintosh file's second fork.
_SHADOWS = frozenset({"text/x-amp-html", "text/watch-html", "text/x-watch-html", "application/applefile"})
_RICH = frozenset({"text/enriched", "text/richtext"})
_BODIES = frozenset({"text/plain", "text/html"}) | _RICH
# Exchange gives such names to the pieces of a body that stood between and below its files.
_BODY_NAME = re.compile(r"ATT\d{5,8}\.(?:txt|html?)\Z", re.IGNORECASE)
_SMALL_PICTURE = 20_000  # bytes; larger pictures outside a page are sent to be looked at
_ENCRYPTED = "the mail is encrypted ({}) and cannot be read"


@dataclass(frozen=True, slots=True)
class Text:
    """One stretch of a body: text/plain, text/html or text/enriched, decoded."""

    type: str
    text: str


@dataclass(frozen=True, slots=True)
class Attached:
    """A message attached to a message; `raw` are its bytes where it came encoded, None where `tree` is all there is."""

    name: str
    tree: Mime
    raw: bytes | None = None
    defects: tuple[str, ...] = ()


@dataclass(slots=True)
class Contents:
    """What a walk found, in the message's order: bodies (each a group that says the same), files, messages."""

    bodies: list[list[Text]] = field(default_factory=list)
    attachments: list[Attachment] = field(default_factory=list)
    inner: list[Attached] = field(default_factory=list)
    defects: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Budget:
    """What is left to be spent on one mail and all that is attached to it."""

    parts: int
    characters: int  # of bodies as text
    source: int = 4 * 2**20  # characters of text parts, markup and all


class Walk:
    """One message walked down to its leaves, not into the messages attached to it."""

    def __init__(self, budget: Budget, depth: int, hint: str | None) -> None:
        """`depth` bounds the levels of multiparts; `hint` is the charset for raw 8-bit names and undeclared text."""
        self.found = Contents()
        self._budget = budget
        self._depth = depth
        self._hint = hint
        self._leaves = 0
        self._pictures: list[
            tuple[int, str, bool]
        ] = []  # place in attachments, Content-ID, in multipart/related

    def contents(self, message: Mime) -> Contents:
        """Return what a message holds; what is over the bounds is not read, which a defect tells."""
        self._part(message, self._depth, None, False, root=True)
        self._settle_pictures()
        return self.found

    def _note(self, defect: str) -> None:
        if defect not in self.found.defects:
            self.found.defects.append(defect)

    def _part(
        self, part: Mime, depth: int, among: list[Text] | None, related: bool, root: bool = False
    ) -> None:
        kind = part.get_content_type()
        if depth < 0:
            self._note("parts nested deeper than is read")
        elif self._budget.parts <= 0:
            self._note("more parts than are read")
        elif kind.startswith("multipart/"):
            self._multipart(part, kind, depth, among, related)
        else:
            self._leaves += 1
            self._budget.parts -= 1
            if kind in _MESSAGES:
                self._message(part)
            elif kind in _OPAQUE:
                self._opaque(part, kind, depth, among)
            else:
                self._leaf(part, kind, among, related, root)

    def _multipart(self, part: Mime, kind: str, depth: int, among: list[Text] | None, related: bool) -> None:
        parts = children(part)
        if parts is None:
            self._note("a multipart without its boundary")
            parts = without_boundary(part)
            if not parts:
                self._leaves += 1
                self._budget.parts -= 1
                self._leaf(part, "text/plain", among, related, True)
                return
        if kind == "multipart/alternative" and among is None:
            among = []
            self.found.bodies.append(among)
        if kind == "multipart/signed" and len(parts) > 1:
            parts = parts[:1]  # the other one is the signature (RFC 1847 section 2.1)
        for child in parts:
            self._part(child, depth - 1, among, related or kind == "multipart/related")

    def _leaf(self, part: Mime, kind: str, among: list[Text] | None, related: bool, root: bool) -> None:
        disposition = field_of(part, "content-disposition", self._hint)
        name = file_name(disposition, field_of(part, "content-type", self._hint))
        if kind in _SIGNATURES or kind in _SHADOWS:
            return
        content, problem = payload(part)
        attached = disposition.strip().lower().startswith("attachment")
        if kind in _BODIES and not is_binary(content) and self._is_body(name, attached, root):
            text = body_text(part, kind, content, self._hint)
            if kind == "text/plain" and "begin " in text:
                text, files = extract(text)
                for inside, data in files[: self._budget.parts]:
                    self._attach(clean_name(inside) or "file.bin", "application/octet-stream", data)
            self._body(Text(kind, self._affordable(text)), among)
            return
        if name.lower().endswith(".eml") and has_headers(content):
            self._encoded(name, content)
            return
        if kind == "application/octet-stream" and content.startswith(b"-----BEGIN PGP MESSAGE"):
            problem = _ENCRYPTED.format("PGP")
        if kind == "application/pgp-encrypted":
            return
        self._attach(name or f"part-{self._leaves}{extension_of(content, kind)}", kind, content, problem)
        if kind.startswith("image/"):
            place = len(self.found.attachments) - 1
            small = not attached and len(content) <= _SMALL_PICTURE
            self._pictures.append(
                (place, field_of(part, "content-id").strip(" <>"), (related and not attached) or small)
            )

    def _affordable(self, text: str) -> str:
        if len(text) > self._budget.source:
            self._note("text longer than is read")
            text = text[: self._budget.source]
        self._budget.source -= len(text)
        return text

    def _body(self, text: Text, among: list[Text] | None) -> None:
        if among is None:
            self.found.bodies.append([text])
        else:
            among.append(text)

    @staticmethod
    def _is_body(name: str, attached: bool, root: bool) -> bool:
        if root and not attached:
            return True
        return _BODY_NAME.match(name) is not None or not (name or attached)

    def _attach(self, name: str, kind: str, content: bytes, problem: str | None = None) -> None:
        self.found.attachments.append(Attachment(name, kind, content, False, problem))

    def _message(self, part: Mime) -> None:
        """A message attached as such, or in base64, which RFC 2046 section 5.2.1 forbids and people send."""
        name = file_name(
            field_of(part, "content-disposition", self._hint), field_of(part, "content-type", self._hint)
        )
        tree = next(iter(children(part) or []), None)
        encoding = field_of(part, "content-transfer-encoding").strip().lower()
        if tree is not None and encoding in {"base64", "quoted-printable"} and not tree.keys():
            wrapped = Mime()
            wrapped["Content-Transfer-Encoding"] = encoding
            wrapped.set_payload(as_sent(tree).decode("ascii", "surrogateescape"))
            self._encoded(name, payload(wrapped)[0])
        elif tree is not None:
            self.found.inner.append(Attached(name or self._by_subject(tree), tree))
        else:
            self._encoded(name, payload(part)[0])

    def _encoded(self, name: str, raw: bytes) -> None:
        defects: list[str] = []
        tree = read_tree(raw, defects)
        self.found.inner.append(Attached(name or self._by_subject(tree), tree, raw, tuple(defects)))

    def _by_subject(self, tree: Mime) -> str:
        subject = clean_name(decode_words(field_of(tree, "subject", self._hint)).replace("/", "-"))
        return f"{subject}.eml" if subject else "message.eml"

    def _opaque(self, part: Mime, kind: str, depth: int, among: list[Text] | None) -> None:
        """S/MIME whose content is wrapped up with its signature, or encrypted."""
        content, problem = payload(part)
        inside = signed_content(content)
        if inside is not None:
            defects: list[str] = []
            self._part(read_tree(inside, defects), depth - 1, among, False)
            self.found.defects.extend(defects)
            return
        name = file_name(field_of(part, "content-disposition"), field_of(part, "content-type")) or "smime.p7m"
        self._attach(name, kind, content, problem or _ENCRYPTED.format("S/MIME"))

    def _settle_pictures(self) -> None:
        """Tell pictures that a page shows from pictures that were sent as files."""
        pages = [text.text for group in self.found.bodies for text in group if text.type == "text/html"]
        for place, identity, shown in self._pictures:
            if shown or (identity and any(f"cid:{identity}" in page for page in pages)):
                old = self.found.attachments[place]
                self.found.attachments[place] = Attachment(
                    old.name, old.declared, old.content, True, old.problem
                )
