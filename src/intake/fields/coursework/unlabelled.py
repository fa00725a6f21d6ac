"""Courses in a resume that stand under no heading or label of their own: lines of numbers and titles, lists below a degree."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from intake.fields.coursework import judge
from intake.fields.coursework.labels import Trust, label_of, section_heading
from intake.fields.coursework.mend import dependent, joint
from intake.fields.coursework.mention import MOST_NAMES, Mention, cut_evidence
from intake.fields.coursework.names import clean, same, split
from intake.fields.coursework.rows import Row, rows
from intake.fields.coursework.sentences import accepted, is_field
from intake.fields.coursework.transcript import is_title
from intake.fields.memory import remembered
from intake.fields.passage import Passage
from intake.fields.sections import section_of
from intake.fields.vocabulary import courses as vocabulary
from intake.fields.vocabulary.headings import Section

_FEWEST = 3  # names that make a list where nothing says that it is one
_FULL = 45  # characters of a line that goes on in the next
_LONGEST = 1_000  # characters of a list of one line
_MOST_HEAD = 30  # characters of the name of a group: "Theory: Logic, Automata"
_HEAD_WORDS = 3
_BEFORE_CODE = re.compile(rf"\s(?={judge.CODE.pattern})")
_SEPARATOR = re.compile(r"[,;|]")
_DASH = re.compile(r"\s[-–—]\s")
# Words of sections that name groups of courses as well.
_FIELDS = frozenset(("computer", "other", "core", "technical", "programming", "software"))


class _Line(NamedTuple):
    """A line with what it goes on with in the next, and the section that it stands in, None before the first."""

    words: str
    first: Row
    last: Row
    section: Section | None
    heading: bool
    known: bool  # whether the heading above it is that of a known section


def numbered(passage: Passage) -> Mention | None:
    """Lines of a resume that each begin with a course's number, under education or no heading, without a label of their own."""
    found: dict[str, tuple[str, _Line]] = {}
    planned = False  # below a term that is still to come, or courses of other people
    for line in _lines(passage):
        if line.section not in (None, Section.EDUCATION, Section.COURSES):
            continue
        label = label_of(line.first)
        if label is not None and not label.rest:
            planned = label.trust in (Trust.TAUGHT, Trust.PLANNED)
        elif line.heading or (judge.is_dates(line.words.partition("(")[0]) and not _coded(line)):
            planned = judge.is_planned(line.words)
        elif not (planned or _is_planned(line.words)):
            for name in _coded(line):
                found.setdefault(same(name), (name, line))
    topics = sum(judge.is_course(name) for name in found)
    if topics < _FEWEST or 2 * topics < len(found) or len(found) > MOST_NAMES:
        return None
    return _mention(passage, list(found.values()), "numbers and titles of courses")


def numbers(passage: Passage) -> int:
    """How many lines begin with a course's number."""
    return sum(judge.CODE.match(row.words) is not None for row in rows(passage))


def below_degree(passage: Passage) -> Mention | None:
    """Lines within the section on education that hold names of courses and nothing else, three names or more."""
    kept: dict[str, tuple[str, _Line]] = {}
    for run in _runs(_lines(passage)):
        named = {same(name): (name, line) for line in run for name in _named(line.words)}
        plain = sum(_is_plain(name) and not is_field(name) for name, _ in named.values())
        groups = sum(":" in line.words for line in run)
        if len(named) >= _FEWEST and 2 * plain >= len(named) and groups != 1:
            kept = {**named, **kept}
    return _mention(passage, list(kept.values())[:MOST_NAMES], "list below a degree") if kept else None


def _mention(passage: Passage, kept: list[tuple[str, _Line]], rule: str) -> Mention:
    start, end = min(line.first.start for _, line in kept), max(line.last.end for _, line in kept)
    names = tuple(name for name, _ in kept)
    return Mention(names, cut_evidence(passage.text, passage.source, start, end), True, rule)


@remembered
def _lines(passage: Passage) -> tuple[_Line, ...]:
    """The lines of a resume, each with what it goes on with."""
    return tuple(_put_together(passage))


def _put_together(passage: Passage) -> Iterator[_Line]:
    section: Section | None = None
    known, line = False, None
    for row in rows(passage):
        if line is not None and _goes_on(line, row):
            line = line._replace(words=joint(line.words, row.words), last=row)
            continue
        if line is not None:
            yield line
        here = section_of(row.letters) or _beside(row)
        section = here or section
        heading = here is not None or section_heading(row)
        known = here is not None if heading else known
        line = _Line(row.words, row, row, section, heading, known)
    if line is not None:
        yield line


def _beside(row: Row) -> Section | None:
    """The section of a heading in capitals that stands beside its first line: "EDUCATION  Lakeside University"."""
    return section_of(row.cells[0]) if len(row.cells) > 1 and row.cells[0].isupper() else None


def _goes_on(line: _Line, row: Row) -> bool:
    """Whether a line is a full one of a list, or an entry of one, that the next row goes on with."""
    if line.heading or row.gap or row.bullet or len(line.words) > _LONGEST or line.words.endswith("."):
        return False
    listed = _SEPARATOR.search(line.words) is not None or judge.CODE.search(line.words) is not None
    full = bool(line.first.bullet) or len(line.last.letters) >= _FULL
    if not listed or not (full or dependent(line.words, row.words)):
        return False
    if judge.is_school(line.words) or judge.has_dates(line.words):
        return False
    if all(map(judge.is_foreign, split(line.words))):
        return False
    begins = (
        judge.CODE.match(row.words) or ":" in row.words[:_MOST_HEAD] or label_of(row) or section_heading(row)
    )
    return not (begins or section_of(row.letters) or judge.has_dates(row.words) or judge.is_school(row.words))


def _is_planned(words: str) -> bool:
    """Whether the words before a line's colon, or those behind its last dash, say that its courses are still to be taken."""
    head = words[:_MOST_HEAD].partition(":")[0]
    return judge.is_planned(head) or judge.is_planned(_DASH.split(words)[-1])


def _coded(line: _Line) -> list[str]:
    """The names in a line of courses with their numbers; a number may stand in a cell of its own, the title in the next."""
    cells = line.words.split("\t")
    in_cells = len(cells) > 1 and judge.is_code(cells[0])
    words = _without_head(line.words)
    # "PHIL 323 Ethics, Science and Technology"
    alone = judge.CODE.match(words) and len(judge.CODE.findall(words)) == 1
    pieces = [f"{cells[0]} {cells[1]}"] if in_cells else [words] if alone else split(words)
    if len(pieces) == 1 and not (
        in_cells or alone
    ):  # "PCS 3115 Digital Systems I  PCS 3216 Systems Programming"
        pieces = _BEFORE_CODE.split(words)
    coded = [p for p in pieces if judge.CODE.match(p.strip()) and is_title(p.strip(), True)]
    if 2 * len(coded) < len(pieces) or judge.is_job(line.words):
        return []
    return [clean(piece) for piece in coded]


def _without_head(words: str) -> str:
    """A line without the term or field before its colon: "Spring, now: CS 446 Machine Learning"."""
    head, colon, rest = words.partition(":")
    named = len(head) <= _MOST_HEAD and not judge.CODE.search(head)
    return rest if colon and named else words


def _runs(lines: Iterable[_Line]) -> Iterator[list[_Line]]:
    """Adjacent lines of courses, where a resume tells of education."""
    run: list[_Line] = []
    for line in lines:
        schooled = line.section is Section.EDUCATION and line.known and not line.heading
        if schooled and label_of(line.first) is None and _named(line.words):
            run.append(line)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _named(words: str) -> list[str]:
    """The names in a line of nothing but names of courses, none where it says anything else."""
    words = words.strip("()[] ")
    head, colon, rest = words.partition(":")
    if colon:
        said = {word.casefold() for word in re.findall(r"[^\W\d_]+", head)}
        elsewhere = said & (vocabulary.NO_GROUPS | vocabulary.SECTION_WORDS - _FIELDS)
        if len(head) > _MOST_HEAD or len(said) > _HEAD_WORDS or elsewhere:
            return []
        words = rest.strip()
    pieces = [piece for piece in split(words.rstrip(".")) if not judge.is_noise(piece)]
    if ":" in words or not (words[:1].isupper() or len(pieces) >= _FEWEST):
        return []
    names = [accepted(piece, True) for piece in pieces]
    if any(judge.is_tool(word) for name in names for word in name.split()):
        return []
    known = sum(bool(name) for name in names)
    if known >= _FEWEST and 4 * known >= 3 * len(names):  # one of them of no known subject
        return [name or clean(piece) for name, piece in zip(names, pieces, strict=True)]
    return names if all(names) else []


def _is_plain(name: str) -> bool:
    """Whether every word of a name is a topic of courses, or one that joins or qualifies them."""
    known = vocabulary.LINKS | vocabulary.DANGLING
    return all(
        judge.is_subject(word) or word.casefold() in known or word in vocabulary.NUMERALS
        for word in name.split()
    )
