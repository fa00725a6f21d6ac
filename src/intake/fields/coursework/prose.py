"""Courses named in sentences: "I have taken Machine Learning and Linear Algebra", "courses such as ..."."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from intake.fields.coursework import judge
from intake.fields.coursework.mention import Mention, cut_evidence
from intake.fields.coursework.names import clean, part_at_and, same
from intake.fields.coursework.rows import plain
from intake.fields.coursework.runs import Runs
from intake.fields.passage import Passage
from intake.fields.vocabulary import courses as vocabulary

_NOUN = r"(?:course\s?-?work|courses?|classes|modules)"
# After these the names follow.
_STRONG = re.compile(
    rf"\b{_NOUN}\b[\s\w'’]{{0,50}}?(?::|\b(?:includes?|included|including|such\s+as|like|were|are|namely"
    rf"|covers?|covered|spans?)(?=[\s:(]))"
    rf"|\b(?:{_NOUN}|lectures|exams|seminars)\s*\(?\s*(?:in|on|covering)(?=[\s:(])"
    r"|\b(?:courses|classes|lectures|exams)\s+(?:of|about|named|called)(?=[\s:])"
    r"|\b(?:passed|attended|visited|followed|learn(?:ed|t)|studied)\s+(?:the\s+)?(?:following\s+)?"
    r"(?:courses|classes|lectures|exams)(?=[\s:])"
    r"|\b(?:took|taken|taking|take|enrolled\s+in|completed|registered\s+for|audited"
    r"|sat\s+in(?:\s+on)?)(?!\s+part\b)(?=[\s:(])"
    r"|\b(?:what|the\s+ones|those|all|everything)\s+(?:that\s+)?I(?:['’]ve|\s+have)?\s+(?:took|taken|had|done|studied|completed)\b"
    r"[\w\s'’]{0,40}?\b(?:is|are|was|were)(?=\s)"
    r"|\b(?:an?|my)\s+[AB][+\-−]?\s+in(?=\s)",
    re.IGNORECASE,
)
# What a course work is "about": topics, for a person to judge.
_VAGUE = re.compile(
    rf"\b{_NOUN}\b[\s\w'’]{{0,30}}?\b(?:focus(?:ed|es)?|concentrat(?:ed|es)|cent(?:ered|res)|emphasi[sz]ed)\s+on(?=\s)",
    re.IGNORECASE,
)
_WEAK = re.compile(
    r"\b(?:I|we|also|and|have|having)(?:['’](?:ve|m|d))?\s+(?:(?:have|had|am|just|also|already|recently|really)\s+){0,2}"
    r"(?:had|did|done|learn(?:ed|t)|studied|studying|attended|attending|passed|finished|enjoyed|liked|loved|worked\s+through"
    r"|went\s+through|covered|in|am\s+in|doing)\s",
    re.IGNORECASE,
)
_ABBREVIATED = re.compile(r"\b(?:Prof|Dr|Mr|Mrs|Ms|St|vs|Comp|Sci|Eng|Univ|Intro|Adv|e\.g|i\.e)\.\s*$")
# Whose doing a verb tells: "I took", "having completed", or a verb that begins its sentence.
_OWN = re.compile(
    r"\b(?:I|we|my|having|am|been|also|took|taken|completed|classes|courses|course\s?work)\b|^\W*(?:(?!it\b)\w+\W+)?$",
    re.IGNORECASE,
)
_NOUN_AFTER = re.compile(rf"\b{_NOUN}\b|\bclass\b", re.IGNORECASE)
_WHERE = re.compile(
    r"\b(?:semester|quarter|term|university|uni|school|college|class(?:es)?|courses?|masters?|bachelors?"
    r"|degree|undergrad\w*|grad\w*|"
    r"fall|spring|autumn|winter|summer|year|campus|studies)\b",
    re.IGNORECASE,
)
_SCHOOL = re.compile(r"\b(?:at|in)\s+(?:my\s+)?(?:uni|university|school|college|class)\b", re.IGNORECASE)
# Somebody else's courses, courses taught, not taken, or learned elsewhere than in courses.
_NOT_TAKEN = re.compile(
    r"\b(?:not|never|no|without|haven['’]?t|hasn['’]?t|didn['’]?t|don['’]?t|cannot|wish|would\s+(?:like"
    r"|love)|want(?:ed)?|hop(?:e|ing)|planned|intended|tried|meant|"
    r"gave|gives?|held|taught|teach(?:es|ing)?|tutor(?:ed|ing|s)?|TA['’]?d|TA|graded|grader|grading|instruct(?:ed|or)"
    r"|assist(?:ed|ing|ant)?|lectured|mentor(?:ed|ing)?|"
    r"students?|candidates?|they|he|she|people|colleagues|develop(?:ed|ing)|creat(?:ed|ing)|built"
    r"|design(?:ed|ing)|your|offers?|curriculum|"
    r"attached|offering|scheduler)\b",
    re.IGNORECASE,
)
# What makes of a name that of something else: "the Data Science bootcamp".
_NO_COURSE = re.compile(
    r"[\s\"”']{1,3}(?:boot\s?camps?|nano\s?degrees?|speciali[sz]ations?|certificat\w{1,6}|certified"
    r"|trainings?|tutorials?|internships?|projects?|"
    r"thesis|competitions?|hackathons?|meetups?|clubs?|teams?|groups?|labs? at|conference|workshops?"
    r"|specialist|models?|experiments?|tracks?|"
    r"positions?|internship)\b",
    re.IGNORECASE,
)
_IN_NAME = re.compile(
    r"\b(?:boot\s?camp|nano\s?degree|speciali[sz]ation|certifi\w{2,7}|internship|hackathon|meetup|workshop)s?\b",
    re.IGNORECASE,
)
# Verbs of degrees as much as of courses.
_DEGREE = re.compile(r"enrolled|completed|registered", re.IGNORECASE)
_TEACHING = re.compile(r"\b(?:teach\w*|taught|tutor\w*|grader|TA|instruct\w*|lectur\w*|mentor\w*)\b")
_ELSEWHERE = re.compile(
    r"\b(?:internship|intern|job|company|employer|boot\s?camp|myself|self-taught|books?|youtube|blog"
    r"|tutorials?|conference|workshop|papers?|"
    r"kaggle|projects?|work(?:ing|ed)?\s+(?:at|for|on)|experience)\b",
    re.IGNORECASE,
)
# Not courses, however they are written: what somebody likes, looks into or can do.
_INTEREST = re.compile(
    r"\b(?:interest\w*|passion\w*|fascinat\w*|thesis|dissertation|research\w*|skills?|topics?|fields?|areas?|department"
    r"|major\w*|minor\w*|degree|ph\.?d\.?|group|team|paper|published|applications?|conference)(?!\w)",
    re.IGNORECASE,
)
_TAKING = re.compile(
    r"\b(?:take|took|taken|taking|enrolled|signed\s+up|finished|passed|completed|studied|done|did|had|have|came|comes|is|was|were|in)\b",
    re.IGNORECASE,
)
_AND_SO_ON = re.compile(r"[\s,;/&]*+(?:(?:and|or)\s*+)?")  # between the names of one list
_STUDIED = re.compile(
    r"\b(?:took|taken|finished|passed|completed|studied|enrolled|signed\s+up|been\s+through|gone\s+through|for\s+the\s+record|transcript)\b",
    re.IGNORECASE,
)
_MARK = re.compile(r"[\s>=\-→»*#]{0,8}(?:[\[(<{]\w{1,12}[\])>}]{1,2}:?|[A-Z]{2,4}\s?[:>]+(?=\s))?\s{0,4}")
_LEAD_IN = re.compile(r"[^:\n]{1,60}:\s+")
_LINE_END = re.compile(r"([^\s])[ \t]*\n")
_WINDOW = 700  # characters read behind a trigger
_MOST_TRIGGERS = 120


@dataclass(frozen=True, slots=True)
class _Found:
    names: tuple[str, ...]
    start: int
    end: int
    strong: bool
    capital: bool  # all names are written with capitals
    vague: bool  # topics rather than names
    placed: bool  # the sentence speaks of terms, school or courses


def find(passages: tuple[Passage, ...], only_strong: bool = False) -> Mention | None:
    """What the sentences of some passages of one document say; a lone or vague mention is not sure.

    `only_strong`: as in resumes, where only "courses such as" and "took" are believed, and lines end lists.
    """
    found = [f for p in passages for f in _in_passage(p, only_strong) if f.strong or not only_strong]
    kept = [f for f in found if f.strong or _credible(f, found)]
    if not only_strong:
        kept += [f for p in passages for f in _told(p, kept)]
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
        if (n := _accepted(piece, True))
    ]
    if len(names) < 2 or _NOT_TAKEN.search(passage.text, start, runs.end):
        return None
    evidence = cut_evidence(passage.text, passage.source, start, runs.end)
    return Mention(tuple(dict.fromkeys(names)), evidence, True, "answer to a question for course work")


def _behind_lead(passage: Passage) -> int:
    """Where an answer begins behind its mark ("[AR]", "-->") and a few words with a colon ("Sorry, here it is:")."""
    mark = _MARK.match(passage.text, passage.start, passage.end)
    start = mark.end() if mark else passage.start
    lead = _LEAD_IN.match(passage.text, start, passage.end)
    return lead.end() if lead and not judge.is_course(lead.group()) else start


def _told(passage: Passage, kept: list[_Found]) -> Iterator[_Found]:
    """Names that no verb or label leads to: three or more where courses are spoken of, any beside those that are kept.

    "You ask for course work. For the record, at UC: Compilers, Networks, Statistical Learning."
    """
    before = None
    for sentence in _sentences(passage):
        spoken_of = any(s is not None and _NOUN_AFTER.search(s.words[:1500]) for s in (sentence, before))
        beside = any(
            sentence.start <= f.start < sentence.end
            or (before is not None and before.start <= f.start < before.end)
            for f in kept
        )
        before_ends_in_question = before is not None and before.words.rstrip().endswith(("?", ":"))
        before = sentence
        studied = _STUDIED.search(sentence.words) is not None
        if not (spoken_of or beside or studied):
            continue
        if _INTEREST.search(sentence.words) or _ELSEWHERE.search(sentence.words):
            continue
        one = _names_anywhere(sentence, kept)
        if one is None:
            continue
        here = _NOUN_AFTER.search(sentence.words) is not None or (before_ends_in_question and spoken_of)
        listed = len(one.names) > (1 if here else 2) and (spoken_of or studied)
        if listed or (beside and (one.placed or _TAKING.search(sentence.words))):
            yield one


def _names_anywhere(sentence: Passage, kept: list[_Found]) -> _Found | None:
    """All names of courses in a sentence that are written with capitals, those that are kept already left out."""
    found: list[tuple[str, int, int]] = []
    denied = sentence.start  # as far as a list that is somebody else's, or was not taken
    for raw, start, end in Runs(
        sentence.text, sentence.start, min(sentence.end, sentence.start + 1_500), loose=False
    ).anywhere():
        if any(f.start <= start < f.end for f in kept) or _NO_COURSE.match(sentence.text, end):
            continue
        goes_on = denied > sentence.start and _AND_SO_ON.fullmatch(sentence.text, denied, start)
        if goes_on or _NOT_TAKEN.search(_clause(sentence.text[max(sentence.start, start - 60) : start])):
            denied = end
            continue
        pieces = part_at_and(" ".join(raw.split()))
        named = [n for piece in pieces if (n := _accepted(piece, False)) and _has_capital(n)]
        found += [(n, start, end) for n in named if " " in n or n.casefold() in vocabulary.STANDALONE]
    if not found:
        return None
    names = tuple(dict.fromkeys(name for name, _, _ in found))
    placed = bool(_WHERE.search(sentence.words[:1500]))
    return _Found(names, found[0][1], found[-1][2], False, True, False, placed)


def _clause(before: str) -> str:
    """The words since the last comma or joining word, of a long stretch before a name."""
    behind = re.split(r":\s", before)[-1]
    return re.split(r"[,;]\s|\b(?:and|but|so)\s", behind)[-1] if len(behind) > 30 else behind


def _credible(found: _Found, others: list[_Found]) -> bool:
    """Whether names behind a weak verb ("I had", "I learned") are courses: capitals, and school or strong words near."""
    if not found.capital:
        return False
    return found.placed or len(found.names) > 2 or any(f.strong for f in others)


def _union(found: list[_Found]) -> tuple[str, ...]:
    names: dict[str, str] = {}
    for each in sorted(found, key=lambda f: f.start):
        for name in each.names:
            names.setdefault(same(name), name)
    return tuple(names.values())


def _doubt(found: list[_Found], names: tuple[str, ...]) -> str | None:
    if len(names) < 2:
        return "one course is mentioned, not a list of them"
    if all(_is_field(name) for name in names):
        return "fields of study are named, which may or may not be courses"
    if any(f.capital for f in found) or (len(names) > 2 and not all(f.vague for f in found)):
        return None
    return "courses are mentioned in passing, without their names"


def _in_passage(passage: Passage, by_line: bool) -> Iterator[_Found]:
    triggers = 0
    for sentence in _sentences(passage):
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


def _sentences(passage: Passage) -> Iterator[Passage]:
    """Sentences, not cut behind abbreviations ("with Prof. Vance")."""
    start = passage.start
    for sentence in passage.sentences():
        if not _ABBREVIATED.search(sentence.text, max(start, sentence.end - 12), sentence.end):
            yield passage.cut(start, sentence.end)
            start = sentence.end
    if start < passage.end:
        yield passage.cut(start, passage.end)


def _triggers(sentence: Passage) -> list[tuple[re.Match[str], bool]]:
    end = min(sentence.end, sentence.start + 3_000)
    found = [(m, True) for m in _STRONG.finditer(sentence.text, sentence.start, end)]
    found += [(m, True) for m in _VAGUE.finditer(sentence.text, sentence.start, end)]
    found += [(m, False) for m in _WEAK.finditer(sentence.text, sentence.start, end)]
    return sorted(found, key=lambda pair: (pair[0].start(), not pair[1]))[:20]


def _denied(sentence: Passage, match: re.Match[str], strong: bool) -> bool:
    """Whether the words before a trigger say that these are not courses the applicant took."""
    before = sentence.text[max(sentence.start, match.start() - 60) : match.start()]
    if strong and not _NOUN_AFTER.match(match.group()) and not _OWN.search(before):
        return True
    return bool(_NOT_TAKEN.search(_clause(before))) or bool(
        _NOT_TAKEN.search(match.group().partition("including")[0][:80])
    )


def _not_own(passage: Passage, match: re.Match[str]) -> bool:
    """Whether a place in a resume is a label, which is read as a list, or stands where somebody teaches."""
    before = passage.text[max(passage.start, match.start() - 200) : match.start()]
    return passage.text[match.end() - 1 : match.end() + 2].find(":") >= 0 or bool(_TEACHING.search(before))


def _names_after(sentence: Passage, match: re.Match[str], strong: bool, by_line: bool) -> _Found | None:
    """Read the names behind a trigger: runs of words in capitals or of known subjects, as far as the list goes."""
    limit = min(sentence.end, match.end() + _WINDOW)
    said = sentence.words[:1500]
    loose = strong or (_SCHOOL.search(said) is not None and _STRONG.search(said) is None)
    runs = Runs(sentence.text, match.end(), _line_limit(sentence, match.end(), limit, by_line), loose=loose)
    fields = strong and not _DEGREE.match(match.group())
    names: list[str] = []
    for raw in runs.read():
        if _NO_COURSE.match(sentence.text, runs.end):
            continue
        names += [n for piece in part_at_and(" ".join(raw.split())) if (n := _accepted(piece, fields))]
    if not names:
        return None
    words = sentence.words[:1500]
    if not strong and (_ELSEWHERE.search(words) or (len(names) < 2 and not _numbered(runs))):
        return None
    capital = all(_has_capital(n) for n in names)
    if not capital and len(names) < 2 and (by_line or not _NOUN_AFTER.search(words)):
        return None
    if not capital and by_line and not _NOUN_AFTER.search(match.group()):
        return None
    return _Found(
        tuple(names),
        match.start(),
        runs.end,
        strong,
        capital,
        bool(_VAGUE.match(sentence.text, match.start())),
        bool(_WHERE.search(words)),
    )


def _line_limit(sentence: Passage, start: int, limit: int, by_line: bool) -> int:
    """Where a list ends that goes on in the next line only behind a separator, as in a resume."""
    if not by_line:
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


def _has_capital(name: str) -> bool:
    return sum(not w[0].islower() for w in name.split()) * 2 >= len(name.split())


def _accepted(piece: str, fields: bool) -> str:
    """The name in a piece of a sentence, '' where it is no course's; `fields`: names of whole fields count."""
    name = clean(
        re.sub(r"^(?:[A-Z][\w.]*\s){1,3}[A-Z][\w.]*['’]s\s|^[A-Z][\w.]*\s[A-Z]\w*['’]s\s", "", plain(piece))
    )
    if (
        not name
        or judge.is_foreign(name)
        or _IN_NAME.search(name)
        or judge.is_tool(name)
        or judge.is_job(name)
    ):
        return ""
    if judge.is_code(name):
        return name
    if not name[0].isupper() and not _stands(name):
        return ""
    if not judge.is_course(name) or (not fields and _is_field(name)):
        return ""
    return name


def _is_field(name: str) -> bool:
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
