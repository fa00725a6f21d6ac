"""The letters of a stretch to words: spaces that are only gaps, letter-spaced headings, ligatures, icons."""

from __future__ import annotations

import re
import statistics
import unicodedata

_WORD_GAP = 0.16  # of the font size: a wider gap is a space; kerning stays below, tight lines have 0.2
_UNDER_ACCENT = -0.15  # of the font size: a letter drawn back under an accent that was drawn before it
_ACCENTS = {"¨": "\u0308", "´": "\u0301", "`": "\u0300", "ˆ": "\u0302", "^": "\u0302", "˜": "\u0303", "~": "\u0303",
            "ˇ": "\u030c", "˘": "\u0306", "¸": "\u0327", "˚": "\u030a", "¯": "\u0304", "˙": "\u0307"}  # fmt: skip
_SPACED_LETTERS = re.compile(r"\S(?: {1,3}\S){3,}")
_WIDE_SPACE = re.compile(" {2,}")
_LEADERS = re.compile(r"(?: ?\.){5,} ?| ?…{2,} ?")
_LIGATURES = {
    chr(code): unicodedata.normalize("NFKC", chr(code)) for code in (*range(0xFB00, 0xFB07), 0x132, 0x133)
}
_BULLETS = {
    "\uf0b7": "•",
    "\uf0a7": "•",
    "\uf076": "•",
    "\uf0d8": "•",
    "\uf0fc": "•",
    "\uf02d": "-",
    "\x7f": "•",
}
_REPLACED = str.maketrans({**_LIGATURES, **_BULLETS, "\xa0": " ", "\t": " ", "\n": " ", "\r": " ", "\f": " "})
_ICONS = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff\ufffd\xad\x00-\x08\x0b\x0e-\x1f]")

# Fonts that hold pictures: their characters mean nothing, whatever letters they stand at.
_ICON_FONT = re.compile(
    r"awesome|icon|entypo|typicons|fontello|glyph|octicons|emoji|materialdesign|linea\b|ionic", re.IGNORECASE
)
_MARK_FONT = re.compile(r"wingdings|webdings|dingbats", re.IGNORECASE)


def sign(text: str, font: str) -> str:
    """Return what a glyph's character says: a space for an icon, a bullet for a dingbat, else the character."""
    if _ICON_FONT.search(font):
        return " "
    if _MARK_FONT.search(font) and not text.isspace():
        return "•"
    return text


def spell(glyphs: list[str], gaps: list[float]) -> str:
    """Return the words of a stretch, single-spaced; '' where it has none.

    `gaps` are those before each glyph in parts of the font size. Where most letters stand apart (a
    letter-spaced heading) only the wider gaps are spaces.
    """
    letters = [not glyph.isspace() for glyph in glyphs]
    word_gap = _word_gap(glyphs, gaps)
    parts: list[str] = []
    accent = ""
    for i, glyph in enumerate(glyphs):
        if accent:
            glyph, accent = unicodedata.normalize("NFC", glyph + accent), ""
        elif i and gaps[i] > word_gap and letters[i] and letters[i - 1]:
            parts.append(" ")
        under = i + 1 < len(glyphs) and gaps[i + 1] < _UNDER_ACCENT and glyphs[i + 1].isalpha()
        if glyph in _ACCENTS and under:
            accent = _ACCENTS[glyph]
        else:
            parts.append(glyph)
    return tidy("".join(parts))


def _word_gap(glyphs: list[str], gaps: list[float]) -> float:
    """The least gap that is a space: wider than usual where nearly all letters stand apart."""
    drawn = [gaps[i] for i in range(1, len(glyphs)) if glyphs[i].isalnum() and glyphs[i - 1].isalnum()]
    if len(drawn) >= 3 and sum(gap > _WORD_GAP * 0.75 for gap in drawn) > 0.75 * len(drawn):
        return statistics.median(drawn) * 1.5 + 0.05
    return _WORD_GAP


def tidy(text: str) -> str:
    """Return a line's text with ligatures taken apart, icons left out, spaces single."""
    text = unspaced(_ICONS.sub("", text.translate(_REPLACED)).strip())
    return "\t".join(" ".join(cell.split()) for cell in _LEADERS.split(text)).strip()


def unspaced(text: str) -> str:
    """Return the word or words of a heading whose letters stand apart (`S K I L L S`), any other text as it is."""
    if not _SPACED_LETTERS.fullmatch(text):
        return text
    return " ".join(word.replace(" ", "") for word in _WIDE_SPACE.split(text))
