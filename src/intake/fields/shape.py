"""What a text looks like, counted: the marks by which a reader tells resume, letter and transcript apart at a glance."""

from __future__ import annotations

import re
from dataclasses import dataclass

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
_RANGE = re.compile(
    rf"\b{_YEAR}\b\s{{0,3}}[-–—~至/]{{1,2}}\s{{0,3}}(?:\w{{1,15}}\.?\s{{1,3}})?(?:{_YEAR}|{_NOW})"
    rf"|\b(?:since|seit|depuis|desde|dal|с)\s{{1,3}}(?:\w{{1,15}}\s{{1,3}})?{_YEAR}"
    rf"|\b\w{{1,15}}\.?\s{{0,3}}[-–—]\s{{0,3}}\w{{1,15}}\.?\s{{1,3}}{_YEAR}\b|\b\d\d?[./]{_YEAR}|{_YEAR}[./年]\d\d?",
    re.IGNORECASE,
)
_ONGOING = re.compile(rf"\b{_YEAR}\b\s{{0,3}}[-–—~至/]{{1,2}}\s{{0,3}}(?:{_NOW})", re.IGNORECASE)
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


@dataclass(frozen=True, slots=True)
class Shape:
    """Counts over one text; `top` are its first lines, `marks` its headings, `reach` the ways to reach a person named in it."""

    passage: Passage
    top: tuple[Passage, ...]
    marks: tuple[Heading, ...]
    sections: frozenset[Section]
    reach: int
    lines: int
    words: int
    dated: int
    ongoing: bool  # some dates run up to the present
    bullets: int
    sentences: int
    own: int  # sentences in the first person
    others: int  # sentences about somebody else
    grades: int
    codes: int
    columns: int
    paper: int
    job: int

    def titled(self, titles: tuple[str, ...]) -> bool:
        """Whether one of the first lines is one of these titles, or a short line that holds one."""
        return any(holds_title(line.words, titles) for line in self.top)


def look(passage: Passage) -> Shape:
    """Count what stands in a text (its first `MOST` characters)."""
    passage = passage.cut(passage.start, passage.start + MOST)
    lines = tuple(passage.lines())
    marks = tuple(headings(passage))
    prose = [s for s in passage.sentences() if length(s.words) >= _SENTENCE]
    return Shape(
        passage=passage,
        top=lines[:_TOP],
        marks=marks,
        sections=frozenset(mark.section for mark in marks),
        reach=_reach(passage),
        lines=len(lines),
        words=length(passage.words),
        dated=sum(_RANGE.search(line.words[:_WIDE]) is not None for line in lines),
        ongoing=any(_ONGOING.search(line.words[:_WIDE]) for line in lines),
        bullets=sum(_BULLET.match(line.words) is not None for line in lines),
        sentences=len(prose),
        own=sum(speaks_of_self(s) for s in prose),
        others=sum(speaks_of_other(s) for s in prose),
        grades=sum(_grade(line.words) for line in lines),
        codes=sum(_CODE.match(line.words) is not None for line in lines),
        columns=len(
            {m.group().casefold() for m in _COLUMNS.finditer(passage.text, passage.start, passage.end)}
        ),
        paper=len({title_key(x.words) for x in lines if in_phrases(x.words, words.PAPER_HEADINGS)}),
        job=len({title_key(x.words) for x in lines if in_phrases(x.words, words.JOB_HEADINGS)}),
    )


def holds_title(line: str, titles: tuple[str, ...]) -> bool:
    """Whether a line is a title, or a short one that begins or ends with it: "Ana Ruiz - Curriculum Vitae"."""
    if in_phrases(line, titles):
        return True
    key = title_key(line)
    if not 0 < len(key) <= 70 or line.rstrip().endswith((".", ",")):
        return False
    return any(
        (len(title) > 3 and (key.startswith(f"{title} ") or key.endswith(f" {title}")))
        or (not title.isascii() and len(title) > 2 and key.endswith(title))
        for title in folded(titles)
    )


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


def _reach(passage: Passage) -> int:
    """How many kinds of ways to reach a person there are: e-mail, telephone, profile."""
    patterns = (_EMAIL, _PHONE, _PROFILE)
    return sum(p.search(passage.text, passage.start, passage.end) is not None for p in patterns)


def _grade(line: str) -> bool:
    bare = line.strip().casefold() if len(line) > 20 else line.strip()
    return _GRADE.match(bare) is not None or _GRADED.search(line) is not None
