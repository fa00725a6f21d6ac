"""Where a writer signs: sign-off, name, and the lines below that look like a card.

A signature is set apart only as far as its lines look like one: a resume pasted below a name is prose. Every
rule looks at no more than `_REACH` lines from where it stands, so hostile text costs no more than long text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property
from itertools import accumulate

from intake.model import Address
from intake.quoting.closings import (
    GREETING,
    POSTSCRIPT,
    PUNCTUATION,
    RESUME_HEADING,
    SIGN_OFF_CORE,
    SIGN_OFF_PHRASES,
    SIGN_OFF_WORDS,
)

_REACH = 60
_SIGNATURE_LINES = 14
_CARD_LINES = 9  # lines of one paragraph: name, title, department, school, street, town, phone, mail, link
_CARD_WIDTH = 120
_DELIMITER = re.compile(r"(?:--|—|––|__|_{3}|-{3})\Z")
_CONTACT = re.compile(
    r"@|https?:|www\.|linkedin|github|\.com\b|\.edu\b|\+?\(?\d[\d\s().\-/]{6,}\d|^(?:tel|phone|cell|mobile|fax|e-?mail|skype|web|p|m|t|c|"
    r"mob|handy|telefon|tél|téléphone|móvil|cel|тел|电话|手机)\b\s?[.:]",
    re.IGNORECASE,
)
_NAME_BREAK = re.compile(r"\s[|•·–—-]\s|[,|•·;(/]")
_NOT_A_NAME = re.compile(r"[:?!@/\\\d=<>{}\[\]]|[.!?]\s+\w+\s+\w+")
_PARTICLES = frozenset(
    (
        "van",
        "von",
        "de",
        "der",
        "den",
        "del",
        "della",
        "da",
        "di",
        "dos",
        "la",
        "el",
        "al",
        "bin",
        "ibn",
        "y",
        "e",
        "of",
    )
)


class Stretch:
    """One writer's lines, stripped, and the words of their name in lower case."""

    def __init__(self, lines: Sequence[str], names: frozenset[str]) -> None:
        self.lines = lines
        self.names = names

    @cached_property
    def _sums(self) -> tuple[list[int], list[int]]:
        """How many lines with words, and how many headings of a resume, stand above each line."""
        words = accumulate((bool(line) for line in self.lines), initial=0)
        headings = (len(line) <= 60 and RESUME_HEADING.fullmatch(line) is not None for line in self.lines)
        return list(words), list(accumulate(headings, initial=0))

    def headings(self, start: int) -> int:
        """How many lines look like a resume's headings, of those in reach from a line."""
        sums = self._sums[1]
        return sums[min(start + _REACH, len(self.lines))] - sums[start]

    def begins_document(self, start: int) -> bool:
        """Whether what stands from a line on is a pasted resume: long, with headings of one."""
        words = self._sums[0]
        long = words[min(start + _REACH, len(self.lines))] - words[start] >= 8
        return long and self.headings(start) >= 2


def paragraphs(lines: Sequence[str]) -> list[tuple[int, int]]:
    """The stretches of lines between empty ones, as (first, one past the last)."""
    found: list[tuple[int, int]] = []
    start = None
    for index, line in enumerate(lines):
        if line and start is None:
            start = index
        elif not line and start is not None:
            found.append((start, index))
            start = None
    if start is not None:
        found.append((start, len(lines)))
    return found


def signature_end(stretch: Stretch, at: int) -> int:
    """Where the signature that begins on a line ends (exclusive); 0 where none begins there."""
    lines, line = stretch.lines, stretch.lines[at]
    if not line or len(line) > 80:
        return 0
    below = _next(lines, at + 1)
    if _DELIMITER.match(line):
        return _card_end(stretch, at + 1) if at and below is not None else 0
    if _is_sign_off(line):
        if below is None:
            return at + 1 if any(lines[max(0, at - _REACH) : at]) else 0
        near = below - at <= 3 and (_is_name(lines[below], stretch.names) or _is_sign_off(lines[below]))
        return _card_end(stretch, below) if near else 0
    if _signs_inline(stretch, at, below):
        return _card_end(stretch, at)
    leads = line[-1] in ",，" and below is not None and below - at <= 3
    if leads and below is not None and _leads_to_name(stretch, at, below):
        return _card_end(stretch, below)
    return 0


def _is_sign_off(line: str) -> bool:
    """A short line of sign-off words alone."""
    core = line.strip(PUNCTUATION).casefold()
    if not core or len(core) > 60:
        return False
    if core in SIGN_OFF_PHRASES:
        return True
    words = [w for w in (w.strip(PUNCTUATION) for w in re.split(r"[\s/]+", core)) if w]
    known = len(words) <= 9 and all(w in SIGN_OFF_WORDS for w in words)
    return known and any(w in SIGN_OFF_CORE for w in words)


def _signs_inline(stretch: Stretch, at: int, below: int | None) -> bool:
    """'Best, Jane' or '- Jane' as the last line, or above contact lines."""
    line = stretch.lines[at]
    head, mark, tail = line.partition(",") if "," in line else line.partition("!")
    closes = mark and _is_sign_off(head) and _is_name(tail.strip(PUNCTUATION), stretch.names)
    strokes = line[0] in "-–—~" and len(line) < 40 and is_own_name(line.strip(PUNCTUATION), stretch.names)
    if not closes and not strokes:
        return False
    return below is None or _CONTACT.search(stretch.lines[below][:200]) is not None


def _leads_to_name(stretch: Stretch, at: int, below: int) -> bool:
    """'I look forward to your reply,' above the sender's own name, near the end."""
    lines = stretch.lines
    if len(lines[at]) > 70 or not is_own_name(lines[below], stretch.names) or GREETING.match(lines[at]):
        return False
    rest = sum(1 for line in lines[below : below + _REACH] if line)
    return rest <= _SIGNATURE_LINES and any(lines[max(0, at - _REACH) : at])


def bare_signature(stretch: Stretch) -> int:
    """Where a name without a sign-off begins the last paragraphs; the number of lines where none does."""
    lines = stretch.lines
    offset = max(0, len(lines) - _REACH)
    blocks = [(start + offset, stop + offset) for start, stop in paragraphs(lines[offset:])]
    none, taken = len(lines), 0
    if not blocks or stretch.headings(offset) >= 2:
        return none
    for start, stop in reversed(blocks[0 if offset else 1 :]):
        taken += stop - start
        if taken > _SIGNATURE_LINES or _card_lines(stretch, start, stop) < min(2, stop - start):
            break
        if is_own_name(lines[start], stretch.names) or (stop == none and _is_card(stretch, start, stop)):
            return start
    return _name_line(stretch, *blocks[-1])


def _name_line(stretch: Stretch, start: int, stop: int) -> int:
    """The sender's own name as one of a last paragraph's last lines."""
    lines = stretch.lines
    for index in range(stop - 1, max(start, stop - _CARD_LINES), -1):
        if is_own_name(lines[index], stretch.names):
            return index
        if not _is_card_line(lines[index]) or not _CONTACT.search(lines[index]):
            break
    return len(lines)


def _is_card(stretch: Stretch, start: int, stop: int) -> bool:
    """A paragraph of a name-like line and contact lines, whoever it names."""
    lines = stretch.lines
    named = _is_name(lines[start], stretch.names) and len(lines[start].split()) <= 4
    return named and any(_CONTACT.search(line[:200]) for line in lines[start + 1 : stop])


def _card_end(stretch: Stretch, at: int) -> int:
    """Follow a signature down from a line: its paragraph, then paragraphs that look like contact lines."""
    end, taken = at, 0
    for start, stop in paragraphs(stretch.lines[at : at + _REACH]):
        start, stop = start + at, stop + at
        if taken and (stretch.begins_document(start) or stop - start > _CARD_LINES):
            break
        good = _card_lines(stretch, start, stop)
        if (taken and good < stop - start) or taken + good > _SIGNATURE_LINES:
            break
        taken += good
        end = start + good
        if good < stop - start:
            break
    return end


def _card_lines(stretch: Stretch, start: int, stop: int) -> int:
    """How many lines of a paragraph, from its first, look like a signature's."""
    count = 0
    for line in stretch.lines[start : min(stop, start + _CARD_LINES)]:
        if not _is_card_line(line) or (count and stretch.begins_document(start + count)):
            break
        count += 1
    cut = count < stop - start
    while cut and count and not stretch.lines[start + count - 1].strip("-_=*#~─━ "):
        count -= 1  # a rule belongs to what it sets apart
    return count


def _is_card_line(line: str) -> bool:
    """No sentence, no postscript: a name, title, school, street, number or link."""
    if len(line) > _CARD_WIDTH or line[-1] in ":：" or POSTSCRIPT.match(line):
        return False
    return not (line[-1] in ".!?" and len(line.split()) >= 8 and not _CONTACT.search(line))


# --- names -------------------------------------------------------------------------------------------


def name_words(author: Address | None) -> frozenset[str]:
    """The words, in lower case, by which somebody may sign: of their display name and of their address."""
    if author is None:
        return frozenset()
    text = f"{author.name} {author.email.partition('@')[0]}".casefold()[:200]
    words = [w for w in re.split(r"[\W\d_]+", text) if len(w) > 1 or not w.isascii()]
    return frozenset([*words, "".join(author.name.casefold().split())]) - {""}


def is_own_name(line: str, names: frozenset[str]) -> bool:
    """Whether a line is the writer's name, or begins with it and goes on behind a comma or a stroke."""
    head = _head(line)
    words = [w for w in re.split(r"[\s.\-’']+", head.casefold()) if w]
    return any(w in names for w in words) and len(line.split()) <= 12 and _is_name(line, names)


def _is_name(line: str, names: frozenset[str]) -> bool:
    """Whether a line could be somebody's name: few words, capitalised or known, no sentence."""
    head = _head(line)
    words = head.split()
    if not 1 <= len(words) <= 6 or len(head) > 60 or _NOT_A_NAME.search(head):
        return False
    return all(w[0].isupper() or not w.isascii() or w.casefold() in names | _PARTICLES for w in words)


def _head(line: str) -> str:
    """A line's words before a comma, bracket or stroke."""
    return _NAME_BREAK.split(line[:200].strip(PUNCTUATION), maxsplit=1)[0].strip(PUNCTUATION)


def _next(lines: Sequence[str], at: int) -> int | None:
    """The next line with words, None where the writer says nothing more."""
    return next((i for i in range(at, min(at + _REACH, len(lines))) if lines[i]), None)
