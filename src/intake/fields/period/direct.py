"""Words directly beside a time that settle what it is, whatever else the sentence says. One rule a function."""

from __future__ import annotations

import re
from collections.abc import Callable

from intake.fields.period import ends
from intake.fields.period.cues import compiled
from intake.fields.period.expression import Shape, is_long
from intake.fields.period.near import NEAR, Near
from intake.fields.period.verdict import Verdict, declined, rejected, wish
from intake.fields.vocabulary import availability as words
from intake.fields.vocabulary.availability import About

_SMALL_WORDS = r"\s+(?:(?:in|for|from|the|during|im|en|this|a)\s+){0,2}$"
_NOT_THIS = compiled(words.NOT_THIS, _SMALL_WORDS)
_OVER_THIS = re.compile(
    r"\b(?:prefer\w*|rather|happier|better)\b[^.;]{0,60}\b(?:over|than(?:\s+with)?)" + _SMALL_WORDS,
    re.IGNORECASE,
)
_INTO = re.compile(r"\s*(?:to|into|until|→|->|auf)\s+(?:the\s+|from\s+)?", re.IGNORECASE)
# "I will be in the Bay Area in the first week of January"
_VISITING = re.compile(
    r"\b(?:be|am|['’]m)\s+(?:back\s+)?(?:in|around)\s+(?:town|the\s+(?:bay\s+)?area|your\s+(?:area|town|city)|the\s+city|san\s+francisco"
    r"|sf|california|silicon\s+valley|the\s+valley)\b[^.;]{0,20}$",
    re.IGNORECASE,
)
_IS_OPEN = re.compile(
    r"\s+(?:is|are|would\s+be|looks?)\s+(?:wide\s+|still\s+|all\s+)?(?:open|free|possible|perfect|best|ideal|good|great|fine|clear|yours|okay|ok)\b(?!\s+for\s+(?:a\s+call|an\s+interview))",
    re.IGNORECASE,
)
_AT_PLACE = re.compile(r"\s*(?:internship\s+|position\s+|offer\s+)?(?:at|with|from)\s+(?P<name>[A-Z]\w+)")
_SETTLED = re.compile(
    r"\b(?:i\s+will|i'll|i\s+am|i'm|i\s+have|i've|already|accepted|committed|signed)\b(?:\s+[\w-]+){0,6}\s*$",
    re.IGNORECASE,
)
_PLANNED = re.compile(
    r"\bmy\s+(?:original|first|initial|old|earlier)\s+(?:plan|idea|thought|hope|wish)\s+(?:was|had\s+been)\b[^.;,]{0,40}$",
    re.IGNORECASE,
)
_NOW = re.compile(
    r"\s*(?:[-–—]|to|until|till|bis)\s*(?:now|present|current\w*|today|date|heute|ongoing|сейчас)\b",
    re.IGNORECASE,
)
_IF = re.compile(r"\b(?:if|in\s+case|should|unless|when)\s+(?:the\s+|your\s+)?$", re.IGNORECASE)
_BE_FULL = re.compile(
    r"\s*(?:is|are|be|has\s+been|should\s+be)\s+(?:already\s+)?(?:full|taken|filled|closed|gone|no\s+longer)\b",
    re.IGNORECASE,
)
_AFTER = re.compile(r"(?<!I'm\s)(?<!I’m\s)(?<!\bam\s)\bafter\s+(?:the\s+|my\s+|this\s+)?$", re.IGNORECASE)
_BY = re.compile(r"\bby\s+(?:the\s+)?$", re.IGNORECASE)
_EDGE_OF = re.compile(
    r"\b(?:end|close|begin(?:ning)?|start|rest|middle|remainder)\s+of\s+(?:(?:the|my|our|this)\s+)?$"
    r"|\bbetween\s+(?:(?:[^.;]{0,60}\band|the|my|our)\s+){0,2}$",
    re.IGNORECASE,
)
_TERM = re.compile(r"\s+(?:terms?|semesters?|quarters?|trimesters?|classes|session)\b", re.IGNORECASE)
_ANSWERING = re.compile(
    r"\b(?:your\s+(?:\w+\s+)?questions?|you\s+asked|the\s+(?:other\s+)?(?:dates?|period)|my\s+answers?)[^.:;\n]{0,20}:\s*(?:from\s+)?$",
    re.IGNORECASE,
)
_SO = re.compile(r"\b(?:so|meaning|that\s+is|i\.e\.)\s*,?\s*(?:in\s+|from\s+)?$", re.IGNORECASE)
_ASKED_FOR = re.compile(r"\b(?:for|of|from)\s+$", re.IGNORECASE)
_TERM_OVER = re.compile(
    r"\s+(?:terms?|semesters?|quarters?|trimesters?|classes|session|finals|exams)\s+(?:here\s+)?(?:(?:is|are|will\s+be|gets?)\s+(?:over|done|finished|out)|ends?"
    r"|finish(?:es)?|wraps?\s+up|closes?|runs?|goes|lasts?|starts?|begins?|kicks?\s+off)\b",
    re.IGNORECASE,
)
_STUDENT = re.compile(
    r"\b(?:students?|freshman|sophomore|junior|senior|undergrad(?:uate)?|graduate|candidate|admit(?:ted)?|degree|major|program(?:me)?|university|college)"
    r"\s*\(\s*(?:starting|beginning|from|since|in|as\s+of)?\s*$",
    re.IGNORECASE,
)
_COURSES = re.compile(
    r"\b(?:course\s?work|courses?|classes|taken|taking|completed)\b"
    r"(?:(?!\b(?:intern|placement|position|appl(?:y|ied)|want|like|look|seek|join))[^.;!?]){0,200}$",
    re.IGNORECASE,
)
# "This spring: Databases, Compilers.": names behind a term, and no day or month.
_LISTED = re.compile(r"\s?:\s+[A-Z][A-Za-z &/+-]{2,40}(?:,\s*[A-Z][A-Za-z &/+-]{2,40})+(?:[.;\n]|$)")
# "Not yet taken but on the plan for spring: Cloud Computing"
_TAKEN_FOR = re.compile(
    r"\b(?:not\s+(?:yet\s+)?taken|on\s+(?:the|my)\s+plan|registered|enrolled|signed\s+up)\b[^.;]{0,30}\bfor\s+(?:the\s+|next\s+)?$",
    re.IGNORECASE,
)
_TO_TAKE = re.compile(
    r"[\s,]*I(?:['’]ll|['’]m|\s+am|\s+will)?\s+(?:(?:hope|plan|intend|want|hoping|planning|going|registered|enrolled)\s+(?:to\s+|for\s+|in\s+))?(?:(?:take|enrol\w*)\s+)(?-i:[A-Z])\w+",
    re.IGNORECASE,
)
_EXAMPLE = re.compile(
    r"(?:\be\.g\.?|\beg\b|\bfor\s+example|\bsuch\s+as|\bz\.\s?b\.)[^)\n;]{0,60}$", re.IGNORECASE
)
_NO_STAY = re.compile(
    r"[ \t]*(?:school|camp|admissions?|courses?|class(?:es)?|of\s+code|olympics|olympiad|break|boot|mvc|framework|hibernate|data"
    r"|cloud|security|games|jobs?\s+at|behind|into|asleep|short|,\s*hibernate)\b",
    re.IGNORECASE,
)
_STATED = re.compile(
    r"\bi\s+(?:\w+\s+)?(?:wrote|said|stated|mentioned|gave|put|typed|asked\s+for|applied\s+for|indicated|listed)\b",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?]\s|\n\s{0,9}\n")
_AS_STATED = re.compile(r"\bas\s+i\b", re.IGNORECASE)
_TAKEN_BACK = re.compile(
    r"\b(?:meant|mean|should|correct\w*|instead|typo|mistake\w*|changed?|wrong\w*|don'?t\s+work|no\s+longer|sorry"
    r"|actually|error|updat\w*)\b",
    re.IGNORECASE,
)
_MEANT = re.compile(
    r"\b(?:meant|mean|should\s+(?:be|read|have\s+been)|instead|correct\w*|is\s+now|but|(?<!have\s)(?<!need\s)to)\b",
    re.IGNORECASE,
)

_ON_BREAK = re.compile(
    r"\b(?:(?:on|have)\s+(?:an?\s+)?(?:\w+\s+)?(?:break|vacation|holidays?)|at\s+home|home|away|(?:break|vacation|recess|holidays?)\s+(?:is|runs|goes|lasts))"
    r"\s+(?:from\s+|between\s+)?(?:the\s+)?$",
    re.IGNORECASE,
)
_BUT_TO_INTERN = re.compile(r"[^.;]{0,20}?\bbut\b[^.;]{0,100}\b(?:internship|intern)\b", re.IGNORECASE)


def judge_directly(near: Near) -> Verdict | None:
    """The verdict of the first rule that applies, None where none does."""
    return next((verdict for verdict in (rule(near) for rule in _RULES) if verdict), None)


def _last_season(near: Near) -> Verdict | None:
    """ "last summer"."""
    named = near.expression.named
    return rejected("last", About.PAST) if named and named.past else None


def _did_then(near: Near) -> Verdict | None:
    """ "I returned to school this fall to begin a master's": what was done then, not what is to begin."""
    named = near.expression.named
    if named is None or named.relative != "this" or named.year or _ASKED_FOR.search(near.left):
        return None
    before = [cue for cue in near.cues if cue.end <= near.expression.start]
    last = max(before, key=lambda cue: cue.end, default=None)
    return rejected(last.text, About.PAST) if last is not None and last.about is About.PAST else None


def _term_over(near: Near) -> Verdict | None:
    """ "our winter term is over at the end of April", "the end of the spring term": a term of study."""
    if near.expression.named is None:
        return None
    found = _TERM_OVER.match(near.right)
    if found is None and _EDGE_OF.search(near.left) and _TERM.match(near.right):
        return rejected("term", About.EXAMS)
    return rejected(found.group().strip(), About.EXAMS) if found else None


def _of_student(near: Near) -> Verdict | None:
    """ "an incoming M.S. student (Fall 2017)": when studies begin or end."""
    bracketed = _STUDENT.search(near.left[-60:]) if near.expression.named else None
    if bracketed is None or not near.right.lstrip().startswith(")"):
        return None
    return rejected(bracketed.group().split("(")[0].strip(), About.STUDY)


def _of_courses(near: Near) -> Verdict | None:
    """ "courses: Logic, Databases (this spring)", "This spring: Compilers, Networks.": a term in which courses are taken."""
    if near.expression.named is None:
        return None
    if _TAKEN_FOR.search(near.left[-80:]):
        return rejected("planned", About.COURSE)
    if _TO_TAKE.match(near.right):  # "In the spring of 2018 I hope to take Number Theory"
        return rejected("take", About.COURSE)
    bracketed = near.left.rstrip(" ").endswith("(") and near.right.lstrip().startswith(")")
    if bracketed and _COURSES.search(near.left):
        return rejected("courses", About.COURSE)
    listed = near.expression.named.relative and _LISTED.match(near.right)
    return rejected("courses", About.COURSE) if listed else None


def _until_now(near: Near) -> Verdict | None:
    """ "September 2016 - present"."""
    return rejected("present", About.PAST) if _NOW.match(near.right) else None


def _example(near: Near) -> Verdict | None:
    """ "(e.g.: summer, January-March, etc.)"."""
    found = _EXAMPLE.search(near.left[-NEAR:])
    return rejected(found.group()[:4], About.EXAMPLE) if found else None


def _no_stay(near: Near) -> Verdict | None:
    """ "summer school", "spring break", "Spring Boot", "fall behind"."""
    named = near.expression.named
    found = _NO_STAY.match(near.right) if named else None
    if found is None or (named and named.seasons[0] in ("summer", "winter") and "break" in found.group()):
        return None
    return rejected(found.group().strip(), About.COURSE)


def _not_this(near: Near) -> Verdict | None:
    """ "not 2016", "rather than fall", "I prefer summer over" fall."""
    found = _NOT_THIS.search(near.left[-40:]) or _OVER_THIS.search(near.left[-NEAR:])
    return declined(found.group().strip()) if found else None


def _planned_before(near: Near) -> Verdict | None:
    """ "My original plan was to come in the spring": given up."""
    return declined("planned") if _PLANNED.search(near.left[-80:]) else None


def _stated_before(near: Near) -> Verdict | None:
    """ "the June to August dates that I gave you don't work any more", "I wrote 2016 but" ..."""
    right = near.right if near.between is None else near.right[: len(near.between)]
    behind = _STATED.search(_SENTENCE_END.split(right[:60])[0])
    before = _STATED.search(near.left[-60:])
    if _AS_STATED.search(near.left[-60:]):
        return None
    if not (behind or before) or not _TAKEN_BACK.search(near.around):
        return None
    meant = before and _MEANT.search(near.left[-60:], before.end())
    return None if meant else declined("stated before")


def _changed_from(near: Near) -> Verdict | None:
    """The first time of "change my dates from A to B"."""
    if near.between is None or not _INTO.fullmatch(near.between) or not ends.CHANGE.search(near.left[-60:]):
        return None
    return declined("changed")


def _is_open(near: Near) -> Verdict | None:
    """ "February to May is open"."""
    found = _IS_OPEN.match(near.right) if is_long(near.expression) else None
    return wish(found.group().strip()) if found else None


def _visiting(near: Near) -> Verdict | None:
    """ "I will be in the Bay Area in the first week of January": a visit; "I'd be in California by May 22": a start."""
    lone = near.expression.shape is Shape.MOMENT and _VISITING.search(near.left[-80:])
    if lone and _BY.search(lone.group()):
        return wish("arrive", Shape.START)
    return rejected("be in", About.TALK) if lone else None


def _after_season(near: Near) -> Verdict | None:
    """ "the long gap after spring": what comes behind it is meant."""
    season = near.expression.shape is Shape.SEASON
    return rejected("after", About.EXAMS) if season and _AFTER.search(near.left[-20:]) else None


def _by_then(near: Near) -> Verdict | None:
    """ "I hope to be done by summer": a deadline."""
    season = near.expression.shape is Shape.SEASON
    return rejected("by", About.STUDY) if season and _BY.search(near.left[-12:]) else None


def _if_full(near: Near) -> Verdict | None:
    """ "if summer is full, fall would do": the first choice."""
    asked = _BE_FULL.match(near.right) and _IF.search(near.left[-20:])
    return wish("if it is full") if asked else None


def _answers(near: Near) -> Verdict | None:
    """ "As to your other questions: June 5th through the end of August": what was asked for."""
    long = is_long(near.expression) and near.expression.named is None
    found = _ANSWERING.search(near.left[-60:]) if long else None
    return wish(found.group().split()[0]) if found else None


def _follows(near: Near) -> Verdict | None:
    """ "I'd be back on June 30, so July and August": what is left over is offered."""
    if not is_long(near.expression) or near.expression.named is not None or near.cues:
        return None
    found = _SO.search(near.left[-20:])
    return wish(found.group().split()[0]) if found else None


def _set_apart(near: Near) -> Verdict | None:
    """ "I'm on break from December 17 until January 20, but for the internship I think of": not the time asked for."""
    if near.expression.shape is not Shape.RANGE or _ON_BREAK.search(near.left[-60:]) is None:
        return None
    return rejected("but", About.AWAY) if _BUT_TO_INTERN.match(near.right) else None


def _elsewhere(near: Near) -> Verdict | None:
    """ "I will spend summer 2017 at Initech", "an offer for summer 2017 from Initech": taken already."""
    place = _AT_PLACE.match(near.right)
    settled = _SETTLED.search(near.left[-NEAR:])
    if place is None or settled is None or place.group("name").casefold() in near.names:
        return None
    return rejected(place.group("name"), About.ELSEWHERE)


_RULES: tuple[Callable[[Near], Verdict | None], ...] = (
    _last_season, _did_then, _term_over, _of_student, _of_courses, _until_now, _example, _no_stay,
    ends.not_before, _not_this, _planned_before, _stated_before, _changed_from,
    ends.moved, _by_then, _after_season, _if_full, _set_apart, _elsewhere, _answers, _follows, _is_open,
    ends.start_behind, ends.until_event, ends.stays_until, ends.stays_into, _visiting,
    ends.is_end, ends.after_event,
)  # fmt: skip
