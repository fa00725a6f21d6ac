"""An expression of time with what stands around it, as the rules on words directly beside it see it."""

from __future__ import annotations

from dataclasses import dataclass

from intake.fields.period.cues import Cue
from intake.fields.period.expression import Expression

NEAR = 110  # characters beside an expression that are looked at


@dataclass(frozen=True, slots=True)
class Near:
    """An expression with the text of its sentence before it, the text behind it, and the cues of its clause.

    `between` is what stands between it and the next expression, None behind the last one. `names` are the first words,
    case folded, of the organisation's names.
    """

    expression: Expression
    left: str
    right: str
    around: str
    between: str | None
    cues: tuple[Cue, ...]
    names: frozenset[str] = frozenset()
