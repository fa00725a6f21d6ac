"""A digest as one self-contained HTML page, as text, and as JSON. Everything an applicant wrote is escaped."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import datetime
from enum import Enum
from functools import cache, partial
from typing import Any

import jinja2

from intake import wording
from intake.digest.build import sections, tally
from intake.review import DigestData


def html(data: DigestData) -> str:
    """One HTML page that loads nothing: styles and script stand in it, a policy forbids all else."""
    return _render("digest.html", data)


def text(data: DigestData) -> str:
    """The same for a terminal or a mail program without HTML; control characters are shown as spaces."""
    return _render("digest.txt", data)


def as_json(data: DigestData) -> str:
    """The same values as JSON, indented."""
    return json.dumps(asdict(data), default=_plain, ensure_ascii=False, indent=1)


def printable(value: object) -> str:
    """Text without control and direction-changing characters, which could rearrange what a reader sees."""
    return "".join(" " if _is_control(char) else char for char in str(value))


def _is_control(char: str) -> bool:
    return (
        ord(char) < 32
        or 0x7F <= ord(char) < 0xA0
        or char in "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
    )


def _render(template: str, data: DigestData) -> str:
    environment = _environment(template.endswith(".html"))
    when = partial(wording.when, zone=data.time_zone)
    return environment.get_template(template).render(
        data=data, sections=sections(data), tally=tally(data), when=when, wording=wording
    )


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
    environment.filters["quote"] = quote
    return environment


def printable_value(value: Any) -> Any:
    """What every value goes through on its way into a template: text loses its control characters."""
    return printable(value) if isinstance(value, str) and not hasattr(value, "__html__") else value


def quote(value: str, most: int = 400) -> str:
    """A quote on one line, shortened in the middle where it is long."""
    line = " ".join(value.split())
    return line if len(line) <= most else f"{line[: most * 2 // 3]} … {line[-most // 3 :]}"


def _plain(value: object) -> object:
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, frozenset):
        return sorted(value)
    raise TypeError(f"{type(value).__name__} has no form in JSON")
