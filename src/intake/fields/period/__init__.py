"""The period that an applicant wants, with the words that say so.

    places | expressions | what the words around them say | one time from several places | the finding

`find` reads the applicant's own words first, then the subject, letters and a resume's objective; past jobs,
graduation, terms, deadlines, interviews and the page's own words are told apart by the words around them and by
the date of the mail. docs/record.md, "period".
"""

from __future__ import annotations

from intake.fields.case import Case
from intake.fields.period.choice import choose
from intake.model import Finding

VERSION = 8


def find(case: Case) -> Finding:
    """Return the finding for `period`.

    PRESENT: value has season, year, start and end (`YYYY-MM`, None where open), months (rounded), inferred
    (keys that were worked out rather than read) and alternatives (other wishes). UNSURE: something is there that
    a person must weigh; its reason says what. MISSING: nothing names a time.
    """
    return choose(case)


__all__ = ["VERSION", "find"]
