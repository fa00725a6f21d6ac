"""Text as it was typed: lines that a mail program broke at its width are put together again, offsets unchanged."""

from __future__ import annotations

import re

from intake.fields.memory import remembered
from intake.fields.passage import Passage

_MOST = (
    60_000  # characters of a document; each passage of it is a copy of all, and longer ones are no letters
)
_NARROWEST, _WIDEST = 45, 100  # characters at which programs and people break lines
_RAGGED, _SOME = 12, 3  # characters by which broken lines differ in length, and how many of them show a width
_FEW_SPACES = 8  # of a longer line that is an address of a page, and no prose
_LINE = re.compile(r"[^\n]+")
_WORD = re.compile(r"\S+")
# What begins a line of its own, however full the line above is: a bullet, a quote, a heading in capitals, an address,
# a label. A label begins with a capital, or the line above is over.
_APART = re.compile(
    r"[\s>|*•●▪◦·‣➢✓\-–—#]|\d{1,2}[.)]\s|[A-Z][A-Z &]{3,}$|\S{1,64}@|https?:"
    r"|(?P<label>[^\W\d_][\w /&'’()-]{0,30}[:\t])",
    re.MULTILINE,
)
_LABEL_BEHIND = re.compile(r"[.;]\s[^.;:]{1,30}:$")  # "... Discrete Math. This spring:"
_ENTRIES = re.compile(r"[^\n,;]+[,;]")
_OVER = ".,;:!?)"


@remembered
def unwrapped(passage: Passage) -> Passage:
    """The passage with a space for each line end that only its width made: the next word would not have fitted.

    Offsets stay as they are; what is quoted must be taken from the document's own text.
    """
    if len(passage.text) > _MOST:
        return passage
    lines = list(_LINE.finditer(passage.text, passage.start, passage.end))
    width = _width([line.group() for line in lines])
    breaks = [line.end() for line in lines if width and _is_soft(passage, line, width)]
    if not breaks:
        return passage
    text = list(passage.text)
    for at in breaks:
        text[at] = " "
    return Passage(passage.source, "".join(text), passage.start, passage.end)


@remembered
def straightened(passage: Passage) -> Passage:
    """The same with straight apostrophes, as vocabularies write them."""
    whole = unwrapped(passage)
    return whole if len(whole.text) > _MOST else whole._replace(text=whole.text.replace("’", "'"))


def _width(lines: list[str]) -> int:
    """The width at which lines are broken, 0 where paragraphs are lines, or all lines are short."""
    if any(len(line) > _WIDEST and line.count(" ") > _FEW_SPACES for line in lines):
        return 0
    lengths = sorted((len(line) for line in lines if _NARROWEST <= len(line) <= _WIDEST), reverse=True)
    if len(lengths) < 2 or lengths[1] >= lengths[0] - _RAGGED:
        return max(lengths, default=0)
    others = lengths[1:]  # of lines that were broken before one long line
    broken = (
        width for width, last in zip(others, others[_SOME - 1 :], strict=False) if last >= width - _RAGGED
    )
    return next(broken, lengths[0])


def _is_soft(passage: Passage, line: re.Match[str], width: int) -> bool:
    text, end, last = passage.text, line.end(), line.group()[-1]
    word = _WORD.match(text, end + 1, passage.end)
    if (
        word is None
        or last.isspace()
        or not len(line.group()) <= width < len(line.group()) + 1 + len(word.group())
    ):
        return False
    apart, small = _APART.match(text, end + 1, passage.end), word.group()[0].islower()
    if apart is None:
        goes_on = _LABEL_BEHIND.search(line.group()) and _ENTRIES.match(text, end + 1, passage.end)
        return small or last != ":" or goes_on is not None
    return small and apart["label"] is not None and last not in _OVER
