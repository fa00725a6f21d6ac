"""Phone numbers, addresses and links that people write of themselves, with whose they are taken from the words around."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import phonenumbers

from intake.config import Programme
from intake.fields.memory import remembered
from intake.fields.passage import Passage

_MOST = 20_000  # characters of one text that are searched
_LINKS = 20
_LOCAL_DIGITS = 7
_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}")
_EXTENSION = re.compile(r"(?:(?<![\s,;])[\s,;]+)?(?:x|ext\.?|extension)\s{0,3}\d{1,7}$", re.IGNORECASE)
_MASKED = re.compile(r"[ -]?[xX*#•_]{2}")  # (614) 555-xxxx: shown as a pattern only
_LABEL = re.compile(
    r"\b(?:phone|tel|telephone|telefon[eo]?|tél|téléphone|teléfono|mobile|mobil|móvil|mob|cell?|celular|cellphone|cellulare"
    r"|portable|handy|call|text|whatsapp|number|ph|[mpct])\b[.:\s#]{0,4}[^\d\n+(]{0,12}\(?$|[☎📞📱✆][^\d\n+(]{0,6}$"
    r"|(?:电话|手机|電話|手機|телефон|тел\.?|номер)\W{0,3}$",
    re.IGNORECASE,
)
_NOT_A_PHONE = re.compile(
    r"(?:\b(?:fax|f|gpg|pgp|id|ssn|isbn|doi|arxiv|issue|ticket|zip|pin|invoice|account|student\s(?:no|number))\b"
    r"|#|0x|\$|€|£)[^\n\d+(]{0,12}$"
    r"|[\w/.=-]$|\d[ -]$",
    re.IGNORECASE,
)
_FAX = re.compile(r"\bfax\b[^\n\d]{0,12}$", re.IGNORECASE)
_OTHERS = re.compile(
    r"\b(?:supervisor|manager|advis[eo]r|reference|references|referee|professor|prof|office|front desk|reception"
    r"|employer|parents?|mother|father|emergency|contact person|boss|landlord|roommate)\b",
    re.IGNORECASE,
)
_OLD = re.compile(
    r"\b(?:old|previous|former|earlier|no longer|not any ?more|instead of|disconnected|alte)\b", re.IGNORECASE
)
_NEW = re.compile(
    r"\bnew\s+(?:phone|number|cell|mobile)\b(?!\s+is\s+not)", re.IGNORECASE
)  # "new number, I dropped the old phone"
_MINE = re.compile(
    r"\b(?:my|new|reach|call|text|number|cell|mobile|phone|tel|contact me|henceforth|use)\b", re.IGNORECASE
)
_REFERENCES = re.compile(r"^\W{0,3}(?:references?|referees|referenzen)\W{0,3}$", re.IGNORECASE | re.MULTILINE)
_FOREIGN = re.compile(r"(?<![\d+/.-])\(?\d{1,5}\)?(?:[ /.()-]{0,3}\d){6,12}(?!\d)")
_LOCAL = re.compile(r"(?<![\d+/.()-])\d{3}[-. ]\d{4}(?![\d-])")
# a line of its own, or a field of a contact line: "555-0114", "dwhitlock@example.edu | 555-0114 | Carverton"
_FIELD = re.compile(r"[ \t]*(?:[|•·~;,(.]|[-–—](?=\s)|$)|\s{2}", re.MULTILINE)
# "OR 97399 / 541.555.0168": digits that are read as one number with those before it, or not at all
_AFTER_ZIP = re.compile(r"\b\d{5}(?:\s?[/|,;-]\s?|\s{1,6})(\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4})(?![\d-])")
_ABROAD = re.compile(r"(?<![\d+/.-])00[1-9]\d{0,2}(?:[ /.()-]{0,3}\d){7,12}(?!\d)")
_PLUS = re.compile(r"(?<![\d+/.-])\+\d{1,3}(?:[ /.()-]{0,3}\d){7,12}(?!\d)")
_DATE_LIKE = re.compile(
    r"(?:19|20)\d\d\s{0,2}[-–—/.]\s{0,2}(?:19|20|\d\d?\b)|\d{1,2}[./]\d{1,2}[./](?:19|20)\d\d"
)
_URL = re.compile(r"https?://[^\s<>\"'()\[\]{}|\\^`]{3,300}", re.IGNORECASE)
_HANDLE = re.compile(
    r"(?<![\w./@-])(?:www\.)?(?:(?:[a-z]{2}\.)?linkedin\.com/(?:in|pub)/|github\.com/|gitlab\.com/|bitbucket\.org/"
    r"|stackoverflow\.com/users/|kaggle\.com/|behance\.net/|scholar\.google\.com/)[\w./?=%~+-]{2,120}",
    re.IGNORECASE,
)
_NOT_THEIRS = re.compile(
    r"^(?:www\.)?(?:aka\.ms|getoutlook\.com|outlook\.office|mail\.(?:google|yahoo)\.com|go\.onelink\.me|overview\.mail\.yahoo"
    r"|apple\.com|icloud\.com|w3\.org|schemas\.|avast\.com|avg\.com|mcafee\.com|list-manage\.com|safelinks\.protection"
    r"|urldefense\.|click\.|clicks?\.|track(?:ing)?\.|email\.|links?\.|unsubscribe\.|google\.com/calendar|calendar\.google)",
    re.IGNORECASE,
)
_TRACKING = re.compile(r"unsubscribe|utm_|/track/|/open\?|pixel|mailto:", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Phone:
    """A number as it is written, without extension, and what the words around it say of it."""

    written: str
    start: int
    mine: bool  # "my", "new", "call", a label
    old: bool


def emails(passages: Iterable[Passage]) -> list[str]:
    """The e-mail addresses of some texts in order, in lower case, without doubles."""
    found = (
        m.group().strip(".-").lower()
        for p in passages
        for m in _EMAIL.finditer(p.text, p.start, min(p.end, p.start + _MOST))
    )
    return list(dict.fromkeys(found))


def phones(passage: Passage, region: str) -> list[Phone]:
    """The phone numbers of a text that can be the writer's: no fax, no reference's or employer's number.

    `region` (ISO 3166) tells how a number without country code is read. Numbers stand as they are written.
    """
    return list(_phones(passage, region))


@remembered
def _phones(passage: Passage, region: str) -> tuple[Phone, ...]:
    text = passage.text[passage.start : min(passage.end, passage.start + _MOST)]
    if references := _REFERENCES.search(text):
        text = text[: references.start()]
    whole = {*_matched(text, region), *_labelled(text)}
    found = [p for start, written in sorted(whole) if (p := _phone(text, start, written)) is not None]
    if not found:
        local = sorted(_local(text))
        found = [p for start, written in local if (p := _phone(text, start, written, local=True)) is not None]
    return tuple(found)


def _matched(text: str, region: str) -> Iterator[tuple[int, str]]:
    matcher = phonenumbers.PhoneNumberMatcher(
        text, region, leniency=phonenumbers.Leniency.POSSIBLE, max_tries=500
    )
    for match in matcher:
        yield match.start, _EXTENSION.sub("", match.raw_string)
    for found in _AFTER_ZIP.finditer(text):
        yield found.start(1), found.group(1)


def _labelled(text: str) -> Iterator[tuple[int, str]]:
    """National numbers of other countries ("Tel.: 0176 ..."), believed where a label says so; "00" or "+" before a country's."""
    for match in _FOREIGN.finditer(text):
        line_start = text.rfind("\n", 0, match.start()) + 1
        if _LABEL.search(text[max(line_start, match.start() - 30) : match.start()]):
            yield match.start(), match.group()
    for pattern in (_ABROAD, _PLUS):
        yield from ((match.start(), match.group()) for match in pattern.finditer(text))


def _local(text: str) -> Iterator[tuple[int, str]]:
    """Numbers without an area's code, where a label says so or they are a field of a contact line."""
    for match in _LOCAL.finditer(text):
        line_start = text.rfind("\n", 0, match.start()) + 1
        before = text[max(line_start, match.start() - 60) : match.start()].rstrip(" \t")
        gap = text[max(line_start, match.start() - 2) : match.start()].isspace()
        alone = not before or gap or before.endswith(tuple("|•·~;,–—"))
        field = alone and _FIELD.match(text, match.end()) is not None
        contact = not before or "@" in text[line_start : line_start + 200].split("\n", 1)[0]
        if _LABEL.search(before[-30:]) or (field and contact):
            yield match.start(), match.group()


def _phone(text: str, start: int, written: str, *, local: bool = False) -> Phone | None:
    line_start = text.rfind("\n", 0, start) + 1
    before = text[max(line_start, start - 60) : start]
    label = bool(_LABEL.search(before[-30:]))
    if _FAX.search(before) or _OTHERS.search(before) or _MASKED.match(text, start + len(written)):
        return None
    if not label and (
        _NOT_A_PHONE.search(before) or (written.isdigit() and (len(written) != 10 or before.strip()))
    ):
        return None
    digits = sum(c.isdigit() for c in written)
    fewest = _LOCAL_DIGITS if local else 9 if label or "+" in written[:2] else 10
    if not fewest <= digits <= 16 or _DATE_LIKE.search(written):
        return None
    old = _OLD.search(before[-35:].rpartition("new")[2]) is not None and _NEW.search(before) is None
    return Phone(written.strip(), start, label or bool(_MINE.search(before)), old)


def links(passages: Iterable[Passage], programme: Programme) -> tuple[str, ...]:
    """The links that people give of themselves, in order, each once; none of the organisation, of mail programs or tracking."""
    found: dict[str, str] = {}
    for passage in passages:
        end = min(passage.end, passage.start + 5 * _MOST)
        hits = sorted(
            (m.start(), m.group())
            for pattern in (_URL, _HANDLE)
            for m in pattern.finditer(passage.text, passage.start, end)
        )
        for _, url in hits:
            bare = re.sub(r"^https?://", "", url.rstrip(".,;:!?*_"), flags=re.IGNORECASE)
            if _is_theirs(bare, programme):
                key = bare.casefold().removeprefix("www.").rstrip("/")
                found.setdefault(key, url.rstrip(".,;:!?*_") if "://" in url else f"https://{bare}")
    return tuple(list(found.values())[:_LINKS])


def _is_theirs(bare: str, programme: Programme) -> bool:
    host = bare.split("/", 1)[0].casefold()
    organisation = programme.organisation
    name = re.sub(r"\W", "", organisation.name).casefold()
    ours = (
        any(host == d or host.endswith(f".{d}") for d in organisation.staff_domains)
        or f"/{name}/" in f"{bare.casefold()}/"
    )
    return (
        "." in host
        and not ours
        and not host.startswith(f"{name}.")
        and not _NOT_THEIRS.match(bare)
        and not _TRACKING.search(bare)
    )
