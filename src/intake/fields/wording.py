"""Words of the programme's file as patterns: whole words, any white space between them, case folded."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from intake.fields.passage import Passage
from intake.model import Evidence

# Chinese and Japanese put no space between a name and the words around it.
_LETTER = r"[^\W\u3040-\u30ff\u3400-\u9fff]"


@lru_cache(maxsize=256)
def pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    """A pattern that matches any of the words or phrases as whole words, the longest first.

    Between words stands any white space, or the marks of a quoted line's beginning.
    Short names in capitals only ("NAB", "REST") are matched in capitals only, so that "nab" and "rest" are not.
    """
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return re.compile("|".join(_phrase(word) for word in ordered) or r"(?!)", re.IGNORECASE)


def _phrase(word: str) -> str:
    inner = r"[\s>]+".join(re.escape(part) for part in word.split())
    if word.lower() == word.upper():
        return inner  # scripts without letter case write words without spaces between them
    exact = word.isupper() and len(word) <= 4
    head = rf"(?<!{_LETTER})" if word[0].isalnum() else ""
    tail = rf"(?!{_LETTER}|[+#])" if word[-1].isalnum() else rf"(?!{_LETTER})"
    return f"(?-i:{head}{inner}{tail})" if exact else f"{head}{inner}{tail}"


def occurrences(
    passages: Iterable[Passage], words: tuple[str, ...]
) -> Iterator[tuple[Passage, re.Match[str]]]:
    """Yield each place where one of the words stands, with the passage it stands in."""
    compiled = pattern(words)
    for passage in passages:
        for match in compiled.finditer(passage.text, passage.start, passage.end):
            yield passage, match


def sentence_around(passage: Passage, start: int, end: int, most: int = 240) -> Evidence:
    """Evidence for the sentence or line around text[start:end], at most `most` characters of it."""
    for sentence in passage.sentences():
        if sentence.start <= start < sentence.end:
            first = max(sentence.start, start - most // 2)
            last = min(sentence.end, max(end, first + most))
            return passage.evidence(_word_start(passage.text, first, start), last)
    return passage.evidence(start, end)


def _word_start(text: str, first: int, latest: int) -> int:
    while 0 < first < latest and not text[first - 1].isspace():
        first += 1
    return first
