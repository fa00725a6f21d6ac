"""Files written into a plain text body in uuencode, as old programs and some settings of Outlook still do."""

from __future__ import annotations

import binascii
import re

_BEGIN = re.compile(r"^begin [0-7]{3,4} (\S[^\n]{0,200})$", re.MULTILINE)


def extract(text: str) -> tuple[str, list[tuple[str, bytes]]]:
    """Return the text without its uuencoded files, and the files: their names as written, and their bytes."""
    found: list[tuple[str, bytes]] = []
    kept: list[str] = []
    at = 0
    for match in _BEGIN.finditer(text):
        if match.start() < at:
            continue
        read = _decoded(text, match.end() + 1)
        if read is None:
            continue
        content, end = read
        kept.append(text[at : match.start()])
        found.append((match[1].strip(), content))
        at = end
    return "".join([*kept, text[at:]]), found


def _decoded(text: str, at: int) -> tuple[bytes, int] | None:
    """The bytes from there to the line 'end', and where the next line begins; None where a line is no uuencode."""
    out: list[bytes] = []
    while at < len(text):
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        line = text[at:end].rstrip("\r")
        at = end + 1
        if line == "end":
            return b"".join(out), at
        try:
            out.append(binascii.a2b_uu(line))
        except (binascii.Error, ValueError):
            return None
    return None
