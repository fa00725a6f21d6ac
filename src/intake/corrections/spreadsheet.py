"""Spreadsheets as files: XLSX written and read, CSV read as spreadsheet programs write it.

What stands in a cell is text and never a formula. A file that was edited may come from any program: it is read
with bounds, and each of its cells becomes text again.
"""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from intake.errors import InputError, UsageError

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

Sheet = list[dict[str, str]]

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")  # what spreadsheet programs take for a formula's beginning
FILE_BYTES = 20 * 2**20
UNPACKED_BYTES = 300 * 2**20
ROWS = 100_000
COLUMNS = 200
CELL = 32_000  # characters; XLSX holds 32,767 in a cell
_WIDTHS = {"id": 6, "name": 24, "email": 30, "coursework": 44, "review": 60}
_NOT_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def as_xlsx(columns: Sequence[str], rows: Iterable[Mapping[str, object]], hidden: frozenset[str]) -> bytes:
    """A workbook with one sheet: a header row that stays in sight, a filter, a choice of words for each status.

    Numbers stay numbers; everything else is a text cell, which no spreadsheet program computes. Columns in
    `hidden` are there but not shown. Raises UsageError where the extra `xlsx` is not installed.
    """
    openpyxl = _library()
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "applications"
    sheet.append(list(columns))
    count = 1
    for row in rows:
        count += 1
        for position, column in enumerate(columns, 1):
            _fill(sheet.cell(count, position), row.get(column))
    _dress(sheet, columns, hidden, count)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def legible(text: str) -> str:
    """Text as a cell can hold it: without characters that XML forbids, not longer than CELL."""
    return _NOT_XML.sub(" ", text)[:CELL]


def _fill(cell: Any, value: object) -> None:
    if value is None:
        return
    if isinstance(value, int):
        cell.value = value
        return
    text = legible(str(value))
    cell.value = text
    cell.data_type = "s"  # the library takes what begins with "=" for a formula
    if text.lstrip().startswith(FORMULA):
        cell.quotePrefix = True  # stays text where it is edited, too


def _dress(sheet: Worksheet, columns: Sequence[str], hidden: frozenset[str], last: int) -> None:
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(columns))}{last}"
    status = DataValidation(type="list", formula1='"present,missing,unsure"', allow_blank=True)
    sheet.add_data_validation(status)
    for position, column in enumerate(columns, 1):
        letter = get_column_letter(position)
        sheet.cell(1, position).font = Font(bold=True)
        sheet.column_dimensions[letter].width = _WIDTHS.get(column, 18)
        sheet.column_dimensions[letter].hidden = column in hidden
        if column.endswith("_status") and last > 1:
            status.add(f"{letter}2:{letter}{last}")


def read(path: Path) -> Sheet:
    """The rows of an XLSX or CSV file by the names in its first row, cells as text, rows without any text left out.

    Raises InputError where it is neither, or larger than a season's applications can be; UsageError where the
    extra `xlsx` is needed and not installed.
    """
    try:
        if path.stat().st_size > FILE_BYTES:
            raise InputError(f"{path}: is larger than {FILE_BYTES // 2**20} MB")
        raw = path.read_bytes()
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror}") from error
    rows = _xlsx_rows(raw, path) if raw.startswith(b"PK") else _csv_rows(raw, path)
    return _named(rows, path)


def _named(rows: Iterator[Sequence[str]], path: Path) -> Sheet:
    head = [name.strip() for name in next(rows, [])]
    if "id" not in head:
        raise InputError(
            f"{path}: its first row has no column `id`",
            hint="edit what `intake export` wrote, and keep its first row",
        )
    twice = sorted({name for name in head if name and head.count(name) > 1})
    if twice:
        raise InputError(f"{path}: the column {twice[0]!r} is there twice")
    sheet: Sheet = []
    for row in rows:
        if len(sheet) == ROWS:
            raise InputError(f"{path}: has more than {ROWS} rows")
        cells = {name: cell for name, cell in zip(head, row, strict=False) if name}
        if any(cell.strip() for cell in cells.values()):
            sheet.append(cells)
    return sheet


def _csv_rows(raw: bytes, path: Path) -> Iterator[Sequence[str]]:
    """Rows of a CSV: UTF-8 or Windows' Western charset, parted by what its first line is parted by."""
    if b"\0" in raw[:4096]:
        raise InputError(f"{path}: is neither a spreadsheet (.xlsx) nor CSV text")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = raw.decode("cp1252", "replace")
    head = text.partition("\n")[0]
    delimiter = max(",;\t", key=head.count)
    try:
        yield from csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    except csv.Error as error:
        raise InputError(f"{path}: is no CSV: {error}") from error


def _xlsx_rows(raw: bytes, path: Path) -> Iterator[Sequence[str]]:
    openpyxl = _library()
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as packed:
            if sum(member.file_size for member in packed.infolist()) > UNPACKED_BYTES:
                raise InputError(f"{path}: unpacks to more than {UNPACKED_BYTES // 2**20} MB")
        book = openpyxl.load_workbook(io.BytesIO(raw), read_only=True, data_only=True)
        for row in book.worksheets[0].iter_rows(max_col=COLUMNS, max_row=ROWS + 2, values_only=True):
            yield [_text(value) for value in row]
    except (InputError, MemoryError):
        raise
    except Exception as error:  # the library fails in many ways on files that are damaged
        raise InputError(f"{path}: cannot be read as a spreadsheet ({type(error).__name__})") from error


def _text(value: object) -> str:
    """A cell's text; a date that the program made of `2017-06` is a month again."""
    if value is None:
        return ""
    if isinstance(value, datetime | date):
        return f"{value:%Y-%m}"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)[:CELL]


def _library() -> Any:
    try:
        import openpyxl
    except ImportError as error:
        raise UsageError("spreadsheets need openpyxl", hint="pip install 'intake[xlsx]'") from error
    return openpyxl
