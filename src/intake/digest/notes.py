"""What a digest says in sentences: what waits, and why a person should look at an application."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from intake import wording
from intake.model import Status
from intake.review import ApplicationView, DigestData


@dataclass(frozen=True, slots=True)
class Note:
    """One reason to look: the items that it is about, '' for none, and the reason as a sentence."""

    about: str
    said: str

    @property
    def line(self) -> str:
        """`Resume, course work: Scan.pdf is a scan.`"""
        return f"{self.about}: {self.said}" if self.about else self.said


def notes(view: ApplicationView) -> tuple[Note, ...]:
    """Why a person should look, then what is known of what is missing; one cause of several items is said once."""
    unsure = _by_cause(view, Status.UNSURE)
    told = {f"{item.label}: {item.reason}" for item in view.items.values()}
    others = dict.fromkeys(note for note in view.review if note not in told)
    missing = _by_cause(view, Status.MISSING)
    return (*unsure, *(Note("", wording.sentence(note)) for note in others), *missing)


def _by_cause(view: ApplicationView, status: Status) -> tuple[Note, ...]:
    causes: dict[str, list[str]] = {}
    for item in view.items.values():
        if item.status is status and item.reason:
            causes.setdefault(wording.sentence(item.reason), []).append(item.label)
    return tuple(Note(wording.heading(", ".join(labels)), said) for said, labels in causes.items())


def lead(data: DigestData, numbers: Mapping[str, int]) -> list[tuple[str, int, str]]:
    """What waits this morning, the most pressing first: the list it stands in, how many, and the words behind it."""
    counts = {"new": len(data.new), **numbers}
    return [
        (name, counts[name], one if counts[name] == 1 else many)
        for name, (one, many) in wording.HEADLINES.items()
        if counts.get(name)
    ]
