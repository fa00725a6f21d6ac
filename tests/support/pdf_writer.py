"""A tiny writer of PDFs for tests: words at places, in the order in which they are drawn.

    page = Page()
    page.column(72, 700, ["EDUCATION", "Example University"])      # one line below the other
    page.row(650, (72, "Intern, Example Lab"), (480, "May 2016"))   # on one baseline
    pdf_bytes = write_pdf(page)

Places are points (1/72 inch) from the lower left corner of a letter-size page, 612 by 792.
"""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterable

_FONTS = ("Helvetica", "Helvetica-Bold", "Times-Roman", "Courier")
_PADDING = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")


class Page:
    """What one page draws."""

    def __init__(self) -> None:
        self.operators: list[bytes] = []

    def text(
        self, x: float, y: float, words: str, size: float = 10, font: str = "Helvetica", spacing: float = 0
    ) -> Page:
        """Draw words (characters of Windows-1252) from x on baseline y; `spacing` points go between letters."""
        number = _FONTS.index(font)
        shown = words.encode("cp1252").replace(b"\\", rb"\\").replace(b"(", rb"\(").replace(b")", rb"\)")
        self.operators.append(
            b"BT /F%d %g Tf %g Tc %g %g Td (%s) Tj ET" % (number, size, spacing, x, y, shown)
        )
        return self

    def column(
        self, x: float, top: float, lines: Iterable[str], leading: float = 13, size: float = 10
    ) -> Page:
        """Draw lines below each other, the first on baseline `top`."""
        for index, line in enumerate(lines):
            self.text(x, top - index * leading, line, size)
        return self

    def row(self, y: float, *cells: tuple[float, str], size: float = 10) -> Page:
        """Draw (x, words) cells on one baseline."""
        for x, words in cells:
            self.text(x, y, words, size)
        return self

    def picture(self, width: float = 600, height: float = 780) -> Page:
        """Draw a grey picture of one pixel, stretched, as a scanner does with many."""
        self.operators.append(b"q %g 0 0 %g 6 6 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \x80 EI Q" % (width, height))
        return self


def write_pdf(*pages: Page, password: str | None = None, owner: str = "owner") -> bytes:
    """Return a PDF of pages; with `password` (may be '') it is encrypted (RC4, 40 bits: revision 2)."""
    fonts = b"".join(b"/F%d %d 0 R" % (i, 3 + i) for i in range(len(_FONTS)))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"",
        *(
            b"<</Type/Font/Subtype/Type1/BaseFont/%s/Encoding/WinAnsiEncoding>>" % name.encode()
            for name in _FONTS
        ),
    ]
    key, encryption = _encryption(password, owner) if password is not None else (None, b"")
    kids = []
    for page in pages:
        content = zlib.compress(b"\n".join(page.operators))
        number = len(objects) + 1
        content = content if key is None else _rc4(_object_key(key, number), content)
        objects.append(b"<</Filter/FlateDecode/Length %d>>stream\n%s\nendstream" % (len(content), content))
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents %d 0 R/Resources<</Font<<%s>>>>>>"
            % (number, fonts)
        )
        kids.append(b"%d 0 R" % (number + 1))
    objects[1] = b"<</Type/Pages/Kids[%s]/Count %d>>" % (b" ".join(kids), len(kids))
    return assemble(objects, encryption)


def assemble(objects: list[bytes], trailer: bytes = b"") -> bytes:
    """Return a PDF file of numbered objects, the first of which is the catalog."""
    out = b"%PDF-1.4\n"
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(out)
    size = len(objects) + 1
    out += b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<</Size %d/Root 1 0 R%s>>\n" % (
        size,
        table,
        size,
        trailer,
    )
    return out + b"startxref\n%d\n%%%%EOF\n" % start


def _encryption(password: str, owner: str) -> tuple[bytes, bytes]:
    """The file key and the trailer's entries (ISO 32000-1, 7.6.3, algorithms 2 to 4)."""
    file_id = b"0123456789abcdef"
    user = (password.encode() + _PADDING)[:32]
    owner_entry = _rc4(hashlib.md5((owner.encode() + _PADDING)[:32]).digest()[:5], user)  # noqa: S324
    permissions = (-4).to_bytes(4, "little", signed=True)
    key = hashlib.md5(user + owner_entry + permissions + file_id).digest()[:5]  # noqa: S324
    entries = (owner_entry.hex().encode(), _rc4(key, _PADDING).hex().encode(), file_id.hex().encode())
    return key, b"/Encrypt<</Filter/Standard/V 1/R 2/O<%s>/U<%s>/P -4>>/ID[<%s><%s>]" % (*entries, entries[2])


def _object_key(key: bytes, number: int) -> bytes:
    return hashlib.md5(key + number.to_bytes(3, "little") + b"\0\0").digest()[:10]  # noqa: S324


def _rc4(key: bytes, content: bytes) -> bytes:
    state = list(range(256))
    j = 0
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) % 256
        state[i], state[j] = state[j], state[i]
    out = bytearray()
    i = j = 0
    for byte in content:
        i = (i + 1) % 256
        j = (j + state[i]) % 256
        state[i], state[j] = state[j], state[i]
        out.append(byte ^ state[(state[i] + state[j]) % 256])
    return bytes(out)
