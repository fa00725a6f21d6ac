"""The notation of the vocabulary's phrases, turned into patterns that match in time linear in the text.

In a phrase a space is any white space, an apostrophe either kind, `…` up to sixty characters within one sentence,
`(a|b)` alternatives, `x?` an option, `\\w+` a word; `~` at the end lets the last word go on. `<kin>` and `<pupil>`
stand for the words of `vocabulary.others`. Phrases begin and end where words do, except in scripts that put no
space between words. Every repetition is bounded.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from intake.fields.alternatives import either
from intake.fields.vocabulary import others

_GAP = r"[^.!?。！？]{0,60}?"
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_NAMES = {"<kin>": others.KIN, "<pupil>": others.PUPIL}


def phrases(*lists: str) -> re.Pattern[str]:
    """One pattern for all phrases of some lists; a semicolon ends a phrase."""
    spaced, unspaced = [], []
    for phrase in _split(lists):
        inner = _compiled(phrase)
        if _UNSPACED.search(phrase):
            unspaced.append(inner)
        else:
            spaced.append(inner if phrase.endswith("~") else rf"{inner}(?!\w)")
    found = [rf"(?<!\w)(?:{either(spaced)})"] if spaced else []
    return re.compile("|".join([*found, *unspaced]) or r"(?!)", re.IGNORECASE)


def _split(lists: tuple[str, ...]) -> Iterator[str]:
    for words in lists:
        for phrase in words.split(";"):
            clean = " ".join(phrase.split()).replace("| ", "|")
            if clean:
                yield clean


def _compiled(phrase: str) -> str:
    for name, words in _NAMES.items():
        phrase = phrase.replace(name, words)
    phrase = re.sub(r" ?… ?", "…", phrase.removesuffix("~")).replace("(", "(?:").replace("(?:?", "(?")
    phrase = phrase.replace(" ?", r"\s{0,8}").replace(" ", r"\s{1,8}").replace(r"\w+", r"\w{1,30}")
    return phrase.replace("'", "['’]").replace("…", _GAP)
