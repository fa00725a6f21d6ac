"""Proof of a programme's own examples: each must be read as its table says, no counter-example may."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from intake.config import Programme
from intake.fields.eligibility import elsewhere, enrolled, statement
from intake.fields.passage import Passage
from intake.fields.track.mentions import mentions_in


def prove(programme: Programme) -> tuple[tuple[str, ...], int]:
    """Return what does not hold, each with its key and sentence, and the number of sentences tried."""
    faults, tried = [], 0
    for key, examples, counter_examples, holds in _claims(programme):
        tried += len(examples) + len(counter_examples)
        faults += [f"{key}.examples: {text!r} is not read as this" for text in examples if not holds(text)]
        faults += [
            f"{key}.counter_examples: {text!r} is read as this" for text in counter_examples if holds(text)
        ]
    return tuple(faults), tried


def wished(text: str, programme: Programme) -> set[str]:
    """The ids of the areas a sentence wishes for."""
    mentions = mentions_in(_passage(text), programme)
    return {mention.track for mention in mentions if mention.weight >= 2 and not mention.declined}


Claim = tuple[str, tuple[str, ...], tuple[str, ...], Callable[[str], bool]]


def _claims(programme: Programme) -> Iterator[Claim]:
    for track in programme.tracks:
        yield (
            f"tracks.{track.id}",
            track.examples,
            track.counter_examples,
            partial(_wishes, programme, track.id),
        )
    rules = programme.eligibility
    for said in rules.statements if rules else ():
        yield (
            f"eligibility.statements.{said.value}",
            said.examples,
            said.counter_examples,
            partial(_states, programme, said.value),
        )
    if rules and rules.elsewhere:
        said = rules.elsewhere
        yield (
            "eligibility.elsewhere",
            said.examples,
            said.counter_examples,
            lambda text: (
                elsewhere([_passage(text)], rules) is not None
                and not statement([_passage(text)], rules.statements)
            ),
        )
    enrolment = rules.enrolment if rules else None
    if enrolment:
        yield (
            "eligibility.enrolment",
            enrolment.examples,
            enrolment.counter_examples,
            lambda text: enrolled([_passage(text)], enrolment, None) is not None,
        )


def _wishes(programme: Programme, wanted: str, text: str) -> bool:
    return wanted in wished(text, programme)


def _states(programme: Programme, wanted: str, text: str) -> bool:
    found = statement([_passage(text)], programme.eligibility.statements) if programme.eligibility else None
    return found is not None and found.value == wanted


def _passage(text: str) -> Passage:
    return Passage("body", text, 0, len(text))
