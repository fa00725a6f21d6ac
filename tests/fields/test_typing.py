"""How a mail was typed changes nothing: where its lines are broken, how days, seasons and apostrophes are written."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable
from functools import cache
from typing import Any

import pytest

from fields.test_whole_mails import MAILS, mail
from intake import as_json, process
from support.cases import programme

Typing = Callable[[str], str]
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_DAY = re.compile(rf"\b({_MONTHS}) (\d{{1,2}})(?:st|nd|rd|th)?\b(?!\d|:)")
_SEASON = re.compile(r"\b([Ss]ummer|[Ss]pring|[Ff]all|[Ww]inter) (20(\d\d))\b")
_TO = re.compile(rf"((?:{_MONTHS})(?: \d{{1,2}})?) (?:to|until|through) (?=(?:mid|late|early|the|{_MONTHS}))")


_WIDEST = 78


def wrapped(width: int) -> Typing:
    """Break long lines as a mail program does; quoted and indented ones stay, and mails whose lines are broken already."""

    def wrap(line: str) -> str:
        if len(line) <= width or line.startswith((">", " ", "\t")):
            return line
        return textwrap.fill(line, width, break_long_words=False, break_on_hyphens=False)

    def wrap_all(text: str) -> str:
        lines = text.split("\n")
        return "\n".join(map(wrap, lines)) if max(map(len, lines)) > _WIDEST else text

    return wrap_all


TYPED: dict[str, Typing] = {
    "lines of 60": wrapped(60),
    "lines of 72": wrapped(72),
    "lines of 78": wrapped(78),
    "12 June": lambda text: _DAY.sub(r"\2 \1", text),
    "June 12th": lambda text: _DAY.sub(lambda m: f"{m[1]} {m[2]}{_ordinal(int(m[2]))}", text),
    "summer of 2017": lambda text: _SEASON.sub(r"\1 of \2", text),
    "summer '17": lambda text: _SEASON.sub(r"\1 '\3", text),
    "through": lambda text: _TO.sub(r"\1 through ", text),
    "until": lambda text: _TO.sub(r"\1 until ", text),
    "a dash": lambda text: _TO.sub(r"\1 – ", text),
    "curly apostrophes": lambda text: text.replace("'", "’"),
    "two spaces": lambda text: re.sub(r"(?<=[a-z])\. (?=[A-Z])", ".  ", text),
}
# Bodies that are on the edge of being a letter, and how they fall to the other side: by what stands as a line of its own.
EDGES = {("hello,\n\nname is robin. i make things that blink", "lines of 72")}


def _ordinal(day: int) -> str:
    return "th" if 10 <= day % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")


def read(row: dict[str, Any]) -> dict[str, Any]:
    """What is decided of a mail: its kind, and each item's status and value, spelt alike."""
    record: dict[str, Any] = as_json(process(mail(row), programme()))
    items = record["items"] or {}
    return {
        "kind": record["kind"],
        **{name: (item["status"], _spelt(name, item["value"])) for name, item in items.items()},
    }


@cache
def as_it_stands(number: int) -> dict[str, Any]:
    return read(MAILS[number])


def _spelt(name: str, value: Any) -> object:
    if name == "coursework":
        return sorted(re.sub(r"[\W_]+", " ", str(course)) for course in value or ())
    if name == "period" and value:
        return [value[key] for key in ("season", "year", "start", "end")]
    return value


@pytest.mark.parametrize("typed", TYPED)
def test_how_a_mail_was_typed_changes_nothing(typed: str) -> None:
    other: list[tuple[int, dict[str, Any], dict[str, Any]]] = []
    for number, row in enumerate(MAILS):
        body = TYPED[typed](row["body"])
        if body == row["body"] or any(body.startswith(b) and typed == how for b, how in EDGES):
            continue
        first, second = as_it_stands(number), read({**row, "body": body})
        changed = {name: (first[name], second.get(name)) for name in first if first[name] != second.get(name)}
        if changed:
            other.append((number, row["body"][:60], changed))
    assert other == []
