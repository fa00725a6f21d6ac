"""Headings and labels over lists of courses, and the headings that end them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from intake.fields.coursework import judge, names
from intake.fields.coursework.judge import sub_label
from intake.fields.coursework.rows import Row, squashed
from intake.fields.memory import remembered
from intake.fields.sections import section_of
from intake.fields.vocabulary import courses as vocabulary
from intake.fields.vocabulary.headings import Section

_WORD = re.compile(r"[^\W\d_]+(?:['\-][^\W\d_]+)*")
_COURSE_WORK = re.compile(
    r"\bcourse[\s\-]+(work|list|history|load|highlights|listing|selection)s?\b", re.IGNORECASE
)
# What stands between a label and its list.
_COLON = re.compile(r"[:：→]|\s->\s|\s(?:-{1,2}|[–—=])\s|\s[-–—]+$|\t|\s?\|\s?")
_INCLUDES = re.compile(
    r"^((?:[a-z]+ ){0,4}(?:course\s?-?work|courses|classes|modules)(?: [a-z]+){0,3}? (?:includes?"
    r"|included|including|incl\.|in:))\s+(?=\S)",
    re.IGNORECASE,
)
_INLINE = re.compile(
    r"(?:^|(?<=[\s(;,.|•·/]))((?:course[ \-]?work|courses|classes|modules|exams)(?: (?:taken|completed"
    r"|includes?|included|including|"
    r"I|I've|I'm|have|am|taking|that|are|think|relevant|so|far|to|date|in"
    r"|progress)){0,5}\s?(?:\([^()\n]{1,30}\)\s?)?[:：]"
    r"|(?:cours|matières|asignaturas|materias|disciplinas|vorlesungen|lehrveranstaltungen|kurse|corsi|esami)"
    r"(?: (?:suivis|suivies|suivants|suivantes|cursadas|cursados|besucht|belegt"
    r"|gehört|seguiti|sostenuti|seguintes|siguientes)){0,2}\s?[:：])"
    r"|(?<=[\u3400-\u9fff])(?:课程|課程|科目)[:：]",
    re.IGNORECASE,
)
_SCHOOLED = re.compile(r"\beducation|\bacademic (?:background|history)", re.IGNORECASE)
_NOT_LIMITED = re.compile(
    r"^[\s,:(]*(?:but (?:(?:is |are )?not|isn['’]t|aren['’]t) limited to|the following(?: \w+)?|among others)[\s,:)]*",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(r"[.;|]\s{1,4}(?:At|In|From|During|Abroad)\b[^:.;,\n]{0,40}:(?=\s|$)")
_NEXT_LABEL = re.compile(
    r"[.;|]\s{1,4}(?:(?:[A-Z][A-Za-z]{0,15}\s){0,2}(?:courses|coursework|classes|electives)"
    r"|(?:under)?grad(?:uate)?(?:[- ]level)?|bachelor['’]?s?|master['’]?s?|in\s+progress"
    r"|current(?:ly)?(?:\s+(?:taking|enrolled\s+in))?|taking(?:\s+now)?):",
    re.IGNORECASE,
)
_BRACKETED = re.compile(r"[(\[][^()\[\]\n]{0,60}[)\]]")
_MOST_LABEL = 90
_FRAME = " \t[]{}<>【】「」《》=~*#_|-–—"
_STUDIED = re.compile(
    r"what i(?:'ve| have)? (?:studied|learned|learnt|taken|took)(?: so far| there| in (?:school|college))?"
    r"|(?:relevant |academic |my )?(?:studies|study|studied)(?: in| of| includ(?:e|es|ed|ing))?"
    r"|(?:my )?grades(?: so far| to date)?|(?:upper|lower)[- ]division(?: (?:cs|math|electives))?"
    r"|(?:courses|classes|modules|subjects) (?:that )?i(?:'ve)? (?!taught|graded|assisted|planned)(?:[a-z]+ed|took|had)"
    r"|(?:courses|classes|modules|subjects) that (?:have )?(?:prepared|shaped|helped|formed|interested|matter(?:ed)?)"
    r"(?: to)?(?: me)?"
    r"|(?:graduate|doctoral|phd) seminars(?: taken| attended)?"
    r"|(?:academic |selected )?transcript(?: highlights?| excerpts?| summary)?"
    r"|(?:relevant |selected )?(?:units|subjects) (?:completed|taken|studied|passed)(?: so far)?",
    re.IGNORECASE,
)
_OWN = re.compile(r"(?:well,?\s+)?(?:I|my)\b", re.IGNORECASE)
# "Classes I lead sections for", "what I teach there": courses of other people
_I_TEACH = re.compile(
    r"(?:what|classes|courses|sections|labs)\b[^:]{0,20}\bi(?:'ve| have)? (?:teach|taught|lead|led|ta'?d?"
    r"|grade|graded|assist(?:ed)?)\b[^:]{0,40}",
    re.IGNORECASE,
)
# "Taking next spring", "Next", "To come": a heading over courses that are still to be taken
_AHEAD = re.compile(
    r"(?:(?:taking|registered|enrolled|signed up)(?: for| in)? (?:next|in the (?:coming|following|next))(?: \w+){0,2}"
    r"|(?:up next|coming up|next|to come|still to (?:come|take)|to take|to be taken|planned|upcoming|future)"
    r"(?: (?:term|semester|quarter|year|spring|fall|summer|winter|autumn))?)"
    r"(?: \d{4})?",
    re.IGNORECASE,
)
# "As your page asks for course work, here it is:" above the entries
_HERE = re.compile(
    r"[^\n:]{0,80}\b(?:course\s?-?work|course\s+list|courses|classes)\b[^\n:]{0,60}\b(?:here\s+(?:it|they)\s+(?:is|are)|here['’]s\s+(?:it|mine|the\s+list)|these|below"
    r"|follow(?:s|ing)?|this\s+is\s+(?:it|mine|the\s+list))(?:,?\s+(?:by|in)\s+[\w\s]{2,20})?\s*:\s*$"
    r"|[^\n:]*\bmy\s+(?:relevant\s+)?(?:courses|classes|course\s?-?work)\b[^\n:]{0,160}:\s*$"
    r"|[^\n:]*\b(?:these\s+are|here\s+are|are)\s+(?:the|my|some\s+of\s+my)\s+(?:\w+\s+){0,2}(?:courses|classes|ones)\b[^\n:]{0,120}:\s*$"
    r"|[^\n:]*\bI(?:['’]ve|\s+have)?\s+(?:taken|took|completed|had)\s+(?:so\s+far\s+)?(?:the|these)\s+(?:\w+\s+){0,2}(?:courses|classes)\b[^\n:]{0,120}:\s*$",
    re.IGNORECASE,
)
_AT_SCHOOL = re.compile(r"\s(?:at|from|in|@)\s(?:the\s)?[^\W\d_][^:;|]{1,60}$", re.IGNORECASE)
_DONE = re.compile(
    r"(?:(?:already|recently|currently|now|so far) )?"
    r"(?:completed|took|taken|studied|passed|taking|attended|attending|enrolled in)"
    r"(?: (?:so far|to date|already|now|this (?:term|semester|quarter|year)))?$",
    re.IGNORECASE,
)
_RELEVANT = re.compile(
    r"(?:most )?(?:relevant|related|selected)(?: course)?|highlights"
    r"|(?:(?:major|program|technical|free|cs) )?(?:core|electives|requirements)|required"
    r"|(?:top|best|selected) grades",
    re.IGNORECASE,
)
_NUMERALS = re.compile(r"(?:I{1,3}|IV|[1-4])(?:\s?[&/,]\s?(?:I{1,3}|IV|[1-4]))*")
_OF_COURSES = re.compile(r"\W*(?:course|subject|class|module)\b", re.IGNORECASE)
# "Semester 5: Topology, Measure Theory": a term with what was taken in it.
_TERM = re.compile(
    r"(?:sem|semester|term|trimester|quarter|year)\.? [1-9IV]{1,4}"
    r"|(?:\d(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|this|last|current) (?:semester|term|trimester|quarter|year)"
    r"|(?:fall|spring|winter|autumn|summer)(?: (?:semester|term|quarter))? ?['’]?\d{2,4}(?:[-–/]\d{2,4})?(?: ?\([a-z ]{4,20}\))?"
    r"|(?:maths?|mathematics|cs|computer science|physics|ee|stats?|engineering|biology) (?:so far|courses?|classes|side)",
    re.IGNORECASE,
)
_IN_FIELDS = re.compile(
    r"\bcourse[\s-]?work\s{1,3}in\s{1,3}[\w\s&]{1,60}$", re.IGNORECASE
)  # "Course work in mathematics and computing"
_WITH = re.compile(
    r",?\s+with\s+(?:the\s+)?(?:instructors?|professors?|teachers?|texts?|books?|grades?|scores?)\b.*$",
    re.IGNORECASE,
)
_COURSE_PROJECTS = re.compile(
    r"(?:selected |relevant )?(?:course|class|coursework) projects?(?: and .{1,20})?", re.IGNORECASE
)


class Trust(StrEnum):
    """How surely a label stands over courses that were taken."""

    SURE = "sure"  # "Relevant Coursework"
    LIKELY = "likely"  # "Classes": the names must look like names of courses
    DOUBTFUL = "doubtful"  # "Online courses", "Courses & Certificates"
    TAUGHT = "taught"  # "Courses taught"
    PLANNED = "planned"  # "Planned courses": still to be taken


@dataclass(frozen=True, slots=True)
class Label:
    """A label found in a row: `rest` is what follows it in the row, `offset` where it begins in the document."""

    trust: Trust
    rest: str
    offset: int
    inline: bool
    words: str = ""

    @property
    def schooled(self) -> bool:
        """Whether it stands over education too, so that schools and degrees come between it and the courses."""
        return bool(_SCHOOLED.search(self.words))


@remembered
def label_of(row: Row) -> Label | None:
    """The label of a list of courses in a row, at its start or after a degree ("B.S., 2018; courses: ..."), or None."""
    words = row.words
    if _I_TEACH.fullmatch(words.strip(_FRAME + ":")):
        return Label(Trust.TAUGHT, "", row.start, False, words)
    if _AHEAD.fullmatch(words.strip(_FRAME + ":()")):
        return Label(Trust.PLANNED, "", row.start, False, words)
    for head, rest in _splits(words):
        if _OWN.match(rest) and not names.is_told(rest):
            continue  # "Course work: well, I'm back in school since last year, so ..."
        trust = _trust(head, bool(rest)) or _trust_at_school(head, bool(rest)) or _unnamed(head, rest)
        if trust:
            return Label(trust, next_group(_NOT_LIMITED.sub("", rest)), row.start, False, head)
    if (
        (_HERE.match(row.words) or _HERE.match(_last_sentence(row.words)))
        and not _taught(row.words)
        and not judge.is_planned(row.words)
    ):
        return Label(Trust.LIKELY, "", row.start, False, row.words)
    if _heads_table(row):
        return Label(Trust.LIKELY, "", row.start, False, row.words)
    match = _INLINE.search(row.raw[:2000])
    if match and not _taught(row.raw[: match.start()]):
        rest = next_group(row.raw[match.end() :])
        before = row.raw[max(0, match.start() - 40) : match.start()]
        trust = _trust(match.group().rstrip(":： "), True) or Trust.LIKELY
        return Label(
            _raised(trust, before), rest, row.start + _back(row.raw, match.start()), True, match.group()
        )
    return None


def _last_sentence(words: str) -> str:
    """What stands behind the last full stop, colon or question mark that others follow."""
    return re.split(r"[.:?!]\s++(?=\S)", words[-300:])[-1]


def _heads_table(row: Row) -> bool:
    """Whether a row is the head of a table of courses: "Course | Term | Grade"."""
    cells = [cell.strip() for cell in re.split(r"\t|\|", row.words) if cell.strip()]
    headed = len(cells) > 1 and all(names.is_heading_cell(cell) for cell in cells)
    return headed and _OF_COURSES.match(cells[0]) is not None


def next_group(rest: str) -> str:
    """A list that is followed by another with its own label: "CS courses: ... . Math courses: ... At Oxford: ...".

    '' where it only names the columns of the lines below: "number, name, year, grade".
    """
    columns = [cell.strip(" ])") for cell in re.split(r",|\t", rest)]
    if len(columns) > 1 and all(judge.HEADER_CELL.fullmatch(cell) for cell in columns):
        return ""
    separator = ";" if ";" in rest else ","
    return _ELSEWHERE.sub(separator, _NEXT_LABEL.sub(separator, rest))


def _splits(words: str) -> list[tuple[str, str]]:
    """Ways to part a row in label and list: whole, at "includes", at each of its first separators."""
    found = []
    whole = words.rstrip(":：-–— ")
    named = not judge.CODE.search(_BRACKETED.sub("", whole))  # "Graduate courses (GPA 3.95)" is a label too
    labels = len(words) <= _MOST_LABEL and not re.search("[:：]", whole) and named
    if labels and "\t" not in whole:
        found.append((whole, ""))
    if match := _INCLUDES.match(words[:200]):
        found.append((match.group(1).rstrip("."), words[match.end() :]))
    parts = list(_COLON.finditer(words[: _MOST_LABEL + 60]))[:2]
    found += [(words[: m.start()], words[m.end() :].strip()) for m in parts if 0 < m.start() <= _MOST_LABEL]
    if labels and "\t" in whole:  # a label and its list's first cell are likelier than a label of two cells
        found.append((whole, ""))
    return found


def _trust(head: str, listed: bool) -> Trust | None:
    """What a label says, None where it is none; `listed` tells that a list follows it in the row."""
    words = _label_words(_WITH.sub("", head))
    heads = [w for w in words if w in vocabulary.HEADS]
    if not heads and len(words) > 1 and set(words) & vocabulary.HEARD and set(words) & vocabulary.HEARING:
        heads = [w for w in words if w in vocabulary.HEARD]
    if not heads or len(words) > 9:
        return None
    if any(w in vocabulary.TAUGHT for w in words):
        return Trust.TAUGHT
    if judge.is_planned(head):
        return Trust.PLANNED
    if any(w in vocabulary.TRAINING for w in words):
        return Trust.DOUBTFUL
    known = vocabulary.MODIFIERS | vocabulary.HEADS | vocabulary.MIXED
    of_fields = _IN_FIELDS.search(head) is not None
    unknown = [w for w in words if not (w in known or w in heads or (of_fields and judge.is_subject(w)))]
    if not _shaped(head, words, unknown, listed):
        return None
    if any(w in vocabulary.SURE_HEADS for w in heads) or (len(words) > 1 and not unknown):
        return Trust.LIKELY if unknown or any(w in vocabulary.MIXED for w in words) else Trust.SURE
    return Trust.LIKELY


def _trust_at_school(head: str, listed: bool) -> Trust | None:
    """What a label says that names the school too: "Courses taken at Lakeside University"."""
    place = _AT_SCHOOL.search(head)
    said = head[: place.start()] if place else ""
    known = vocabulary.HEADS | vocabulary.MODIFIERS | vocabulary.TAUGHT
    return _trust(said, listed) if said and all(word in known for word in _label_words(said)) else None


def _unnamed(head: str, rest: str) -> Trust | None:
    """What a label says that does not name what it lists: "Completed: Real Analysis (401), Databases (520)"."""
    bare = head.strip(_FRAME)
    if _STUDIED.fullmatch(bare):
        return Trust.LIKELY
    if rest and _DONE.fullmatch(bare) and judge.is_course(rest) and len(names.split(rest)) == 1:
        return None if judge.is_online(rest) or judge.is_foreign(rest) or rest.endswith(".") else Trust.LIKELY
    pieces = names.split(rest) if rest and (_DONE.match(bare) or _RELEVANT.fullmatch(bare)) else []
    if not pieces and rest and _TERM.fullmatch(bare):
        pieces = names.split(rest)
    if len(pieces) < 2 or not all(judge.is_course(piece) or _of_language(piece) for piece in pieces[:-1]):
        return None
    return Trust.DOUBTFUL if judge.is_online(rest) else Trust.LIKELY


def _of_language(piece: str) -> bool:
    """Whether a piece is the name of a language with a numeral behind it: "Java I & II"."""
    language, _, numerals = piece.strip().partition(" ")
    return judge.is_tool(language) and _NUMERALS.fullmatch(numerals) is not None


def _shaped(head: str, words: list[str], unknown: list[str], listed: bool) -> bool:
    """Whether words could be a label: few words that no label has, and no verb before the head."""
    if head.rstrip().endswith((".", "!", "?", ",", ";")):
        return False
    if not listed and (len(unknown) > 2 or words[-1] in unknown):
        return False
    return len(unknown) <= 3 and (len(words) <= 4 or len(unknown) * 2 <= len(words))


def _label_words(head: str) -> list[str]:
    text = squashed(head.strip(_FRAME))
    if text.isalpha() and text != head.casefold():
        return _letterspaced(text)
    text = _BRACKETED.sub(" ", text) if "(" in text or "[" in text else text
    text = _COURSE_WORK.sub(r"course\1", text) if "course" in text else text
    words = _WORD.findall(text)
    if any(len(w) == 1 for w in words) and len(words) < 9:  # small capitals: "R ELEVANT C OURSEWORK"
        mended = _letterspaced("".join(words))
        words = mended if all(w in _LETTERSPACED for w in mended) else words
    return words


def _letterspaced(text: str) -> list[str]:
    """Cut the words of a letter-spaced label, the longest first; unknown letters stay one word."""
    found: list[str] = []
    while text:
        size = next((n for n in range(min(len(text), 24), 1, -1) if text[:n] in _LETTERSPACED), 0)
        if not size:
            return [*found, text]
        found.append(text[:size])
        text = text[size:]
    return found


_LETTERSPACED = (
    vocabulary.HEADS
    | {w for w in vocabulary.MODIFIERS | vocabulary.MIXED | vocabulary.TRAINING if len(w) > 2}
    | vocabulary.TAUGHT
    | vocabulary.SECTION_WORDS
)


def _taught(before: str) -> bool:
    return any(w in vocabulary.TAUGHT for w in _WORD.findall(before.casefold())[-6:])


def _raised(trust: Trust, before: str) -> Trust:
    """A qualified head ("relevant courses:") is surer than a bare one."""
    last = _WORD.findall(before.casefold())[-1:]
    if any(w in vocabulary.TRAINING for w in last):
        return Trust.DOUBTFUL
    return Trust.SURE if any(w in {"relevant", "related", "selected", "key", "core"} for w in last) else trust


def _back(raw: str, start: int) -> int:
    """Where the label begins with its modifiers: the words before the head that belong to it."""
    for match in reversed(list(_WORD.finditer(raw, max(0, start - 40), start))):
        if match.group().casefold() not in vocabulary.MODIFIERS or raw[match.end() : start].strip():
            break
        start = match.start()
    return start


def near_label(row: Row) -> bool:
    """Whether a row is near to course work: "Schwerpunkte", "Course projects", "Physics: Quantum Mechanics, Optics"."""
    head, *rest = re.split(r"[:：\t]", row.words[:_MOST_LABEL], maxsplit=1)
    words = _WORD.findall(squashed(head))
    if _COURSE_PROJECTS.fullmatch(" ".join(words)):
        return True
    field = bool(rest) and sub_label(head) and not set(words) & vocabulary.LEVELS
    pieces = names.split(row.words[len(head) + 1 :]) if field else []
    if len(pieces) > 1 and all(judge.is_course(piece) and not judge.is_tool(piece) for piece in pieces):
        return True
    return 0 < len(words) <= 3 and any(w in vocabulary.NEAR_HEADS for w in words)


@remembered
def section_heading(row: Row) -> bool:
    """Whether a row is the heading of a section that is none of courses."""
    if len(row.words) > 60 or row.letters.endswith((".", ",", ";")):
        return False
    if section_of(row.letters) not in (None, Section.COURSES):
        return True
    text = squashed(row.words)
    words = _letterspaced(text) if text.isalpha() and " " in row.words.strip() else _WORD.findall(text)
    known = [w for w in words if w in vocabulary.SECTION_WORDS]
    return (
        0 < len(words) <= 6 and len(known) == len(words) and any(w in vocabulary.SECTION_HEADS for w in words)
    )


def other_label(row: Row) -> bool:
    """Whether a row begins with a label of something else: `Honors: ...`, `GPA: 3.8`."""
    head, colon, rest = row.words[:_MOST_LABEL].replace("：", ":").partition(":")
    if rest.strip() and judge.is_noise(rest) and judge.is_course(head):
        return False  # a name and its grade: "Data Structures: A"
    words = _WORD.findall(head.casefold())
    return bool(colon) and 0 < len(words) <= 5 and not sub_label(head) and not re.search(r"\d", head)
