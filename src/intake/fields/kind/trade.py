"""Whether a mail trades: a vendor's, an agency's, an organiser's, told by kinds of marks and by who is offered.

No single mark decides. People who want to be hired speak of prices, clients and calls too; but somebody who trades
shows marks of several kinds, and does not speak of studies or of coming as an intern. Jokes ("my resume: 14 years of
coffee") use an applicant's words and show the marks all the same.
"""

from __future__ import annotations

import re

from intake.fields import intent
from intake.fields.kind.purpose import Purpose
from intake.fields.memory import remembered
from intake.fields.phrases import phrases
from intake.fields.vocabulary import selling

_SUM = re.compile(r"[$€£₹]\s?\d|\b\d[\d.,]{0,9}\s?(?:\$|€|£|usd|eur|euros?|dollars?|rs|inr)\b", re.IGNORECASE)
_SOFT = tuple(phrases(words) for words in (selling.YOURS, selling.MEETING))  # said by others too
_HARD = tuple(phrases(words) for words in (selling.FIRM, selling.EVENT, selling.GOODS, selling.OFFICE))
_MONEY = phrases(selling.MONEY)
_WAGES = re.compile(
    r"\b(?:stipend|salary|salaries|wages?|paid|pay|compensation|gehalt|bezahlt|remunerad\w|rémunéré\w?)\b",
    re.IGNORECASE,
)
_AGENCY = phrases(selling.AGENCY)
_LEARNER = phrases(selling.LEARNER)
_THIRD = re.compile(r"\b(?:he|she|his|her|him|they|their)\b", re.IGNORECASE)

_SELF = re.compile(r"\b(?:I|i|my|me|mine)\b")

_OWN_WORDS = 5  # "I" and "my": with words that apply, an applicant's and no joke
_SEVERAL = 2  # kinds of marks
_MORE = 3  # beside a resume that was sent, which may be the sender's own; with prices they are no applicant's


def trades(purpose: Purpose) -> bool:
    """Whether goods, services, an event or other people are offered, and the sender does not offer themselves."""
    if _offers_people(purpose):
        return True
    if not purpose.resumes and _prices(purpose.senders_words) and marks(purpose) >= _MORE:
        return True
    if learns(purpose) or _offers_self(purpose):
        return False
    return marks(purpose) >= (_MORE if purpose.resumes else _SEVERAL)


def marks(purpose: Purpose) -> int:
    """How many kinds of marks of trade subject, words and signature show; 0 where others show the same ones."""
    return _marks(purpose.senders_words)


@remembered
def _marks(text: str) -> int:
    hard = sum(pattern.search(text, 0, intent.MOST) is not None for pattern in (*_HARD, _AGENCY)) + _prices(
        text
    )
    if not hard:
        return 0
    return hard + sum(pattern.search(text, 0, intent.MOST) is not None for pattern in _SOFT)


@remembered
def _prices(text: str) -> bool:
    """Whether sums are named that are no intern's wages."""
    if _WAGES.search(text, 0, intent.MOST):
        return False
    return bool(_SUM.search(text, 0, intent.MOST) or _MONEY.search(text, 0, intent.MOST))


def learns(purpose: Purpose) -> bool:
    """Whether the writer speaks of their own studies, or of coming as an intern themselves."""
    return _learns(purpose.senders_text)


@remembered
def _learns(text: str) -> bool:
    return _LEARNER.search(text, 0, intent.MOST) is not None


def _offers_self(purpose: Purpose) -> bool:
    """Whether somebody applies who sends a resume or tells enough of themselves; one sentence may be a joke."""
    if intent.applies(purpose.senders_text) is None or _AGENCY.search(purpose.senders_words, 0, intent.MOST):
        return False
    return bool(purpose.resumes) or len(_SELF.findall(purpose.senders_text)) >= _OWN_WORDS


def _offers_people(purpose: Purpose) -> bool:
    """An agency's terms for somebody else: two of them, or one beside "he" and "she" or a firm's words."""
    count = intent.distinct(_AGENCY, purpose.senders_words)
    if learns(purpose) or not count:
        return False
    other = _THIRD.search(purpose.senders_text, 0, intent.MOST) is not None
    own = intent.first_person(purpose.senders_text)
    return (count >= _SEVERAL and (other or not own)) or (
        count == 1 and marks(purpose) >= _SEVERAL and not own
    )
