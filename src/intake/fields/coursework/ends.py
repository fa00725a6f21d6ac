"""Where a list of courses ends: at a heading, known or told by the rows around it, at another label, at dates."""

from __future__ import annotations

import re

from intake.fields.coursework import groups, judge, mend
from intake.fields.coursework.chunks import Listing
from intake.fields.coursework.columns import fits
from intake.fields.coursework.labels import label_of, other_label, section_heading
from intake.fields.coursework.names import clean, split
from intake.fields.coursework.rows import Row
from intake.fields.sections import section_of
from intake.fields.vocabulary.headings import Section

_SEPARATOR = re.compile(r"[,;|•·●▪、]|\s[-–—/]\s")
_OTHER_SECTIONS = frozenset(Section) - {Section.COURSES}
_ENDS_LIST = re.compile(r"[^:.]{3,60}\.\s+[A-Z]")
_FILLED = 0.85  # of a column: a broken line is at least as wide, with the word that did not fit


def ends(found: Listing, row: Row) -> bool:
    """Whether a row belongs to what comes after the list."""
    if label_of(row) is not None or _is_heading(found, row) or _next_of_form(found, row):
        return True
    open_ended = bool(found.chunks) and mend.open_ended(found.chunks[-1].text)
    if open_ended and _ENDS_LIST.match(row.words):  # "databases, and" | "statistical inference. GPA: 3.6"
        return False
    if other_label(row) and not (
        judge.CODE.match(row.words) or groups.explained(row, found.remarked) or groups.titled(row)
    ):
        return True
    if judge.has_dates(row.words) and not judge.CODE.search(row.words):
        return True
    return _new_capitals(found, row)


def _next_of_form(found: Listing, row: Row) -> bool:
    """Whether the list is the second cell of a row, and this row begins with a cell of something else."""
    beside = len(found.head.cells) > 1 and bool(found.label.rest)
    return beside and len(row.cells) > 1 and not fits(row.cells[0])


def _is_heading(found: Listing, row: Row) -> bool:
    """Whether a row is the heading of what comes next, by its words or, of unknown words, by the rows around it."""
    if section_heading(row) or section_of(row.cells[0]) in _OTHER_SECTIONS:
        broken = bool(found.chunks) and not row.gap and _is_half(found.chunks[-1].text, row)
        named = len(row.cells) > 1 and all(judge.is_course(cell) and fits(cell) for cell in row.cells)
        return not (broken or named or _is_namesake(found, row) or _begins_name(found, row))
    if row.bullet or not found.chunks or judge.is_course(row.words) or len(row.letters.split()) > 4:
        return False
    if not row.gap and mend.dependent(found.chunks[-1].text, row.words):
        return False
    if not row.words[:1].isupper() or _SEPARATOR.search(row.words) or mend.open_ended(found.chunks[-1].text):
        return False
    if found.bullet:  # a line that its column broke fills it
        last = found.chunks[-1].row.letters
        if len(last) + 1 + len(row.letters.split()[0]) < _FILLED * found.width:
            return True
    return found.ahead is not None and not (_is_item(found.ahead) or _opens_section(found.ahead))


def _begins_name(found: Listing, row: Row) -> bool:
    """Whether a row of one word is the first half of a name: "Computer" | "Organization"."""
    ahead = found.ahead
    if ahead is None or ahead.gap or row.gap or len(row.words.split()) > 1:
        return False
    return mend.dangles(row.words) and mend.whole(f"{row.words} {ahead.words}")


def _is_half(text: str, row: Row) -> bool:
    """Whether a row is the second half of a name: "Principles of Programming" | "Languages    Spring 2016"."""
    marked = len(row.cells) > 1 and all(map(judge.is_noise, row.cells[1:]))
    return mend.dangles(text) or (marked and mend.dependent(text, row.cells[0]))


def _is_namesake(found: Listing, row: Row) -> bool:
    """Whether an item of the list only sounds like a heading ("Programming Languages")."""
    name = clean(row.cells[0])
    whole = mend.whole(name) or name.casefold().endswith(" computing")
    if not whole or len(name.split()) < 2:
        return False
    if row.bullet:
        return row.bullet == (found.bullet or row.bullet) and row.bullet != found.head.bullet
    ahead = found.ahead
    return (
        not row.gap and not found.bullet and ahead is not None and (_is_item(ahead) or _opens_section(ahead))
    )


def _is_item(row: Row) -> bool:
    """Whether a row names a course, or several, and no tools."""
    pieces = [piece for piece in split(row.words) if not judge.is_noise(piece)] or [row.words]
    tools = sum(judge.is_tool(piece) for piece in pieces)
    return (
        judge.is_course(pieces[0])
        and not tools
        and not judge.is_foreign(row.words)
        and not judge.is_job(row.words)
    )


def _opens_section(row: Row) -> bool:
    return section_heading(row) or label_of(row) is not None or section_of(row.cells[0]) is not None


def _new_capitals(found: Listing, row: Row) -> bool:
    """Whether a row in capitals is a heading like the list's own, whose items are not in capitals."""
    if not (_capitals(row.words) and _capitals(found.label.words or found.head.words) and not row.bullet):
        return False
    return any(not _capitals(chunk.text) for chunk in found.chunks) or (
        not found.chunks and not judge.is_course(row.words)
    )


def _capitals(text: str) -> bool:
    letters = [c for c in text if c.isalpha()]
    return len(letters) > 3 and all(c.isupper() for c in letters)
