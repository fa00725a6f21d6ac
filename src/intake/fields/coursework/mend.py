"""Names that a line end cut in two: which line goes on, and how the halves are put together."""

from __future__ import annotations

import re

from intake.fields.coursework import judge
from intake.fields.vocabulary import courses as vocabulary

_OPEN_END = re.compile(r"(?:[,;|•·●/&、(–—]|(?<!\b[A-F])-)\s*$")
_PIECE = re.compile(r"[^\W\d_][\w'&\-]*|\w")
_PARTICIPLE = re.compile(
    r"-(?:inspired|based|driven|oriented|aided|assisted|centered|scale)$", re.IGNORECASE
)  # "Brain-Inspired"
_SIGN = re.compile(r"[&+]")
_WORD = re.compile(r"[^\W\d_]+(?:['\-][^\W\d_]+)*")
_CJK_END = re.compile(r"[\u3400-\u9fff]$")


def open_ended(text: str) -> bool:
    """Whether a text cannot be the end of a list: a separator, an open bracket or half a name stands there."""
    unclosed = text[-120:].count("(") > text[-120:].count(")")
    return bool(_OPEN_END.search(text)) or unclosed or dangles(text)


def dangles(text: str) -> bool:
    """Whether the last word of a text wants another: "Introduction to", "Advanced"."""
    if _PARTICIPLE.search(text[-60:]):
        return True
    last = _last_word(text[-60:])
    if not last or text.rstrip().endswith((")", ".")):
        return False
    is_letter, last = last == "A", last.casefold()
    if last in vocabulary.ALSO_LAST:  # "Álgebra Linear"
        before = _WORD.findall(text[-60:].casefold())[-2:-1]
        return not any(judge.is_subject(word) and word not in vocabulary.DANGLING for word in before)
    return not is_letter and last in vocabulary.DANGLING


def _last_word(text: str) -> str:
    """The word that a text ends with, marks left out; behind a number the sign that follows it, '' where none does."""
    pieces = list(_PIECE.finditer(text))
    last = pieces[-1] if pieces else None
    if last and (last.group()[0].isalpha()):
        return last.group()
    sign = _SIGN.search(text, last.end() if last else 0)
    return sign.group() if sign else ""


def starts_within(words: str) -> bool:
    """Whether a line begins within a name or list: in small letters, with a bracket or a separator."""
    first = words[:1]
    return (
        (first.islower() and not words.startswith(("http", "www")))
        or first in "(&,;"
        or words.startswith("and ")
    )


def dependent(text: str, words: str) -> bool:
    """Whether a line of one or two words only ends the name above it: "Operating" / "Systems"."""
    tail, after = _WORD.findall(re.split(r"[,;|]", text)[-1].casefold()), _WORD.findall(words.casefold())
    if tail and len(after) == 1 and after[0] in vocabulary.NEVER_ALONE and len(tail) < 6:
        return True  # "Software Engineering" / "Practicum"
    if after[:1] == ["languages"] and tail[-1:] == [
        "programming"
    ]:  # alone it heads the languages somebody speaks
        return True
    if not tail or not after or len(after) > 2 or after[0] not in vocabulary.DEPENDENT:
        return False
    return tail[-1] not in vocabulary.DEPENDENT | vocabulary.STANDALONE and len(tail) < 6


def whole(name: str) -> bool:
    """Whether words make a whole name: their last is one that names end with."""
    words = _WORD.findall(name.casefold())
    if len(words) == 1:
        return words[0] in vocabulary.STANDALONE
    return bool(words) and words[-1] in vocabulary.DEPENDENT | vocabulary.STANDALONE


def joint(text: str, words: str) -> str:
    """Put a broken line together: hyphenation undone, no space within Chinese or Japanese."""
    text = text.rstrip()
    if re.search(r"\w{2}-$", text):
        return text[:-1] + words if words[:1].islower() else text + words
    if _CJK_END.search(text) and _CJK_END.match(words[:1]):
        return text + words
    return f"{text} {words}"
