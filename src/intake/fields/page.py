"""The public page's words: where an applicant pastes or quotes the page, they are not the applicant's own.

Words are compared by runs of three in a row, in time that grows with the text's length; articles are passed over
and "their", "your" and "our" count as the same word, because people fit what they paste into their sentence.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import lru_cache

from intake.config import Programme
from intake.fields.memory import remembered
from intake.fields.passage import Passage

Span = tuple[int, int]
_Token = tuple[int, int, str]

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_ARTICLES = frozenset(("a", "an", "the"))
_POSSESSIVES = frozenset(("your", "their", "our"))
_RUN = 8  # so many of the page's words in a row are the page's wherever they stand
_LINE = 4  # so many are, where they are all that a line says
_GAP = 2  # words changed within a run
_ANSWER = re.compile(r"[:\n]")  # what stands between the page's words and another answer of the applicant's
_MARGIN = 80  # characters beside a run that may be a bullet's or a prompt's
_MOST_LINES = 60  # of a block that is introduced as the page's

_SOURCE = (
    r"(?:web\s?page|web\s?site|site|page|posting|post|listing|advert\w{0,10}|ad|announcement"
    r"|(?:job|position)\s+description)"
)
_QUOTING = re.compile(
    rf"^[^\n]{{0,80}}?(?:\b(?:from|quot\w{{1,5}}|past\w{{1,5}})\s+(?:\w+\s+){{0,2}}?(?:your|the)\s+(?:[\w'’]+\s+){{0,3}}?{_SOURCE}\b"
    rf"|\b(?:your|the)\s+(?:[\w'’]+\s+){{0,3}}?{_SOURCE}\s+(?:says|said|states|stated|reads)\b)"
    r"[^\n.!?]{0,60}:[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)
_ANSWERING = re.compile(r"\b(?:here\s+(?:is|are)|my|as\s+(?:requested|asked)|i)\b", re.IGNORECASE)
_FIRST_PERSON = re.compile(r"\b(?:i|i['’]\w{1,2}|my|me|mine|myself)\b", re.IGNORECASE)
_SPEAKER = re.compile(r"\b(?:i|i['’]d|i['’]m|i\s+am)\s+(?:also\s+|am\s+)?$", re.IGNORECASE)
_TELLS = re.compile(
    r"\bI\b[^.;:!?\n]{0,40}\b(?:there['’]?s|there\s+is|you\s+(?:still\s+)?have|want|take)\s+(?:(?:the|an?|your)\s+)?$",
    re.IGNORECASE,
)
_BULLET = re.compile(r"[ \t]*(?:[-*•·▪◦–—>\"“]|\d{1,2}[.)])")
# What pages ask of "you" or "applicants", whosever page it is: nobody says so of themselves.
_PROMPT = re.compile(
    r"\b(?:(?:describing|explaining|stating)\s+(?:your|their)\s+(?:specific\s+)?(?:interest|motivation)"
    r"|which\s+area\s+(?:of\s+\w+\s+)?you\s+would\s+like"
    r"|period\s+of\s+(?:the|your)\s+internship\s+\(e\.?\s?g)[^\n:?]{0,120}[:?]?",
    re.IGNORECASE,
)


def page_spans(text: str, programme: Programme) -> list[Span]:
    """The stretches of a text that say what the programme's page says, in order and apart from each other.

    Offsets count characters. An answer written behind a pasted question is not part of a stretch.
    """
    return list(_page_spans(text, programme.page.text))


@remembered
def _page_spans(text: str, page: str) -> tuple[Span, ...]:
    pasted = _merged([*_pasted(text, page), *_prompts(text)], text)
    spans = _merged([*pasted, *_introduced(text, pasted)], text)
    return tuple(_merged([*spans, *_headings(text, spans, page)], text))


def own_words(passage: Passage, spans: list[Span]) -> Iterator[Passage]:
    """Yield what is left of a passage without these stretches of its text; nothing that holds no letter."""
    start = passage.start
    for span_start, span_end in [*spans, (passage.end, passage.end)]:
        if span_end < passage.start or span_start > passage.end:
            continue
        piece = passage.cut(start, span_start)
        if piece.start < piece.end and _WORD.search(piece.text, piece.start, piece.end):
            yield piece
        start = max(start, span_end)


def _tokens(text: str) -> list[_Token]:
    found = []
    for match in _WORD.finditer(text):
        word = match.group().casefold()
        if word not in _ARTICLES:
            found.append((match.start(), match.end(), "*" if word in _POSSESSIVES else word))
    return found


@lru_cache(maxsize=8)
def _shingles(page: str) -> frozenset[tuple[str, str, str]]:
    words = [word for _, _, word in _tokens(page)]
    return frozenset(zip(words, words[1:], words[2:], strict=False))


def _pasted(text: str, page: str) -> Iterator[Span]:
    """Runs of the page's words, long ones anywhere and short ones where they fill their line."""
    shingles = _shingles(page)
    if not shingles:
        return
    tokens = _tokens(text)
    run: list[_Token] = []
    for token, theirs, apart in _marked(tokens, shingles):
        if theirs and (
            not run or apart == 0 or (apart <= _GAP and not _ANSWER.search(text, run[-1][1], token[0]))
        ):
            run.append(token)
        elif theirs:
            yield from _span(text, run)
            run = [token]
    yield from _span(text, run)


def _marked(
    tokens: list[_Token], shingles: frozenset[tuple[str, str, str]]
) -> Iterator[tuple[_Token, bool, int]]:
    """Each token, whether it stands in one of the page's shingles, and how many since the last that does."""
    theirs = [False] * len(tokens)
    for at in range(len(tokens) - 2):
        if (tokens[at][2], tokens[at + 1][2], tokens[at + 2][2]) in shingles:
            theirs[at] = theirs[at + 1] = theirs[at + 2] = True
    apart = 0
    for token, mark in zip(tokens, theirs, strict=True):
        yield token, mark, apart
        apart = 0 if mark else apart + 1


def _span(text: str, run: list[_Token]) -> Iterator[Span]:
    if not run:
        return
    start, end = run[0][0], run[-1][1]
    if _SPEAKER.search(text, max(0, start - 12), start):
        return  # "I would like to be considered for ...": the page's verb, and the applicant's sentence
    if len(run) < 2 * _RUN and _TELLS.search(text, max(0, start - _MARGIN), start):
        return  # "I saw that there's one open intern position for ..."
    line_start, line_end = _line_start(text, start), _line_end(text, end)
    head, tail = _bare(text, line_start, start), _bare(text, end, line_end)
    if len(run) >= _RUN or (len(run) >= _LINE and head and tail):
        yield (line_start if head else start), (line_end if tail else _past_punctuation(text, end))


def _bare(text: str, start: int, end: int) -> bool:
    """Whether nothing but a bullet or punctuation stands there."""
    return end - start < _MARGIN and not _WORD.search(text, start, end)


def _prompts(text: str) -> Iterator[Span]:
    for match in _PROMPT.finditer(text):
        start = max(_line_start(text, match.start()), match.start() - _MARGIN)
        if not _FIRST_PERSON.search(text, start, match.end()):
            yield start, match.end()


def _introduced(text: str, pasted: list[Span]) -> Iterator[Span]:
    """Blocks under "From your web page:" and the like, as far as they do not speak of "I"."""
    end = 0
    for intro in _QUOTING.finditer(text):
        if intro.start() < end or _ANSWERING.search(intro.group()):
            continue
        end = _block_end(text, min(intro.end() + 1, len(text)), pasted)
        if end > intro.end() + 1:
            yield intro.start(), end


def _block_end(text: str, at: int, pasted: list[Span]) -> int:
    end, taken, gap = at, 0, False
    while at < len(text) and taken < _MOST_LINES:
        stop = _line_end(text, at)
        if not text[at:stop].strip():
            gap = taken > 0
        elif _FIRST_PERSON.search(text, at, stop) or (gap and not _goes_on(text, at, stop, pasted)):
            break
        else:
            end, taken, gap = stop, taken + 1, False
        at = stop + 1
    return end


def _goes_on(text: str, at: int, stop: int, pasted: list[Span]) -> bool:
    """Whether a line behind an empty one still belongs to the block above."""
    return _BULLET.match(text, at, stop) is not None or _within(at, pasted)


def _within(at: int, spans: list[Span]) -> bool:
    before = bisect_right(spans, at, key=lambda span: span[0])
    return before > 0 and at < spans[before - 1][1]


def _headings(text: str, spans: list[Span], page: str) -> Iterator[Span]:
    """Short lines of the page ("How to Apply") that stand right above more of its words."""
    short = _short_lines(page)
    for start, _ in spans:
        above = _line_above(text, start)
        while above is not None and _words(text[above[0] : above[0] + _MARGIN]) in short:
            yield above
            above = _line_above(text, above[0])


@lru_cache(maxsize=8)
def _short_lines(page: str) -> frozenset[tuple[str, ...]]:
    return frozenset(words for line in page.splitlines() if len(line) < _MARGIN and (words := _words(line)))


def _words(line: str) -> tuple[str, ...]:
    return tuple(word for _, _, word in _tokens(line))


def _line_above(text: str, at: int) -> Span | None:
    """The last line that is not empty before the line of `at`."""
    end = text.rfind("\n", 0, at)
    while end > 0:
        start = text.rfind("\n", 0, end) + 1
        if text[start:end].strip():
            return start, end
        end = start - 1
    return None


def _line_start(text: str, at: int) -> int:
    return text.rfind("\n", 0, at) + 1


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end


def _past_punctuation(text: str, at: int) -> int:
    while at < len(text) and text[at] in ".,;:!?)\"'”’":
        at += 1
    return at


def _merged(spans: Iterable[Span], text: str) -> list[Span]:
    """The spans in order, those that touch or stand apart by white space only joined."""
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and (start <= merged[-1][1] or text[merged[-1][1] : start].isspace()):
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
