"""Lines of a list that hold a group of courses with its name, or one course with a remark."""

from __future__ import annotations

import re

from intake.fields.coursework import judge, mend
from intake.fields.coursework.judge import sub_label
from intake.fields.coursework.names import split
from intake.fields.coursework.rows import Row
from intake.fields.vocabulary import courses as vocabulary

_END = re.compile(r":| [-–—]\s")  # a dash behind a tab is the next column's bullet
_HEAD_WORDS = 10
_DASH = re.compile(r" [-–—]\s")
_TERM = re.compile(
    r"(?:Fall|Spring|Summer|Winter|Autumn)\s(?:19|20)\d\d\s(?=[A-Z])"
)  # "Fall 2016 Topology; Logic"
_AT_SCHOOL = re.compile(r"(?:at|from)\s+(?:the\s+)?[A-Z]", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+(?:['\-][^\W\d_]+)*")


def parted(words: str) -> tuple[str, str]:
    """A line in the words before its colon or dash and those behind."""
    match = _END.search(words[:60]) or _TERM.match(words)
    return (words[: match.start() or match.end()], words[match.end() :]) if match else ("", words)


def is_group(row: Row, free: bool) -> bool:
    """Whether a row is a group with its name: "Graduate: ...", "Fall 2016: ...", "Signals: ...".

    `free`: any name of a group will do, as below a heading that stands alone.
    """
    head, rest = parted(row.words)
    words = {w.casefold() for w in _WORD.findall(head)}
    if not words or judge.CODE.match(head):
        return False
    if not _listed(rest):
        named = [judge.is_course(piece) for piece in split(rest)]
        return judge.is_dates(head) and len(named) > 1 and 2 * sum(named) >= len(named)
    if judge.is_dates(head) or sub_label(head):
        return not judge.is_title(head, rest)
    if judge.is_grade(
        head.partition("(")[0].strip()
    ):  # "A: Algorithms, Databases", "C (I was ill): Chemistry"
        return True
    if judge.is_school(head):
        return True
    if _AT_SCHOOL.match(head):
        return len(split(rest)) > 1
    several = len(split(rest)) > 1 or rest.rstrip().endswith(",")
    plain = free and len(words) < 4 and several and ":" in row.words
    return plain and not words & (vocabulary.SECTION_WORDS | vocabulary.NO_GROUPS)


def is_apart(row: Row) -> bool:
    """Whether a row is a group of courses that were not taken at school, or not yet: "Upcoming: ...", "Online: ..."."""
    head, colon, _ = row.words[:60].partition(":")
    ahead = judge.is_planned(head) and len(head.split()) < _HEAD_WORDS  # "Planning for Spring 2017: Robotics"
    return bool(colon) and (ahead or (sub_label(head) and judge.is_online(head)))


def explained(row: Row, one_word: bool = False) -> bool:
    """Whether a row is an item with a remark: "Machine Learning: trees, kernels, boosting"; of one word beside others."""
    head, colon, rest = _remarked(row.words)
    if not colon or "," in head or judge.CODE.match(row.words) or _is_subtitle(rest):
        return False
    if not judge.is_course(head) or judge.is_tool(head) or len(head.split()) < 2 - one_word:
        return False
    words = {w.casefold() for w in _WORD.findall(head)}
    tools = [piece for piece in split(rest) if judge.is_tool(piece)]
    section = words <= vocabulary.SECTION_WORDS if row.bullet else words & vocabulary.SECTION_HEADS
    return not section and 2 * len(tools) <= len(split(rest))


def _remarked(words: str) -> tuple[str, str, str]:
    """A row parted at its colon, or at the dash before a remark of some words that names no course."""
    head, colon, rest = words.partition(":")
    if colon:
        return head, colon, rest
    match = _DASH.search(words[:80])
    behind = words[match.end() :] if match else ""
    small = (
        behind[:1].islower() and words[:1].isupper()
    )  # "Modern Regression — diagnostics, two data reports"
    told = len(behind.split()) > 1 and not judge.is_noise(behind) and (small or not judge.is_course(behind))
    return (words[: match.start()], match.group(), behind) if match and told else (words, "", "")


def titled(row: Row) -> bool:
    """Whether a row is one title of two halves: "Algebra: Groups and Rings"."""
    head, _, rest = row.words.partition(":")
    words = {w.casefold() for w in _WORD.findall(head)}
    section = bool(words & vocabulary.SECTION_HEADS) and not mend.whole(head)
    known = judge.is_course(head) and len(words) > section and not judge.is_tool(rest) and not section
    return known and (judge.is_course(rest) or bool(row.bullet)) and _is_subtitle(rest)


def unexplained(row: Row) -> str:
    """The name before a remark, or the names behind the name of their group."""
    head, _, rest = _remarked(row.words)
    return rest if _listed(rest) and len(split(rest)) > 1 else head


def _is_subtitle(rest: str) -> bool:
    """Whether what follows a colon is the second half of a title: one piece, written with capitals."""
    words = [w for w in rest.split() if w not in vocabulary.SMALL_WORDS]
    return len(split(rest)) < 2 and all(not w[0].islower() for w in words)


def _listed(text: str) -> bool:
    pieces = split(text)
    return bool(text.strip()) and all(judge.is_course(p) for p in pieces)
