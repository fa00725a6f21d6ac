"""What the applicant says of the organisation's own technologies (the page: "any relevant experience with NuPIC")."""

from __future__ import annotations

from intake.fields.case import Case
from intake.fields.passage import Passage
from intake.fields.wording import occurrences, sentence_around
from intake.model import Role, Signal

VERSION = 2


def find(case: Case) -> tuple[Signal, ...]:
    """Each technology named, once, with the first sentence that names it: own prose first, then letter and resume."""
    texts = [
        Passage.whole(d)
        for d in case.with_role(Role.LETTER, Role.LETTER_AND_RESUME, Role.RESUME)
        if not d.regions
    ]
    spelled = {name.casefold(): name for name in case.programme.organisation.technologies}
    found: dict[str, Signal] = {}
    for passage, match in occurrences([*case.prose, *texts], case.programme.organisation.technologies):
        name = spelled[" ".join(match.group().casefold().split())]
        if name not in found:
            found[name] = Signal(name, sentence_around(passage, match.start(), match.end()))
    return tuple(found.values())
