"""Proof of a programme's own examples: each must be read as its track says, no counter-example may."""

from __future__ import annotations

from intake.config import Programme
from intake.fields.passage import Passage
from intake.fields.track import mentions_in


def prove(programme: Programme) -> tuple[tuple[str, ...], int]:
    """Return what does not hold, each with the sentence, and the number of sentences tried."""
    faults, tried = [], 0
    for track in programme.tracks:
        for text in track.examples:
            tried += 1
            if track.id not in wished(text, programme):
                faults.append(f"tracks.{track.id}.examples: {text!r} is not read as this area")
        for text in track.counter_examples:
            tried += 1
            if track.id in wished(text, programme):
                faults.append(f"tracks.{track.id}.counter_examples: {text!r} is read as this area")
    return tuple(faults), tried


def wished(text: str, programme: Programme) -> set[str]:
    """The ids of the areas a sentence wishes for."""
    mentions = mentions_in(Passage("body", text, 0, len(text)), programme)
    return {mention.track for mention in mentions if mention.weight >= 2 and not mention.declined}
