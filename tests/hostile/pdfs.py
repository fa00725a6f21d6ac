"""PDF files that hang a reader, swell it, or send it round in circles; most have a few hundred bytes."""

from __future__ import annotations

import random
import zlib
from collections.abc import Callable, Mapping

from support.files import pdf as good_pdf

CATALOG = b"<</Type/Catalog/Pages 2 0 R>>"
PAGES = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
HELVETICA = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
SHOWN = (
    b"BT /F1 12 Tf 72 700 Td (I would like to apply for the internship of this summer, as I said.) Tj ET\n"
)
CID_SYSTEM = b"/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"


def numbered(*objects: bytes) -> bytes:
    """A PDF of these objects, the first of them its catalog."""
    out, places = bytearray(b"%PDF-1.7\n"), []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    trailer = b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n"
    return bytes(out + trailer % (len(objects) + 1, start))


def stream(data: bytes, keys: bytes = b"") -> bytes:
    """A stream object."""
    return b"<<%s/Length %d>>\nstream\n%s\nendstream" % (keys, len(data), data)


def one_page(
    content: bytes,
    *more: bytes,
    font: bytes = HELVETICA,
    resources: bytes = b"",
    box: bytes = b"[0 0 612 792]",
) -> bytes:
    """A PDF of one page; `content` is the object of its content stream, `more` are the objects from 6 on."""
    page = b"<</Type/Page/Parent 2 0 R/MediaBox %s/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>%s>>>>"
    return numbered(CATALOG, PAGES, page % (box, resources), content, font, *more)


def deflated(megabytes: int) -> bytes:
    """So many megabytes of spaces, packed to a thousandth."""
    packer = zlib.compressobj(9)
    return b"".join(packer.compress(b" " * 2**20) for _ in range(megabytes)) + packer.flush()


def inflating() -> bytes:
    """A content stream of 200 MB."""
    return one_page(stream(deflated(200), b"/Filter/FlateDecode"))


def gigabyte() -> bytes:
    """A content stream of 1 GB."""
    return one_page(stream(deflated(1024), b"/Filter/FlateDecode"))


def inflating_twice() -> bytes:
    """A content stream that is packed twice, of 400 MB."""
    twice = zlib.compress(deflated(400), 9)
    return one_page(stream(twice, b"/Filter[/FlateDecode/FlateDecode]"))


def previous_is_itself() -> bytes:
    """A cross-reference table whose predecessor is itself."""
    whole = one_page(stream(SHOWN))
    return whole.replace(b"/Size", b"/Prev %d/Size" % whole.rindex(b"xref\n0"))


def pages_in_pages() -> bytes:
    """A page tree that holds itself."""
    return numbered(CATALOG, b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 1>>")


def one_page_often() -> bytes:
    """The same page 100,000 times."""
    kids = b"<</Type/Pages/Kids[" + b"3 0 R " * 100_000 + b"]/Count 100000>>"
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>"
    return numbered(CATALOG, kids, page, stream(SHOWN), HELVETICA)


def many_pages() -> bytes:
    """200 pages of text, as a thesis has."""
    return good_pdf(
        *(f"Page {number} of my thesis\n" + "Some words of it. " * 60 for number in range(1, 201))
    )


def wide_range() -> bytes:
    """A character map of one range with two thousand million characters."""
    table = b"1 begincodespacerange <00000000> <FFFFFFFF> endcodespacerange "
    table += b"1 beginbfrange <00000000> <7FFFFFFF> <0041> endbfrange"
    font = (
        b"<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/DescendantFonts[7 0 R]/ToUnicode 6 0 R>>"
    )
    inner = b"<</Type/Font/Subtype/CIDFontType2/BaseFont/X%s>>" % CID_SYSTEM
    return one_page(stream(SHOWN), stream(b"begincmap " + table + b" endcmap"), inner, font=font)


def wide_encoding() -> bytes:
    """An encoding of one range as wide."""
    table = b"/CMapName/X def begincmap 1 begincidrange <00000000> <7FFFFFFF> 0 endcidrange endcmap"
    font = b"<</Type/Font/Subtype/Type0/BaseFont/X/Encoding 6 0 R/DescendantFonts[7 0 R]>>"
    return one_page(
        stream(SHOWN),
        stream(table),
        b"<</Type/Font/Subtype/CIDFontType2/BaseFont/X%s>>" % CID_SYSTEM,
        font=font,
    )


def wide_widths() -> bytes:
    """Widths of two thousand million characters."""
    font = b"<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/DescendantFonts[6 0 R]>>"
    inner = b"<</Type/Font/Subtype/CIDFontType2/BaseFont/X/W[0 2147483647 500]%s>>" % CID_SYSTEM
    return one_page(stream(SHOWN), inner, font=font)


def scattered() -> bytes:
    """Twenty thousand letters, each somewhere else: no line anywhere."""
    chance = random.Random(1)
    places = ((chance.randrange(600), chance.randrange(780)) for _ in range(20_000))
    return one_page(stream(b"".join(b"BT /F1 1 Tf %d %d Td (a) Tj ET\n" % place for place in places)))


def one_spot() -> bytes:
    """A hundred thousand letters on one spot."""
    return one_page(stream(b"BT /F1 12 Tf 72 700 Td " + b"(a) Tj 0 0 Td " * 100_000 + b" ET"))


def giant_letters() -> bytes:
    """Letters of a kilometre on a page of as many."""
    return one_page(stream(b"BT /F1 100000000 Tf 0 0 Td (Hello) Tj ET"), box=b"[0 0 1000000000 1000000000]")


def forms_in_forms() -> bytes:
    """Twelve forms, each drawing the next one ten times."""
    more = []
    for number in range(12):
        inner = b"/XObject<</X %d 0 R>>" % (7 + number) if number < 11 else b""
        keys = b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<<%s/Font<</F1 5 0 R>>>>" % inner
        more.append(stream(b"/X Do " * 10 if number < 11 else SHOWN, keys))
    return one_page(stream(b"/X Do"), *more, resources=b"/XObject<</X 6 0 R>>")


def arrays_in_arrays() -> bytes:
    """Two hundred thousand open brackets."""
    return one_page(stream(b"[" * 200_000 + SHOWN))


def dictionaries_in_dictionaries() -> bytes:
    """A page tree with a hundred thousand levels beside it."""
    deep = b"<</A " * 100_000 + b"1" + b">>" * 100_000
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>"
    return numbered(CATALOG, b"<</Type/Pages/Kids[3 0 R]/Count 1/Foo " + deep + b">>", page)


def reference_to_itself() -> bytes:
    """Objects that are references to each other."""
    return numbered(CATALOG, b"3 0 R", b"2 0 R")


def wide_predictor() -> bytes:
    """A filter told that a row has two thousand million columns."""
    keys = b"/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 2147483647>>"
    return one_page(stream(zlib.compress(b"\x02" * 1000), keys))


def objects_without_end() -> bytes:
    """Four megabytes of beginnings of objects, and no table of them."""
    return b"%PDF-1.4\n" + b"1 0 obj\n" * 500_000


def open_string() -> bytes:
    """A megabyte of open brackets."""
    return one_page(stream(b"(" * 1_000_000))


def long_hex() -> bytes:
    """One string of a million letters."""
    return one_page(stream(b"BT /F1 1 Tf <" + b"41" * 1_000_000 + b"> Tj ET"))


def object_stream() -> bytes:
    """A stream that claims a thousand million objects."""
    return numbered(
        CATALOG, b"<</Type/Pages/Kids[]/Count 0>>", stream(b"1 0 2 0", b"/Type/ObjStm/N 1000000000/First 4")
    )


def run_lengths() -> bytes:
    """Run lengths that make 128 MB of one."""
    return one_page(stream(b"\x81A" * 1_000_000 + b"\x80", b"/Filter[/RunLengthDecode]"))


def launches() -> bytes:
    """A document that asks to start a program and run a script when it is opened."""
    catalog = b"<</Type/Catalog/Pages 2 0 R/OpenAction<</S/Launch/F(/bin/sh)>>/AA<</O<</S/JavaScript/JS(app.alert\\(1\\))>>>>>>"
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>"
    return numbered(catalog, PAGES, page, stream(SHOWN), HELVETICA)


BOMBS: Mapping[str, Callable[[], bytes]] = {
    make.__name__.replace("_", " "): make
    for make in (
        inflating, gigabyte, inflating_twice, previous_is_itself, pages_in_pages, one_page_often, many_pages, wide_range,
        wide_encoding, wide_widths, scattered, one_spot, giant_letters, forms_in_forms, arrays_in_arrays,
        dictionaries_in_dictionaries, reference_to_itself, wide_predictor, objects_without_end, open_string,
        long_hex, object_stream, run_lengths, launches,
    )
}  # fmt: skip
