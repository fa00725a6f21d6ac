"""Whether the applicant names the organisation: a letter that does is about it (the page: "specific interest in Numenta")."""

from __future__ import annotations

from intake.fields.case import Case
from intake.fields.passage import Passage
from intake.fields.wording import occurrences, sentence_around
from intake.model import Role, Signal

VERSION = 2


def find(case: Case) -> Signal | None:
    """The first sentence of the applicant's own prose or letter that names it, or None."""
    letters = [Passage.whole(d) for d in case.with_role(Role.LETTER, Role.LETTER_AND_RESUME) if not d.regions]
    for passage, match in occurrences([*letters, *case.prose], case.programme.organisation.names):
        return Signal(match.group(), sentence_around(passage, match.start(), match.end()))
    return None
