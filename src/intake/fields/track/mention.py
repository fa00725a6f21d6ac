"""A place where an area is named, and what its words make of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from intake.fields.passage import Passage

NEAR = 160  # characters of context on either side of a name that are looked at
MOST = (
    60  # names in one sentence that are weighed: each looks at the whole sentence, and nobody wishes so often
)


class Rank(IntEnum):
    """Where in an order of wishes a name stands."""

    FIRST = 0
    PLAIN = 1
    LAST = 2


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where an area is named: who, where, how strongly it is wished for (0: not at all), and its rank."""

    track: str
    passage: Passage
    start: int
    end: int
    weight: int
    rank: Rank = Rank.PLAIN
    declined: bool = False
    earlier: bool = False  # wished in an earlier mail
    bare: bool = False  # a place that no wish stands beside: "your algorithms group does ..."
