"""PDF pages as recruiters read them, and files that cannot be read."""

import pytest

from intake import documents
from intake.config import Limits
from intake.model import Attachment, Document
from support.pdf_writer import Page, assemble, write_pdf

LIMITS = Limits()
JOB = [
    "WORK EXPERIENCE",
    "Research Assistant, Example Robotics Lab",
    "Wrote a driver for the gripper in C++ and tested it on",
    "three arms; kept the build machine alive.",
    "Tutor, Example Community College",
    "Helped first year students with calculus twice a week",
    "and prepared their practice exams.",
    "PROJECTS",
    "Tide table for kayakers, an Android application with",
    "four hundred users along the bay.",
]
SIDE = [
    "Contact",
    "ada@example.edu",
    "(312) 555-0101",
    "Coursework",
    "Operating Systems",
    "Databases",
    "Statistics",
]


def read(content: bytes, limits: Limits = LIMITS) -> Document:
    (document,) = documents.read(
        "attachment:cv.pdf", Attachment("cv.pdf", "application/pdf", content), limits
    )
    return document


def lines(*pages: Page) -> list[str]:
    document = read(write_pdf(*pages))
    assert document.problem is None
    assert document.text is not None
    return document.text.split("\n")


def test_dates_at_the_right_edge_stay_with_their_job() -> None:
    page = Page().column(72, 720, ["Ada Example"], size=16)
    for index in range(6):
        page.row(680 - 40 * index, (72, f"Job number {index} at a small company"), (480, f"May 201{index}"))
        page.text(72, 667 - 40 * index, "What was done there, told in a line that is rather long.")
    found = lines(page)
    assert found[1] == "Job number 0 at a small company\tMay 2010"
    assert found[3] == "Job number 1 at a small company\tMay 2011"


@pytest.mark.parametrize("leading", [12.0, 15.0, 17.5])
@pytest.mark.parametrize("side", [40.0, 430.0])
@pytest.mark.parametrize("drawn", ["sidebar first", "sidebar last", "row by row"])
def test_sidebar_is_read_apart_however_it_is_drawn(leading: float, side: float, drawn: str) -> None:
    main = 220.0 if side < 220 else 40.0
    items = [(side, 700 - leading * i, words) for i, words in enumerate(SIDE)]
    items += [(main, 700 - 13 * i, words) for i, words in enumerate(JOB)]
    items += [(main + 300, 700 - 13 * i, f"2016 - 201{i}") for i in (1, 4)]
    order = {
        "sidebar first": lambda item: item[0] != side,
        "sidebar last": lambda item: item[0] == side,
        "row by row": lambda item: (-item[1], item[0]),
    }[drawn]
    page = Page().text(200, 740, "ADA EXAMPLE", 16)
    for x, y, words in sorted(items, key=order):
        page.text(x, y, words)
    jobs = [*JOB]
    jobs[1] += "\t2016 - 2011"
    jobs[4] += "\t2016 - 2014"
    assert lines(page) == ["ADA EXAMPLE", *(SIDE + jobs if side < main else jobs + SIDE)]


def test_columns_on_one_grid_are_told_by_their_headings() -> None:
    page = Page()
    left = ["Skills", "Python", "C++", "Education", "Example University", "B.S. Physics", "Class of 2018"]
    right = ["Experience", *JOB[1:7]]
    for index, (one, two) in enumerate(zip(left, right, strict=True)):
        page.row(700 - 14 * index, (40, one), (220, two))
    assert lines(page) == left + right


@pytest.mark.parametrize("by_columns", [True, False])
def test_a_table_is_read_row_by_row(by_columns: bool) -> None:
    courses = [("CS 101", "Introduction to Programming", "A"), ("CS 201", "Algorithms", "B+")]
    courses += [
        ("MATH 210", "Linear Algebra", "A-"),
        ("STAT 300", "Probability", "A"),
        ("CS 330", "Databases", "A"),
    ]
    courses.insert(0, ("Course", "Title", "Grade"))
    places = [(x, i) for x in range(3) for i in range(6)]
    page = Page()
    for cell, row in places if by_columns else sorted(places, key=lambda place: place[1]):
        page.text((72, 160, 480)[cell], 700 - 16 * row, courses[row][cell])
    assert lines(page) == ["\t".join(course) for course in courses]


def test_an_unused_code_is_a_bullet() -> None:
    page = Page().column(72, 700, ["\x7f Introduction to Control", "\x7f Signals"])
    assert lines(page) == ["• Introduction to Control", "• Signals"]


def test_bulleted_list_in_two_columns_is_read_down_each() -> None:
    page = Page().column(72, 700, ["Relevant Coursework"])
    page.column(72, 680, ["• Introduction to Control", "Systems", "• Signals"])
    page.column(320, 680, ["• Data Structures", "• Design of Digital", "Circuits"])
    assert lines(page) == [
        "Relevant Coursework",
        "• Introduction to Control",
        "Systems",
        "• Signals",
        "• Data Structures",
        "• Design of Digital",
        "Circuits",
    ]


def test_section_names_in_the_margin_head_their_sections() -> None:
    page = (
        Page()
        .text(72, 740, "Ada Example")
        .text(72, 725, "12 Sample Street, Springfield, and more of an address here")
    )
    page.text(72, 700, "EDUCATION").column(
        180, 700, ["Example University, Springfield", "B.S. Physics, May 2018", "GPA 3.7"]
    )
    page.column(72, 650, ["RESEARCH", "EXPERIENCE"])
    page.column(
        180, 650, ["Example Lab, assistant since 2015", "Wrote things", "Measured things", "Mended things"]
    )
    found = lines(page)
    assert found[2:5] == ["EDUCATION", "Example University, Springfield", "B.S. Physics, May 2018"]
    assert found[6:8] == ["RESEARCH EXPERIENCE", "Example Lab, assistant since 2015"]


def test_dates_in_the_margin_stay_on_the_line_of_their_entry() -> None:
    page = Page()
    for index in range(3):
        page.text(60, 700 - 60 * index, f"201{index} - 201{index + 1}")
        page.column(160, 700 - 60 * index, [f"Position {index}", "Told in one line", "and in another one"])
    assert lines(page)[0] == "2010 - 2011\tPosition 0"
    assert lines(page)[3] == "2011 - 2012\tPosition 1"


def test_list_mark_drawn_apart_joins_its_item() -> None:
    page = (
        Page()
        .column(72, 700, ["•", "•"])
        .column(90, 700, ["First point of the list", "Second point of the list"])
    )
    assert lines(page) == ["• First point of the list", "• Second point of the list"]


def test_letter_spaced_heading_is_a_word() -> None:
    page = Page().text(72, 700, "EDUCATION", spacing=4).text(72, 680, "W O R K   E X P E R I E N C E")
    page.text(72, 660, "SKILLS", spacing=9).text(72, 640, "A B C are three letters")
    assert lines(page) == ["EDUCATION", "WORK EXPERIENCE", "SKILLS", "A B C are three letters"]


def test_accents_drawn_apart_are_put_on_their_letters() -> None:
    page = Page()
    for x, words in ((72, "Sch"), (91, "¨"), (91.5, "opf (+ ˜ 30%)")):
        page.text(x, 700, words, font="Courier")
    assert lines(page) == ["Schöpf (+ ˜ 30%)"]


def test_dots_that_lead_to_a_cell_part_it() -> None:
    page = Page().text(72, 700, "Operating Systems . . . . . . . . . . A")
    page.text(72, 680, "Databases...............B+ and so on...")
    assert lines(page) == ["Operating Systems\tA", "Databases\tB+ and so on..."]


def test_text_drawn_twice_to_look_bold_is_there_once() -> None:
    page = Page().text(72, 700, "Education").text(72.4, 700, "Education").text(72, 680, "Example University")
    assert lines(page) == ["Education", "Example University"]


def test_raised_letters_stay_on_their_line() -> None:
    page = Page().text(72, 700, "the 1").text(94.7, 704, "st", 7).text(102.2, 700, "prize")
    assert lines(page) == ["the 1st prize"]


def test_pages_are_parted_by_form_feeds_and_counted() -> None:
    document = read(write_pdf(Page().column(72, 700, JOB), Page().column(72, 700, SIDE)))
    assert document.pages == 2
    assert document.text is not None
    assert document.text.split("\f")[1].startswith("Contact")


def test_page_limit_is_said() -> None:
    document = read(write_pdf(*[Page().column(72, 700, JOB) for _ in range(3)]), Limits(pages=2))
    assert document.problem == "only the first 2 of 3 pages were read"
    assert document.pages == 3
    assert document.text is not None
    assert document.text.count("\f") == 1


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (write_pdf(Page().picture()), "is a scan: no text, a picture of a page only"),
        (write_pdf(Page()), "has no text: its pages are empty or drawn as shapes"),
        (write_pdf(Page().column(72, 700, JOB), password="secret"), "is protected by a password"),
        (write_pdf(Page().column(72, 700, JOB))[:300], "the file is damaged: it breaks off"),
        (assemble([b"<</Type/Catalog>>"]), "the file is damaged: it cannot be opened"),
    ],
)
def test_unreadable(content: bytes, problem: str) -> None:
    document = read(content)
    assert (document.text, document.problem) == (None, problem)


def test_scrambled_letters_are_no_text() -> None:
    scrambled = [line.translate({c: 33 + (c * 7) % 30 for c in range(48, 123)}) for line in JOB + SIDE]
    document = read(write_pdf(Page().column(72, 700, scrambled)))
    assert document.text is None
    assert document.problem is not None
    assert "letters cannot be told" in document.problem


def test_no_password_is_needed_where_only_printing_is_forbidden() -> None:
    document = read(write_pdf(Page().column(72, 700, JOB), password=""))
    assert document.text == "\n".join(JOB)
