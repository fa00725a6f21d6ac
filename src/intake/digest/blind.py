"""The blind view: who somebody is and where they study is covered, so that a first look is at the work alone.

Covered are names, mail and postal addresses, telephone numbers, links and schools, as far as they can be told
from words; file names are replaced by what the file is. Covered characters are replaced one by one, so that the
offsets of quotes hold.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from intake.model import Evidence
from intake.review import ApplicationView, DocumentView, ItemView, MessageView, OtherMail, SignalView

COVER = "\u2592"  # a shaded block, which nobody writes

_WORD = r"[A-Z\u00c0-\u00de][\w.&'\u2019-]{0,30}"
_SCHOOL = "University|College|Institute|Polytechnic|Academy|School|Hochschule|Gymnasium"
_SCHOOL += "|UNIVERSITY|COLLEGE|INSTITUTE|POLYTECHNIC|ACADEMY|SCHOOL"
_ABROAD = "[Uu]niversit[\u00e4\u00e9\u00e0]\\w{0,3}|[Uu]niversi(?:dade?|teit|tetet|tet|t\u00e9)"
_STREET = "Street|St|Avenue|Ave|Road|Rd|Lane|Ln|Drive|Dr|Boulevard|Blvd|Way|Court|Ct|Place"
_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}",  # mail addresses
        r"\b(?:https?://|www\.)\S{1,2000}",
        r"\b[\w-]{1,63}(?:\.[\w-]{1,63}){0,3}\.(?:com|org|net|edu|io|me|dev|ai|co)\b(?:/\S{0,500})?",  # bare links
        r"(?<![\w.])\+?\(?\d{1,4}\)?(?:[ .\-/]{1,2}\(?\d{2,5}\)?){2,5}(?!\w)",  # telephone numbers
        r"(?<![\w.-])\d{3}[-.]\d{4}(?![\w-])",
        rf"\b\d{{1,5}} (?:{_WORD} ){{1,4}}(?:{_STREET})\b\.?",
        rf"\b{_WORD}(?: {_WORD}){{0,2}}, ?[A-Z]{{2}},? \d{{5}}(?:-\d{{4}})?\b",  # a place with its postal code
        r"\b\w{2,40}(?:stra(?:\u00df|ss)e|str\.|gasse|weg|platz) \d{1,4}\b",
        rf"\b(?:{_WORD}[ \n]){{1,5}}(?:{_SCHOOL})\b(?:[ \n]of(?:[ \n]{_WORD}){{1,4}})?",
        rf"\b(?:{_SCHOOL})[ \n](?:of|OF)[ \n](?:the[ \n])?{_WORD}(?:[ \n](?:and[ \n])?{_WORD}){{0,4}}",
        rf"\b(?:{_ABROAD})(?:[ \n](?:de|di|du|van|zu|der)){{0,2}}(?:[ \n]{_WORD}){{0,4}}",
    )
)
_FILE = re.compile(
    r"(?<![^\s:,;(])[^\s:,;(][^:,;(]{0,200}\.(?:pdf|docx?|odt|rtf|txt|md|html?|tex|pages|zip|rar|7z|t?gz|tar|jpe?g|png|gif"
    r"|heic|tiff?|msg|eml|dat|ics|pptx?|xlsx?|csv)\b",
    re.IGNORECASE,
)  # a file's name in a sentence, from the sign before it on
_GENERIC = frozenset("edu ac www mail student students alumni com org net example cs ee math".split())
_CODE = re.compile(r"[a-z]{2}")


@dataclass(frozen=True, slots=True)
class Veil:
    """What is covered in one application's words."""

    known: re.Pattern[str] | None

    def over(self, text: str) -> str:
        """The text with all that tells who and where covered, of the same length."""
        for pattern in (*_PATTERNS, self.known):  # addresses as a whole before the names in them
            if pattern is not None:
                text = pattern.sub(lambda found: _covered(found.group()), text)
        return text


def blinded(view: ApplicationView, institutions: Sequence[str] = ()) -> ApplicationView:
    """The application as somebody sees it who is not to know whose it is; `institutions` are names of schools."""
    veil = veil_of(view, institutions)
    texts = {(d.message, d.source): veil.over(d.text) for d in view.documents if d.text is not None}
    named = _Names(view.documents)
    return replace(
        view,
        name=f"Application {view.id}",
        email="",
        phone=None,
        links=(),
        forwarded_by=None,
        items={key: _item(item, veil, texts, named) for key, item in view.items.items()},
        signals=tuple(_signal(signal, veil, texts, named) for signal in view.signals),
        review=tuple(veil.over(named.in_words(note)) for note in view.review),
        messages=tuple(_message(mail, veil, named) for mail in view.messages),
        documents=tuple(_document(document, veil, texts, named) for document in view.documents),
    )


def blinded_mail(mail: OtherMail, institutions: Sequence[str] = ()) -> OtherMail:
    """A mail that is no application, its words covered; `sender` stays, for whoever shows it only on request."""
    veil = _veil(re.findall(r"[^\W\d_]{2,40}", mail.sender.partition("<")[0]), institutions)
    return replace(mail, subject=veil.over(mail.subject), reason=veil.over(mail.reason))


def veil_of(view: ApplicationView, institutions: Sequence[str] = ()) -> Veil:
    """The cover for one application: its names, and those of its school as its mail address tells them."""
    words = {word for name in _names(view) for word in re.findall(r"[^\W\d_]{2,40}", name)}
    return _veil(words | _schools(view.email), institutions)


def _veil(words: Iterable[str], institutions: Sequence[str]) -> Veil:
    forms = {form for word in words for form in (word, word.upper(), word.capitalize())}
    forms |= set(institutions)
    if not forms:
        return Veil(None)
    listed = "|".join(re.escape(form) for form in sorted(forms, key=lambda f: (-len(f), f)))
    return Veil(re.compile(rf"(?<![^\W_])(?:{listed})(?![^\W_])"))


def _names(view: ApplicationView) -> Iterable[str]:
    yield view.name
    for mail in view.messages:
        if view.email and view.email in mail.sender:
            yield mail.sender.partition("<")[0]


def _schools(email: str) -> set[str]:
    labels = email.rpartition("@")[2].split(".")
    if not {"edu", "ac"} & set(labels):
        return set()
    return {label for label in labels if label not in _GENERIC and not _CODE.fullmatch(label)}


def _covered(text: str) -> str:
    return "".join(char if char == "\n" else COVER for char in text)


@dataclass(frozen=True, slots=True)
class _Names:
    """What files are called where their names are covered."""

    documents: Sequence[DocumentView]

    def of(self, source: str | None) -> str | None:
        """A source, a file's name replaced by its part in the application and its place."""
        if not source:
            return source
        return " + ".join(self._one(part) for part in source.split(" + "))

    def _one(self, source: str) -> str:
        if not source.startswith("attachment:"):
            return source
        found = [d for d in self.documents if d.source.startswith("attachment:")]
        place = next((i for i, d in enumerate(found, 1) if d.source == source), 0)
        return f"attachment:file {place}" if place else "attachment:a file"

    def in_words(self, note: str) -> str:
        """A sentence, the names of files in it replaced, also of those that are not known here, as in lists."""
        for document in self.documents:
            name = document.source.removeprefix("attachment:")
            if document.source != name:
                for part in (name, name.rpartition("/")[2]):
                    note = note.replace(part, (self.of(document.source) or "").removeprefix("attachment:"))
        return _FILE.sub("a file", note)


Texts = dict[tuple[str, str], str]


def _quote(
    found: Evidence | None, message: str | None, veil: Veil, texts: Texts, named: _Names
) -> Evidence | None:
    if found is None:
        return None
    text = texts.get((message or "", found.source), "")
    quote = text[found.start : found.end] if text else veil.over(found.quote)
    return Evidence(named.of(found.source) or "", found.start, found.end, quote)


def _item(item: ItemView, veil: Veil, texts: Texts, named: _Names) -> ItemView:
    return replace(
        item,
        shown=veil.over(item.shown) if item.item not in ("period", "resume") else item.shown,
        evidence=_quote(item.evidence, item.message, veil, texts, named),
        source=named.of(item.source),
        reason=veil.over(named.in_words(item.reason)) if item.reason else item.reason,
    )


def _signal(signal: SignalView, veil: Veil, texts: Texts, named: _Names) -> SignalView:
    evidence = _quote(signal.evidence, signal.message, veil, texts, named)
    return replace(signal, value=veil.over(signal.value), evidence=evidence)


def _message(mail: MessageView, veil: Veil, named: _Names) -> MessageView:
    return replace(
        mail,
        subject=veil.over(mail.subject),
        sender="",
        joined_by=veil.over(mail.joined_by),
        kind_reason=veil.over(named.in_words(mail.kind_reason)),
    )


def _document(document: DocumentView, veil: Veil, texts: Texts, named: _Names) -> DocumentView:
    return replace(
        document,
        source=named.of(document.source) or "",
        text=texts.get((document.message, document.source)),
        problem=veil.over(named.in_words(document.problem)) if document.problem else None,
    )
