"""A content stream's text operators with their operands (ISO 32000-1, 7.8.2), by one pattern.

pdfminer's own parser reads any PDF syntax byte by byte and takes two thirds of a page's time; here everything
that draws no text is passed over. Time is linear in the stream's length.
"""

from __future__ import annotations

import binascii
import re
from collections.abc import Iterator

from pdfminer.psparser import LIT, PSLiteral

Operand = float | bytes | PSLiteral | list["Operand"]

_TOKEN = re.compile(
    rb"(?P<number>[+-]?(?:\d+(?:\.\d*)?|\.\d+))(?=[\s\[\]()<>{}/%A-Za-z'\"]|$)"
    rb"|(?P<operator>[A-Za-z'\"][A-Za-z0-9'\"*]*)"
    rb"|(?P<string>\((?>(?:[^()\\]++|\\.)*)\))"
    rb"|<(?P<hex>[0-9A-Fa-f\s]*)>"
    rb"|(?P<array>[\[\]])"
    rb"|/(?P<name>[^\s()<>\[\]{}/%]*)"
    rb"|(?P<nested>\()"
    rb"|(?P<sloppy>(?<![+-])[+-]*+[\d.][\d.+-]*)"
    rb"|%[^\r\n]*",
    re.DOTALL,
)
_ESCAPE = re.compile(rb"\\(?:([0-7]{1,3})|(\r\n|.))", re.DOTALL)
_ESCAPED = {
    b"n": b"\n",
    b"r": b"\r",
    b"t": b"\t",
    b"b": b"\b",
    b"f": b"\f",
    b"\n": b"",
    b"\r": b"",
    b"\r\n": b"",
}
_BRACKET = re.compile(rb"\\.|[()]", re.DOTALL)
_NAME_ESCAPE = re.compile(rb"#([0-9A-Fa-f]{2})")
_IMAGE_END = re.compile(rb"\sEI(?=[\s/]|$)")

#: Operators that say something of text, and how many operands each takes.
TEXT_OPERATORS = {
    b"q": 0, b"Q": 0, b"cm": 6, b"Do": 1, b"BT": 0, b"ET": 0, b"Tc": 1, b"Tw": 1, b"Tz": 1, b"TL": 1, b"Tf": 2,
    b"Ts": 1, b"Td": 2, b"TD": 2, b"Tm": 6, b"T*": 0, b"Tj": 1, b"TJ": 1, b"'": 1, b'"': 3, b"BI": 0,
}  # fmt: skip


def operations(content: bytes) -> Iterator[tuple[bytes, list[Operand]]]:
    """Yield (operator, operands) for each text operator that has all its operands; `BI` stands for a whole inline
    picture. Broken syntax is passed over."""
    operands: list[Operand] = []
    array: list[Operand] | None = None
    at, end = 0, len(content)
    while at < end:
        token = _TOKEN.search(content, at)
        if token is None:
            return
        at = token.end()
        kind = token.lastgroup
        if kind == "operator":
            name = token.group()
            count = TEXT_OPERATORS.get(name)
            if count is not None and len(operands) >= count:
                yield name, operands[len(operands) - count :]
            if name == b"ID":  # the picture's bytes follow
                closed = _IMAGE_END.search(content, at)
                at = closed.end() if closed else end
            operands, array = [], None
        elif kind == "array":
            if token.group() == b"[":
                array = []
            elif array is not None:
                operands.append(array)
                array = None
        else:
            value, at = _value(kind, token, content)
            if value is not None:
                (operands if array is None else array).append(value)


def _value(kind: str | None, token: re.Match[bytes], content: bytes) -> tuple[Operand | None, int]:
    """An operand, None for a comment, and where to go on."""
    at = token.end()
    if kind == "number":
        return float(token.group()), at
    if kind == "string":
        return _unescaped(token.group()[1:-1]), at
    if kind == "hex":
        digits = b"".join(token.group("hex").split())
        return binascii.unhexlify(digits + b"0" * (len(digits) % 2)), at
    if kind == "name":
        name = _NAME_ESCAPE.sub(lambda e: bytes([int(e.group(1), 16)]), token.group("name"))
        return LIT(name.decode("utf-8", "replace")), at
    if kind == "nested":
        close = _closing(content, token.start())
        return _unescaped(content[token.start() + 1 : close]), close + 1
    return (_sloppy(token.group()) if kind == "sloppy" else None), at


def _unescaped(string: bytes) -> bytes:
    if b"\\" not in string:
        return string
    return _ESCAPE.sub(
        lambda e: bytes([int(e.group(1), 8) & 255]) if e.group(1) else _ESCAPED.get(e.group(2), e.group(2)),
        string,
    )


def _closing(content: bytes, start: int) -> int:
    """Where a string with brackets in it ends; the end of the content where it never does."""
    depth = 0
    for bracket in _BRACKET.finditer(content, start):
        depth += {b"(": 1, b")": -1}.get(bracket.group(), 0)
        if depth == 0:
            return bracket.start()
    return len(content)


def _sloppy(number: bytes) -> float:
    """Numbers as some programs write them: `--5`, `1.2.3`, `5-3`."""
    found = re.match(rb"[+-]*(\d*\.?\d*)", number)
    digits = found.group(1) if found else b""
    value = float(digits) if digits.strip(b".") else 0.0
    return -value if number.startswith(b"-") else value
