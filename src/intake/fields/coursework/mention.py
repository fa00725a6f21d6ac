"""What one place says of course work: the names it gives and how sure they are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from intake.fields.coursework import judge, mend
from intake.fields.coursework.chunks import Listing
from intake.fields.coursework.labels import Trust, section_heading
from intake.fields.coursework.names import clean, is_heading_cell, same, split
from intake.fields.coursework.rows import Row
from intake.fields.vocabulary import courses as vocabulary
from intake.model import Evidence

_FIRST_PERSON = re.compile(r"\b(?:[Ii](?:['’]?(?:m|ve|d))?|my|myself)\s")
_REMARK = re.compile(r"[(\[][^()\[\]]{3,40}[)\]]|\s[-–—]\s[^-–—]{3,40}$")
_BARS = re.compile(r"\w\s?[|;•·]\s?\w")
_SEVERAL = re.compile(r"[,;|•·]")
_NEXT = re.compile(r"\s(?:next \w+|planned)$")  # "Robotics next fall"
MOST_NAMES = 120
MOST_QUOTE = 1_000  # characters of a quote


@dataclass(frozen=True, slots=True)
class Mention:
    """Names of courses at one place; `sure` is False where a person should look, and `reason` says why."""

    names: tuple[str, ...]
    evidence: Evidence
    sure: bool
    rule: str
    reason: str | None = None
    headed: bool = False  # under a heading that can mean nothing but courses


@dataclass(slots=True)
class _Tally:
    names: list[str]
    codes: list[str]
    courses: int = 0
    tools: int = 0
    foreign: int = 0


def of_listing(found: Listing, rows: list[Row], at: int, text: str, source: str) -> Mention | None:
    """The names of a list that was read, None where it holds no courses or what somebody taught."""
    trust = found.label.trust
    heads = not found.label.rest and not found.head.words.rstrip().endswith(":")  # a heading of its own
    if trust is Trust.TAUGHT or (trust is Trust.LIKELY and not heads and _within_teaching(rows, at)):
        return None
    tally = _tallied(found)
    names = tuple(tally.names or tally.codes)[:MOST_NAMES]
    if not names and trust is Trust.SURE and not tally.tools and source.startswith("attachment:"):
        return _unread(found, text, source)
    if not names or 2 * tally.tools > len(names) + tally.tools:
        return None
    evidence = cut_evidence(text, source, found.label.offset, found.end)
    if len(names) == 1 and not tally.courses and not tally.codes and not found.label.rest:
        return None
    if len(names) == 1 and names[0].casefold() in vocabulary.FIELDS and not found.label.rest:
        return _unread(found, text, source)  # "What I studied" over a paragraph that begins with the field
    reason = _doubt(trust, tally, names)
    if trust is Trust.LIKELY and tally.names and 2 * tally.courses < len(names):
        return None
    return Mention(
        names,
        evidence,
        reason is None,
        f"list under {found.label.words.strip()!r}"[:80],
        reason,
        trust is Trust.SURE,
    )


def _unread(found: Listing, text: str, source: str) -> Mention:
    """A heading of course work under which no course can be made out."""
    end = min(len(text), found.head.end + 120)
    reason = "a heading of course work is there, but its list cannot be made out"
    return Mention(
        (), cut_evidence(text, source, found.label.offset, end), False, "heading without a list", reason
    )


def _tallied(found: Listing) -> _Tally:
    tally, seen = _Tally([], []), set[str]()
    by_line = len(found.chunks) > 2 and 3 * sum("," in c.text for c in found.chunks) <= len(found.chunks)
    strict = found.label.trust is not Trust.SURE
    for chunk in found.chunks:
        if chunk.apart or _is_planned(chunk.text):
            continue
        listed = _is_row(chunk.text) or _BARS.search(chunk.text) is not None
        whole = by_line and len(chunk.text.split()) < 10 and not listed
        pieces = [chunk.text] if whole else split(chunk.text)
        tools = sum(judge.is_tool(p) for p in pieces)
        tabular = "\t" in chunk.text or "|" in chunk.text or (_codes(pieces) < 2 and _titles(pieces) < 3)
        for piece in pieces:
            _count(piece, tally, seen, few_tools=tools * 2 < len(pieces) and not strict, tabular=tabular)
            if len(tally.names) >= MOST_NAMES:
                return tally
    tally.codes += [c for c in found.codes if c not in tally.codes]
    return tally


def _is_planned(text: str) -> bool:
    """Whether the remark behind the one course of a line says that it is still to be taken: "Robotics – next term"."""
    return _SEVERAL.search(text) is None and any(judge.is_planned(remark) for remark in _REMARK.findall(text))


def _is_row(text: str) -> bool:
    """Whether a line is a row of several names: "VLSI Design<tab>Analog Circuits"."""
    cells = [cell for cell in text.split("\t") if cell.strip()]
    return len(cells) > 1 and all(judge.is_course(cell) and not judge.is_code(cell) for cell in cells)


def _titles(pieces: list[str]) -> int:
    """How many pieces are neither a number nor a mark."""
    return sum(not (judge.is_noise(piece) or judge.is_code(piece)) for piece in pieces)


def _codes(pieces: list[str]) -> int:
    return sum(bool(judge.CODE.search(piece)) for piece in pieces)


def _count(piece: str, tally: _Tally, seen: set[str], few_tools: bool, tabular: bool) -> None:
    name = _with_number(clean(piece), piece)
    if not (judge.is_code(name) and any("." in code for code in tally.codes)) and (
        not name
        or name.casefold() in vocabulary.ASIDES
        or judge.is_noise(piece)
        or judge.is_noise(name)
        or is_heading_cell(name)
        or judge.is_pointer(name)
        or any(judge.is_planned(remark) for remark in (*_REMARK.findall(piece), *_NEXT.findall(piece)))
    ):
        return
    if judge.is_code(name):
        tally.codes.append(name)
        if not tabular:  # a number among names stands for a course, beside one it is that one's number
            tally.names.append(name)
            tally.courses += 1
    elif judge.is_foreign(name) or _other_field(piece):
        tally.foreign += 1
    elif judge.is_tool(name) and not few_tools:
        tally.tools += 1
    elif same(name) not in seen and (len(name) > 2 or name.isupper()):
        seen.add(same(name))
        tally.names.append(name)
        tally.courses += judge.is_course(name) or bool(judge.CODE.search(piece))


def _with_number(name: str, piece: str) -> str:
    """A tool's name with the course's number before it, which makes it one: "CIS 189 Python"."""
    numbered = judge.CODE.match(piece.strip()) if judge.is_tool(name) else None
    return f"{numbered.group()} {name}" if numbered else name


def _other_field(piece: str) -> bool:
    """Whether a piece begins another label ("Minor: Physics", "Honors: ...")."""
    head, colon, rest = piece.partition(":")
    words = head.casefold().split()
    if len(words) > 1 and mend.whole(head) and not judge.is_tool(rest):
        return False  # "Programming Languages: Design and Implementation"
    return bool(colon and words) and all(w in vocabulary.SECTION_WORDS for w in words)


def _doubt(trust: Trust, tally: _Tally, names: tuple[str, ...]) -> str | None:
    """Why a person should look at a list, None where nobody need."""
    if trust is Trust.PLANNED:
        return "the courses listed are still to be taken"
    if trust is Trust.DOUBTFUL:
        return "courses or trainings are listed that may not be course work"
    if tally.foreign > len(names):
        return "the list of courses is mixed with other lines"
    if tally.names and len(names) == 1 and not tally.courses:
        return "a heading of course work stands over a line that names no known subject"
    return None


def _within_teaching(rows: list[Row], at: int) -> bool:
    """Whether the lines right above, of the same entry, speak of teaching; a paragraph of a letter is no entry."""
    entry = rows[max(0, at - 4) : at]
    last_gap = max((number for number, row in enumerate(entry) if row.gap), default=0)
    if rows[at].gap and any(_FIRST_PERSON.search(row.words) for row in entry[last_gap:]):
        return False
    for row in reversed(entry):
        if section_heading(row):
            break
        if _FIRST_PERSON.search(row.words):
            continue
        words = {w.strip(".,:;()").casefold() for w in row.words.split()}
        if words & (vocabulary.TAUGHT | {"teaching", "tutoring", "grader", "lecturer", "teacher"}):
            return True
        if row.gap and not rows[at].gap:
            break
    return False


def cut_evidence(text: str, source: str, start: int, end: int) -> Evidence:
    """Evidence for text[start:end], cut at the end of a line or word where it is longer than a quote may be."""
    if end - start > MOST_QUOTE:
        cut = text.rfind("\n", start + 1, start + MOST_QUOTE)
        cut = cut if cut > start + MOST_QUOTE // 3 else text.rfind(" ", start + 1, start + MOST_QUOTE)
        end = cut if cut > start else start + MOST_QUOTE
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Evidence(source, start, end, text[start:end])


def as_written(mentions: Iterator[Mention], texts: Mapping[str, str]) -> Iterator[Mention]:
    """Mentions of unwrapped texts with the words of their evidence as the documents have them; `texts` by source."""
    for mention in mentions:
        found = mention.evidence
        quote = texts[found.source][found.start : found.end]
        yield replace(mention, evidence=Evidence(found.source, found.start, found.end, quote))
