"""Whole mails of long hostile texts, and the time that understanding them takes as the text grows."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from hostile import mails
from hostile.patterns import computing
from hostile.texts import PIECES, long
from intake.config import Limits
from intake.fields.case import open_case
from intake.fields.extract import extract
from intake.parse import parse
from intake.process import came, process, read_all
from support.cases import programme

LIMITS = Limits(text_characters=2**21, message_bytes=2**25)


def as_body(text: str) -> bytes:
    """A letter whose sender goes on with this."""
    return mails.text(mails.LETTER + text.encode("utf-8", "replace"))


def as_page(text: str) -> bytes:
    """The same as HTML."""
    return mails.text(
        b"<p>Dear team,</p><p>I would like to apply.</p>" + text.encode(), b"text/html; charset=utf-8"
    )


def as_resume(text: str) -> bytes:
    """A letter with this as its resume."""
    words = (
        "Ana Ruiz\nEDUCATION\nLakeside University, B.Sc., 2015 - 2018\nCOURSEWORK\nAlgorithms, Statistics\n"
        + text
    )
    return mails.with_file(words.encode("utf-8", "replace"), "resume.txt", "text/plain")


SHAPES: tuple[Callable[[str], bytes], ...] = (as_body, as_page, as_resume)


def warm() -> None:
    """Let everything that is made once be made."""
    for shape in SHAPES:
        process(shape("I would like to apply. "), programme(), limits=LIMITS)


def steep(size: int, every: int = 1, first: int = 0) -> Iterator[tuple[str, str, float, float]]:
    """Yield the shape and name of each text whose time is more than in proportion, with the seconds for a quarter
    and for all of it."""
    warm()
    for name, piece in list(PIECES.items())[first::every]:
        for shape in SHAPES:
            small = _seconds(shape(long(piece, size // 4)))
            large = _seconds(shape(long(piece, size)))
            if large > 0.3 and large > 6 * small:
                yield shape.__name__, name, small, large


def _seconds(raw: bytes) -> float:
    return computing(lambda: process(raw, programme(), limits=LIMITS), 30)


def stages(raw: bytes) -> tuple[float, float]:
    """The seconds that parsing and reading take, and those of the rules."""
    held: list[object] = []

    def read() -> None:
        message = parse(raw, LIMITS)
        held.extend((message, read_all(message, LIMITS)))

    before = computing(read, 60)
    message, documents = held
    return before, computing(
        lambda: extract(open_case(message, documents, programme(), came(message, None))),  # type: ignore[arg-type]
        60,
    )
