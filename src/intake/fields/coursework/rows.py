"""The lines of a document as rows: their words made plain, their bullet, the gap above them."""

from __future__ import annotations

import re
import unicodedata
from itertools import islice
from typing import NamedTuple

from intake.fields.memory import remembered
from intake.fields.passage import Passage

# A bullet, a private-use glyph of an icon font, "(cid:127)", or a number: "3." or "3)".
_BULLET = re.compile(
    r"\s*((?:[-–—*•●▪▫■□◦○∙·‣⁃➢➤✓✔►▶»❖◆♦>+|#☑☐☒✅✗✘→⇒⦁◉◎★☆¤]|[\ue000-\uf8ff]|\(cid:\d{1,4}\))+(?=\s|\w|\*)|o(?=\s+[A-Z])"
    r"|\d{1,2}[.)](?=\s+\D)|"
    r"\\(?:item|resumeItem|cvitem)\b\*?)\s*"
)
_COMMAND = re.compile(r"\\(?:[A-Za-z]{2,24}\*?|[\\%&#_$])|[{}]")
_ENVIRONMENT = re.compile(r"\\(?:begin|end)\{[^{}]{0,40}\}(?:\[[^\]]{0,80}\])?")
_DROPPED = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff\x00-\x08\x0e-\x1f]")
_MARKS = re.compile(r"\*{1,3}|__|`")
_LETTERS = re.compile(r"(?:\w[ \t]){3,}\w(?!\w)")
_QUOTED = re.compile(r"^[ \t]{0,8}(?:>[ \t]?){1,9}")
_PAGE_END = re.compile("[\f\v]")
_GAP = re.compile(r"(?<![.!?\s])\s{2,}|(?<=[.!?])\s{3,}|\t")  # two spaces behind a sentence are no gap
_LEADERS = re.compile(r"(?<!\.)\s?\.{4,}\s?|(?<!_)\s?_{4,}\s?|(?:\s\.){4,}\s")  # "Algorithms ..... A"
_SPACES = re.compile(r"(?<=\w)[ \t\xa0]+(?=\w)")
MOST_ROWS = 20_000  # lines of a document that are looked at
MOST_ROW = 4_000  # characters of a line that are looked at


class Row(NamedTuple):
    """One line that is not empty: text[start:end] of its document.

    `raw` is the line, `words` what it says without bullet and marks (gaps between columns kept as tabs),
    `bullet` the mark before it ('' for none), `gap` whether an empty line stands above it, `indent` in characters.
    """

    start: int
    end: int
    raw: str
    words: str
    bullet: str
    gap: bool
    indent: int

    @property
    def letters(self) -> str:
        """The words with gaps between columns as plain spaces."""
        return " ".join(self.words.split())

    @property
    def cells(self) -> list[str]:
        """The words parted at the gaps between columns."""
        return self.words.split("\t")


def unbulleted(text: str) -> tuple[str, str]:
    """The bullet before a text, '' for none, and the text without it."""
    match = _BULLET.match(text)
    if not match:
        return "", text
    mark = match.group(1)
    return "1." if mark[0].isdecimal() else mark, text[match.end() :]


def rows(passage: Passage) -> list[Row]:
    """All rows of a passage; white space between words counts as columns only where it is not everywhere."""
    return list(_rows(passage))


@remembered
def _rows(passage: Passage) -> tuple[Row, ...]:
    lines = (piece for line in islice(passage.lines(), MOST_ROWS) for piece in _pages(line))
    spread = _spread(passage)
    found: list[Row] = []
    last_end = passage.start
    for line in lines:
        between = passage.text[last_end : line.start]
        raw = line.words[:MOST_ROW]
        head, rest = unbulleted(_QUOTED.sub("", raw))
        words = plain(rest, spread)
        if words:
            indent = len(raw) - len(raw.lstrip())
            gap = between.count("\n") > 1
            found.append(Row(line.start, line.end, raw, words, head, gap, indent))
            last_end = line.end
    return tuple(found)


def _pages(line: Passage) -> list[Passage]:
    """A line parted where a page ends within it."""
    if _PAGE_END.search(line.text, line.start, line.end) is None:
        return [line]
    starts = [line.start, *(m.end() for m in _PAGE_END.finditer(line.text, line.start, line.end))]
    cuts = zip(starts, [*(s - 1 for s in starts[1:]), line.end], strict=True)
    return [line.cut(a, b) for a, b in cuts if line.text[a:b].strip()]


def plain(text: str, spread: bool = False) -> str:
    """Undo ligatures, marks of Markdown and LaTeX and odd spaces; a gap of two spaces or more becomes a tab."""
    text = unicodedata.normalize("NFKC", _DROPPED.sub("", text))
    text = _ENVIRONMENT.sub("", text) if "\\" in text else text
    text = _COMMAND.sub(_uncommanded, text) if "\\" in text else text
    text = _LEADERS.sub("\t", text) if "..." in text or "___" in text or ". ." in text else text
    text = _MARKS.sub("", text).replace("’", "'").strip()
    if spread or not _GAP.search(text):
        return " ".join(text.split())
    return "\t".join(" ".join(part.split()) for part in _GAP.split(text) if part)


def _uncommanded(match: re.Match[str]) -> str:
    return match.group()[1] if match.group()[1:] in {"%", "&", "#", "_", "$"} else " "


def _spread(passage: Passage) -> bool:
    """Whether wide gaps are how this document writes every space."""
    sample = passage.text[passage.start : min(passage.end, passage.start + 20_000)]
    spaces = _SPACES.findall(sample)
    return len(spaces) > 20 and 10 * len([s for s in spaces if len(s) > 1 or s == "\t"]) > 9 * len(spaces)


def squashed(words: str) -> str:
    """A letter-spaced line without its spaces: `C O U R S E S` gives `courses`; others as they are, case folded."""
    match = _LETTERS.match(words)
    if match and match.end() >= len(words.rstrip(": ")) - 2:
        return re.sub(r"[\W_]+", "", words).casefold()
    return words.casefold()
