"""What a stretch of words is for: the vocabulary's phrases as patterns, asked in one place.

Texts are looked at as far as their first 20,000 characters: nobody says later than that why they write.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from intake.fields.memory import remembered
from intake.fields.phrases import phrases
from intake.fields.vocabulary import adding, applying, selling
from intake.fields.vocabulary import others as for_others

MOST = 20_000

APPLIES = phrases(applying.APPLIES, applying.APPLIES_ELSEWHERE)
INTERESTED = phrases(applying.INTERESTED)
OFFERS = phrases(applying.OFFERS)
WISHES = phrases(applying.WISHES)
MADE = phrases(applying.MADE)
NOT_YET = phrases(applying.NOT_YET)
ASKS = phrases(applying.ASKS)
NO_APPLICANT = phrases(applying.NO_APPLICANT)
APPLIES_SURE = phrases(applying.APPLIES_SURE)
PUTS_OFF = phrases(applying.PUTS_OFF)
RESENDS = phrases(adding.RESENDS)
MATERIALS = phrases(applying.MATERIALS)
TOPIC = phrases(applying.TOPIC)
ADDS = phrases(adding.ADDS)
ASKED_FOR = phrases(adding.ASKED_FOR)
EARLIER = phrases(adding.EARLIER)
GIVES = phrases(adding.GIVES)
WITHDRAWS = phrases(adding.WITHDRAWS)
THANKS = phrases(adding.THANKS)
REFUSED = phrases(adding.REFUSED)
FOR_OTHERS = phrases(for_others.FOR_OTHERS)
STAFF = phrases(for_others.STAFF)
PASSES_ON = phrases(for_others.PASSES_ON)
SUBMITS_ANOTHER = phrases(for_others.SUBMITS_ANOTHER)
RECOMMENDS = phrases(for_others.RECOMMENDS)
SELLS = phrases(selling.SELLS, selling.SELLS_SURE)
SELLS_SURE = phrases(selling.SELLS_SURE)
PRESS = phrases(selling.PRESS, selling.PRESS_SURE)
PRESS_SURE = phrases(selling.PRESS_SURE)

_OWN_NAME = re.compile(
    r"\b(?:my name is|i am called|i'm called|mein name ist|je m'appelle|me llamo|mi nombre es|меня зовут)\b|我叫|我是",
    re.IGNORECASE,
)
_OTHERS = re.compile(r"\b(?:he|she|his|her|hers|him)\b", re.IGNORECASE)
_OWN_DOCUMENTS = phrases(applying.OWN_DOCUMENTS)


@remembered
def applies(text: str) -> re.Match[str] | None:
    """The first words by which somebody applies in the first person, and does not put it off or only ask how."""
    return next(_not_put_off(APPLIES, text), None)


def done(pattern: re.Pattern[str], text: str) -> int:
    """How many different phrases of a pattern a text holds that it does not put off."""
    return len({" ".join(match.group().casefold().split()) for match in _not_put_off(pattern, text)})


def _not_put_off(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    later = _later(text)
    starts = [start for start, _ in later]
    for match in pattern.finditer(text, 0, MOST):
        before = bisect_right(starts, match.start())
        ahead = before < len(later) and later[before][0] < match.end()
        if not ahead and not (before and later[before - 1][1] > match.start()):
            yield match


@remembered
def _later(text: str) -> tuple[tuple[int, int], ...]:
    """Where a text puts off."""
    return tuple(match.span() for match in NOT_YET.finditer(text, 0, MOST))


def speaks_of_others(text: str) -> int:
    """How often somebody else is spoken of: he, she, her, his."""
    return sum(1 for _ in _OTHERS.finditer(text, 0, MOST))


@remembered
def first_person(text: str) -> bool:
    """Whether somebody introduces themselves or speaks of their own documents as an applicant does."""
    return bool(_OWN_NAME.search(text, 0, MOST) or applies(text) or _OWN_DOCUMENTS.search(text, 0, MOST))


@remembered
def distinct(pattern: re.Pattern[str], text: str) -> int:
    """How many different phrases of a pattern a text holds."""
    return len({" ".join(match.group().casefold().split()) for match in pattern.finditer(text, 0, MOST)})
