"""What sentences about courses are made of: names as they are written in them, and words that say whose and where."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from intake.fields.coursework import judge
from intake.fields.coursework.names import clean
from intake.fields.coursework.rows import plain
from intake.fields.passage import Passage
from intake.fields.vocabulary import courses as vocabulary

NOUN = (  # "subjects" are courses where they are somebody's, and not those of an experiment
    r"(?:course\s?-?work|courses?|classes|modules|electives"
    r"|(?:(?<=\bmy\s)|(?<=main\s)|(?<=core\s)|(?<=relevant\s)|(?<=following\s))subjects)"
)
NOUN_AFTER = re.compile(rf"\b{NOUN}\b|\bclass\b", re.IGNORECASE)
WHERE = re.compile(
    r"\b(?:semester|quarter|term|university|uni|school|college|class(?:es)?|courses?|masters?|bachelors?"
    r"|degree|undergrad\w*|grad\w*|"
    r"fall|spring|autumn|winter|summer|year|campus|studies)\b",
    re.IGNORECASE,
)
# Somebody else's courses, courses taught, not taken, or learned elsewhere than in courses.
NOT_TAKEN = re.compile(
    r"\b(?:not|never|no|without|haven['’]?t|hasn['’]?t|didn['’]?t|don['’]?t|cannot|wish|would\s+(?:like"
    r"|love)|want(?:ed)?|hop(?:e|ing)|planned|intended|tried|meant|"
    r"gave|gives?|held|taught|teach(?:es|ing)?|tutor(?:ed|ing|s)?|TA['’]?(?:d|ing)|TA|graded|grader|grading|instruct(?:ed|or)"
    r"|assist(?:ed|ing|ant)?|lectured|mentor(?:ed|ing)?|"
    r"students|(?:an?|each|every)\s+student\s+(?:who|takes?|must|can|should|will)|candidates?|they|he|she|people|colleagues|develop(?:ed|ing)|creat(?:ed|ing)|built"
    r"|design(?:ed|ing)|your|offers?|(?<!core\s)curriculum|"
    r"attached|offering|scheduler|will(?!\s+have\b)|going\s+to|next\s+(?:term|semester|quarter|year|fall|spring|winter|autumn)|plan(?:ning)?\s+to)\b|\bi['’]ll\b",
    re.IGNORECASE,
)
# "I sat in on Databases for three weeks but dropped it"
DROPPED = re.compile(
    r"\b(?:dropped|withdrew\s+from|quit)\s+(?:it|out|that|them|the\s+class)\b", re.IGNORECASE
)
# What makes of a name that of something else: "the Data Science bootcamp".
NO_COURSE = re.compile(
    r"[\s\"”']{1,3}(?:boot\s?camps?|nano\s?degrees?|speciali[sz]ations?|certificat\w{1,6}|certified"
    r"|trainings?|tutorials?|internships?|projects?|"
    r"thesis|competitions?|hackathons?|meetups?|clubs?|teams?|groups?|labs? at|conference|workshops?"
    r"|specialist|models?|experiments?|tracks?|"
    r"positions?|internship)\b",
    re.IGNORECASE,
)
IN_NAME = re.compile(
    r"\b(?:boot\s?camp|nano\s?degree|speciali[sz]ation|certifi\w{2,7}|internship|hackathon|meetup|workshop)s?\b",
    re.IGNORECASE,
)
ELSEWHERE = re.compile(
    r"\b(?:internship|intern|job|company|employer|boot\s?camp|myself|self-taught|books?|youtube|blog"
    r"|tutorials?|conference|workshop|papers?|"
    r"kaggle|projects?|work(?:ing|ed)?\s+(?:at|for|on)|experience)\b",
    re.IGNORECASE,
)
_ABBREVIATED = re.compile(
    rf"\b(?:{'|'.join(map(re.escape, sorted(vocabulary.ABBREVIATIONS)))})\.\s*$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Found:
    """Names that one place of a sentence gives, at text[start:end] of its document."""

    names: tuple[str, ...]
    start: int
    end: int
    strong: bool
    capital: bool  # all names are written with capitals
    vague: bool  # topics rather than names
    placed: bool  # the sentence speaks of terms, school or courses


def sentences(passage: Passage) -> Iterator[Passage]:
    """Sentences, not cut behind abbreviations ("with Prof. Vance")."""
    start = passage.start
    for sentence in passage.sentences():
        if not _ABBREVIATED.search(sentence.text, max(start, sentence.end - 12), sentence.end):
            yield passage.cut(start, sentence.end)
            start = sentence.end
    if start < passage.end:
        yield passage.cut(start, passage.end)


def clause(before: str) -> str:
    """The words since the last comma or joining word, of a long stretch before a name."""
    behind = re.split(r":\s", before)[-1]
    return re.split(r"[,;]\s|\b(?:and|but|so)\s", behind)[-1] if len(behind) > 30 else behind


def accepted(piece: str, fields: bool) -> str:
    """The name in a piece of a sentence, '' where it is no course's; `fields`: names of whole fields count."""
    name = clean(
        re.sub(r"^(?:[A-Z][\w.]*\s){1,3}[A-Z][\w.]*['’]s\s|^[A-Z][\w.]*\s[A-Z]\w*['’]s\s", "", plain(piece))
    )
    if (
        not name
        or judge.is_foreign(name)
        or IN_NAME.search(name)
        or judge.is_tool(name)
        or judge.is_job(name)
    ):
        return ""
    if judge.is_code(name):
        return name
    if not name[0].isupper() and not _stands(name):
        return ""
    if not judge.is_course(name) or (not fields and is_field(name)):
        return ""
    return name


def has_capital(name: str) -> bool:
    """Whether half of a name's words, or more, do not begin with a small letter."""
    return sum(not w[0].islower() for w in name.split()) * 2 >= len(name.split())


def is_field(name: str) -> bool:
    """Whether a name is that of one or two whole fields: "Computer Science and Mathematics"."""
    whole = name.casefold()
    return whole in vocabulary.FIELDS or all(
        part in vocabulary.FIELDS for part in re.split(r"\s(?:and|&)\s", whole)
    )


def _stands(name: str) -> bool:
    """Whether words in small letters are a whole name: no lone adjective, nothing left open."""
    words = name.casefold().split()
    if len(words) == 1:
        return words[0] in vocabulary.STANDALONE
    return words[-1] not in vocabulary.DANGLING and not (
        len(words) == 2 and words[0] in {"formal", "basic", "work"}
    )
