"""The area an applicant wants: named, said in the programme's other words, ranked, both, not offered, or merely hinted.

The page asks "which area of internship you would like to be considered for". A name alone is not a wish:
"I took Algorithms" and "a software engineer at Initech" name areas too. Each place where a name stands is
weighed by the words around it; only wishes count, and the wish in the applicant's own prose before others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from intake.config import Programme
from intake.fields.case import Case
from intake.fields.passage import Passage
from intake.fields.track.mention import Mention
from intake.fields.track.mentions import mentions_in
from intake.fields.track.unnamed import not_named
from intake.fields.vocabulary import tracks as words
from intake.fields.wording import sentence_around
from intake.model import Finding, Role, Status

VERSION = 10
OBJECTIVE_WITHIN = 30  # lines of a resume's beginning in which an objective is looked for
_OLD_OBJECTIVE = "stands only in an objective that names an earlier year"
_YEAR = re.compile(r"\b20\d\d\b")
OBJECTIVE_LINES = 4  # that an objective has at most


def find(case: Case) -> Finding:
    """The wished areas, the preferred one first; unsure where only hinted at or not offered; else missing."""
    if not case.programme.tracks:
        return Finding("track", Status.MISSING, rule="track.none")
    for rule, passages in _places(case):
        mentions = [m for passage in passages for m in mentions_in(passage, case.programme, rule)]
        wishes = _latest([m for m in mentions if m.weight >= 2 and not m.declined])
        if wishes:
            found = _present(rule, wishes, case.programme)
            old = rule == "track.objective" and _is_old(passages, case)
            return replace(found, status=Status.UNSURE, reason=_OLD_OBJECTIVE) if old else found
    return not_named(case)


def _is_old(passages: tuple[Passage, ...], case: Case) -> bool:
    """Whether an objective names a year before the mail's, and none of now: it was written for something else."""
    years = [int(year) for passage in passages for year in _YEAR.findall(passage.words)]
    return bool(years) and case.received is not None and max(years) < case.received.year


def _latest(wishes: list[Mention]) -> list[Mention]:
    """Wishes without those of an earlier mail where another is told: "I applied for X. Would you move me to Y?"; and
    without places of which something else is said: "The X group does great work. I'm applying for Y."
    """
    now = [wish for wish in wishes if not wish.earlier] or wishes
    return [wish for wish in now if not wish.bare] or now


def _places(case: Case) -> Iterator[tuple[str, tuple[Passage, ...]]]:
    """Where a wish may stand, the most trusted first."""
    letters = tuple(Passage.whole(d) for d in case.with_role(Role.LETTER) if not d.regions)
    both = tuple(Passage.whole(d) for d in case.with_role(Role.LETTER_AND_RESUME) if not d.regions)
    yield "track.prose", (*case.prose, *case.labelled)
    if case.subject is not None:
        yield "track.subject", (case.subject,)
    yield "track.letter", (*letters, *both)
    yield (
        "track.objective",
        tuple(_objective(Passage.whole(d)) for d in case.with_role(Role.RESUME) if not d.regions),
    )


def _objective(resume: Passage) -> Passage:
    """The lines under a resume's "Objective" (one that stands near its top), or none of it."""
    lines = list(islice(resume.lines(), OBJECTIVE_WITHIN))
    for number, line in enumerate(lines):
        if words.OBJECTIVE.match(line.words):
            last = number
            while (
                last + 1 < len(lines) and last - number < OBJECTIVE_LINES and not _is_heading(lines[last + 1])
            ):
                last += 1
            return resume.cut(line.start, lines[last].end)
    return resume.cut(resume.start, resume.start)


def _is_heading(line: Passage) -> bool:
    said = line.words.strip()
    return len(said.split()) <= 4 and (said.isupper() or said.istitle()) and not said.endswith((".", ","))


def _of_both(sentence: Passage) -> bool:
    """ "I'm applying for both areas, with algorithms being my first choice"; not "I like both areas, but ..."."""
    return words.BOTH_AREAS.search(sentence.words) is not None and words.TURNS.search(sentence.words) is None


def _present(rule: str, wishes: list[Mention], programme: Programme) -> Finding:
    """The wished areas in order of preference: said preferences first, then as named; "both areas, X first" are all of them."""
    order: dict[str, tuple[int, int]] = {}
    for position, wish in enumerate(wishes):
        key = (int(wish.rank), position)
        order[wish.track] = min(order.get(wish.track, key), key)
    ranked = sorted(order, key=lambda track: order[track])
    if len(programme.tracks) == 2 and any(_of_both(wish.passage) for wish in wishes):
        ranked += [track.id for track in programme.tracks if track.id not in order]
    shown = next(wish for wish in wishes if wish.track == ranked[0])
    evidence = sentence_around(shown.passage, shown.start, shown.end)
    return Finding("track", Status.PRESENT, list(ranked), evidence, rule)
