"""Whether a text layer can be read, or is letters without meaning (a font without a character table)."""

from __future__ import annotations

import re

_LEAST = 150  # characters: less is too little to judge
_WORD = re.compile(r"[A-Za-z]{4,}")
_CLEAN = re.compile(
    r"[(\"'“‘\[<]*(?:\w+(?:[-'’.&/+#–]\w*)*|[\d.,:/%$€£()+–-]+|\S*@\S*|https?:\S*|[•●▪|·*–—-]+)[)\]>\"'”’.,:;!?%+]*"
)
_VOWEL = re.compile(r"[aeiouyAEIOUY]")
_MARKS = frozenset(".,;:!?()/@&+-–—'’\"“”•·|*#%$_<>[]{}=~●▪○◦■§°…")


def is_legible(text: str) -> bool:
    """Tell whether text is made of words: most of its characters letters and digits, most of what stands between
    spaces a word or a number, and most of its longer Latin words with a vowel. Other scripts are taken as they are."""
    characters = [c for c in text if not c.isspace()]
    if len(characters) < _LEAST:
        return True
    known = sum(c.isalnum() or c in _MARKS for c in characters)
    letters = sum(c.isalnum() for c in characters)
    if known < 0.75 * len(characters) or letters < 0.4 * len(characters):
        return False
    tokens = [token[:100] for token in text[:20_000].split()]
    if sum(bool(_CLEAN.fullmatch(token)) for token in tokens) < 0.6 * len(tokens):
        return False
    words = _WORD.findall(text[:20_000])
    voiced = sum(bool(_VOWEL.search(word)) for word in words)
    return len(words) < 30 or voiced > 0.65 * len(words)
