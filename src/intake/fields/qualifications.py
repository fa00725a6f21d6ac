"""Desired qualifications of the track that is asked for, where the applicant's words show them."""

from __future__ import annotations

from intake.config import Programme, Qualification
from intake.fields.case import Case
from intake.fields.passage import Passage
from intake.fields.wording import occurrences, sentence_around
from intake.model import Finding, Role, Signal

VERSION = 2


def find(case: Case, track: Finding | None) -> tuple[Signal, ...]:
    """One signal for each desired qualification that is named in resume, letter or prose; of all tracks where none is known.

    A qualification that is not found says nothing: nobody is scored.
    """
    texts = [
        Passage.whole(d)
        for d in case.with_role(Role.RESUME, Role.LETTER_AND_RESUME, Role.LETTER)
        if not d.regions
    ]
    found = []
    for wanted in _wanted(case.programme, track):
        place = next(occurrences([*texts, *case.prose], wanted.words), None)
        if place is not None:
            passage, match = place
            found.append(Signal(wanted.name, sentence_around(passage, match.start(), match.end(), 160)))
    return tuple(found)


def _wanted(programme: Programme, track: Finding | None) -> tuple[Qualification, ...]:
    asked = track.value if track is not None and isinstance(track.value, list) else []
    tracks = [t for t in programme.tracks if t.id in asked] or list(programme.tracks)
    return tuple({q.name: q for t in tracks for q in t.desired}.values())
