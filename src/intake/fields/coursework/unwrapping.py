"""Letters as they were typed: lines that a mail program broke at its width are put together again, offsets unchanged."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from intake.fields.coursework.mention import Mention
from intake.fields.passage import Passage
from intake.model import Evidence

_NARROWEST, _WIDEST = 45, 100  # characters at which programs and people break lines
_LINE = re.compile(r"[^\n]*")
# What begins a line of its own, however full the line above is: a bullet, a quote, a label, a heading in capitals.
_APART = re.compile(
    r"[\s>|*•●▪◦·‣➢✓\-–—#]|\d{1,2}[.)]\s|[^\W\d_][\w /&'’()-]{0,30}:|[A-Z][A-Z &]{3,}$|\S+@|https?:",
    re.MULTILINE,
)


def unwrapped(passage: Passage) -> Passage:
    """The passage with a space for each line end that only its width made: the next word would not have fitted."""
    lines = [match for match in _LINE.finditer(passage.text, passage.start, passage.end) if match.group()]
    width = _width(passage, [len(line.group()) for line in lines])
    breaks = [line.end() for line in lines if width and _is_soft(passage, line, width)]
    if not breaks:
        return passage
    text = list(passage.text)
    for at in breaks:
        text[at] = " "
    return Passage(passage.source, "".join(text), passage.start, passage.end)


def as_written(mentions: Iterator[Mention], texts: Mapping[str, str]) -> Iterator[Mention]:
    """Mentions of unwrapped texts with the words of their evidence as the documents have them; `texts` by source."""
    for mention in mentions:
        found = mention.evidence
        quote = texts[found.source][found.start : found.end]
        yield replace(mention, evidence=Evidence(found.source, found.start, found.end, quote))


def _width(passage: Passage, lengths: list[int]) -> int:
    """The width at which a passage's lines are broken, 0 where its paragraphs are lines, or lines are short."""
    if any(length > _WIDEST for length in lengths if length) and _has_long_prose(passage):
        return 0
    width = max((length for length in lengths if length <= _WIDEST), default=0)
    return width if width >= _NARROWEST else 0


def _has_long_prose(passage: Passage) -> bool:
    """Whether a line longer than any width holds words, and no address of a page."""
    return any(len(line.words) > _WIDEST and line.words.count(" ") > 8 for line in passage.lines())


def _is_soft(passage: Passage, line: re.Match[str], width: int) -> bool:
    text, end = passage.text, line.end()
    if end + 1 >= passage.end or text[end] != "\n" or text[end + 1] == "\n" or line.group()[-1] in " \t:":
        return False
    if _APART.match(text, end + 1, passage.end):
        return False
    word = re.compile(r"\S+").match(text, end + 1, passage.end)
    return word is not None and len(line.group()) + 1 + len(word.group()) > width
