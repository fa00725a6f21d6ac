"""People's word on what was found: as they type it, by a command, and by an edited spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from golden import FOLDER
from intake import wording
from intake.cli import main
from intake.corrections.exporting import cell, plain
from intake.corrections.spreadsheet import as_xlsx, read
from intake.corrections.stated import Stated, in_words, understood
from intake.digest import render
from intake.errors import InputError, UsageError
from intake.model import Json, Status
from intake.record.rows import ApplicationRow
from intake.reporting import digest_data
from intake.reprocessing import choose
from intake.run import import_files, now, reprocess
from support.cases import programme
from support.installation import Installation

SUMMER: dict[str, Json] = {
    "season": "summer",
    "year": 2017,
    "start": "2017-06",
    "end": "2017-08",
    "months": 3,
    "inferred": ["start", "end"],
    "alternatives": [],
}


# --- values as people type them ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "season", "start", "end"),
    [
        ("summer 2017", "summer", "2017-06", "2017-08"),
        ("Fall-Winter 2016", "fall-winter", "2016-09", "2016-12"),
        ("summer 2017, July to September 2017", "summer", "2017-07", "2017-09"),
        ("2017-06..2017-08", None, "2017-06", "2017-08"),
        ("2017-06 to 2017-08", None, "2017-06", "2017-08"),
        ("2017-06-12 .. 2017-08-31", None, "2017-06", "2017-08"),
        ("June to August 2017", None, "2017-06", "2017-08"),
        ("jun\u2013aug 2017", None, "2017-06", "2017-08"),
        ("June 5, 2017 to Sept. 1st, 2017", None, "2017-06", "2017-09"),
        ("5 June to 1 September 2017", None, "2017-06", "2017-09"),
        ("December to February 2018", None, "2017-12", "2018-02"),
        ("from June 2017", None, "2017-06", None),
        ("from June to August 2017", None, "2017-06", "2017-08"),
        ("until August 2017", None, None, "2017-08"),
        ("June 2017", None, "2017-06", "2017-06"),
        ("2017", None, None, None),
    ],
)
def test_periods(text: str, season: str | None, start: str | None, end: str | None) -> None:
    value = understood("period", text, programme()).value
    assert isinstance(value, dict)
    assert (value["season"], value["start"], value["end"]) == (season, start, end)


@pytest.mark.parametrize(
    "text",
    [
        *("summer", "June", "soon", "2017-13", "2017-08..2017-06", "May 2017 to May 2020", "", "  "),
        *("june to july to august 2017", "summer 1066", "June 2017 \x07", "May 2017 or so", "x" * 3000),
    ],
)
def test_no_periods(text: str) -> None:
    with pytest.raises(UsageError):
        understood("period", text, programme())


@given(st.text(alphabet="abcdejlmnpstuy 0123456789-.,–to", max_size=60))
def test_what_is_understood_reads_the_same_in_words(text: str) -> None:
    try:
        value = understood("period", text, programme()).value
    except UsageError:
        return
    shown = wording.shown("period", value, programme())
    if shown:
        assert wording.shown("period", understood("period", shown, programme()).value, programme()) == shown


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("algorithms", ["algorithms"]),
        ("Software Engineering", ["software-engineering"]),
        ("Software Engineering; Algorithms", ["software-engineering", "algorithms"]),
        ("Algorithms, then Software Engineering", ["algorithms", "software-engineering"]),
        ("algorithms, algorithms", ["algorithms"]),
    ],
)
def test_areas(text: str, ids: list[str]) -> None:
    assert understood("track", text, programme()) == Stated(Status.PRESENT, list[Json](ids))


@pytest.mark.parametrize(
    ("item", "text", "stated"),
    [
        ("coursework", "Logic, Language and Mind;  Linear  Algebra;", ["Logic, Language and Mind", "Linear Algebra"]),
        ("cover_letter", "present", None),
        ("name", "Ana  María Ruiz", "Ana María Ruiz"),
        ("email", "Ana@Home.Example.com", "ana@home.example.com"),
        ("phone", "+1 (614) 555-0101", "+1 (614) 555-0101"),
    ],
)  # fmt: skip
def test_other_items(item: str, text: str, stated: Json) -> None:
    assert understood(item, text, programme()) == Stated(Status.PRESENT, stated)


@pytest.mark.parametrize("item", ["cover_letter", "resume", "coursework", "period", "track"])
def test_every_item_can_be_missing_or_unsure(item: str) -> None:
    assert understood(item, " Missing ", programme()) == Stated(Status.MISSING)
    assert understood(item, "unsure", programme()) == Stated(Status.UNSURE)


@pytest.mark.parametrize(
    ("item", "text"),
    [
        ("track", "astrology"),
        ("track", ";"),
        ("coursework", ";;"),
        ("resume", "two pages"),
        ("name", "missing"),
        ("email", "ana at example.edu"),
        ("email", "a@b.example, c@d.example"),
        ("phone", "call me"),
        ("salary", "100"),
    ],
)
def test_what_is_not_understood(item: str, text: str) -> None:
    with pytest.raises(UsageError) as caught:
        understood(item, text, programme())
    assert caught.value.hint


def test_who_says_what_the_program_says_agrees_with_it() -> None:
    machine: Json = {**SUMMER, "alternatives": [{"season": "fall", "year": 2017}]}
    assert understood("period", "summer 2017", programme(), machine).value == machine
    assert understood("period", "fall 2017", programme(), machine).value != machine
    assert understood("resume", "present", programme(), {"format": "pdf"}).value == {"format": "pdf"}
    assert in_words("coursework", ["A, B", "C"], programme()) == "A, B; C"


# --- the command ----------------------------------------------------------------------------------------


@pytest.fixture
def place(tmp_path: Path) -> Installation:
    place = Installation(tmp_path)
    with place.office() as office:
        import_files(office, [next(FOLDER.glob(f"{name}-*.eml")) for name in ("26", "05", "04")])
    return place


@pytest.fixture
def intake(place: Installation) -> Callable[..., Result]:
    def run(*words: str) -> Result:
        return CliRunner().invoke(main, ["--config", str(place.path), *words], catch_exceptions=False)

    return run


def row(place: Installation, name: str) -> ApplicationRow:
    with place.store() as store:
        return next(row for row in store.applications() if row.applicant.name == name)


def test_correct_and_undo(place: Installation, intake: Callable[..., Result]) -> None:
    mia = row(place, "Mia Falk")
    assert mia.missing == ("coursework",)
    said = intake(
        "correct", str(mia.id), "coursework=Logic; Linear Algebra", "period=fall 2017",
        "--note", "by phone", "--by", "grace",
    )  # fmt: skip
    assert (said.exit_code, said.output.splitlines()[0]) == (
        0,
        f"#{mia.id} Mia Falk: coursework: missing -> Logic; Linear Algebra (by phone)",
    )
    after = row(place, "Mia Falk")
    assert (after.status, after.period, after.period_start) == ("complete", "fall 2017", "2017-09")
    correction = after.items["period"].correction
    assert correction is not None
    assert (correction.by, correction.note) == ("grace", "by phone")
    with place.office() as office:
        reprocess(office, choose(office, (mia.id,), None, None, stale=False))
    assert row(place, "Mia Falk").period == "fall 2017"
    assert "set by grace" in intake("show", str(mia.id)).output
    undone = intake("correct", str(mia.id), "period", "coursework", "--undo", "--by", "grace")
    assert undone.exit_code == 0
    assert f"#{mia.id} Mia Falk: coursework: again missing" in undone.output
    assert row(place, "Mia Falk") == mia


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "say what to correct"),
        (("1",), "say what to correct"),
        (("1", "period"), "is no ITEM=VALUE"),
        (("1", "period=soon"), "write a period as"),
        (("1", "salary=1"), "has no item 'salary'"),
        (("99", "period=summer 2017"), "there is no application '99'"),
        (("1", "period", "--undo"), "no correction of 'period' to take back"),
        (("--from", "x.csv", "1"), "say what to correct"),
    ],
)
def test_wrong_use(intake: Callable[..., Result], words: tuple[str, ...], said: str) -> None:
    result = intake("correct", *words)
    assert (result.exit_code, said in result.output) == (64, True), result.output


def test_all_of_a_command_or_nothing(place: Installation, intake: Callable[..., Result]) -> None:
    mia = row(place, "Mia Falk")
    assert intake("correct", str(mia.id), "period=fall 2017", "track=astrology").exit_code == 64
    intake("correct", str(mia.id), "period=fall 2017")
    assert intake("correct", str(mia.id), "period", "track", "--undo").exit_code == 64
    assert row(place, "Mia Falk").period == "fall 2017"


def test_nothing_is_made_where_there_is_no_database(tmp_path: Path) -> None:
    place = Installation(tmp_path)
    result = CliRunner().invoke(main, ["--config", str(place.path), "correct", "1", "track=algorithms"])
    assert result.exit_code == 74
    assert not place.config.store.directory.exists()


def test_the_digest_tells_how_often_each_item_was_right(
    place: Installation, intake: Callable[..., Result]
) -> None:
    def told() -> dict[str, tuple[int, int]]:
        with place.store() as store:
            data = digest_data(store, place.config, programme(), now(), None, None)
        assert "period: <b>1 of 2</b>" in render.overview(data) if data.accuracy else True
        return {one.label: (one.right, one.looked_at) for one in data.accuracy}

    assert told() == {}
    mia, jack = row(place, "Mia Falk"), row(place, "Jack Boon")
    intake("correct", str(mia.id), "coursework=Logic", "period=fall 2018")
    intake("correct", str(jack.id), "period=summer 2016, June to August 2016")  # as it was found
    assert told() == {
        "cover letter": (2, 2),
        "resume": (2, 2),
        "course work": (1, 2),
        "period": (1, 2),
        "area": (2, 2),
    }
    with place.store() as store:
        later = digest_data(store, place.config, programme(), now() + timedelta(days=40), None, None)
    assert later.accuracy == ()
    assert "period 1 of 2" in intake("digest", "--format", "text", "--output", "-").output


# --- the spreadsheet ------------------------------------------------------------------------------------


def edit(path: Path, number: int, **cells: str) -> None:
    """Edit one application's row as a person does in a spreadsheet program, which writes all other cells back."""
    if path.suffix == ".xlsx":
        book = openpyxl.load_workbook(path)
        sheet = book.worksheets[0]
        head = [one.value for one in sheet[1]]
        line = next(line for line in sheet.iter_rows(min_row=2) if line[0].value == number)
        for name, text in cells.items():
            line[head.index(name)].value = text
        book.save(path)
        return
    text = path.read_text(encoding="utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text), delimiter=";" if text.startswith("id;") else ","))
    next(row for row in rows if row["id"] == str(number)).update(cells)
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, fieldnames=list(rows[0]), delimiter=";")
        writer.writeheader()
        writer.writerows(rows)


NOT_YET = ": nothing is written yet; the same command with --yes writes what is shown"


@pytest.fixture(params=["csv", "xlsx"])
def sheet(request: pytest.FixtureRequest, tmp_path: Path, intake: Callable[..., Result]) -> Path:
    path = tmp_path / f"applications.{request.param}"
    assert intake("export", "--format", request.param, "--output", str(path)).exit_code == 0
    assert path.stat().st_mode & 0o077 == 0
    return path


def test_an_edited_export_is_shown_and_then_written(
    place: Installation, intake: Callable[..., Result], sheet: Path
) -> None:
    assert intake("correct", "--from", str(sheet)).output == "nothing was edited in it\n"
    mia, jack = row(place, "Mia Falk"), row(place, "Jack Boon")
    edit(sheet, mia.id, coursework="Logic; Linear Algebra", name="Mia F. Falk")
    edit(sheet, jack.id, period="", resume_status="missing")
    shown = intake("correct", "--from", str(sheet))
    assert shown.exit_code == 0
    assert f"#{mia.id} Mia Falk: name: Mia Falk -> Mia F. Falk" in shown.output
    assert f"#{jack.id} Jack Boon: period: summer 2016, June to August 2016 -> missing" in shown.output
    assert shown.output.splitlines()[-1] == f"4 corrections to 2 applications{NOT_YET}"
    assert row(place, "Mia Falk") == mia
    written = intake("correct", "--from", str(sheet), "--yes", "--by", "grace", "--note", "reviewed")
    assert written.output.splitlines()[-1] == "4 corrections to 2 applications written"
    assert row(place, "Mia F. Falk").status == "complete"
    assert row(place, "Jack Boon").missing == ("resume", "period")
    assert intake("correct", "--from", str(sheet), "--yes").output == "nothing was edited in it\n"


def test_the_same_file_in_other_words_changes_nothing_twice(
    place: Installation, intake: Callable[..., Result], sheet: Path
) -> None:
    mia = row(place, "Mia Falk")
    edit(sheet, mia.id, track="software-engineering")
    assert intake("correct", "--from", str(sheet), "--yes").exit_code == 0
    assert intake("correct", "--from", str(sheet), "--yes").output == "nothing was edited in it\n"


def test_an_old_export_takes_nothing_back(
    place: Installation, intake: Callable[..., Result], sheet: Path
) -> None:
    mia = row(place, "Mia Falk")
    intake("correct", str(mia.id), "period=fall 2017", "track=software-engineering")
    assert intake("correct", "--from", str(sheet)).output == "nothing was edited in it\n"
    edit(sheet, mia.id, period="spring 2018")
    shown = intake("correct", "--from", str(sheet)).output
    assert shown.splitlines() == [
        f"#{mia.id} Mia Falk: period: fall 2017 -> spring 2018 (has changed since the export)",
        f"1 correction to 1 application{NOT_YET}",
    ]


def test_a_fault_in_a_file_keeps_all_of_it_from_being_written(
    place: Installation, intake: Callable[..., Result], sheet: Path
) -> None:
    mia, jack = row(place, "Mia Falk"), row(place, "Jack Boon")
    edit(sheet, mia.id, track="astrology")
    edit(sheet, jack.id, period="fall 2017", id="77")
    result = intake("correct", "--from", str(sheet), "--yes")
    assert result.exit_code == 1
    assert "'astrology' is no area" in result.output
    assert "'77' is not there" in result.output
    assert row(place, "Mia Falk") == mia


@pytest.mark.parametrize(
    ("cells", "becomes"),
    [
        ({"coursework_status": "unsure"}, "coursework: missing -> unsure"),
        ({"coursework_status": "present"}, "coursework is present with which value?"),
        ({"coursework_status": "perhaps"}, "is no status"),
        ({"period": "fall 2017", "period_status": "missing"}, "change one of them only"),
        ({"name": ""}, "name cannot be missing"),
    ],
)
def test_a_value_and_its_status(
    place: Installation, intake: Callable[..., Result], sheet: Path, cells: dict[str, str], becomes: str
) -> None:
    edit(sheet, row(place, "Mia Falk").id, **cells)
    assert becomes in intake("correct", "--from", str(sheet)).output


def test_what_was_unsure_is_said_to_be_right(
    place: Installation, intake: Callable[..., Result], tmp_path: Path
) -> None:
    mia = row(place, "Mia Falk")
    path = tmp_path / "a.csv"
    intake("correct", str(mia.id), "resume=unsure")
    intake("export", "--output", str(path))
    edit(path, mia.id, resume_status="present")
    assert "resume: unsure -> PDF" in intake("correct", "--from", str(path)).output


FORMULAS = ["=1+1", "+1 614 555 0101", "@SUM(A1)", "-2", "  =cmd|' /C calc'!A0", '=HYPERLINK("http://x")']


@pytest.mark.parametrize("text", FORMULAS)
def test_no_cell_is_a_formula(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(as_xlsx(["id", "name"], [{"id": 1, "name": text}], frozenset()))
    found = openpyxl.load_workbook(path).worksheets[0]["B2"]
    assert (found.data_type, found.value, found.quotePrefix) == ("s", text, True)
    assert cell(text).startswith("'")
    assert plain(cell(text)) == " ".join(text.split())


@given(st.text())
def test_a_cell_read_back_is_the_text(text: str) -> None:
    assert plain(cell(text)) == plain(text)


def test_any_text_can_stand_in_a_cell(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    text = "a\x00b\x1f\ud800\ufffe" + "c" * 40_000
    path.write_bytes(as_xlsx(["id", "name"], [{"id": 1, "name": text}], frozenset()))
    assert read(path)[0]["name"].startswith("a b   c")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"PK\x03\x04 no zip", "cannot be read as a spreadsheet"),
        (b"\x00\x01\x02", "neither a spreadsheet"),
        (b"name;period\nAna;summer\n", "no column `id`"),
        (b"id,id\n1,1\n", "there twice"),
        (b"", "no column `id`"),
    ],
)
def test_files_that_are_no_export(tmp_path: Path, content: bytes, said: str) -> None:
    path = tmp_path / "file"
    path.write_bytes(content)
    with pytest.raises(InputError, match=said):
        read(path)


def test_a_file_as_windows_writes_it(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes("id;name\r\n1;José Núñez\r\n\r\n;\r\n".encode("cp1252"))
    assert read(path) == [{"id": "1", "name": "José Núñez"}]


def test_a_month_that_became_a_date_is_a_month(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append(["id", "period"])
    sheet.append([1.0, None])
    sheet["B2"] = date(2017, 6, 1)
    book.save(tmp_path / "a.xlsx")
    assert read(tmp_path / "a.xlsx") == [{"id": "1", "period": "2017-06"}]
