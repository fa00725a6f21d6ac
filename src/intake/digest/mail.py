"""A digest as a short mail: what is new and what waits, with links to the pages where these have an address."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, partial
from urllib.parse import urlsplit

import css_inline
import jinja2
from markupsafe import Markup

from intake import wording
from intake.digest.build import newest_first, sections
from intake.digest.notes import lead, notes
from intake.digest.render import clip, data_as_shown, line, printable, printable_value
from intake.review import ApplicationView, DigestData
from intake.shelf import Shelf

SHOWN = 12  # applications of one list; the page shows them all


@dataclass(frozen=True, slots=True)
class Part:
    """One list of a mail: its heading, how many there are, and the first of them."""

    id: str
    heading: str
    count: int
    applications: Sequence[ApplicationView]

    @property
    def more(self) -> int:
        """How many are left to the page."""
        return self.count - len(self.applications)


@dataclass(frozen=True, slots=True)
class Mail:
    """A digest as a mail: its subject, and the same said as HTML and as text."""

    subject: str
    html: str
    text: str


def mail(data: DigestData, base_url: str | None) -> Mail:
    """Write a digest's mail; `base_url` is where its pages stand, None where they have no address.

    HTML as mail programs show it: tables, each style on its own element, no script, and nothing is loaded. What
    is blind in the digest is blind here.
    """
    shown = data_as_shown(data)
    base = f"{base_url.rstrip('/')}/" if base_url and urlsplit(base_url).scheme in ("http", "https") else None
    values = {
        "data": shown,
        "parts": _parts(shown),
        "lead": lead(shown, _numbers(shown)),
        "base": base,
        "reasons": notes,
        "accounted": _accounted(shown),
        "style": _style(),
        "when": partial(wording.when, zone=data.time_zone),
        "wording": wording,
    }
    said = ", ".join(f"{number} {name}" for name, number in _news(shown))
    return Mail(
        subject=printable(f"{data.organisation} internships: {said or 'nothing new'}"),
        html=_inlined(_environment(True).get_template("mail.html").render(values)),
        text=_environment(False).get_template("mail.txt").render(values),
    )


def _inlined(page: str) -> str:
    """The page with each rule of its style on the elements that it is for, as Gmail and Outlook ask; loads nothing.

    Rules for dark mode stay in its head, for those mail programs that know them.
    """
    inliner = css_inline.CSSInliner(load_remote_stylesheets=False, keep_at_rules=True)
    return inliner.inline(page)


def _accounted(data: DigestData) -> str:
    """That no mail is lost, and when the mailbox was last read."""
    unexplained = data.ledger.unexplained
    rest = f"{unexplained} unexplained: please tell your administrator" if unexplained else "none unexplained"
    messages = wording.count(data.ledger.messages, "mail")
    last = wording.when(data.last_good_run, data.time_zone) or "none yet"
    return f"{messages} accounted for, {rest}. Last good run: {last}."


def _parts(data: DigestData) -> tuple[Part, ...]:
    """New applications, those completed since, and those that a person should look at, each where there are any."""
    found, views = sections(data), Shelf.of(data.applications)
    new = views.pick(place for place, is_new in newest_first(views, lambda a: a.id in data.new) if is_new)
    parts = (
        _part("new", "New", new),
        _part("completed", wording.LISTS["completed"][0], found.completed),
        _part("unsure", wording.LISTS["unsure"][0], (a for a in found.unsure if a.id not in data.new)),
    )
    return tuple(part for part in parts if part.count)


def _part(id: str, name: str, applications: Iterable[ApplicationView]) -> Part:
    shown: list[ApplicationView] = []
    count = 0
    for count, application in enumerate(applications, 1):
        if count <= SHOWN:
            shown.append(application)
    return Part(id, name, count, shown)


def _news(data: DigestData) -> list[tuple[str, int]]:
    """What a subject line counts."""
    unsure = sum(a.state == "unsure" for a in data.applications)
    verb = "needs a person" if unsure == 1 else "need a person"
    named = (("new", len(data.new)), ("completed", len(data.completed)), (verb, unsure))
    return [(name, number) for name, number in named if number]


def _numbers(data: DigestData) -> dict[str, int]:
    """How many stand in each list of the page."""
    lists = {name: len(applications) for name, applications in sections(data).lists()}
    others = {"questions": data.questions, "set-aside": data.set_aside, "failed": data.failures}
    return lists | {name: len(mails) for name, mails in others.items()}


@cache
def _style() -> Markup:
    environment = _environment(True)
    assert environment.loader is not None  # noqa: S101 - it is given below
    return Markup(environment.loader.get_source(environment, "mail.css")[0])  # noqa: S704 - our own file


@cache
def _environment(markup: bool) -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("intake.digest"),
        autoescape=markup,  # noqa: S701 - off for the text only
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=printable_value,
    )
    environment.filters |= {"line": line, "clip": clip}
    return environment
