"""Names of courses in sentences in which no verb or label leads to them, but courses are spoken of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from intake.fields.coursework.names import part_at_and
from intake.fields.coursework.runs import Runs
from intake.fields.coursework.sentences import (
    DROPPED,
    ELSEWHERE,
    NO_COURSE,
    NOT_TAKEN,
    NOUN_AFTER,
    WHERE,
    Found,
    accepted,
    clause,
    has_capital,
    sentences,
)
from intake.fields.passage import Passage
from intake.fields.vocabulary import courses as vocabulary

# Not courses, however they are written: what somebody likes, looks into or can do.
_INTEREST = re.compile(
    r"\b(?:interest\w*|passion\w*|fascinat\w*|thesis|dissertation|research(?!\s+methods)\w*|skills?|topics?|fields?|areas?|department"
    r"|prefer\w*|apply(?:ing)?|choice|internships?|(?:freshman|sophomore|junior|senior|student|year)\s+(?:in|of)"
    r"|award\w*|prizes?|gpa|podcasts?|b\.e\.|[bm]\.?tech|[bm]\.?sc|(?:bachelor|master)\w*\s+(?:in|of)"
    r"|bewerb\w*|praktik\w*|bereich|studiere|major\w*|minor\w*|degree|ph\.?d\.?\s+(?:in|student|candidate|program\w*|topic|thesis)|group|team|paper|published|applications?|conference)(?!\w)",
    re.IGNORECASE,
)
_TAKING = re.compile(
    r"\b(?:take|took|taken|taking|enrolled|signed\s+up|finished|passed|completed|studied|done|did|had|have|came|comes|is|was|were|in)\b",
    re.IGNORECASE,
)
_AND_SO_ON = re.compile(r"[\s,;/&]*+(?:(?:and|or)\s*+)?")  # between the names of one list
_STUDIED = re.compile(
    r"\b(?:took|taken|finished|passed|completed|studied|enrolled|signed\s+up|been\s+through|gone\s+through|for\s+the\s+record|transcript)\b|\bstudies:",
    re.IGNORECASE,
)


def told(passage: Passage, kept: list[Found]) -> Iterator[Found]:
    """Names that no verb or label leads to: three or more where courses are spoken of, any beside those that are kept.

    "You ask for course work. For the record, at UC: Compilers, Networks, Statistical Learning."
    """
    before = None
    for sentence in sentences(passage):
        spoken_of = any(s is not None and NOUN_AFTER.search(s.words[:1500]) for s in (sentence, before))
        beside = any(
            sentence.start <= f.start < sentence.end
            or (before is not None and before.start <= f.start < before.end)
            for f in kept
        )
        before_ends_in_question = before is not None and before.words.rstrip().endswith(("?", ":"))
        before = sentence
        studied = _STUDIED.search(sentence.words) is not None
        if not (spoken_of or beside or studied):
            continue
        if (
            DROPPED.search(sentence.words)
            or _INTEREST.search(sentence.words)
            or ELSEWHERE.search(sentence.words)
        ):
            continue
        one = _names_anywhere(sentence, kept)
        if one is None:
            continue
        here = NOUN_AFTER.search(sentence.words) is not None or (before_ends_in_question and spoken_of)
        listed = len(one.names) > (1 if here else 2) and (spoken_of or studied)
        if listed or (beside and (one.placed or _TAKING.search(sentence.words))):
            yield one


def _names_anywhere(sentence: Passage, kept: list[Found]) -> Found | None:
    """All names of courses in a sentence that are written with capitals, those that are kept already left out."""
    found: list[tuple[str, int, int]] = []
    small = sentence.is_uncapitalised()
    denied = sentence.start  # as far as a list that is somebody else's, or was not taken
    for raw, start, end in Runs(
        sentence.text, sentence.start, min(sentence.end, sentence.start + 1_500), loose=small
    ).anywhere():
        if any(f.start <= start < f.end for f in kept) or NO_COURSE.match(sentence.text, end):
            continue
        goes_on = denied > sentence.start and _AND_SO_ON.fullmatch(sentence.text, denied, start)
        if goes_on or NOT_TAKEN.search(clause(sentence.text[max(sentence.start, start - 60) : start])):
            denied = end
            continue
        pieces = part_at_and(" ".join(raw.split()))
        named = [n for piece in pieces if (n := accepted(piece, False)) and (small or has_capital(n))]
        found += [(n, start, end) for n in named if " " in n or n.casefold() in vocabulary.STANDALONE]
    if not found:
        return None
    names = tuple(dict.fromkeys(name for name, _, _ in found))
    placed = bool(WHERE.search(sentence.words[:1500]))
    return Found(names, found[0][1], found[-1][2], False, True, False, placed)
