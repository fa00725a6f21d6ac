"""Courses named in sentences: "I have taken Machine Learning and Linear Algebra", "courses such as ..."."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from intake.fields.coursework import judge
from intake.fields.coursework.mention import Mention, cut_evidence
from intake.fields.coursework.names import part_at_and, same
from intake.fields.coursework.runs import Runs
from intake.fields.coursework.sentences import (
    DROPPED,
    ELSEWHERE,
    IN_NAME,
    NO_COURSE,
    NOT_TAKEN,
    NOUN,
    NOUN_AFTER,
    WHERE,
    Found,
    accepted,
    clause,
    has_capital,
    is_field,
    sentences,
)
from intake.fields.coursework.told import told
from intake.fields.passage import Passage

# After these the names follow.
_STRONG = re.compile(
    rf"\b{NOUN}\s+in\s+[\w\s/&]{{3,40}}?[,(:]?\s*\b(?:among\s+them|including|such\s+as|namely)(?=[\s:])"
    rf"|\b{NOUN}\b[\s\w'’]{{0,50}}?(?::|\b(?:includes?|included|including|such\s+as|like|were|are|namely|among\s+them"
    rf"|covers?|covered|spans?)(?=[\s:(]))"
    rf"|\b{NOUN}\b[\s\w'’]{{0,40}}?\s(?=\([^()]{{8,200}}[;,][^()]{{3,200}}\))"
    r"|\b(?:years?|semesters?|terms?|quarters?)\s+of\s+(?:[\w&]{1,20}\s){1,3}(?=\([^()]{8,200}[;,][^()]{3,200}\))"
    rf"|\b(?:{NOUN}|lectures|exams|seminars)\s*\(?\s*(?:in|on|covering)(?=[\s:(])"
    rf"|\b(?:as\s+(?:to|for)|regarding|concerning)\s+(?:my\s+|the\s+)?{NOUN}(?=\s?,\s)(?!\s?,\s(?:the|those)\b)"
    r"|\b(?:courses|classes|lectures|exams)\s+(?:of|about|named|called)(?=[\s:])"
    rf"|\bthe\s+(?:{NOUN}|ones?|most\s+\w+(?:\s+ones)?)\s+(?:that\s+(?:(?:is|are|come|seem)\s+)?)?(?:closest|nearest|most\s+\w+|(?:most\s+)?(?:relevant|related|useful)|bears?|matters?|counts?|helps?|fits?|appl(?:y|ies)|relates?)"
    r"\b[\w\s'’]{0,40}?\b(?:is|are|were|would\s+be)(?=\s)"
    r"|\bthe\s+(?:most\s+)?(?:relevant|related|useful|important|applicable|pertinent)\s+ones\s+(?:is|are|were|would\s+be)(?=\s)"
    r"|\bwhat\s+I\s+(?:do\s+)?have\s+is(?=\s+(?-i:[A-Z]{2,8})\s?\d{2,4})"
    r"|\bI(?:['’]ve|\s+have)?\s+(?:had|took|taken|done)\s+(?:only\s+)?(?:one|two|three|a)\s+(?:\w+\s+){0,2}(?:class|course|classes|courses)(?=\s?[,:(]\s?)"
    r"|\b(?:passed|attended|visited|followed|heard|learn(?:ed|t)|studied)\s+(?:the\s+)?(?:following\s+)?"
    r"(?:courses|classes|lectures|exams)(?=[\s:])"
    r"|\b(?:took|taken|taking|take|enrolled\s+in|completed|registered\s+for|audited|aced|scraped\s+(?:by|through)(?:\s+in)?"
    r"|sat\s+in(?:\s+on)?)(?!\s+part\b)(?=[\s:(])"
    r"|\bI(?:['’]ve|\s+have)\s+(?:studied|had|done|learned|taken)(?:\s+(?:these|the\s+following|them)\b[^:.\n]{0,80})?(?=\s?:)"
    r"|\b(?:I['’]ve|have)\s+(?:(?:so\s+far|already|also|by\s+now)\s+)?had(?=\s(?!to\b|an?\b|the\b|many\b|some\b|no\b|experience|exposure))"
    r"|\b(?:what|the\s+ones?|those|all|everything|courses?|class(?:es)?)\s+(?:that\s+)?I(?:['’]ve|\s+have)?\s+(?:took|taken|had|done|studied|completed)\b"
    r"[\w\s'’]{0,40}?\b(?:is|are|was|were)(?=\s)"
    r"|\b(?:(?:an?|my)\s+[AB][+\-−]?|(?-i:A['’]s)|straight\s+A['’]?s)\s+in(?=\s)",
    re.IGNORECASE,
)
# What a course work is "about": topics, for a person to judge.
_VAGUE = re.compile(
    rf"\b{NOUN}\b[\s\w'’]{{0,30}}?\b(?:focus(?:ed|es)?|concentrat(?:ed|es)|cent(?:ered|res)|emphasi[sz]ed)\s+on(?=\s)",
    re.IGNORECASE,
)
_WEAK = re.compile(
    r"\b(?:I|we|also|and|have|having)(?:['’](?:ve|m|d))?\s+(?:(?:have|had|am|just|also|already|recently|really)\s+){0,2}"
    r"(?:had|(?:did|done)(?:\s+(?:very\s+)?(?:well|best|great|fine|better)\s+in)?|learn(?:ed|t)|studied|studying|attended|attending|passed|finished|enjoyed|liked|loved|worked\s+through"
    r"|went\s+through|covered|in|am\s+in|doing)\s",
    re.IGNORECASE,
)
# Whose doing a verb tells: "I took", "having completed", or a verb that begins its sentence.
_OWN = re.compile(
    r"\b(?:I|we|my|having|am|been|also|took|taken|completed|classes|courses|course\s?work)\b|^\W*(?:(?!it\b)\w+\W+)?$",
    re.IGNORECASE,
)
# "the ones closest to your description"
_TO_YOURS = re.compile(r"\b(?:to|for|with)\s+your\s+\w+", re.IGNORECASE)
_SCHOOL = re.compile(
    r"\b(?:semesters?|terms?|quarters?)\s+of\b|\b(?:at|in)\s+(?:my\s+)?(?:uni|university|school|college|class)\b",
    re.IGNORECASE,
)
# Verbs of degrees as much as of courses.
_DEGREE = re.compile(r"enrolled|completed|registered", re.IGNORECASE)
_WORK_IN = re.compile(r"\s+course\s?-?work\s+in\b", re.IGNORECASE)
_TEACHING = re.compile(
    r"\b(?:teach\w*|taught|tutor\w*|grader|TA(?:['’]?(?:ing|d))?|instruct\w*|lectur\w*|mentor\w*)\b"
)
_LATER = re.compile(
    r"\b(?:plan(?:ning)?|hop(?:e|ing)|going|want|intend)\s+to\s+(?:take|do|get)\b|\bwill\s+take\b",
    re.IGNORECASE,
)
_MARK = re.compile(r"[\s>=\-→»*#]{0,8}(?:[\[(<{]\w{1,12}[\])>}]{1,2}:?|[A-Z]{2,4}\s?[:>]+(?=\s))?\s{0,4}")
_LEAD_IN = re.compile(r"[^:\n]{1,60}:\s+")
_LINE_END = re.compile(r"([^\s])[ \t]*\n")
_GOES_ON = re.compile(r"\s*(?:,|,?\s*and|&)\s*")
_MOST_WORDS = 5  # of a name that nothing but its place tells
_ACRONYM = re.compile(r"[A-Z]{3,5}")
_MOST_LINES = 6  # of a wrapped sentence that names courses
_LONG_LINE = 60  # characters of a line that was wrapped
_WINDOW = 700  # characters read behind a trigger
_MOST_TRIGGERS = 120


def find(passages: tuple[Passage, ...], only_strong: bool = False) -> Mention | None:
    """What the sentences of some passages of one document say; a lone or vague mention is not sure.

    `only_strong`: as in resumes, where only "courses such as" and "took" are believed, and lines end lists.
    """
    found = [f for p in passages for f in _in_passage(p, only_strong) if f.strong or not only_strong]
    kept = [f for f in found if f.strong or _credible(f, found)]
    if not only_strong:
        kept += [f for p in passages for f in told(p, kept)]
    if not kept:  # "at school I have had operating systems and networks": for a person to judge
        kept = [replace(f, vague=True) for f in found if f.placed and len(f.names) > 1]
    if not kept:
        return None
    text, source = passages[0].text, passages[0].source
    names = _union(kept)
    biggest = max(kept, key=lambda f: len(f.names))
    first, last = min(f.start for f in kept), max(f.end for f in kept)
    start, end = (first, last) if last - first <= 900 else (biggest.start, biggest.end)
    reason = _doubt(kept, names)
    return Mention(
        names, cut_evidence(text, source, start, end), reason is None, "named in a sentence", reason
    )


def answer(passage: Passage) -> Mention | None:
    """The names that begin a passage, written as the answer to a question for course work quoted above it."""
    start = _behind_lead(passage)
    runs = Runs(passage.text, start, min(passage.end, start + _WINDOW), loose=True)
    names = [
        n
        for raw in runs.read()
        for piece in part_at_and(" ".join(raw.split()))
        if (n := accepted(piece, True))
    ]
    if len(names) < 2 or NOT_TAKEN.search(passage.text, start, runs.end):
        return None
    evidence = cut_evidence(passage.text, passage.source, start, runs.end)
    return Mention(tuple(dict.fromkeys(names)), evidence, True, "answer to a question for course work")


def _behind_lead(passage: Passage) -> int:
    """Where an answer begins behind its mark ("[AR]", "-->") and a few words with a colon ("Sorry, here it is:")."""
    mark = _MARK.match(passage.text, passage.start, passage.end)
    start = mark.end() if mark else passage.start
    lead = _LEAD_IN.match(passage.text, start, passage.end)
    return lead.end() if lead and not judge.is_course(lead.group()) else start


def _credible(found: Found, others: list[Found]) -> bool:
    """Whether names behind a weak verb ("I had", "I learned") are courses: capitals, and school or strong words near."""
    if not found.capital:
        return False
    return found.placed or len(found.names) > 2 or any(f.strong for f in others)


def _union(found: list[Found]) -> tuple[str, ...]:
    names: dict[str, str] = {}
    for each in sorted(found, key=lambda f: f.start):
        for name in each.names:
            names.setdefault(same(name), name)
    return tuple(names.values())


def _doubt(found: list[Found], names: tuple[str, ...]) -> str | None:
    if len(names) < 2:
        return "one course is mentioned, not a list of them"
    if all(is_field(name) for name in names):
        return "fields of study are named, which may or may not be courses"
    if any(f.capital for f in found) or (len(names) > 2 and not all(f.vague for f in found)):
        return None
    return "courses are mentioned in passing, without their names"


def _in_passage(passage: Passage, by_line: bool) -> Iterator[Found]:
    triggers = 0
    for sentence in sentences(passage):
        done = sentence.start
        for match, strong in _triggers(sentence):
            triggers += 1
            if triggers > _MOST_TRIGGERS:
                return
            if (
                match.start() < done
                or _denied(sentence, match, strong)
                or (by_line and _not_own(passage, match))
            ):
                continue
            one = _names_after(sentence, match, strong, by_line)
            if one is not None:
                done = one.end
                yield one


def _triggers(sentence: Passage) -> list[tuple[re.Match[str], bool]]:
    end = min(sentence.end, sentence.start + 3_000)
    found = [(m, True) for m in _STRONG.finditer(sentence.text, sentence.start, end)]
    found += [(m, True) for m in _VAGUE.finditer(sentence.text, sentence.start, end)]
    found += [(m, False) for m in _WEAK.finditer(sentence.text, sentence.start, end)]
    return sorted(found, key=lambda pair: (pair[0].start(), not pair[1]))[:20]


def _denied(sentence: Passage, match: re.Match[str], strong: bool) -> bool:
    """Whether the words before a trigger say that these are not courses the applicant took."""
    before = sentence.text[max(sentence.start, match.start() - 60) : match.start()]
    if DROPPED.search(sentence.text, match.end(), sentence.end):
        return True
    if strong and not NOUN_AFTER.match(match.group()) and not _OWN.search(before):
        return True
    said = _TO_YOURS.sub("", match.group().partition("including")[0][:80])
    return bool(NOT_TAKEN.search(clause(before)) or NOT_TAKEN.search(said))


def _not_own(passage: Passage, match: re.Match[str]) -> bool:
    """Whether a place in a resume is a label, which is read as a list, or stands where somebody teaches."""
    before = passage.text[max(passage.start, match.start() - 200) : match.start()]
    return passage.text[match.end() - 1 : match.end() + 2].find(":") >= 0 or bool(_TEACHING.search(before))


def _names_after(sentence: Passage, match: re.Match[str], strong: bool, by_line: bool) -> Found | None:
    """Read the names behind a trigger: runs of words in capitals or of known subjects, as far as the list goes."""
    limit = min(sentence.end, match.end() + _WINDOW)
    said = sentence.words[:1500]
    small = sentence.is_uncapitalised()
    loose = strong or small or (_SCHOOL.search(said) is not None and _STRONG.search(said) is None)
    runs = Runs(sentence.text, match.end(), _line_limit(sentence, match.end(), limit, by_line), loose=loose)
    fields = strong and (
        not _DEGREE.match(match.group()) or _WORK_IN.match(sentence.text, match.end()) is not None
    )
    of_courses = strong and NOUN_AFTER.search(match.group()) is not None
    names: list[str] = []
    behind = match.end()
    for raw in runs.read():
        between = sentence.text[behind : max(behind, runs.end - len(raw))]
        if _TEACHING.search(between) or _LATER.search(between):
            break  # "... and am TAing Data Structures", "; next fall I plan to take Robotics"
        behind = runs.end
        goes_on = _GOES_ON.fullmatch(between) is not None
        if NO_COURSE.match(sentence.text, runs.end):
            continue
        pieces = part_at_and(" ".join(raw.split()))
        names += [
            n
            for piece in pieces
            if (n := accepted(piece, fields) or (goes_on and _beside(piece, names, of_courses)))
        ]
    if not names:
        return None
    words = sentence.words[:1500]
    if not strong and (ELSEWHERE.search(words) or (len(names) < 2 and not _numbered(runs))):
        return None
    capital = all(has_capital(n) for n in names) or (small and len(names) > 2)
    if not capital and len(names) < 2 and (by_line or not NOUN_AFTER.search(words)):
        return None
    if not capital and by_line and not NOUN_AFTER.search(match.group()):
        return None
    return Found(
        tuple(names),
        match.start(),
        runs.end,
        strong,
        capital,
        bool(_VAGUE.match(sentence.text, match.start())),
        bool(WHERE.search(words)),
    )


def _beside(piece: str, before: list[str], named: bool) -> str:
    """A name that only those before it tell to be one: an acronym ("SLAM"), and where courses are `named`, any name."""
    if len(before) < 2 or judge.is_tool(piece) or judge.is_noise(piece):
        return ""
    return piece if _ACRONYM.fullmatch(piece) or (named and _could_be(piece)) else ""


def _could_be(piece: str) -> bool:
    """Whether words in capitals could be a course's name."""
    words = piece.split()
    return (
        len(words) <= _MOST_WORDS
        and has_capital(piece)
        and words[0][0].isupper()
        and not (judge.is_foreign(piece) or judge.is_job(piece) or IN_NAME.search(piece))
    )


def _line_limit(sentence: Passage, start: int, limit: int, by_line: bool) -> int:
    """Where a list ends that goes on in the next line only behind a separator, as in a resume, or in a long sentence."""
    if not by_line:
        return limit
    first = next(iter(_LINE_END.finditer(sentence.text, start, limit)), None)
    begun = sentence.text.rfind("\n", sentence.start, start) + 1
    wrapped = first is not None and first.end() - begun >= _LONG_LINE
    if (
        wrapped
        and sentence.text[start : sentence.end].count("\n") <= _MOST_LINES
        and sentence.words.rstrip().endswith(".")
    ):
        return limit
    for match in _LINE_END.finditer(sentence.text, start, limit):
        if match.group(1) not in ",;&" and not sentence.text.endswith(" and", start, match.end() - 1):
            return match.end()
    return limit


def _numbered(runs: Runs) -> bool:
    return bool(judge.CODE.search(runs.text, runs.start, runs.end)) or bool(
        re.match(
            r"[\s\w]{0,12}\b(?:last|this|next)\s+(?:fall|spring|summer|winter|semester|quarter|term|year)",
            runs.text[runs.end : runs.end + 60],
        )
    )
