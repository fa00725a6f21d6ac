"""Lines to layers: a stack of whose words they are, pushed by introductions and '>' signs, popped by fewer of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby

from intake.model import Address, Layer, Part, Region
from intake.quoting.answers import announces, answers
from intake.quoting.introductions import Introduction, Style, closes, find
from intake.quoting.lines import Line, split
from intake.quoting.parts import parts
from intake.quoting.vocabulary import FORWARD_SUBJECT, PASSING_ON, REPLY_SUBJECT

_WRAP = 72  # columns at which mail programs break lines
_ORPHAN = 34  # characters at most that such a break leaves behind


@dataclass(slots=True, eq=False)
class _Frame:
    """One writer's words: they stand behind at least `prefix` quote signs."""

    prefix: int
    layer: Layer
    depth: int
    author: Address | None = None
    subject: str | None = None
    quoted: dict[int, _Frame] = field(
        default_factory=dict
    )  # by prefix: answers stand between pieces of a quote
    began: bool = False


def regions(text: str, *, subject: str = "", sender: Address | None = None) -> tuple[Region, ...]:
    """Part a body's text into stretches of one layer and part each, in order, covering it wholly.

    `subject` and `sender` are the message's: a subject that says "Fwd:" makes a bare header block a forward.
    An empty text has no regions.
    """
    if not text:
        return ()
    lines = split(text)
    rows = _Scanner(lines, subject, sender).rows()
    marked: list[tuple[_Frame, Part]] = []
    ends = {id(frame): index for index, (frame, _) in enumerate(rows)}
    for frame, stretch in groupby(enumerate(rows), key=lambda row: row[1][0]):
        found = list(stretch)
        author = sender if frame.layer is Layer.OWN else frame.author
        body = [index for index, (_, header) in found if not header]
        last = ends[id(frame)] == found[-1][0]
        told = dict(zip(body, parts([lines[i].words for i in body], author, last), strict=True))
        marked.extend((frame, told.get(index, Part.HEADER)) for index, _ in found)
    return tuple(_merged(lines, marked))


def _merged(lines: Sequence[Line], marked: Sequence[tuple[_Frame, Part]]) -> list[Region]:
    """Join neighbouring lines of one frame and part; an empty last line adds nothing."""
    out: list[Region] = []
    for (frame, part), stretch in groupby(zip(lines, marked, strict=True), key=lambda pair: pair[1]):
        found = [line for line, _ in stretch]
        if found[-1].end > found[0].start:
            out.append(
                Region(
                    found[0].start, found[-1].end, frame.layer, part, frame.depth, frame.author, frame.subject
                )
            )
    return out


class _Scanner:
    """One pass over the lines with the stack of frames."""

    def __init__(self, lines: Sequence[Line], subject: str, sender: Address | None) -> None:
        self._lines = lines
        self._sender = sender
        self._stack = [_Frame(0, Layer.OWN, 0, subject=subject)]
        self._own_words: list[str] = []
        self._rows: list[tuple[_Frame, bool]] = []

    def rows(self) -> list[tuple[_Frame, bool]]:
        """Return for each line the frame it belongs to and whether it is part of that frame's header."""
        own = self._stack[0]
        at = 0
        while at < len(self._lines):
            at = self._step(at)
        own.subject = None  # a message's own words carry no header
        self._take_answers(own)
        return self._rows

    def _take_answers(self, own: _Frame) -> None:
        """Give the sender the answers that stand without a sign of their own within what is quoted."""
        quoted = [
            at
            for at, (frame, header) in enumerate(self._rows)
            if frame.layer is Layer.QUOTED and not header and self._lines[at].prefix == 0
        ]
        announced = bool(quoted) and announces(" ".join(self._own_words)[:2_000])
        for at in answers(self._lines, quoted, self._sender, announced):
            self._rows[at] = (own, False)

    def _step(self, at: int) -> int:
        line = self._lines[at]
        top = self._stack[-1]
        if line.blank and line.prefix <= top.prefix:
            self._rows.append((top, False))
            return at + 1
        if line.prefix < top.prefix and self._orphan(at):
            self._rows.append((top, False))
            return at + 1
        while self._stack[-1].prefix > line.prefix:
            self._stack.pop()
        if len(self._stack) > 1 and closes(line.words):
            self._rows.append((self._stack.pop(), True))
            return at + 1
        introduction = find(self._lines, at)
        frame = self._opened(introduction, at) if introduction else None
        if introduction and frame:
            self._rows.extend([(frame, True)] * (introduction.end - at))
            frame.began = True
            return introduction.end
        self._deepen(line.prefix)
        self._stack[-1].began = True
        self._rows.append((self._stack[-1], False))
        if len(self._stack) == 1 and len(self._own_words) < 200:
            self._own_words.append(line.words[:500])
        return at + 1

    def _orphan(self, at: int) -> bool:
        """Whether a line without its '>' is the tail of a quoted line that was wrapped once more on its way."""
        line = self._lines[at]
        before = self._lines[at - 1] if at else None
        after = self._lines[at + 1] if at + 1 < len(self._lines) else None
        if before is None or after is None or before.blank or before.prefix <= line.prefix:
            return False
        reached = before.width + 1 + len(line.words.split(None, 1)[0])
        return (
            after.prefix == before.prefix
            and line.width <= _ORPHAN
            and reached > _WRAP
            and before.words[-1] not in ".?!:"
        )

    def _opened(self, said: Introduction, at: int) -> _Frame | None:
        """Push the frame that an introduction opens; None where it introduces nothing after all."""
        top, line = self._stack[-1], self._lines[at]
        prefix = max(said.prefix, line.prefix)
        if said.style is Style.ATTRIBUTION:
            below = next((n for n in self._lines[said.end : said.end + 3] if n.words), None)
            if below is not None and below.prefix > line.prefix:
                prefix = line.prefix + 1
            elif not said.sure:
                return None
        elif said.style is Style.ORIGINAL and self._marks_quote(said, line.prefix):
            prefix = line.prefix + 1
        if line.prefix > top.prefix:
            # "> On ... wrote:" as the first quoted line heads that quote itself, as phones write it.
            self._deepen(line.prefix - 1 if prefix == line.prefix else line.prefix)
            top = self._stack[-1]
        frame = _Frame(prefix, self._layer(said, top), top.depth + 1, said.author, said.subject)
        top.quoted[prefix] = frame
        self._stack.append(frame)
        return frame

    def _marks_quote(self, said: Introduction, prefix: int) -> bool:
        """Whether the mail below a header block has '>' before its lines: lines without are answers to it."""
        below = next(
            (n for n in range(said.end, min(said.end + 3, len(self._lines))) if self._lines[n].words), None
        )
        if below is None or self._lines[below].prefix <= prefix or find(self._lines, below):
            return False
        return self._layer(said, self._stack[-1]) is Layer.QUOTED

    def _deepen(self, prefix: int) -> None:
        """Push frames until one stands behind that many quote signs."""
        while self._stack[-1].prefix < prefix:
            top = self._stack[-1]
            frame = top.quoted.get(top.prefix + 1)
            if frame is None:
                layer = self._layer(Introduction(0, 0, Style.ATTRIBUTION), top)
                frame = _Frame(top.prefix + 1, layer, top.depth + 1)
                top.quoted[frame.prefix] = frame
            self._stack.append(frame)

    def _layer(self, said: Introduction, above: _Frame) -> Layer:
        """Whether what is introduced is passed on or answered."""
        if above.layer is Layer.QUOTED:
            return Layer.QUOTED
        subject = above.subject or ""
        if said.style is Style.FORWARD:
            own = (
                self._sender is not None
                and said.author is not None
                and said.author.email == self._sender.email
            )
            return (
                Layer.QUOTED if own and above.depth == 0 and REPLY_SUBJECT.match(subject) else Layer.FORWARDED
            )
        if FORWARD_SUBJECT.match(subject):
            return Layer.FORWARDED
        if said.style is Style.ATTRIBUTION or above.depth or REPLY_SUBJECT.match(subject):
            return Layer.QUOTED
        words = " ".join(self._own_words)
        return Layer.FORWARDED if not words or PASSING_ON.search(words) else Layer.QUOTED
