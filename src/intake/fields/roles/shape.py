"""What a text looks like, counted: the marks by which a reader tells resume, letter and transcript apart at a glance."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache

from intake.fields.memory import remembered
from intake.fields.passage import Passage
from intake.fields.phrasing import greets, length, signs_off, speaks_of_other, speaks_of_self
from intake.fields.sections import Heading, folded, headings, in_phrases, title_key
from intake.fields.vocabulary import headings as words
from intake.fields.vocabulary.headings import Section

MOST = 60_000  # characters looked at: no application's document needs more to be told
_TOP = 15  # lines in which a title, a name and how to reach a person stand
_GREETING = 12  # words of a line that does nothing but greet
_WIDE = 240  # characters of a line in which dates are looked for
_SENTENCE = 6  # words from which a stretch of prose counts as a sentence

_STOP = re.compile(r"[,:;!.–—-]")
_EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}\.\w")
_PHONE = re.compile(r"(?<!\d)\+?\(?\d[\d ().\u2010-\u2015\-]{7,18}[\dxX*](?!\d)")
_PROFILE = re.compile(r"linkedin\.com/|github\.com/|github\.io|xing\.com/", re.IGNORECASE)
_YEAR = r"(?:(?:19|20)\d\d|20XX)"
_NOW = r"present|now|current|today|ongoing|heute|aujourd|actual|presente|atual|oggi|至今|今|н\.?\s?в|настоящ|по\s+н"
_TO = r"(?:\s{0,3}[-–—~至/]{1,2}\s{0,3}|\s{1,3}(?:to|until|till|through|bis)\s{1,3})"
_RANGE = re.compile(
    rf"\b{_YEAR}\b{_TO}(?:\w{{1,15}}\.?\s{{1,3}})?(?:{_YEAR}|{_NOW})"
    rf"|\b(?:since|seit|depuis|desde|dal|с)\s{{1,3}}(?:\w{{1,15}}\s{{1,3}})?{_YEAR}"
    rf"|\b\w{{1,15}}\.?\s{{0,3}}[-–—]\s{{0,3}}\w{{1,15}}\.?\s{{1,3}}{_YEAR}\b|\b\d\d?[./]{_YEAR}|{_YEAR}[./年]\d\d?",
    re.IGNORECASE,
)
_ONGOING = re.compile(rf"\b{_YEAR}\b{_TO}(?:{_NOW})", re.IGNORECASE)
_NAMED_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_BULLET = re.compile(r"^[ \t]*(?:[•●▪◦■‣∙·○*–—-]|\(cid:\d+\))[ \t]*\S")
_GRADE = re.compile(
    r"^(?:[A-DF][+-]?|IP|CR|P/?NP|[1-9]\d(?:[.,]\d)?|100|[0-4][.,]\d{1,2}|[1-9]|1\d|20|in progress)$"
)
_GRADED = re.compile(
    r"\s(?:[A-DF][+-]?|IP|CR|[0-4]\.\d{1,3}|\d{1,2}(?:[.,]\d{1,2})?\s+\d{1,3}(?:[.,]\d{1,2})?)\s*$|\([A-DF][+-]?\)\s*$"
)
_CODE = re.compile(r"^[ \t]*[A-Z]{2,5}[ -]?\d{2,4}[A-Z]?\b")
_COLUMNS = re.compile(
    r"\b(?:grades?|credits?|credit hours|units|quality points|marks?|hours|course (?:code|name|title|no)|gpa|attempted|earned"
    r"|ects|noten?|leistungspunkte|crédits|calificaci[oó]n|créditos|nota|classificações|disciplina|voto|cfu|período|média)\b"
    r"|成绩|学分|绩点|оценк|зач[её]т|часов",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Shape:
    """Counts over one text, each made when it is asked for."""

    passage: Passage

    @cached_property
    def _lines(self) -> tuple[Passage, ...]:
        return tuple(self.passage.lines())

    @cached_property
    def _prose(self) -> tuple[Passage, ...]:
        return tuple(s for s in self.passage.sentences() if length(s.words) >= _SENTENCE)

    @property
    def top(self) -> tuple[Passage, ...]:
        """Its first lines."""
        return self._lines[:_TOP]

    @cached_property
    def marks(self) -> tuple[Heading, ...]:
        """Its headings."""
        return tuple(headings(self.passage))

    @cached_property
    def sections(self) -> frozenset[Section]:
        """What its headings head."""
        return frozenset(mark.section for mark in self.marks)

    @cached_property
    def reach(self) -> int:
        """How many kinds of ways to reach a person there are: e-mail, telephone, profile."""
        text, start, end = self.passage.text, self.passage.start, self.passage.end
        return sum(p.search(text, start, end) is not None for p in (_EMAIL, _PHONE, _PROFILE))

    @property
    def lines(self) -> int:
        """Lines that are not empty."""
        return len(self._lines)

    @cached_property
    def dated(self) -> int:
        """Lines with a stretch of time."""
        return sum(_RANGE.search(line.words[:_WIDE]) is not None for line in self._lines)

    @cached_property
    def years(self) -> frozenset[str]:
        """The different years that it names."""
        return frozenset(_NAMED_YEAR.findall(self.passage.words))

    @cached_property
    def ongoing(self) -> bool:
        """Whether some dates run up to the present."""
        return any(_ONGOING.search(line.words[:_WIDE]) for line in self._lines)

    @cached_property
    def bullets(self) -> int:
        """Lines that are items of a list."""
        return sum(_BULLET.match(line.words) is not None for line in self._lines)

    @property
    def sentences(self) -> int:
        """Sentences of prose."""
        return len(self._prose)

    @cached_property
    def own(self) -> int:
        """Sentences in the first person."""
        return sum(speaks_of_self(s) for s in self._prose)

    @cached_property
    def others(self) -> int:
        """Sentences about somebody else."""
        return sum(speaks_of_other(s) for s in self._prose)

    @cached_property
    def grades(self) -> int:
        """Lines with a grade."""
        return sum(_grade(line.words) for line in self._lines)

    @cached_property
    def codes(self) -> int:
        """Lines that begin with a course's number."""
        return sum(_CODE.match(line.words) is not None for line in self._lines)

    @cached_property
    def columns(self) -> int:
        """Different words that head the columns of a transcript."""
        found = _COLUMNS.finditer(self.passage.text, self.passage.start, self.passage.end)
        return len({match.group().casefold() for match in found})

    @cached_property
    def paper(self) -> int:
        """Different headings of a paper."""
        return self._titles(words.PAPER_HEADINGS)

    @cached_property
    def job(self) -> int:
        """Different headings of a job's description."""
        return self._titles(words.JOB_HEADINGS)

    def titled(self, titles: tuple[str, ...]) -> bool:
        """Whether one of the first lines is one of these titles, or a short line that holds one."""
        return any(holds_title(line.words, titles) for line in self.top)

    def _titles(self, titles: tuple[str, ...]) -> int:
        return len(folded(titles).intersection(title_key(line.words) for line in self._lines))


@remembered
def look(passage: Passage) -> Shape:
    """What can be counted in a text (in its first `MOST` characters)."""
    return Shape(passage.cut(passage.start, passage.start + MOST))


def holds_title(line: str, titles: tuple[str, ...]) -> bool:
    """Whether a line is a title, or a short one that begins or ends with it: "Ana Ruiz - Curriculum Vitae"."""
    if in_phrases(line, titles):
        return True
    key = title_key(line)
    if not 0 < len(key) <= 70 or line.rstrip().endswith((".", ",")):
        return False
    first, last = _within(titles)
    return key.startswith(first) or key.endswith(last)


@lru_cache(maxsize=32)
def _within(titles: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What a line that holds one of the titles begins with, and what it ends with; Chinese ones stand without a space."""
    long = [title for title in folded(titles) if len(title) > 3]
    native = [title for title in folded(titles) if not title.isascii() and len(title) > 2]
    return tuple(f"{title} " for title in long), (*(f" {title}" for title in long), *native)


def greeting_of(passage: Passage) -> Passage | None:
    """The first line that greets somebody, None where none does; it may go on with the letter's first words."""
    for line in passage.lines():
        match = greets(line)
        if match and (
            length(line.words) <= _GREETING or _STOP.search(line.text, match.end() - 1, match.end() + 60)
        ):
            return line
    return None


def sign_off_of(passage: Passage) -> Passage | None:
    """The first line that closes a letter after a sentence of it, None where none does."""
    said = False
    for line in passage.lines():
        if said and signs_off(line):
            return line
        said = said or length(line.words) >= _SENTENCE
    return None


def _grade(line: str) -> bool:
    bare = line.strip().casefold() if len(line) > 20 else line.strip()
    return _GRADE.match(bare) is not None or _GRADED.search(line) is not None
