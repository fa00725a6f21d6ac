"""Words of the programme's file as patterns: whole words, any white space between them, case folded."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import lru_cache

from intake.fields.alternatives import either
from intake.fields.passage import Passage
from intake.model import Evidence

# Chinese and Japanese put no space between a name and the words around it.
# Case is no matter in them, and ranges as wide take long to compile where it is.
_LETTER = r"(?-i:[^\W\u3040-\u30ff\u3400-\u9fff])"


@lru_cache(maxsize=256)
def pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    """A pattern that matches any of the words or phrases as whole words, the longest first.

    Between words stands any white space, or the marks of a quoted line's beginning.
    Short names in capitals only ("NAB", "REST") are matched in capitals only, so that "nab" and "rest" are not.
    """
    groups: dict[tuple[str, str], list[str]] = {}
    for word in sorted(set(words), key=lambda word: (-len(word), word)):
        groups.setdefault(_borders(word), []).append(_phrase(word))
    found = [f"{head}(?:{either(group)}){tail}" for (head, tail), group in groups.items()]
    return re.compile("|".join(found) or r"(?!)", re.IGNORECASE)


def _borders(word: str) -> tuple[str, str]:
    """What must not stand before and after a word; scripts without letter case put no spaces between words."""
    if word.lower() == word.upper():
        return "", ""
    head = rf"(?<!{_LETTER})" if word[0].isalnum() else ""
    tail = rf"(?!{_LETTER}|[+#])" if word[-1].isalnum() else rf"(?!{_LETTER})"
    return head, tail


def _phrase(word: str) -> str:
    inner = r"[\s>]+".join(re.escape(part) for part in word.split())
    exact = word.isupper() and len(word) <= 4
    return f"(?-i:{inner})" if exact else inner


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
    sentences = tuple(passage.sentences())
    place = bisect_right(sentences, start, key=lambda sentence: sentence.start) - 1
    if place >= 0 and start < sentences[place].end:
        first = max(sentences[place].start, start - most // 2)
        last = min(sentences[place].end, max(end, first + most))
        return passage.evidence(_word_start(passage.text, first, start), last)
    return passage.evidence(start, end)


def _word_start(text: str, first: int, latest: int) -> int:
    while 0 < first < latest and not text[first - 1].isspace():
        first += 1
    return first
