"""The first page of a PDF as a picture, for people to glance at."""

from __future__ import annotations

import struct
import zlib

import pypdfium2

WIDTH, HEIGHT = 640, 1100  # pixels that a picture has at most
_SIGNATURE = b"\x89PNG\r\n\x1a\n"


def first_page(pdf: bytes) -> bytes | None:
    """Draw the first page of a PDF and return it as PNG; None where PDFium cannot open or draw it.

    Forms are left out, and nothing of the file's own programs runs: PDFium draws pages only.
    """
    try:
        document = pypdfium2.PdfDocument(pdf)
        try:
            page = document[0]
            width, height = page.get_size()
            if not (1 <= width <= 20_000 and 1 <= height <= 20_000):
                return None
            scale = min(WIDTH / width, HEIGHT / height)
            bitmap = page.render(scale=scale, rev_byteorder=True, may_draw_forms=False, prefer_bgrx=False)
            return png(bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, bitmap.n_channels)
        finally:
            document.close()
    except (pypdfium2.PdfiumError, IndexError, ValueError):
        return None


def png(pixels: bytes, width: int, height: int, stride: int, channels: int) -> bytes | None:
    """Eight-bit pixels as a PNG file (ISO/IEC 15948); `stride` bytes a row. None unless grey, RGB or RGBA."""
    kinds = {1: 0, 3: 2, 4: 6}
    if channels not in kinds:
        return None
    rows = b"".join(b"\0" + pixels[row * stride : row * stride + width * channels] for row in range(height))
    head = struct.pack(">IIBBBBB", width, height, 8, kinds[channels], 0, 0, 0)
    return _SIGNATURE + _chunk(b"IHDR", head) + _chunk(b"IDAT", zlib.compress(rows, 9)) + _chunk(b"IEND", b"")


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
