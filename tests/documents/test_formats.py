"""One small file of each kind that resumes come in, told from its bytes and read."""

import io
import struct
import zipfile
from collections.abc import Mapping
from typing import Any

import pytest

from intake import documents
from intake.config import Limits
from intake.documents.charset import decode
from intake.documents.latex import latex_to_text
from intake.documents.sniff import sniff
from intake.model import Attachment, Document
from support.ole_writer import write_ole
from support.pdf_writer import Page, write_pdf

OPEN_XML = "application/vnd.openxmlformats-officedocument."
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
ODF = "urn:oasis:names:tc:opendocument:xmlns:"


POLISH = "Stanisław Łukasz z Łodzi, uczeń szkoły w Gdańsku"
CHINESE = "我是北京大学计算机系的学生，想申请实习。"


def read(content: bytes, name: str = "file", declared: str = "") -> Document:
    (document,) = read_all(content, name, declared)
    return document


def read_all(content: bytes, name: str = "file", declared: str = "") -> tuple[Document, ...]:
    return documents.read(f"attachment:{name}", Attachment(name, declared, content), Limits())


def stored(files: Mapping[str, str | bytes]) -> bytes:
    """An archive that compresses nothing: its first file can be seen in it."""
    return zipped(files, zipfile.ZIP_STORED)


def zipped(files: Mapping[str, str | bytes], how: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", how) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return buffer.getvalue()


# --- types ------------------------------------------------------------------------------------------

PDF = write_pdf(Page().text(72, 700, "Ada Example and some more words than fifty, for certain"))


@pytest.mark.parametrize(
    ("content", "name", "expected"),
    [
        (PDF, "cover letter.docx", "application/pdf"),
        (b"\r\n\r\n" + PDF, "", "application/pdf"),
        (zipped({"word/document.xml": "<a/>"}), "cv.pdf", OPEN_XML + "wordprocessingml.document"),
        (zipped({"ppt/presentation.xml": "<a/>"}), "", OPEN_XML + "presentationml.presentation"),
        (
            zipped({"mimetype": "application/vnd.oasis.opendocument.text"}),
            "",
            "application/vnd.oasis.opendocument.text",
        ),
        (zipped({"Index/Document.iwa": b"x"}), "cv", "application/vnd.apple.pages"),
        (zipped({"cv.txt": "x"}), "cv.docx", "application/zip"),
        (stored({"letter.pdf": PDF}), "all.zip", "application/zip"),
        (b"PK\x03\x04 and nothing else", "", "application/zip"),
        (write_ole({"WordDocument": b"x" * 600, "1Table": b""}), "cv.pdf", "application/msword"),
        (write_ole({"EncryptedPackage": b"x" * 600}), "cv.docx", "application/x-encrypted-office"),
        (write_ole({"__properties_version1.0": bytes(32)}), "", "application/vnd.ms-outlook"),
        (b"{\\rtf1 Words}", "cv.doc", "application/rtf"),
        (b"<!DOCTYPE html><p>Words", "cv.doc", "text/html"),
        (b"\xef\xbb\xbf<html><body>Words", "", "text/html"),
        (b"<p>Words</p>", "cv.html", "text/html"),
        (b"A < B and <b> no page", "notes.txt", "text/plain"),
        (b"# Ada\n", "README.md", "text/markdown"),
        (b"# Ada\n", "cv.txt", "text/plain"),
        (b"% cv\n\\documentclass{article}\n\\begin{document}x\\end{document}", "cv.txt", "text/x-tex"),
        (b"BEGIN:VCARD\nFN:Ada\nEND:VCARD", "", "text/vcard"),
        (b"BEGIN:VCALENDAR\n", "", "text/calendar"),
        (b"Received: from a\nFrom: b@example.com\nSubject: x\n\nHello", "", "message/rfc822"),
        (b"Subject: of this letter\n\nHello", "letter.txt", "text/plain"),
        (b"-----BEGIN PGP SIGNATURE-----\n", "", "application/pgp-signature"),
        ("Words in UTF-16".encode("utf-16"), "", "text/plain"),
        (b"\x89PNG\r\n\x1a\n", "cv.pdf", "image/png"),
        (b"\xff\xd8\xff\xe0", "cv.pdf", "image/jpeg"),
        (b"\0\1\2\3" * 30, "cv.pdf", "application/octet-stream"),
        (b"", "cv.pdf", "application/x-empty"),
    ],
)
def test_type_is_told_from_the_bytes(content: bytes, name: str, expected: str) -> None:
    assert sniff(content, name) == expected


# --- text -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "declared", "expected"),
    [
        (
            "Stanisław Łukasz z Łodzi, uczeń szkoły w Gdańsku".encode("cp1250"),
            "",
            "Stanisław Łukasz z Łodzi, uczeń szkoły w Gdańsku",
        ),
        (
            "Меня зовут Анна, я учусь на программиста".encode("cp1251"),
            "",
            "Меня зовут Анна, я учусь на программиста",
        ),
        ("Zürich – naïve".encode(), "", "Zürich – naïve"),
        ("Zürich – naïve".encode(), "text/plain; charset=us-ascii", "Zürich – naïve"),
        ("Zürich – naïve “so”".encode("cp1252"), "", "Zürich – naïve “so”"),
        ("Łódź".encode("cp1250"), 'text/plain; charset="windows-1250"', "Łódź"),
        ("\ufeffWords".encode("utf-16-le"), "", "Words"),
        (CHINESE.encode("gb18030"), "text/plain; charset=nonsense", CHINESE),
    ],
)
def test_charset(content: bytes, declared: str, expected: str) -> None:
    assert decode(content, declared).removeprefix("\ufeff") == expected


def test_line_ends_controls_and_unbreakable_spaces_are_made_plain() -> None:
    filler = b" and words enough" * 20
    found = read(
        b"one\r\ntwo\rthree\x00\x07 f\xc2\xa0ive co\xe2\x80\x91op soft\xc2\xad \xe2\x80\xaeturned" + filler
    )
    assert (found.text or "").startswith("one\ntwo\nthree f ive co-op soft turned and")


def test_html_is_read_as_a_browser_shows_it() -> None:
    found = read(
        b"<html><meta charset=iso-8859-1><p>Caf\xe9</p><p style='display:none'>hidden</p><script>x</script>"
    )
    assert found.text == "Café"


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (r"\section*{Course work}" + "\nx", "Course work\nx"),
        (r"\begin{itemize}[leftmargin=*] \item One \item Two\end{itemize}", "• One\n• Two"),
        (r"\cventry{2015}{Intern}{Example Lab}{}{}{Things}", "2015\tIntern\tExample Lab\t\t\tThings"),
        (r"\begin{tabular}{ll} A & B \\ C & D \end{tabular}", "A\tB\nC\tD"),
        (r"50\% of \textbf{all} % a comment" + "\nhere", "50% of all here"),
        (r"Erd\H{o}s, G\"odel, \'{e}t\'e, Stra\ss e, na\"{\i}ve", "Erdős, Gödel, été, Straße, naïve"),
        (r"\name{Ada}{Example}\href{https://example.com}{page}", "Ada Example\npage"),
        (r"\begin{rSection}{Education} X \end{rSection}", "Education\nX"),
        (r"C\texttt{++} and ``quotes''---dashes--here", "C++ and “quotes”—dashes–here"),
        ("}}}{{{ \\", ""),
    ],
)
def test_latex(source: str, expected: str) -> None:
    found = "\n".join(
        line.replace(" \t", "\t").replace("\t ", "\t") for line in latex_to_text(source).split("\n")
    )
    assert found.replace("\n\n", "\n") == expected


def test_latex_preamble_gives_only_who_writes() -> None:
    source = r"""\documentclass{moderncv}
\usepackage[utf8]{inputenc} \newcommand{\x}{never}
\name{Ada}{Example}
\email{ada@example.edu}
\begin{document} \makecvtitle Body \end{document} after"""
    assert latex_to_text(source) == "Ada Example\nada@example.edu\nBody"


def test_latex_takes_time_in_proportion() -> None:
    assert latex_to_text("{[" * 100_000)
    assert latex_to_text("\\a{" * 100_000) == ""


# --- word processors --------------------------------------------------------------------------------


def test_rtf_letters_lists_cells_and_pictures() -> None:
    source = (
        rb"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0\fswiss\fcharset0 Arial;}{\f1\fnil\fcharset204 Arial Cyr;}}"
        rb"{\*\generator X;}\f0 Zo\'eb Example \endash  \u26446?\u23376?\par{\f1 \'c0\'ed\'ed\'e0}\par"
        rb"{\pict\pngblip 89504e47}{\listtext\'b7\tab}Algorithms\par"
        rb"\trowd CS 101\cell A\cell\row {\field{\*\fldinst{HYPERLINK http://example.com}}{\fldrslt{page}}}\par}"
    )
    found = read(source, "cv.doc")
    assert found.text == "Zoë Example – 李子\nАнна\n• Algorithms\nCS 101\tA\npage"


def test_rtf_of_hostile_braces_is_read_in_time() -> None:
    assert read(b"{\\rtf1 " + b"{\\fonttbl" * 20_000).problem
    assert read(b"{\\rtf1 " + b"{\\field{\\*\\fldinst{HYPERLINK " * 5_000 + b"x")


def odt(body: str, **parts: str) -> bytes:
    names = " ".join(
        f'xmlns:{n}="{ODF}{n}:1.0"' for n in ("office", "text", "table", "draw", "style", "manifest")
    )
    inside = f"<office:body><office:text>{body}</office:text></office:body>"
    content = f"<office:document-content {names}>{inside}</office:document-content>"
    files = {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content}
    return zipped({**files, **{key: value.replace("NAMES", names) for key, value in parts.items()}})


def test_odt_paragraphs_lists_tables_and_frames() -> None:
    row = "<table:table-row>" + "".join(
        f"<table:table-cell><text:p>{words}</text:p></table:table-cell>" for words in ("CS 101", "A")
    )
    body = (
        "<text:tracked-changes><text:p>Deleted</text:p></text:tracked-changes><text:h>Education</text:h>"
        '<text:p>Example<text:s text:c="2"/>University<text:tab/>2018<text:line-break/>B.S.</text:p>'
        "<text:list><text:list-item><text:p>One</text:p><text:p>more</text:p></text:list-item></text:list>"
        f"<table:table>{row}</table:table-row></table:table>"
        "<text:p>By<draw:frame><draw:text-box><text:p>In a frame</text:p></draw:text-box></draw:frame></text:p>"
    )
    header = "<office:styles NAMES><style:header><text:p>Ada Example</text:p></style:header></office:styles>"
    found = read(odt(body, **{"styles.xml": header}))
    assert (
        found.text
        == "Ada Example\nEducation\nExample  University\t2018\nB.S.\n• One\nmore\nCS 101\tA\nBy\nIn a frame"
    )


def test_odt_with_a_password() -> None:
    manifest = "<manifest:manifest NAMES><manifest:encryption-data/></manifest:manifest>"
    assert read(odt("", **{"META-INF/manifest.xml": manifest})).problem == "is protected by a password"


def test_slides_in_order_and_sheets_row_by_row() -> None:
    slide = f'<p:sld xmlns:p="x" xmlns:a="{DRAWING}"><a:p><a:r><a:t>{{}}</a:t></a:r></a:p></p:sld>'
    parts = {"ppt/presentation.xml": "<x/>"} | {
        f"ppt/slides/slide{n}.xml": slide.format(n) for n in (10, 2, 1)
    }
    assert read(zipped(parts)).text == "1\f2\f10"
    rows = '<row><c t="s"><v>1</v></c><c><v>4</v></c></row><row><c t="s"><v>0</v></c><c t="s"><v>99</v></c></row>'
    book = {
        "xl/workbook.xml": "<x/>",
        "xl/sharedStrings.xml": f'<sst xmlns="{SHEET}"><si><t>Grade</t></si><si><t>Course</t></si></sst>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{SHEET}"><sheetData>{rows}</sheetData></worksheet>',
    }
    assert read(zipped(book)).text == "Course\t4\nGrade"


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (zipped({"Index/Document.iwa": b"x"}), "needs Pages to open; ask for a PDF"),
        (write_ole({"EncryptedPackage": b"x" * 600}), "is protected by a password"),
        (write_ole({"WordDocument": b"x" * 600}), "an old Word file that cannot be read; ask for a PDF"),
        (b"\xffWPC" + bytes(90), "needs WordPerfect to open; ask for a PDF"),
        (b"Rar!\x1a\x07\x00", "a RAR archive, not opened; ask for the files themselves"),
        (b"PK\x03\x04 broken", "the file is damaged: it breaks off"),
    ],
)
def test_what_cannot_be_read_says_why(content: bytes, problem: str) -> None:
    found = read(content)
    assert (found.text, found.problem) == (None, problem)


# --- files with files in them -----------------------------------------------------------------------


def test_pages_are_read_by_their_preview() -> None:
    found = read(zipped({"QuickLook/Preview.pdf": PDF, "index.xml": "<x/>"}), "cv.pages")
    assert (found.type, found.pages) == ("application/vnd.apple.pages", 1)
    assert (found.text or "").startswith("Ada Example")


def test_zip_with_a_password() -> None:
    content = bytearray(zipped({"cv.txt": "Words"}))
    content[6] |= 1  # the flag of encryption, in the file's own header and in the directory
    content[content.index(b"PK\x01\x02") + 8] |= 1
    found = read(bytes(content), "cv.zip")
    assert (found.source, found.problem) == ("attachment:cv.zip/cv.txt", "is protected by a password")


def test_zip_bomb_is_not_unpacked() -> None:
    found = read(zipped({"cv.txt": b"a" * 20_000_000}))
    assert (found.text, found.problem) == (None, "unpacks to more than the limit")


def test_zip_of_many_files_is_opened_in_part() -> None:
    content = zipped({f"{n}.txt": "Words" for n in range(8)})
    own, *members = documents.read("attachment:a", Attachment("a", "", content), Limits(archive_members=5))
    assert own.problem == "3 more files in the archive were not opened"
    assert len(members) == 5


def test_archives_within_share_one_bound() -> None:
    inner = zipped({f"{n}.txt": "Words" for n in range(8)})
    content = zipped({f"{n}.zip": inner for n in range(8)})
    found = documents.read("attachment:a", Attachment("a", "", content), Limits(archive_members=20))
    assert sum(d.text is not None for d in found) == 12


def tnef_object(level: int, name: int, data: bytes) -> bytes:
    return struct.pack("<BHHI", level, name, 0, len(data)) + data + struct.pack("<H", sum(data) % 65536)


def test_winmail_dat_gives_its_files_and_text() -> None:
    content = struct.pack("<IH", 0x223E9F78, 1) + tnef_object(1, 0x800C, b"See my resume.\0")
    content += (
        tnef_object(2, 0x9002, bytes(14))
        + tnef_object(2, 0x8010, b"..\\cv.txt\0")
        + tnef_object(2, 0x800F, b"Ada")
    )
    own, member = read_all(content, "winmail.dat")
    assert (own.type, own.text) == ("application/ms-tnef", "See my resume.")
    assert (member.source, member.text) == ("attachment:winmail.dat/cv.txt", "Ada")


def message(
    header: int,
    text: dict[int, str],
    binary: dict[int, bytes] | None = None,
    more: Mapping[str, Any] | None = None,
) -> dict[str, Any]:
    """The streams of an Outlook object (MS-OXMSG 2.4): properties by number, and storages in it."""
    table, streams = b"", {}
    for kind, properties in (
        (0x1F, {k: v.encode("utf-16-le") for k, v in text.items()}),
        (0x102, binary or {}),
    ):
        for number, value in properties.items():
            size = len(value) + (2 if kind == 0x1F else 0)
            table += struct.pack("<HHIII", kind, number, 6, size, 0)
            streams[f"__substg1.0_{number:04X}{kind:04X}"] = value
    return {"__properties_version1.0": bytes(header) + table, **streams, **(more or {})}


def test_outlook_message_gives_its_text_its_files_and_messages_in_it() -> None:
    inner = message(24, {0x37: "Inner", 0x1000: "Inside"})
    attached = message(8, {0x3707: "cv.txt"}, {0x3701: b"Ada"})
    content = write_ole(
        message(
            32,
            {0x37: "My application", 0x1000: "Please see below.", 0x0C1A: "Ada Example"},
            None,
            {
                "__attach_version1.0_#00000000": attached,
                "__attach_version1.0_#00000001": message(8, {}, None, {"__substg1.0_3701000D": inner}),
            },
        )
    )
    found = {d.source: d.text for d in read_all(content, "mail.msg")}
    assert "Subject: My application\n\nPlease see below." in (found.pop("attachment:mail.msg") or "")
    assert found == {
        "attachment:mail.msg/cv.txt": "Ada",
        "attachment:mail.msg/message-2.txt": "From: \nSubject: Inner\n\nInside",
    }


def test_saved_mail_gives_its_text_and_files() -> None:
    content = (
        b"MIME-Version: 1.0\nFrom: Ada <ada@example.edu>\nSubject: =?utf-8?q?Bewerbung_f=C3=BCr?= 2017\n"
        b'Content-Type: multipart/mixed; boundary="b"\n\n--b\nContent-Type: text/plain; charset=iso-8859-1\n\nGr\xfc\xdfe\n'
        b'--b\nContent-Type: application/octet-stream; name="cv.txt"\nContent-Transfer-Encoding: base64\n\nQWRh\n--b--\n'
    )
    own, member = read_all(content, "saved.eml")
    assert own.text == "From: Ada <ada@example.edu>\nDate: \nSubject: Bewerbung für 2017\n\nGrüße"
    assert (member.source, member.text) == ("attachment:saved.eml/cv.txt", "Ada")
