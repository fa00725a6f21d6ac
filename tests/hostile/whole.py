"""Whole mails of long hostile texts, and the time that understanding them takes as the text grows.

What one rule does in proportion, two of them together may not: for each of many names, look at a sentence of many.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from hostile import mails
from hostile.patterns import LINEAR, computing
from hostile.texts import PIECES, long
from intake.config import Limits
from intake.process import process
from support.cases import programme

LIMITS = Limits(text_characters=2**21, message_bytes=2**25)
_MOST = 60.0  # seconds of computing after which one is stopped
_QUICK = 0.3  # seconds; below them a ratio says more of the machine than of the program


def as_body(text: str) -> bytes:
    """A letter whose sender goes on with this."""
    return mails.text(mails.LETTER + text.encode("utf-8", "replace"))


def as_page(text: str) -> bytes:
    """The same as HTML."""
    start = b"<p>Dear team,</p><p>I would like to apply.</p>"
    return mails.text(start + text.encode(), b"text/html; charset=utf-8")


def as_resume(text: str) -> bytes:
    """A letter with this as its resume."""
    start = (
        "Ana Ruiz\nEDUCATION\nLakeside University, B.Sc., 2015 - 2018\nCOURSEWORK\nAlgorithms, Statistics\n"
    )
    return mails.with_file((start + text).encode("utf-8", "replace"), "resume.txt", "text/plain")


SHAPES: Mapping[str, Callable[[str], bytes]] = {"body": as_body, "HTML": as_page, "resume": as_resume}


@dataclass(frozen=True, slots=True)
class Growth:
    """The seconds of computing that a mail takes whose text has a quarter of a size, and all of it."""

    shape: str
    piece: str
    small: float
    large: float

    @property
    def is_steep(self) -> bool:
        """Whether four times the text takes far more than four times as long."""
        return self.large > _QUICK and self.large > LINEAR * self.small


def growths(size: int, pieces: Iterable[str] = PIECES, shapes: Iterable[str] = SHAPES) -> Iterator[Growth]:
    """Hold each piece in each shape against the whole middle, the text being so many characters."""
    for shape in shapes:
        process(SHAPES[shape]("I would like to apply. "), programme(), limits=LIMITS)  # what is made once
        for piece in pieces:
            yield _growth(shape, piece, size)


def _growth(shape: str, piece: str, size: int) -> Growth:
    """Measured once, and where that looks steep twice more, as others may keep the machine busy."""
    small = large = float("inf")
    for _ in range(3):
        small = min(small, _seconds(shape, piece, size // 4))
        large = min(large, _seconds(shape, piece, size))
        if not Growth(shape, piece, small, large).is_steep:
            break
    return Growth(shape, piece, small, large)


def _seconds(shape: str, piece: str, size: int) -> float:
    raw = SHAPES[shape](long(PIECES[piece], size))
    return computing(lambda: process(raw, programme(), limits=LIMITS), _MOST)
