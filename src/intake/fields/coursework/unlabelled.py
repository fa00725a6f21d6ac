"""Courses in a resume that stand under no heading or label of their own: lines of numbers and titles, lists below a degree."""

from __future__ import annotations

from collections.abc import Iterator

from intake.fields.coursework import judge
from intake.fields.coursework.labels import label_of, section_heading
from intake.fields.coursework.mention import MOST_NAMES, Mention, cut_evidence
from intake.fields.coursework.names import clean, same, split
from intake.fields.coursework.rows import Row, rows
from intake.fields.coursework.sentences import accepted, is_field
from intake.fields.coursework.transcript import is_title
from intake.fields.passage import Passage
from intake.fields.sections import section_of
from intake.fields.vocabulary import courses as vocabulary
from intake.fields.vocabulary.headings import Section

_FEWEST = 3  # names that make a list where nothing says that it is one


def numbered(passage: Passage) -> Mention | None:
    """Lines of a resume that each begin with a course's number, under education or no heading, without a label of their own."""
    found: dict[str, tuple[str, Row]] = {}
    section: Section | None = None
    for row in rows(passage):
        section = section_of(row.letters) or section
        pieces = _pieces(row) if section in (None, Section.EDUCATION, Section.COURSES) else []
        coded = [p for p in pieces if judge.CODE.match(p.strip()) and is_title(p.strip(), True)]
        if coded and 2 * len(coded) >= len(pieces) and not judge.is_job(row.words):
            for name in (clean(p) for p in coded):
                found.setdefault(same(name), (name, row))
    kept = [(name, row) for name, row in found.values() if judge.is_course(name)]
    if len(kept) < 3 or len(found) > MOST_NAMES:
        return None
    start, end = min(r.start for _, r in kept), max(r.end for _, r in kept)
    names = tuple(name for name, _ in kept)
    return Mention(
        names, cut_evidence(passage.text, passage.source, start, end), True, "numbers and titles of courses"
    )


def _pieces(row: Row) -> list[str]:
    """The pieces of a line; a number in a cell of its own with the title in the next."""
    cells = row.cells
    if len(cells) > 1 and judge.is_code(cells[0]):
        return [f"{cells[0]} {cells[1]}"]
    return split(row.words)


def below_degree(passage: Passage) -> Mention | None:
    """Lines within the section on education that hold names of courses and nothing else, three names or more."""
    best: list[tuple[str, Row]] = []
    for run in _runs(rows(passage)):
        named = {same(name): (name, row) for row in run for name in _named(row)}
        if len(named) > len(best):
            best = list(named.values())
    plain = sum(_is_plain(name) and not is_field(name) for name, _ in best)
    if len(best) < _FEWEST or 3 * plain < 2 * len(best):
        return None
    names = tuple(name for name, _ in best[:MOST_NAMES])
    evidence = cut_evidence(passage.text, passage.source, best[0][1].start, best[-1][1].end)
    return Mention(names, evidence, True, "list below a degree")


def _runs(lines: list[Row]) -> Iterator[list[Row]]:
    """Adjacent lines of courses, where a resume tells of education."""
    section: Section | None = None
    run: list[Row] = []
    for row in lines:
        section = section_of(row.letters) or (None if section_heading(row) else section)
        if section is Section.EDUCATION and label_of(row) is None and _named(row):
            run.append(row)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _named(row: Row) -> list[str]:
    """The names in a line of nothing but names of courses, none where it says anything else."""
    words = row.words.strip("()[] ")
    pieces = [piece for piece in split(words) if not judge.is_noise(piece)]
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
