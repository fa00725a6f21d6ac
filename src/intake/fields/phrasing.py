"""The letter vocabulary as compiled patterns, and the small questions that they answer about a stretch of text."""

from __future__ import annotations

import re
from functools import lru_cache

from intake.fields.alternatives import either
from intake.fields.memory import remembered
from intake.fields.passage import Passage
from intake.fields.vocabulary import letters

# A word starts here; Chinese is written without spaces, so any character of it may start one.
_WORD_START = r"(?<!(?-i:[^\W\u3040-\u30ff\u3400-\u9fff]))"
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_WORD = re.compile(r"[^\W\u3040-\u30ff\u3400-\u9fff]+(?:['’][^\W\u3040-\u30ff\u3400-\u9fff]+)?")
_KANA = re.compile(r"[\u3040-\u30ff]")
_COMMON = frozenset(letters.COMMON_WORDS)
_ENGLISH = frozenset(letters.ENGLISH_WORDS)
_ENGLISH_SHARE = 6  # of so many English words one at least is one of these
_TELLABLE = 20  # words from which the language can be told
_DIFFERENT = 3  # common words: a few are words of other languages too ("en" in Dutch)
_SHARE = 10  # of so many words one at least is a common one


@lru_cache(maxsize=32)
def compiled(entries: tuple[str, ...]) -> re.Pattern[str]:
    """One pattern for all entries of a vocabulary list, matched from the start of a word."""
    return re.compile(f"{_WORD_START}(?:{either(entries)})", re.IGNORECASE)


def says(passage: Passage, entries: tuple[str, ...]) -> bool:
    """Whether one of the entries stands anywhere in a passage."""
    return compiled(entries).search(passage.text, passage.start, passage.end) is not None


def length(words: str) -> int:
    """How many words a text has; two Chinese characters count as one."""
    chinese = 0 if words.isascii() else len(_CJK.findall(words))
    return len(_WORD.findall(words)) + chinese // 2


def is_read(words: str, share: int = _SHARE) -> bool:
    """Whether a text is in one of the languages of the vocabulary, told by its commonest words, one of `share` at least;
    True for short ones."""
    found = _WORD.findall(words)
    if _KANA.search(words) is None and len(_CJK.findall(words)) > len(found):
        return True
    common = [folded for word in found if (folded := word.casefold()) in _COMMON]
    known = len(common) * share >= len(found) > 0 and len(set(common)) >= _DIFFERENT
    return known or length(words) < _TELLABLE


def is_english(words: str) -> bool:
    """Whether a text is in English, told by its commonest words: one of six at least."""
    found = _WORD.findall(words)
    return sum(word.casefold() in _ENGLISH for word in found) * _ENGLISH_SHARE >= len(found) > 0


def greets(line: Passage) -> re.Match[str] | None:
    """The match of a greeting at the start of a line: "Dear", "Sehr geehrte", "Hi"; None where there is none."""
    return compiled(letters.GREETINGS).match(line.text, _first(line), line.end)


def signs_off(line: Passage) -> bool:
    """Whether a short line closes a letter: "Sincerely,", "Viele Grüße"."""
    closes = compiled(letters.SIGN_OFFS).match(line.text, _first(line), line.end) is not None
    return closes and length(line.words) <= 7


@remembered
def speaks_of_self(passage: Passage) -> bool:
    """Whether the writer speaks in the first person."""
    return says(passage, letters.FIRST_PERSON)


@remembered
def speaks_of_other(passage: Passage) -> bool:
    """Whether somebody else is spoken of: he, she, his, her."""
    return says(passage, letters.THIRD_PERSON)


def _first(line: Passage) -> int:
    """Offset of the first character that is neither white space nor an opening mark."""
    start = line.start
    while start < line.end and (line.text[start].isspace() or line.text[start] in "\"'“„«*_>#-"):
        start += 1
    return start
