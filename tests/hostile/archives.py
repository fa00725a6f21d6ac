"""Zip, DOCX, ODT and XLSX files that unpack to far more than they are, or lead a walk over XML astray; RTF and HTML too."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Callable, Iterable, Mapping

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PARAGRAPH = "<w:p><w:r><w:t>hello</w:t></w:r></w:p>"


def packed(members: Iterable[tuple[str, bytes | str]]) -> bytes:
    """A zip of these members."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members:
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED, 9)
    return out.getvalue()


def word(document: str, *more: tuple[str, bytes | str], relations: str = "") -> bytes:
    """A DOCX whose word/document.xml is this."""
    override = f'<Override PartName="/word/document.xml" ContentType="{MAIN}"/>'
    kinds = (
        f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType='
        f'"application/vnd.openxmlformats-package.relationships+xml"/>{override}</Types>'
    )
    first = f'<Relationship Id="r1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>'
    return packed(
        [
            ("[Content_Types].xml", kinds),
            ("_rels/.rels", f'<Relationships xmlns="{PACKAGE}/relationships">{first}</Relationships>'),
            ("word/_rels/document.xml.rels", f'<Relationships xmlns="{PACKAGE}/relationships">{relations}</Relationships>'),
            ("word/document.xml", document),
            *more,
        ]
    )  # fmt: skip


def body(content: str, declared: str = "") -> str:
    """The XML of a Word document."""
    return (
        f'<?xml version="1.0"?>{declared}<w:document xmlns:w="{WORD}"><w:body>{content}</w:body></w:document>'
    )


def zip_inflating() -> bytes:
    """A file of 60 MB in 60 KB."""
    return packed([("resume.txt", b"\0" * (60 * 2**20))])


def zip_of_a_gigabyte() -> bytes:
    """A file of 1 GB in 1 MB."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("resume.txt", "w") as member,
    ):
        for _ in range(1024):
            member.write(bytes(2**20))
    return out.getvalue()


def zip_that_lies() -> bytes:
    """A file of 60 MB, of which the directory says that it has ten bytes."""
    whole = bytearray(packed([("resume.txt", b"a" * (60 * 2**20))]))
    size = struct.pack("<I", 60 * 2**20)
    while (at := whole.find(size)) >= 0:
        whole[at : at + 4] = struct.pack("<I", 10)
    return bytes(whole)


def zip_in_zip() -> bytes:
    """Ten archives within each other, each of ten."""
    inner = packed([("resume.txt", b"words " * 100_000)])
    for _ in range(10):
        inner = packed([(f"{number}.zip", inner) for number in range(10)])
    return inner


def zip_of_thousands() -> bytes:
    """Twenty thousand files."""
    return packed((f"{number}.txt", "I am a letter.") for number in range(20_000))


def zip_of_names() -> bytes:
    """Names that lead out of a folder, turn the direction of writing, or are no names."""
    names = (
        "../../etc/cron.d/x",
        "/etc/passwd",
        "..\\..\\boot.ini",
        "a\x01b.txt",
        "cv\u202efdp.exe",
        "=cmd()|1.txt",
        "..",
        "x" * 900,
    )
    return packed((name, "Dear team, I would like to apply.") for name in names)


def zip_of_itself() -> bytes:
    """An archive whose members overlap: one packed stream that all the directory's entries point to."""
    whole = packed([("0.txt", b"a" * 5_000_000)])
    start = whole.index(b"PK\x01\x02")
    entry, end = whole[start : whole.index(b"PK\x05\x06")], whole[whole.index(b"PK\x05\x06") :]
    directory = entry * 500
    head = end[:8] + struct.pack("<HHII", 500, 500, len(directory), start) + end[20:]
    return whole[:start] + directory + head


def word_media() -> bytes:
    """A picture of 100 MB."""
    relation = '<Relationship Id="r9" Type="http://example.com/image" Target="m.bin"/>'
    return word(body(PARAGRAPH), ("word/m.bin", b"\0" * (100 * 2**20)), relations=relation)


def word_long() -> bytes:
    """A document of 36 MB."""
    return word(body(PARAGRAPH * 1_000_000))


def word_many() -> bytes:
    """As many paragraphs as fit within the bounds."""
    return word(body(PARAGRAPH * 400_000))


def word_laughing() -> bytes:
    """Entities that stand for ten of the next one, ten deep."""
    entities = "".join(
        f'<!ENTITY {name} "{f"&{inner};" * 10}">' for inner, name in zip("abcdefgh", "bcdefghi", strict=True)
    )
    return word(
        body("<w:p><w:r><w:t>&i;</w:t></w:r></w:p>", f'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">{entities}]>')
    )


def word_reaching_out() -> bytes:
    """An entity that stands for a file of the machine, and another for an address."""
    entities = '<!ENTITY x SYSTEM "file:///etc/hostname"><!ENTITY y SYSTEM "http://127.0.0.1:9/">'
    return word(body("<w:p><w:r><w:t>words &x; &y;</w:t></w:r></w:p>", f"<!DOCTYPE x [{entities}]>"))


def word_wide() -> bytes:
    """A cell that is a hundred million columns wide."""
    cell = f'<w:tc><w:tcPr><w:gridSpan w:val="100000000"/></w:tcPr>{PARAGRAPH}</w:tc>'
    return word(body(f"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr>{cell}</w:tr></w:tbl>"))


def word_deep() -> bytes:
    """Five thousand content controls within each other."""
    return word(body("<w:sdt><w:sdtContent>" * 5000 + PARAGRAPH + "</w:sdtContent></w:sdt>" * 5000))


def word_tables_in_tables() -> bytes:
    """Tables within tables, two hundred deep."""
    opened = "<w:tbl><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc>" * 60
    return word(body(opened + PARAGRAPH + "</w:tc></w:tr></w:tbl>" * 60))


def word_attributes() -> bytes:
    """An element of ten thousand attributes."""
    attributes = " ".join(f'a{number}="1"' for number in range(10_000))
    return word(body(f"<w:p {attributes}><w:r><w:t>hello</w:t></w:r></w:p>"))


def odt_deep() -> bytes:
    """Lists within lists, ten thousand deep, and a space of a thousand million."""
    namespaces = (
        'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    )
    deep = (
        "<text:list><text:list-item>" * 10_000
        + "<text:p>x</text:p>"
        + "</text:list-item></text:list>" * 10_000
    )
    content = (
        f'<office:text {namespaces}><text:p>a<text:s text:c="1000000000"/>b</text:p>{deep}</office:text>'
    )
    return packed([("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", content)])


def sheet_sparse() -> bytes:
    """A spreadsheet whose cells point to strings that are not there, a million of them."""
    rows = '<row><c t="s"><v>99999999</v></c><c><v>1</v></c></row>' * 300_000
    members = [("xl/workbook.xml", "<workbook/>"), ("xl/sharedStrings.xml", "<sst><si><t>a</t></si></sst>")]
    return packed(
        [*members, ("xl/worksheets/sheet1.xml", f"<worksheet><sheetData>{rows}</sheetData></worksheet>")]
    )


def rtf_deep() -> bytes:
    """Five hundred thousand open groups."""
    return b"{\\rtf1 " + b"{" * 500_000 + b"hello"


def rtf_fonts() -> bytes:
    """A font table of one entry without an end."""
    return (
        b"{\\rtf1{\\fonttbl{\\f0 "
        + b"a" * 500_000
        + b"}}"
        + b"{\\field{\\*\\fldinst HYPERLINK " * 20_000
        + b"words}"
    )


def html_deep() -> bytes:
    """A hundred thousand elements within each other."""
    return b"<html><body>" + b"<div><b>" * 100_000 + b"hello"


def html_tables() -> bytes:
    """Tables within tables, and cells that ask for as much room as there is."""
    return (
        b"<html><body>"
        + b'<table width=99999999 cellpadding=9999999><tr><td style="margin:999999em">x' * 20_000
    )


def latex_deep() -> bytes:
    """Groups without an end, and a macro that calls itself."""
    return b"\\documentclass{article}\\def\\x{\\x\\x}\\begin{document}\\x " + b"\\section{" * 100_000


BOMBS: Mapping[str, Callable[[], bytes]] = {
    make.__name__.replace("_", " "): make
    for make in (
        zip_inflating, zip_of_a_gigabyte, zip_that_lies, zip_in_zip, zip_of_thousands, zip_of_names, zip_of_itself,
        word_media, word_long, word_many, word_laughing, word_reaching_out, word_wide, word_deep, word_tables_in_tables,
        word_attributes, odt_deep, sheet_sparse, rtf_deep, rtf_fonts, html_deep, html_tables, latex_deep,
    )
}  # fmt: skip
