"""Parameters of Content-Type and Content-Disposition (RFC 2045 section 5.1, RFC 2231), and file names from them."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import unquote_to_bytes

from intake.mime.charset import decode, scrub
from intake.mime.words import decode_words

_PARAMETER = re.compile(r"(?<![^\s;=\"])([^\s;=\"]++)\s*+=\s*(\"(?:[^\"\\]|\\.)*\"?|[^;]*)")
_PIECE = re.compile(r"([^*]+)\*(\d{1,3})?(\*)?\Z")
_MOST = 16 * 1024  # characters of one header that are looked at
_NAME_LENGTH = 180


def parameters(value: str) -> dict[str, str]:
    """Return a header's parameters, names in lower case, values decoded; the first of doubles counts."""
    plain: dict[str, str] = {}
    pieces: dict[str, list[tuple[int, bool, str]]] = {}
    _, _, rest = value[:_MOST].partition(";")
    for match in _PARAMETER.finditer(rest):
        name, text = match[1].lower(), _unquote(match[2])
        piece = _PIECE.match(name)
        if piece:
            number = int(piece[2]) if piece[2] else 0
            pieces.setdefault(piece[1], []).append((number, piece[3] is not None or piece[2] is None, text))
        elif text:
            plain.setdefault(name, decode_words(text))
    # RFC 6266 section 4.3 (and every mail program): the extended form is the better one.
    return plain | {name: _join(found) for name, found in pieces.items()}


def _unquote(text: str) -> str:
    text = text.strip()
    if not text.startswith('"'):
        return text
    text = text[1:-1] if len(text) > 1 and text.endswith('"') else text[1:]
    return text.replace('\\"', '"').replace("\\\\", "\\")


def _join(pieces: list[tuple[int, bool, str]]) -> str:
    """Put the pieces of an RFC 2231 value together: charset'language'percent-encoded."""
    charset, data, text = None, b"", []
    for place, (_, encoded, piece) in enumerate(sorted(pieces, key=lambda p: p[0])):
        if encoded:
            if place == 0 and piece.count("'") >= 2:
                charset, _, piece = piece.split("'", 2)
            data += unquote_to_bytes(piece)
            continue
        if data:
            text.append(decode(data, charset))
            data = b""
        text.append(piece)
    if data:
        text.append(decode(data, charset))
    return decode_words(scrub("".join(text)))


def file_name(disposition: str, content_type: str) -> str:
    """Return the file name that the two headers give, fit to be shown and compared, or ''."""
    return clean_name(parameters(disposition).get("filename") or parameters(content_type).get("name") or "")


def clean_name(name: str) -> str:
    """Return a file name without directories, control and direction-changing characters, composed (NFC), of bounded length."""
    name = unicodedata.normalize("NFC", name[:_MOST]).replace("\\", "/").rsplit("/", 1)[-1]
    name = "".join(
        " " if c in "\t\n" else c
        for c in name
        if c in "\t\n" or unicodedata.category(c) not in {"Cc", "Cf", "Cs"}
    )
    name = " ".join(name.split())
    if not name.strip("."):
        return ""
    if len(name) > _NAME_LENGTH:
        stem, dot, extension = name.rpartition(".")
        keep = dot + extension if stem and len(extension) <= 10 else ""
        name = name[: _NAME_LENGTH - len(keep)] + keep
    return name
