"""What an expression of time is taken for, and the words that led to it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from intake.fields.period.expression import Shape
from intake.fields.vocabulary.availability import About


class Judgement(StrEnum):
    """What an expression is taken for."""

    WISH = "wish"
    END_ONLY = "end"  # when it must be over: says something only beside a start
    NEUTRAL = "neutral"
    REJECTED = "rejected"
    DECLINED = "declined"


@dataclass(frozen=True, slots=True)
class Verdict:
    """The judgement, the words that led to it, and how much it is preferred: 0 first choice, 1 plain, 2 second choice.

    `shape` replaces the expression's own where the words do: "not before June 5" is a start. `of_past` tells that
    its clause speaks of what has been.
    """

    judgement: Judgement
    cue: str = ""
    about: About | None = None
    rank: int = 1
    shape: Shape | None = None
    of_past: bool = False


def wish(cue: str, shape: Shape | None = None) -> Verdict:
    """A wish."""
    return Verdict(Judgement.WISH, cue, About.WISH, shape=shape)


def declined(cue: str) -> Verdict:
    """A time that the applicant's own words take back."""
    return Verdict(Judgement.DECLINED, cue, About.DECLINED)


def rejected(cue: str, about: About) -> Verdict:
    """A time of something else."""
    return Verdict(Judgement.REJECTED, cue, about)
