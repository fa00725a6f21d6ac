"""A stretch of one document's text, and its lines, sentences and paragraphs, always with offsets into the whole."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from intake.fields.memory import remembered
from intake.model import Document, Evidence

_ABOVE = 1_000
_LINE = re.compile(r"[^\n\f]+")
PARAGRAPH_END = re.compile(r"\n[ \t>]*\n")
# A full stop behind a day is part of a date where a month follows: "ab dem 1. Mai 2017".
_OF_A_DATE = r"(?:(?<!\s\d\.)(?<!\s\d\d\.)|(?!\s+(?:Jan|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez)))"
# ... or a day behind a short month: "Feb. 20".
_OF_A_MONTH = r"(?!(?<=(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\.)\s+\d|(?<=Sept\.)\s+\d)"
# ... and one behind letters part of a degree where a bracket follows: "M.S. (Computer Engineering)".
_OF_A_DEGREE = r"(?!(?<=[A-Z]\.[A-Z]\.)\s+\()"
# ... and one behind a title is none's end: "Prof. Hale said".
_OF_A_TITLE = r"(?<!\bProf\.)(?<!\bDr\.)(?<!\bMr\.)(?<!\bMs\.)(?<!\bMrs\.)"
_LINES_END = r"|[。！？]|\n[ \t>]*\n|\n(?=[ \t>]*[-*•·▪◦])"
_SENTENCE_END = re.compile(
    r"(?:(?<![!?])[!?]++|(?<!\.)\.++"
    + _OF_A_DATE
    + _OF_A_MONTH
    + _OF_A_DEGREE
    + _OF_A_TITLE
    + r")[\"')\]]*+(?=\s+[\"'(\[]?(?:[^\W_a-z]|i['’\s]))"
    + _LINES_END
)
# Of people who type without capitals: a stop behind a word that is no short form.
_SHORT_FORMS = "vs no etc prof dr mr ms mrs st dept approx univ min max ca cal".split()
_UNCAPITALISED_END = re.compile(
    r"(?:(?<![!?])[!?]++|(?:(?<=\w\w)|(?<=[a-z]\s\d))"
    + "".join(rf"(?<!\b{form})" for form in _SHORT_FORMS)
    + r"(?<!\.)\.++(?!\s+\d))[\"')\]]*+(?=\s+[\"'(\[]?\w)"
    + _LINES_END
)
_SMALL_I = re.compile(r"(?<!\w)i(?=['’\s])")
_LETTERS_A_CAPITAL = 60  # a text with fewer capitals is typed without
_FEWEST_LETTERS = 40


class Passage(NamedTuple):
    """`text[start:end]` of the document `source`; rules match with `pattern.finditer(p.text, p.start, p.end)`."""

    source: str
    text: str
    start: int
    end: int

    @classmethod
    def whole(cls, document: Document) -> Passage:
        """All text of a document ('' where it could not be read)."""
        text = document.text or ""
        return cls(document.source, text, 0, len(text))

    @property
    def words(self) -> str:
        """The stretch itself."""
        return self.text[self.start : self.end]

    def cut(self, start: int, end: int) -> Passage:
        """The part of it between two offsets into the whole text."""
        return Passage(self.source, self.text, max(start, self.start), min(end, self.end))

    def line_above(self) -> Passage:
        """The last line before it that is not empty, of at most 1,000 characters: what it may answer, or be labelled by."""
        first = max(0, self.start - _ABOVE)
        before = self.text[first : self.start].rstrip()
        start = first + before.rfind("\n") + 1
        return Passage(self.source, self.text, start, first + len(before))

    def evidence(self, start: int | None = None, end: int | None = None) -> Evidence:
        """Evidence for text[start:end] (default: all of it) without white space at either end."""
        start = self.start if start is None else start
        end = self.end if end is None else end
        while start < end and self.text[start].isspace():
            start += 1
        while end > start and self.text[end - 1].isspace():
            end -= 1
        return Evidence(self.source, start, end, self.text[start:end])

    def is_uncapitalised(self) -> bool:
        """Whether it is typed without capitals, so that these tell neither names nor where sentences begin."""
        return _is_uncapitalised(self)

    def lines(self) -> Iterator[Passage]:
        """Yield its lines that are not empty, without their line ends."""
        yield from _lines(self)

    def paragraphs(self) -> Iterator[Passage]:
        """Yield the stretches between empty lines."""
        yield from _paragraphs(self)

    def sentences(self) -> Iterator[Passage]:
        """Yield sentences: cut at full stops before a capital, at empty lines and before list items, not at line wraps."""
        yield from _sentences(self)


@remembered
def _is_uncapitalised(whole: Passage) -> bool:
    words = whole.words
    letters = sum(map(str.islower, words))
    if letters < _FEWEST_LETTERS or sum(map(str.isupper, words)) * _LETTERS_A_CAPITAL >= letters:
        return False
    first = next(filter(str.isalpha, words))
    return first.islower() or _SMALL_I.search(words) is not None


@remembered
def _lines(whole: Passage) -> tuple[Passage, ...]:
    spans = (match.span() for match in _LINE.finditer(whole.text, whole.start, whole.end))
    return tuple(
        Passage(whole.source, whole.text, start, end)
        for start, end in spans
        if not whole.text[start:end].isspace()
    )


@remembered
def _paragraphs(whole: Passage) -> tuple[Passage, ...]:
    return _parts(whole, PARAGRAPH_END)


@remembered
def _sentences(whole: Passage) -> tuple[Passage, ...]:
    return _parts(whole, _UNCAPITALISED_END if whole.is_uncapitalised() else _SENTENCE_END)


def _parts(whole: Passage, boundary: re.Pattern[str]) -> tuple[Passage, ...]:
    """What stands between the matches of a boundary, those with it that end in one."""
    text, start, found = whole.text, whole.start, []
    for match in boundary.finditer(text, start, whole.end):
        if not text[start : match.end()].isspace():
            found.append(Passage(whole.source, text, start, match.end()))
        start = match.end()
    if text[start : whole.end].strip():
        found.append(Passage(whole.source, text, start, whole.end))
    return tuple(found)
