"""The letters of a stretch to words: spaces that are only gaps, letter-spaced headings, ligatures, icons."""

from __future__ import annotations

import re
import statistics
import unicodedata

_WORD_GAP = 0.16  # of the font size: a wider gap is a space; kerning stays below, tight lines have 0.2
_SPACED_LETTERS = re.compile(r"\S(?: {1,3}\S){3,}")
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
    word_gap = _WORD_GAP
    letters = [not glyph.isspace() for glyph in glyphs]
    drawn = [gaps[i] for i in range(1, len(glyphs)) if letters[i] and letters[i - 1]]
    if len(drawn) >= 3:
        usual = statistics.median(drawn)
        if usual > _WORD_GAP * 0.75:
            word_gap = usual * 1.5 + 0.05
    parts: list[str] = []
    for i, glyph in enumerate(glyphs):
        if gaps[i] > word_gap and letters[i] and letters[i - 1]:
            parts.append(" ")
        parts.append(glyph)
    return tidy("".join(parts))


def tidy(text: str) -> str:
    """Return a line's text with ligatures taken apart, icons left out, spaces single."""
    text = _ICONS.sub("", text.translate(_REPLACED)).strip()
    if _SPACED_LETTERS.fullmatch(text):
        text = "".join(word.replace(" ", "") + " " for word in re.split(" {2,}", text))
    return " ".join(text.split())
