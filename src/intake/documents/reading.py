"""What a reader is given and what it gives back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from intake.config import Limits
from intake.model import Attachment

DAMAGED = "the file is damaged: "  # begins what is said of damaged files
EMPTY = "the file is empty"


class Unreadable(Exception):  # noqa: N818 - names the outcome, not an error of ours
    """Raised inside a reader where a file has no text for us; the argument is the reason in a recruiter's words."""


@dataclass(slots=True)
class Budget:
    """What may still be taken out of containers, shared by an attachment and all archives within it."""

    members: int
    size: int  # bytes


@dataclass(frozen=True, slots=True)
class File:
    """The bytes a reader reads, with what the sender says about them (a hint at most)."""

    name: str
    declared: str
    content: bytes = field(repr=False)
    type: str
    limits: Limits
    budget: Budget
    expired: Callable[[], bool] = lambda: False


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read: the text (None where there is none), what is doubtful about it, pages, and files within it."""

    text: str | None
    problem: str | None = None
    pages: int | None = None
    members: tuple[Attachment, ...] = ()


@dataclass(frozen=True, slots=True)
class Reader:
    """A function from a File to a Reading, with the name and version that a record keeps of it.

    The function may raise anything: the stage turns it into a problem.
    """

    name: str
    version: int
    read: Callable[[File], Reading]
