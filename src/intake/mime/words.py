"""Header values as text: raw 8-bit bytes and encoded words (RFC 2047), the broken ones too."""

from __future__ import annotations

import binascii
import re
from collections.abc import Callable, Iterator
from email.message import Message as Mime

from intake.mime.charset import decode, scrub

_WORD = re.compile(r"=\?([^?\s]{1,60})\?([bBqQ])\?([^?]*)\?=")
_FOLD = re.compile(r"\r?\n(?=[ \t])|\r(?=[ \t])")
_SPACES = dict.fromkeys(map(ord, "\r\n\t\v\f"), " ")
# A terminal obeys control characters, and marks of direction set one name under another.
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_QUOTED_PAIR = re.compile(r"([\"\\])")
_Q_ESCAPE = re.compile(rb"=([0-9A-Fa-f]{2})")


def field_of(part: Mime, name: str, hint: str | None = None) -> str:
    """Return a part's first header of that name (lower case), unfolded and its raw bytes decoded, or ''."""
    return next((raw_text(value, hint) for key, value in part.raw_items() if key.lower() == name), "")


def raw_text(value: str, hint: str | None = None) -> str:
    """Return a header's value, unfolded, as text; raw 8-bit bytes are decoded with the hint or a guess.

    `value` is what a compat32 message's `raw_items` gives: text with surrogates for bytes above 127.
    """
    text = _FOLD.sub("", str(value)).translate(_SPACES)
    if not text.isascii():
        text = decode(text.encode("utf-8", "surrogateescape"), hint)
    return _plain(text)


def _plain(text: str) -> str:
    """A header's text on one line, without control characters and marks of direction."""
    return _CONTROLS.sub("", scrub(text).translate(_SPACES))


def decode_words(text: str, wrap: Callable[[str], str] = str) -> str:
    """Return a text with its encoded words decoded; `wrap` is given what each run of words says.

    White space between two encoded words is none (RFC 2047 section 6.2), and the bytes of neighbours in one
    charset are joined first, since senders cut in the middle of a character.
    """
    if "=?" not in text:
        return text
    out, last = [], 0
    for run in _runs(text):
        out.append(text[last : run[0].start()])
        out.append(wrap(_said(run)))
        last = run[-1].end()
    return _plain("".join([*out, text[last:]]))


def quote_words(text: str) -> str:
    """Return an address header whose encoded words are decoded to quoted strings, so that a comma in a name splits nothing."""
    if "=?" not in text:
        return text
    out, last = [], 0
    for run in _runs(text):
        before = text[last : run[0].start()]
        out.append(before)
        said = _QUOTED_PAIR.sub(r"\\\1", _said(run))
        inside = _inside_quotes("".join(out))
        out.append(said if inside else f'"{said}"')
        last = run[-1].end()
    return _plain("".join([*out, text[last:]]))


def _inside_quotes(text: str) -> bool:
    return len(re.findall(r'(?<!\\)"', text)) % 2 == 1


def _runs(text: str) -> Iterator[list[re.Match[str]]]:
    """Yield encoded words, neighbours with only white space between them together."""
    run: list[re.Match[str]] = []
    for match in _WORD.finditer(text):
        if run and text[run[-1].end() : match.start()].strip():
            yield run
            run = []
        run.append(match)
    if run:
        yield run


def _said(run: list[re.Match[str]]) -> str:
    pieces: list[tuple[str, bytes]] = []
    for word in run:
        charset = word[1].split("*", 1)[0].lower()
        data = _word_bytes(word[2].lower(), word[3])
        if pieces and pieces[-1][0] == charset:
            pieces[-1] = (charset, pieces[-1][1] + data)
        else:
            pieces.append((charset, data))
    return scrub("".join(decode(data, charset) for charset, data in pieces)).replace("\n", " ")


def _word_bytes(encoding: str, content: str) -> bytes:
    data = content.encode("utf-8", "replace")
    if encoding == "q":
        return _Q_ESCAPE.sub(lambda m: bytes([int(m[1], 16)]), data.replace(b"_", b" "))
    return unbase64(data)[0]


_NOT_BASE64 = bytes(
    set(range(256)) - set(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=")
)


def is_base64(data: bytes) -> bool:
    """Tell whether bytes that are declared as base64 are so, by their first characters: no spaces, no full stops."""
    head = data[:4096].split(b"=", 1)[0]
    strange = len(head.translate(None, b"\t\r\n")) - len(head.translate(None, _NOT_BASE64))
    return strange * 20 <= len(head)


def unbase64(data: bytes) -> tuple[bytes, bool]:
    """Return what base64 says and whether it was whole; strange characters are skipped, a broken end is cut off.

    What follows the padding is read on where it is base64 again (senders that encode line by line), not where it
    is words (a list's footer).
    """
    end = data.find(b"=")
    if end < 0 or not data[end:].strip(b"= \t\r\n"):
        try:
            return binascii.a2b_base64(data), True
        except binascii.Error:
            pass
    return _unbase64_pieces(data)


def _unbase64_pieces(data: bytes) -> tuple[bytes, bool]:
    out: list[bytes] = []
    whole = True
    for number, piece in enumerate(re.split(rb"=+", data)):
        body = piece.translate(None, _NOT_BASE64)
        if number and (len(body) < 4 or not is_base64(piece)):
            continue
        extra = len(body) % 4
        whole = whole and extra != 1 and (extra == 0 or b"=" in data)
        body = body[:-1] if extra == 1 else body
        out.append(binascii.a2b_base64(body + b"=" * (-len(body) % 4)))
    return b"".join(out), whole
