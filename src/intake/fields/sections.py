"""Where the headings of a resume stand, however they are set: "EDUCATION", "## Education", "E D U C A T I O N", "Skills: ...".

The headings themselves are in `vocabulary/headings.py`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from intake.fields.memory import remembered
from intake.fields.passage import Passage
from intake.fields.vocabulary.headings import HEADINGS, QUALIFIERS, Section

_LONGEST = 60  # characters of a heading; a longer line is a sentence
_LONGEST_LINE = 240  # characters of a line that may hold headings side by side
_CELL = re.compile(r"[^\t|]+?(?=\t|\||[ \t]{3}|$)")
_INLINE = re.compile(r"[^:\n]{2,50}:(?=\s*\S)")
_CAPITALS = re.compile(r"^\W{0,4}((?:[^\W\d_a-z]{3,}(?:\s+&)?\s+){1,4})(?=\S)")
_MACRO = re.compile(r"\\[A-Za-z]+\*?|[{}]")
_PARENTHESES = re.compile(
    r"\([^()]*\)|(?:,\s*|(?<![,\s])\s+)?cont(?:inued|\.|d)?\.?$|^[ivx]{1,4}\.\s", re.IGNORECASE
)
_JOINED = re.compile(r"(?:(?<!\s)\s+)?(?:[&/,+|·•]|\b(?:and|und|et|y|e|i|и)\b|[与和及、])\s*")
_SPACED = re.compile(r"^\W*\w(?:\s{1,4}\w|\s{1,4}[&/]\s{1,4}\w)+\W*$")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading at text[start:end]; `inline` tells that its words follow on the same line ("Skills: C++")."""

    section: Section
    start: int
    end: int
    inline: bool


def fold(words: str) -> str:
    """Words as they are compared: case, accents and the width of spaces folded."""
    if words.isascii():
        return " ".join(words.casefold().split())
    spread = unicodedata.normalize("NFKD", words.replace("’", "'").casefold())
    return " ".join("".join(c for c in spread if not unicodedata.combining(c)).split())


@remembered
def title_key(line: str) -> str:
    """A line folded, without the marks, numbers, macros and brackets around what it says."""
    bare = _MACRO.sub(" ", line) if "\\" in line else line
    if _SPACED.match(bare):
        bare = _unspaced(bare)
    bare = bare.strip()
    if "(" in bare or "." in bare[:5] or "cont" in bare.casefold():
        bare = _PARENTHESES.sub(" ", bare)
    return fold(_within_marks(bare))


def _within_marks(words: str) -> str:
    """Words without what is no letter before them, and neither letter nor digit behind them."""
    start, end = 0, len(words)
    while start < end and (words[start].isdecimal() or not words[start].isalnum()):
        start += 1
    while end > start and not words[end - 1].isalnum():
        end -= 1
    return words[start:end]


def section_of(line: str) -> Section | None:
    """The section that a line (or a cell of one) is the heading of, None where it is something else."""
    bare = line.strip()
    if not 1 < len(bare) <= _LONGEST or bare[-1] in ".,;!?":
        return None
    return _named(title_key(bare))


def headings(passage: Passage) -> Iterator[Heading]:
    """Yield the headings of a text in order, those side by side on a line too."""
    for line in passage.lines():
        if line.end - line.start <= _LONGEST_LINE:
            yield from _in_line(line)
        else:
            yield from _inline(line)


def in_phrases(line: str, phrases: Iterable[str]) -> bool:
    """Whether a line says one of the phrases and nothing else."""
    return title_key(line) in folded(tuple(phrases))


def _in_line(line: Passage) -> Iterator[Heading]:
    alone = section_of(line.words)
    if alone is not None:
        yield Heading(alone, line.start, line.end, inline=False)
        return
    cells = [m for m in _CELL.finditer(line.text, line.start, line.end) if m.group().strip()]
    found = [(section_of(m.group()), m) for m in cells] if len(cells) > 1 else []
    named = [Heading(section, m.start(), m.end(), inline=False) for section, m in found if section]
    if named:
        yield from named
    else:
        yield from _capitals(line) or _inline(line)


def _capitals(line: Passage) -> list[Heading]:
    """A heading in capitals that the first words of its section follow: "EDUCATION  Ohio State, Columbus"."""
    match = _CAPITALS.match(line.words)
    words = match[1].split() if match and match[1].isupper() else []
    for count in range(len(words), 0, -1):
        section = section_of(" ".join(words[:count]))
        if section is not None:
            return [
                Heading(
                    section,
                    line.start,
                    line.start + line.words.index(words[count - 1]) + len(words[count - 1]),
                    inline=False,
                )
            ]
    return []


def _inline(line: Passage) -> Iterator[Heading]:
    match = _INLINE.match(line.text, line.start, line.end)
    section = section_of(match.group().rstrip(": ")) if match else None
    if match and section:
        yield Heading(section, match.start(), match.end(), inline=True)


@lru_cache(maxsize=4096)
def _named(key: str) -> Section | None:
    if not key:
        return None
    known = _known()
    plain = known.get(key) or known.get(_unqualified(key))
    if plain:
        return plain
    parts = [part for part in _JOINED.split(key) if part]
    sections = [known.get(part) or known.get(_unqualified(part)) for part in parts]
    return sections[0] if len(parts) > 1 and all(sections) else None


def _unqualified(key: str) -> str:
    """Without the qualifiers before the noun: "selected graduate courses" gives "courses"."""
    qualifiers = folded(QUALIFIERS)
    words = key.split()
    while len(words) > 1:
        taken = next((n for n in (2, 1) if len(words) > n and " ".join(words[:n]) in qualifiers), 0)
        if not taken:
            break
        words = words[taken:]
    return " ".join(words)


def _unspaced(line: str) -> str:
    """Mend letter-spaced words: single letters join, wider gaps part words."""
    gaps = re.split(r"\s{2,}", line.strip())
    if len(gaps) == 1:
        gaps = line.split(" & ")
    return " ".join("".join(gap.split()) for gap in gaps)


@lru_cache(maxsize=1)
def _known() -> dict[str, Section]:
    return {
        fold(phrase): section for section, phrases in reversed(tuple(HEADINGS.items())) for phrase in phrases
    }


@lru_cache(maxsize=32)
def folded(phrases: tuple[str, ...]) -> frozenset[str]:
    """The phrases of a list as `title_key` gives them."""
    return frozenset(fold(phrase) for phrase in phrases)
