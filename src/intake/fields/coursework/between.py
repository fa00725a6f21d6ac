"""Lines of a list that name no course: terms, grades and headings of columns, levels, schools and degrees."""

from __future__ import annotations

import re

from intake.fields.coursework import judge
from intake.fields.coursework.chunks import Listing
from intake.fields.coursework.judge import sub_label
from intake.fields.coursework.labels import label_of, section_heading
from intake.fields.coursework.rows import Row

_CELL = re.compile(r"\t|\|")
_LEVEL = re.compile(
    r"(?:year|yr|semester|term|level)\.?\s+[\dIV]{1,3}\b[^:;]{0,30}$", re.IGNORECASE
)  # "Year 4, this session"
_FIELD = re.compile(r"\s\([A-Z][A-Za-z ]{1,30}\)$")
_LEVEL_AHEAD = re.compile(
    r"(?:(?:year|yr|semester|term|quarter|level)\b|(?:spring|fall|summer|winter|autumn)\b|[(\[])[^:;]{0,40}$",
    re.IGNORECASE,
)
_TITLES = re.compile(
    r"(?:courses?|class(?:es)?|subjects?|modules?|titles?|names?)(?! (?:no|nr|#|code|id|number))",
    re.IGNORECASE,
)
_SHORT_SCHOOL = re.compile(r"[A-Z]{2,6}")  # "UAM", between the rows of a table
_BEFORE, _MOST_SCHOOLS = 6, 8  # lines of schools that are passed over; those between names count twice
_MOST_LEVELS, _MOST_NOISE = 60, 80  # lines of a list that name nothing


def passed_over(found: Listing, row: Row) -> bool | None:
    """Note a row of terms, grades or headings: True where the list goes on, False where it ends, None for other rows."""
    cells = [cell for cell in _CELL.split(row.words) if cell.strip()]
    if len(cells) > 1 and judge.is_taught(cells[0]):
        found.ahead_only = found.fresh = True
        return True
    if all(judge.is_noise(cell) or judge.is_code(cell) or set(cell) <= set("-=_: ") for cell in cells):
        return _pass_noise(found, row, cells)
    levels = len(cells) > 1 and all(sub_label(cell.strip(), colon=False) for cell in cells)
    if not (levels or _is_level(row)):
        return None
    found.noise += 1
    found.ahead_only, found.fresh = judge.is_planned(row.words), True
    return found.noise < _MOST_LEVELS


def in_column(found: Listing, row: Row) -> str | None:
    """The cell of a table's row that stands under the heading of its courses, None where there is no such table."""
    cells = _CELL.split(row.words.strip(" |"))
    if found.column is None or len(cells) != found.column[1] or row.gap:
        return None
    name = cells[found.column[0]].strip()
    return name if judge.is_course(name) and not judge.is_foreign(name) else None


def _is_level(row: Row) -> bool:
    """Whether a row is a heading within a list: "Graduate", "Fall 2016:", "Year 5, next session (intended)"."""
    if row.bullet:
        return False
    if sub_label(row.words.rstrip(": "), colon=row.words.endswith(":")):
        return True
    bare = _FIELD.sub("", row.words)
    if bare != row.words and sub_label(bare, colon=False):  # "Graduate (Neuroscience)"
        return True
    if _LEVEL.match(row.words) and not judge.is_course(row.words):
        return True
    return judge.is_planned(row.words) and _LEVEL_AHEAD.match(row.words) is not None


def passes(found: Listing, row: Row) -> bool:
    """Whether a row only says at which school: passed over before the first item, and once between items."""
    if (
        section_heading(row)
        or label_of(row) is not None
        or judge.is_job(row.words)
        or found.label.rest.strip()
    ):
        return False
    if _names_school(found, row) and found.passed < (_MOST_SCHOOLS if found.chunks else _BEFORE):
        found.passed += 2 if found.chunks else 1
        return True
    if found.chunks or not found.label.schooled or found.passed > 5:
        return False
    found.passed += 1
    return judge.is_foreign(row.words) or judge.has_dates(row.words)


def _names_school(found: Listing, row: Row) -> bool:
    """Whether a row only says at which school, or for which degree, the courses below it were taken."""
    ahead = found.ahead
    if judge.is_school(row.words):
        return True
    if judge.is_degree(row.words):
        return not found.chunks or (ahead is not None and judge.is_school(ahead.words))
    marked = ahead is not None and len(ahead.cells) > 1 and judge.is_course(ahead.cells[0])
    return bool(found.chunks) and marked and _SHORT_SCHOOL.fullmatch(row.words) is not None


def _pass_noise(found: Listing, row: Row, cells: list[str]) -> bool:
    found.noise += 1
    if judge.is_dates(row.words):  # a term, with what was taken in it below
        found.ahead_only, found.fresh = judge.is_planned(row.words), True
    codes = [cell.strip() for cell in cells if judge.is_code(cell)]
    headings = [cell for cell in cells if judge.HEADER_CELL.fullmatch(cell.strip(" *"))]
    found.codes += codes
    if len(headings) == len(cells) > 1 and not found.chunks:
        titles = [at for at, cell in enumerate(cells) if _TITLES.match(cell.strip(" *"))]
        found.column = (
            (titles[-1], len(cells)) if titles else None
        )  # "Course | Title": its number, then its name
    found.table = (
        found.table or bool(codes or headings) or (bool(found.chunks) and not judge.has_dates(row.words))
    )
    if found.chunks and judge.has_dates(row.words) and not found.table:
        return False
    return found.noise < _MOST_NOISE
