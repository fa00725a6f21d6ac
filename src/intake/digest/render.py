"""A digest's pages, and the digest as text and as JSON. Everything an applicant wrote is escaped.

The pages load nothing from elsewhere: style and script stand in them, and a policy names these two by their
hashes and forbids all else (Content Security Policy Level 3, section 6.7.3).
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from enum import Enum
from functools import cache, partial
from typing import Any
from urllib.parse import urlsplit

import jinja2
from markupsafe import Markup, escape

from intake import wording
from intake.digest import figures
from intake.digest.blind import COVER, blinded, blinded_mail
from intake.digest.build import Neighbours, areas, asked, choices, sections
from intake.digest.notes import lead, notes
from intake.digest.reading import readings
from intake.review import ApplicationView, DigestData, FileView, LedgerView, OtherMail
from intake.shelf import Shelf

_PIECE = 256  # values and pieces of markup that are passed on together
_VEILED = re.compile(f"{COVER}+")
_VEIL = Markup('<span class="veil" role="img" aria-label="hidden">{}</span>')


@dataclass(frozen=True, slots=True)
class Part:
    """The style or script of a page, and the hash by which the page's policy lets it through."""

    text: Markup
    hash: str


@dataclass(frozen=True, slots=True)
class Plane:
    """The width of a picture and where its grid begins."""

    width: int = figures.WIDTH
    left: int = 26


def overview(data: DigestData) -> str:
    """The page that a digest opens with: the sum, the season in pictures, the lists and their filters."""
    return "".join(overview_pieces(data))


def overview_pieces(data: DigestData) -> Iterator[str]:
    """The same page in pieces, as it may be long."""
    shown = data_as_shown(data, with_senders=True)
    found = sections(shown)
    numbers = {name: len(applications) for name, applications in found.lists()}
    numbers |= {
        "questions": len(data.questions),
        "set-aside": len(data.set_aside),
        "failed": len(data.failures),
    }
    return _pieces(
        "overview.html",
        shown,
        style=_part("style.css"),
        script=_part("overview.js"),
        sections=found,
        choices=choices(shown),
        figures=figures.figures(shown),
        plane=Plane(),
        numbers=numbers,
        sum=_sum(data.ledger),
        apart=_apart(data.ledger),
        areas=areas,
        asked=asked,
        reasons=notes,
        lead=lead(shown, numbers),
    )


def application_page(
    data: DigestData,
    view: ApplicationView,
    place: Neighbours,
    files: Sequence[FileView] = (),
    *,
    opened: bool = False,
) -> str:
    """The page of one application, its texts with each quote highlighted where it stands.

    In the blind view it shows neither who it is nor the files; `opened` is the page that does.
    """
    covered = data.blind and not opened
    shown = blinded(view, data.institutions) if covered else view
    texts, mails, placed = readings(shown)
    return _page(
        "application_page.html",
        data,
        a=shown,
        place=place,
        texts=texts,
        mails=mails,
        placed=placed,
        notes=notes(shown),
        files=() if covered else files,
        paths={} if covered else {(file.message, file.source): file for file in files},
        links=[link for link in shown.links if _is_web(link)],
        opens=covered,
        closes=data.blind and opened,
    )


def text(data: DigestData) -> str:
    """The digest for a terminal or a mail program without HTML; control characters are shown as spaces."""
    return "".join(text_pieces(data))


def text_pieces(data: DigestData) -> Iterator[str]:
    """The same text in pieces, as it may be long."""
    shown = data_as_shown(data)
    return _pieces("digest.txt", shown, sections=sections(shown))


def json_pieces(data: DigestData, views: Iterable[ApplicationView]) -> Iterator[str]:
    """The same values as JSON, one application after the other with its texts, so that none must wait for all."""
    head = _dumps(
        {
            **asdict(
                replace(data_as_shown(replace(data, applications=())), applications=(), institutions=())
            ),
            "applications": [],
        }
    )
    before, after = head.split('"applications": []', 1)
    yield f'{before}"applications": ['
    for number, view in enumerate(views):
        shown = blinded(view, data.institutions) if data.blind else view
        yield f"{',' if number else ''}\n{_dumps(asdict(shown))}"
    yield f"]{after}\n"


def data_as_shown(data: DigestData, *, with_senders: bool = False) -> DigestData:
    """The data with all in it blinded where the digest is; `with_senders` keeps who wrote questions and the like."""
    if not data.blind:
        return data

    def mails(found: tuple[OtherMail, ...]) -> tuple[OtherMail, ...]:
        shown = (blinded_mail(mail, data.institutions) for mail in found)
        return tuple(mail if with_senders else replace(mail, sender="") for mail in shown)

    return replace(
        data,
        applications=Shelf.of(
            (blinded(a, data.institutions) for a in data.applications), Shelf.of(data.applications).directory
        ),
        questions=mails(data.questions),
        set_aside=mails(data.set_aside),
        failures=mails(data.failures),
    )


def printable(value: object) -> str:
    """Text without control and direction-changing characters, which could rearrange what a reader sees."""
    return "".join(" " if _is_control(char) else char for char in str(value))


def quote(value: str, most: int = 400) -> str:
    """A quote on one line, shortened in the middle where it is long."""
    line = " ".join(value.split())
    if len(line) <= most:
        return line
    head, tail = line[: most * 2 // 3], line[-most // 3 :]
    if " " in head[-20:]:
        head = head.rpartition(" ")[0]
    if " " in tail[:20]:
        tail = tail.partition(" ")[2]
    return f"{head} … {tail}"


def _sum(ledger: LedgerView) -> list[tuple[int, str]]:
    """What the messages add up to, without what there is none of."""
    counts = ((kind, ledger.kinds.get(kind, 0)) for kind in wording.KINDS)
    parts = [(n, (wording.KINDS_SINGULAR if n == 1 else wording.KINDS)[kind]) for kind, n in counts]
    parts += [(ledger.failed, "failed"), (ledger.waiting, "waiting to be read")]
    return [part for part in parts if part[0]] or [(0, "applications")]


def _apart(ledger: LedgerView) -> list[str]:
    """What was seen and is no message of its own, in sentences."""
    said = (
        (ledger.copies, "seen a second time."),
        (ledger.gone, "gone before they could be fetched."),
        (ledger.not_fetched, "not fetched yet."),
    )
    return [f"{number:,} {words}" for number, words in said if number]


def _is_web(link: str) -> bool:
    try:
        return urlsplit(link).scheme in ("http", "https")
    except ValueError:
        return False


def _is_control(char: str) -> bool:
    return (
        ord(char) < 32
        or 0x7F <= ord(char) < 0xA0
        or char in "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
    )


# --- templates -------------------------------------------------------------------------------------------


def _page(template: str, data: DigestData, **values: object) -> str:
    return "".join(_pieces(template, data, style=_part("style.css"), script=None, **values))


def _pieces(template: str, data: DigestData, **values: object) -> Iterator[str]:
    environment = _environment(template.endswith(".html"))
    zone = data.time_zone
    words: Mapping[str, object] = {
        "when": partial(wording.when, zone=zone),
        "day": partial(wording.day, zone=zone),
        "wording": wording,
    }
    stream = environment.get_template(template).stream({"data": data, **words, **values})
    stream.enable_buffering(_PIECE)
    return stream


@cache
def _part(name: str) -> Part:
    environment = _environment(True)
    assert environment.loader is not None  # noqa: S101 - it is given below
    source, _, _ = environment.loader.get_source(environment, name)
    digest = base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()
    return Part(Markup(source), f"sha256-{digest}")  # noqa: S704 - our own file


@cache
def _environment(markup: bool) -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("intake.digest"),
        autoescape=markup,  # noqa: S701 - off for the plain text digest only
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=printable_value,
    )
    environment.filters |= {"quote": quote, "prose": prose, "line": line, "clip": clip}
    return environment


def printable_value(value: Any) -> Any:
    """What every value goes through on its way into a template: text loses its control characters."""
    return printable(value) if isinstance(value, str) and not hasattr(value, "__html__") else value


def prose(value: str) -> Markup:
    """A text as markup, its lines and tabs kept; what is covered is told to screen readers as hidden."""
    kept = "".join(char if char in "\n\t" or not _is_control(char) else " " for char in value)
    return Markup(_VEILED.sub(lambda found: str(_VEIL.format(found.group())), str(escape(kept))))  # noqa: S704 - escaped


def line(value: str) -> Markup:
    """The same on one line."""
    return prose(" ".join(printable(value).split()))


def clip(value: str, most: int) -> str:
    """A label of at most so many characters."""
    return value if len(value) <= most else f"{value[: most - 1]}…"


def _dumps(value: object) -> str:
    return json.dumps(value, default=_plain, ensure_ascii=False, indent=1)


def _plain(value: object) -> object:
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, frozenset):
        return sorted(value)
    raise TypeError(f"{type(value).__name__} has no form in JSON")
