"""Word files: every word a person sees, in order, from files that Word and others really write."""

import io
import zipfile

import docx
import pytest

from intake import documents
from intake.config import Limits
from intake.model import Attachment, Document

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
MACROS = "application/vnd.ms-word.document.macroEnabled.main+xml"


def read(content: bytes, limits: Limits | None = None) -> Document:
    (document,) = documents.read("attachment:cv", Attachment("cv", "", content), limits or Limits())
    return document


def saved(document: object) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)  # type: ignore[attr-defined]
    return buffer.getvalue()


def package(body: str, namespace: str = W, main: str = MAIN, relations: str = "", **parts: bytes) -> bytes:
    """A DOCX made by hand, for what python-docx does not write."""
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    head = '<?xml version="1.0"?>'
    xml_relations = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    types = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{main}"/></Types>'
    )
    office = f'<Relationship Id="r1" Type="{relation}/officeDocument" Target="word/document.xml"/>'
    files = {
        "[Content_Types].xml": head + types,
        "_rels/.rels": f"{head}{xml_relations}{office}</Relationships>",
        "word/_rels/document.xml.rels": f"{head}{xml_relations}{relations}</Relationships>",
        "word/document.xml": f'{head}<w:document xmlns:w="{namespace}"><w:body>{body}</w:body></w:document>',
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in (files | parts).items():
            archive.writestr(name, content)
    return buffer.getvalue()


def paragraph(words: str) -> str:
    return f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>"


def test_paragraphs_tables_lists_headers_and_footers_in_order() -> None:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Ada Example"
    document.sections[0].footer.paragraphs[0].text = "Page 1"
    document.add_paragraph("Courses")
    table = document.add_table(2, 2)
    for cell, words in zip(
        [cell for row in table.rows for cell in row.cells], ["CS 101", "A", "CS 201", "B"], strict=True
    ):
        cell.text = words
    document.add_paragraph("Algorithms", style="List Bullet")
    document.add_paragraph("After")
    found = read(saved(document))
    assert found.text == "Ada Example\nCourses\nCS 101\tA\nCS 201\tB\n• Algorithms\nAfter\nPage 1"
    assert found.type.endswith("wordprocessingml.document")


def test_cells_of_several_lines_follow_each_other() -> None:
    document = docx.Document()
    table = document.add_table(1, 2)
    table.cell(0, 0).text = "Contact\n(312) 555-0101"
    table.cell(0, 1).text = "Experience"
    assert read(saved(document)).text == "Contact\n(312) 555-0101\nExperience"


def test_text_boxes_once_content_controls_and_insertions_but_not_deletions() -> None:
    box = f"<w:txbxContent>{paragraph('In the box')}</w:txbxContent>"
    compatibility = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    body = (
        f'<w:p><w:r><mc:AlternateContent xmlns:mc="{compatibility}"><mc:Choice Requires="wps">{box}</mc:Choice>'
        f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>Beside it</w:t></w:r></w:p>"
        f"<w:sdt><w:sdtContent>{paragraph('In a control')}</w:sdtContent></w:sdt>"
        "<w:p><w:ins><w:r><w:t>Inserted</w:t></w:r></w:ins><w:del><w:r><w:delText>Deleted</w:delText></w:r></w:del></w:p>"
        "<w:p><w:r><w:instrText>HYPERLINK x</w:instrText></w:r><w:hyperlink><w:r><w:t>a link</w:t></w:r></w:hyperlink>"
        "<w:r><w:tab/><w:t>apart</w:t><w:noBreakHyphen/><w:t>joined</w:t></w:r></w:p>"
    )
    assert read(package(body)).text == "Beside it\nIn the box\nIn a control\nInserted\na link\tapart-joined"


def test_numbering_taken_away_is_no_list() -> None:
    listed = '<w:p><w:pPr><w:numPr><w:numId w:val="{}"/></w:numPr></w:pPr><w:r><w:t>{}</w:t></w:r></w:p>'
    assert read(package(listed.format(1, "one") + listed.format(0, "two"))).text == "• one\ntwo"


@pytest.mark.parametrize(
    "content",
    [
        package(paragraph("Words"), main=MACROS),
        package(paragraph("Words"), namespace=STRICT),
        package(
            paragraph("Words"), relations='<Relationship Id="r9" Type="http://x/image" Target="../NULL"/>'
        ),
    ],
    ids=["macros", "strict", "dangling image"],
)
def test_what_python_docx_refuses_is_read_from_the_parts(content: bytes) -> None:
    assert read(content).text == "Words"


def test_entities_are_never_expanded() -> None:
    outside = '<!DOCTYPE x [<!ENTITY a "expanded"><!ENTITY b SYSTEM "file:///etc/hostname">]>'
    content = package(paragraph("Before &a;&b; after"))
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    files["word/document.xml"] = files["word/document.xml"].replace(b"?>", b"?>" + outside.encode(), 1)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    found = read(buffer.getvalue())
    assert "expanded" not in (found.text or "")


def test_a_bomb_is_not_unpacked() -> None:
    found = read(package(paragraph("a" * 25_000_000)))
    assert (found.text, found.problem) == (None, "unpacks to more than the limit")


def test_a_cut_file_says_so() -> None:
    found = read(saved(docx.Document())[:-500])
    assert (found.text, found.problem) == (None, "the file is damaged: it breaks off")


def test_cell_spans_of_a_hundred_million_cost_nothing() -> None:
    cell = f'<w:tc><w:tcPr><w:gridSpan w:val="100000000"/></w:tcPr>{paragraph("Words")}</w:tc>'
    assert read(package(f"<w:tbl><w:tr>{cell}</w:tr></w:tbl>")).text == "Words"
