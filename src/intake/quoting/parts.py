"""What a writer's lines do: prose, signature, footer."""

from __future__ import annotations

from collections.abc import Sequence

from intake.model import Address, Part


def parts(lines: Sequence[str], author: Address | None) -> list[Part]:
    """Return the part of each line of one writer's stretch."""
    return [Part.PROSE] * len(lines)
