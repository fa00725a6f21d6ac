"""Small files of every kind that applicants attach, made from plain text, the same bytes each time."""

from __future__ import annotations

import io
import textwrap
import zipfile
import zlib

import docx

EPOCH = (2016, 1, 1, 0, 0, 0)  # the time stamps within archives: files must not change from run to run


def pdf(*pages: str) -> bytes:
    """A PDF with one page for each text, in Helvetica, line under line."""
    return _pdf([_text_page(page) for page in pages])


def scan() -> bytes:
    """A PDF whose only page is a picture: no text to read."""
    picture = b"q 500 0 0 700 50 50 cm BI /W 8 /H 8 /BPC 8 /CS /G ID " + bytes(range(0, 256, 4)) + b" EI Q\n"
    return _pdf([picture])


def picture_pdf(grey: bytes, width: int, height: int) -> bytes:
    """A PDF whose only page is a grey picture of these pixels."""
    head = b"BI /W %d /H %d /BPC 8 /CS /G ID " % (width, height)
    return _pdf([b"q 612 0 0 792 0 0 cm " + head + grey + b" EI Q\n"])


def _text_page(text: str) -> bytes:
    lines = []
    for row in text.splitlines():
        lines.extend(textwrap.wrap(row, 95) or [""])
    shown = [b"(" + _escape(line) + b") Tj T*" for line in lines]
    return b"BT /F1 10 Tf 12 TL 50 760 Td\n" + b"\n".join(shown) + b"\nET\n"


def _escape(line: str) -> bytes:
    raw = line.encode("cp1252", "replace")
    return raw.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")


def _pdf(contents: list[bytes]) -> bytes:
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"
    numbers = [4 + 2 * number for number in range(len(contents))]
    kids = b" ".join(b"%d 0 R" % number for number in numbers)
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, len(numbers)),
        font,
    ]
    for number, content in zip(numbers, contents, strict=True):
        packed = zlib.compress(content, 9)
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents %d 0 R/Resources<</Font<</F1 3 0 R>>>>>>"
            % (number + 1)
        )
        objects.append(b"<</Length %d/Filter/FlateDecode>>\nstream\n%s\nendstream" % (len(packed), packed))
    out, places = bytearray(b"%PDF-1.4\n"), []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    return bytes(
        out + b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    )


def word(text: str, table: tuple[tuple[str, ...], ...] = ()) -> bytes:
    """A DOCX with a paragraph for each line, then a table."""
    document = docx.Document()
    for line in text.splitlines():
        document.add_paragraph(line)
    if table:
        grid = document.add_table(len(table), len(table[0]))
        for row, cells in zip(grid.rows, table, strict=True):
            for cell, value in zip(row.cells, cells, strict=True):
                cell.text = value
    out = io.BytesIO()
    document.save(out)
    return _still(out.getvalue())


def odt(text: str) -> bytes:
    """An OpenDocument text with a paragraph for each line."""
    rows = "".join(f"<text:p>{_xml(line)}</text:p>" for line in text.splitlines())
    content = (
        '<?xml version="1.0" encoding="UTF-8"?><office:document-content'
        ' xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
        ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">'
        f"<office:body><office:text>{rows}</office:text></office:body></office:document-content>"
    )
    return archive({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": content.encode()})


def rtf(text: str) -> bytes:
    """An RTF document with a paragraph for each line."""
    rows = "".join(rf"{line}\par " for line in text.splitlines())
    return (r"{\rtf1\ansi\ansicpg1252 " + rows + "}").encode("cp1252")


def web_page(text: str) -> bytes:
    """An HTML page with a paragraph for each line, and a line that a browser would hide."""
    rows = "".join(f"<p>{_xml(line)}</p>" for line in text.splitlines())
    hidden = '<p style="display:none">Courses: Hidden Studies</p>'
    return f"<!doctype html><title>Resume</title><body>{rows}{hidden}</body>".encode()


def archive(members: dict[str, bytes]) -> bytes:
    """A zip archive of named members."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as zipped:
        for name, content in members.items():
            zipped.writestr(zipfile.ZipInfo(name, EPOCH), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _still(raw: bytes) -> bytes:
    """The same archive with time stamps that do not change."""
    with zipfile.ZipFile(io.BytesIO(raw)) as zipped:
        return archive({name: zipped.read(name) for name in sorted(zipped.namelist())})


def _xml(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")
