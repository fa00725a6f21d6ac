"""Courses in a transcript: tables with numbers, titles, credits and grades, read by row or by column."""

from __future__ import annotations

import re
from collections.abc import Iterator

from intake.fields.coursework import judge
from intake.fields.coursework.mend import dangles
from intake.fields.coursework.mention import MOST_NAMES, Mention, cut_evidence
from intake.fields.coursework.names import clean, is_heading_cell, same
from intake.fields.coursework.rows import Row, rows
from intake.fields.passage import Passage

_FORM = re.compile(
    r"\b(?:student|name|id|program(?:me)?|plan|college|university|transcript|total|totals|cumulative|gpa"
    r"|standing|printed|page|date|degree|"
    r"registrar|record|admit|admission|birth|address|transfer(?:red)?|earned|attempted|quality|points"
    r"|career|advis(?:or|ing)|issued|official|"
    r"unofficial|institution|matrikel\w*|alumno|estudiante|expediente|promedio|dean'?s|list"
    r"|classification|legend|nota media|media|durchschnitt\w*|average|end of|beginning of)\b",
    re.IGNORECASE,
)
# What comes behind a title: each word of "4 A", "3.00 B+ 9.900", "85", "IP".
_MARK = re.compile(r"\d{1,3}(?:[.,]\d{1,3})?|[A-DF][+\-−]?|IP|CR|NC|TR|NP|P|S|W")
_HEADS_TERM = re.compile(
    r"(?:year|yr|semester|term|quarter|fall|spring|summer|winter|autumn)\b"
    r"|.*\((?:now|to come|planned|current|next[^()]{0,40})\)$",
    re.IGNORECASE,
)
# Placements that count in a programme: "Stage II" of a French one, "Cooperative Work Term"
_PLACEMENT = re.compile(
    r"stage\s+(?:I{1,3}|\d)|co-?op(?:erative)?(?:\s+\w+){0,3}|work\s+term(?:\s+\w+)?|industrial\s+(?:placement|training)",
    re.IGNORECASE,
)
_LONGEST = 400  # characters of a cell that may be a title with marks behind it
_WITHDRAWN = re.compile(r"(?:^|\s)W[DP]?$")
_CELL = re.compile(r"\t|\|")
_PARTED_CODE = re.compile(
    r"\b([A-Z]{2,6})\s?[\t|]\s?(\d{2,4}[A-Z]{0,2})(?=[\t|])"
)  # subject and number in cells of their own


def find(passage: Passage) -> Mention | None:
    """The courses of a transcript's text, None where fewer than two can be told from the form around them."""
    lines = rows(passage)
    found: dict[str, tuple[str, Row]] = {}
    for row, title in _titles(lines):
        name = clean(title)
        if _named(name) and same(name) not in found and len(found) < MOST_NAMES:
            found[same(name)] = (name, row)
    if len(found) < 2:
        return None
    kept = [row for _, row in found.values()]
    start, end = min(r.start for r in kept), max(r.end for r in kept)
    names = tuple(name for name, _ in found.values())
    return Mention(
        names, cut_evidence(passage.text, passage.source, start, end), True, "rows of a transcript"
    )


def _titles(lines: list[Row]) -> Iterator[tuple[Row, str]]:
    """Titles in order: those beside a number or grade, and, once a table has begun, those alone on their line."""
    begun = ahead = False  # `ahead`: below a term that is still to come
    for row in lines:
        cells = [cell.strip() for cell in _CELL.split(_PARTED_CODE.sub(r"\1 \2", row.words)) if cell.strip()]
        marks = [cell for cell in cells if judge.is_noise(cell) or judge.is_code(cell) or _is_marks(cell)]
        if len(cells) == 1 and not judge.CODE.match(cells[0]) and _HEADS_TERM.match(cells[0]):
            ahead = judge.is_planned(cells[0])
        if ahead:
            continue
        coded = any(judge.is_code(cell) for cell in marks)
        termed = len(cells) > 1 and judge.is_dates(cells[0])  # "fall 2015     Discrete Structures"
        begun = begun or termed or any(judge.is_code(c) or is_heading_cell(c) for c in cells)
        if _WITHDRAWN.search(row.words):
            continue
        for cell in cells:
            if cell in marks or len(cell) > _LONGEST:
                continue
            numbered = bool(judge.CODE.match(cell)) or coded
            begun = begun or numbered
            title = _without_marks(cell)
            beside = numbered or (title != cell) or (len(marks) > 0)
            if is_title(title, numbered) and (beside or begun):
                yield row, title


def _is_marks(cell: str) -> bool:
    """Whether a cell holds credits and a mark: "4.0 92", "1.0 Pass"."""
    parts = cell.split()
    return len(parts) == 2 and all(_MARK.fullmatch(part) or part.casefold() == "pass" for part in parts)


def _without_marks(cell: str) -> str:
    """A cell without the credits and grades behind its title."""
    parts = cell.rsplit(None, 1)
    while len(parts) == 2 and _MARK.fullmatch(parts[1]) and not dangles(parts[0]):  # "Programming with C"
        cell = parts[0]
        parts = cell.rsplit(None, 1)
    return cell


def is_title(title: str, numbered: bool) -> bool:
    """Whether a cell can be the title of a course; without a number it must speak of a subject, and of no form."""
    label, colon, _ = title.partition(":")
    if colon and (not numbered or _FORM.search(label)):
        return False
    rest = judge.CODE.sub("", title, count=1)
    if not re.search(r"[^\W\d_]{2}", rest) or len(title) > 90:
        return False
    if numbered:
        return not judge.is_foreign(rest.strip())
    return judge.is_course(title) and not _FORM.search(title) and not judge.is_foreign(title)


def _named(name: str) -> bool:
    return (
        len(name) > 2
        and not _PLACEMENT.fullmatch(name)
        and not judge.is_noise(name)
        and not judge.is_code(name)
    )
