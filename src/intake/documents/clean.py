"""What every text goes through: characters that no later stage, database or page can bear are taken out."""

from __future__ import annotations

import re

_LINE_ENDS = re.compile(r"\r\n?|[\x85\u2028\u2029\x0b]")
_UNWANTED = re.compile(
    r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff\ufeff\xad\u200b\u2060\u202a-\u202e\u2066-\u2069]"
)
_PLAIN = str.maketrans(
    {**dict.fromkeys("\xa0\u202f\u2007\u2002\u2003\u2009", " "), "\u2010": "-", "\u2011": "-"}
)
_CELL_GAP = re.compile(r"[ ]*\t[\t ]*|[ ]{3,}")
_BLANK_LINES = re.compile(r"\n{3,}")


def scrub(text: str) -> str:
    """Return text with \\n line ends, plain spaces and hyphens in place of unbreakable ones, and without NUL,
    other controls (but tab and form feed), lone surrogates, soft hyphens, byte order marks, zero-width spaces
    and marks that turn the writing direction."""
    return _UNWANTED.sub("", _LINE_ENDS.sub("\n", text)).translate(_PLAIN)


def tidy_lines(text: str) -> str:
    """Return a word processor's text with each line stripped, what tabs or rows of spaces part set apart by one
    tab, and at most one empty line between two others."""
    lines = (_CELL_GAP.sub("\t", line.strip()) for line in scrub(text).split("\n"))
    return _BLANK_LINES.sub("\n\n", "\n".join(lines)).strip("\n")
