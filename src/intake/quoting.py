"""Whose words are whose in a body: quotes, forwards, signatures and footers, by one pass over its lines."""

from __future__ import annotations

from intake.model import Layer, Part, Region


def regions(text: str, *, subject: str = "") -> tuple[Region, ...]:
    """Part a body's text into stretches of one layer and part each, in order, covering it wholly."""
    return (Region(0, len(text), Layer.OWN, Part.PROSE),) if text else ()
