"""Bytes of a text file to characters."""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

_DECLARED = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{2,40})", re.IGNORECASE)
_BOMS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SIGN_IN_WORD = re.compile(
    "[a-zA-Z\xc0-\xff][\xa1-\xac\xae-\xb6\xb8-\xbf\u0192\u02c6\u0178\u2020-\u2021\u2030\ufffd][a-z\xc0-\xff]"
)
_CANDIDATES = [
    "gb18030",
    "cp1251",
    "big5",
    "shift_jis",
    "euc_jp",
    "euc_kr",
    "cp1250",
    "cp1253",
    "cp1255",
    "cp1256",
]


def decode(content: bytes, declared: str = "") -> str:
    """Decode by byte order mark, UTF-8, the declared charset, then a guess; never raises.

    `declared` is a Content-Type or another text with `charset=...` in it.
    """
    for mark, name in _BOMS:
        if content.startswith(mark):
            return content.decode(name, "replace")
    named = _DECLARED.search(declared)
    for name in ("utf-8", named.group(1) if named else ""):
        try:
            return content.decode(name)
        except (LookupError, ValueError):
            continue
    western = content[:65536].decode("cp1252", "replace")
    if _is_western(western):
        return content.decode("cp1252", "replace")
    best = from_bytes(content[:65536], cp_isolation=_CANDIDATES).best()
    return content.decode(best.encoding if best else "cp1252", "replace")


def _is_western(text: str) -> bool:
    """Tell whether text decoded as Windows-1252 reads as such: few letters with accents, no signs within words."""
    letters = sum(c.isalpha() for c in text)
    accented = sum(c.isalpha() and c > "\x7f" for c in text)
    return accented * 5 <= letters and not _SIGN_IN_WORD.search(text)
