"""A body's lines, each with its offsets, the number of '>' before it, and its words."""

from __future__ import annotations

import re
from dataclasses import dataclass

_PREFIX = re.compile(r"(?:[ \t]{0,3}[>＞]){1,40}[ \t]?")


@dataclass(frozen=True, slots=True)
class Line:
    """`text[start:end]` with its line end; `prefix` counts the '>' signs, `words` is what follows them, stripped."""

    start: int
    end: int
    prefix: int
    words: str
    width: int  # characters of the whole line, without its line end

    @property
    def blank(self) -> bool:
        """Whether nothing but quote signs stands on it."""
        return not self.words


def split(text: str) -> list[Line]:
    """Return the lines of a text; together they cover it."""
    found: list[Line] = []
    start = 0
    for raw in text.split("\n"):
        end = start + len(raw)
        match = _PREFIX.match(raw) if ">" in raw[:4] or "＞" in raw[:4] else None
        if match and not raw.startswith(">From "):  # an mbox writer's mark, no quote
            prefix = match.group().count(">") + match.group().count("＞")
            words = raw[match.end() :].strip()
        else:
            prefix, words = 0, raw.strip()
        found.append(Line(start, min(end + 1, len(text)), prefix, words, len(raw)))
        start = end + 1
    return found
