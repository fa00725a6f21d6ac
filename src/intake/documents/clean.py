"""What every text goes through: characters that no later stage, database or page can bear are taken out."""

from __future__ import annotations

import re

_LINE_ENDS = re.compile(r"\r\n?|[\x85\u2028\u2029\x0b]")
_UNWANTED = re.compile(
    r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff\ufeff\xad\u200b\u2060]"
)


def scrub(text: str) -> str:
    """Return text with \\n line ends and without NUL, other controls (but tab and form feed), lone surrogates,
    soft hyphens, byte order marks and zero-width spaces."""
    return _UNWANTED.sub("", _LINE_ENDS.sub("\n", text))
