"""RTF by striprtf, with a first pass that takes out what it is slow at.

Its patterns for links and fonts go through a line again and again; so pictures and objects are cut out, link
fields are parted from its link pattern, and a font table that no word processor writes is set aside.
"""

from __future__ import annotations

import re

from striprtf.striprtf import rtf_to_text

from intake.documents.clean import tidy_lines
from intake.documents.reading import File, Reader, Reading, Unreadable

_MOST = 8 * 2**20  # characters after pictures are taken out; a resume of 10 pages has 0.3 MB
_ENTRY = 400  # characters of one font's entry; "{\f0\fbidi \froman\fcharset0\fprq2 Name;}" has 60
_BRACES = re.compile(r"\\[\\{}]|[{}]")
_PICTURE = re.compile(
    r"\{(?:\\\*)?\s?\\(?:pict|objdata|themedata|colorschememapping|datastore|shppict|nonshppict)\b"
)
_FONTS = re.compile(r"\{\\fonttbl\b")
_LIST_TEXT = re.compile(r"\{\\(?:listtext|pntext)\b")
_CELLS = re.compile(r"\\(?:nest)?cell(?![a-z])")
_WRAPPED_SURROGATES = re.compile("[\ud800-\udbff][\udc00-\udfff]")


def _rtf(file: File) -> Reading:
    source = _without_groups(file.content.decode("latin-1"), _PICTURE, "")
    if len(source) > _MOST:
        raise Unreadable("is too long to be read")
    source = _without_groups(source, _LIST_TEXT, "\\bullet  ")
    source = source.replace("\\fldinst", "\\fldinst\n")
    fonts = _FONTS.search(source)
    if fonts and _strange_fonts(source, fonts.start()):
        source = source.replace("\\fonttbl", "\\*\\fonttbl")
    text: str = rtf_to_text(_CELLS.sub(r"\\tab ", source), encoding="cp1252", errors="replace")  # type: ignore[no-untyped-call]
    return Reading(tidy_lines(_WRAPPED_SURROGATES.sub(_joined, text)))


def _joined(pair: re.Match[str]) -> str:
    return pair.group().encode("utf-16", "surrogatepass").decode("utf-16")


def _without_groups(source: str, opening: re.Pattern[str], instead: str) -> str:
    """Replace each group that begins as `opening` does, with all groups inside it."""
    kept, at = [], 0
    while begin := opening.search(source, at):
        kept += [source[at : begin.start()], instead]
        at = _group_end(source, begin.start())
    kept.append(source[at:])
    return "".join(kept)


def _group_end(source: str, start: int) -> int:
    depth = 0
    for brace in _BRACES.finditer(source, start):
        depth += {"{": 1, "}": -1}.get(brace.group(), 0)
        if depth == 0:
            return brace.end()
    return len(source)


def _strange_fonts(source: str, start: int) -> bool:
    table = source[start : _group_end(source, start)]
    return len(table) > 100_000 or max(len(entry) for entry in table.split(";")) > _ENTRY


READER = Reader("rtf", 1, _rtf)
