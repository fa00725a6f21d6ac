"""Prose whose lines a mail program broke at its own width, given back to the width of whoever reads it."""

from __future__ import annotations

import itertools
import re

_NARROWEST, _WIDEST = (
    50,
    100,
)  # characters: lines of prose that are wrapped, by RFC 3676 and by habit at 66 to 78
_BEGINS_ANEW = re.compile(
    r"\s|[-*\u2022\u25e6\u25aa\u2013>|#]|\d{1,3}[.)]\s|[A-Za-z][.)]\s|--|\S*(?:@|://)\S*$"
)


def flowed(text: str) -> str:
    """The text with a space for each line end that only the width asked for; offsets stay as they are.

    A line end is one of these where the next line's first word would not have fitted behind it: within the
    longest of the lines that stand together. Lists, quotes, addresses and signatures keep their lines.
    """
    return re.sub(r"[^\n]+(?:\n[^\n]+)+", lambda found: _joined(found.group()), text)


def _joined(paragraph: str) -> str:
    lines = paragraph.split("\n")
    widest = max(len(line.rstrip()) for line in lines)
    if not _NARROWEST <= widest <= _WIDEST:
        return paragraph
    told = [lines[0]]
    for before, line in itertools.pairwise(lines):
        word = len(line.split(maxsplit=1)[0]) if line.strip() else 0
        is_full = len(before.rstrip()) + 1 + word > widest
        told += [" " if word and is_full and not _BEGINS_ANEW.match(line) else "\n", line]
    return "".join(told)
