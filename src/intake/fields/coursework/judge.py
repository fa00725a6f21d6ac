"""What a piece of a list is: the name of a course, a number or grade beside one, a tool, or something else."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from intake.fields.memory import remembered
from intake.fields.vocabulary import courses as vocabulary

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]{0,6}\.?"
_DATE_TOKEN = re.compile(r"[^\W\d_]+|\d+")
_GRADE = re.compile(
    r"(?:grade:?\s?)?(?:[A-DF][+\-−–]?|AA|AB|BB|BC|CC|CD|DD|EX|IP|CR|NC|TR|NP|PASS|P|S|U|W"
    r"|pass|distinction|honou?rs|in progress|first class|"
    r"\d{1,3}(?:[.,]\d{1,2})?\s?%?(?:\s?/\s?\d{1,3}(?:\.\d)?)?)",
)
_POINTER = re.compile(
    r"(?:available|provided|list|furnished)?\s*(?:up)?on\s+request|(?:(?:please|see|find|listed|given|in|on|as|is|are|the|my|an?)\s+){0,5}(?:attach\w*|enclos\w*|below|above|resume|résumé|cv|transcript)"
    r"(?:\s+(?:pdf|file|document|resume|résumé|transcript|cv|below|attached|enclosed))?",
    re.IGNORECASE,
)
_NUMBERED_TERM = re.compile(
    r"\b(?:sem(?:ester)?|term|year|quarter|trimester)\.?\s(?:[ivx]{1,4}|\d)\b"
)  # "Sem II"
_PLANNED = re.compile(
    r"\b(?:planned|planning|upcoming|incoming|future|intended|to\s+be\s+taken|not\s+(?:yet\s+)?taken|on\s+(?:the|my)\s+plan|(?<!cross-)registered(?:\s+for)?|will\s+take|to\s+come|next(?=\s*\))|next\s+session|(?:hope|plan|want|like|intend)\s+to\s+(?:take|get)"
    r"|next\s+(?:term|sem(?:ester)?|quarter|year|fall|autumn|spring|winter|summer))\b",
    re.IGNORECASE,
)
_ONLINE = re.compile(r"\b(?:online|moocs?|coursera|edx|udacity|udemy|khan|certificat\w*)\b", re.IGNORECASE)
_BEGUN = re.compile(
    r"\b(?:completed|(?<!not )(?<!not yet )(?<!to be )taken|taking(?!\s+next)|current(?:ly)?|ongoing|in\s+progress|this)\b",
    re.IGNORECASE,
)
_TERM_OF = re.compile(
    r"\b(spring|summer|fall|autumn|winter)\s+(?:(?:term|semester|quarter)\s+)?((?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_BEGINS = {"winter": 1, "spring": 1, "summer": 6, "fall": 9, "autumn": 9}  # months
_LINE = 90  # characters of a line that names a school or degree
_INSTRUCTOR = re.compile(r"(?:^|\s)(?:Dr|Prof(?:essor)?)\.?\s[A-Z][\w'’-]+$")  # "Fall 2015  Dr. Pell"
_CREDITS = re.compile(
    r"\d{1,2}(?:[.,]\d{1,3})?\s?(?:credits?|cr\.?|units?|ects|cp|hours?|hrs?|sws|lp|学分)|(?:credits?"
    r"|units?|ects):?\s?\d{1,2}(?:\.\d)?",
    re.IGNORECASE,
)
# A course's number: "CS 229", "COGS 14B", "MATH-UA 120", "6.006", "15-213", "6.S191".
_NO_CODE = (
    r"(?!(?i:Fall|Spring|Summer|Winter|Autumn|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
    r"|My|The|Top|Class|List|Award|Prize|Team|Grade|Year|Room|C?GPA|CPI|SAT|GRE|TOEFL|IELTS|TOEIC|ISO)[a-z]*\b|I-20\b|DS-2019\b)"
)
CODE = re.compile(
    rf"(?<![\w.])(?:{_NO_CODE}(?:[A-Z]{{2,9}}|[A-Z][a-z]{{1,7}}(?:[A-Z][a-z]{{1,5}})?"
    rf"|[A-Z]\.?[A-Z]\.)(?:[ \-][A-Z]{{1,4}})?[ \-.]?\d{{2,4}}[A-Za-z]{{0,2}}(?:[./\-]\d{{1,4}}[A-Z]?)?"
    rf"|{_NO_CODE}[A-Z]{{2,9}}[ \-]?[A-Z]?\d{{1,4}}[A-Z]{{0,2}}|\d{{1,2}}\.[A-Z]?\d{{2,4}}[A-Z]{{0,2}}"
    rf"|\d{{2}}-\d{{3}})(?![\w%]|\.\d)"
)
HEADER_CELL = re.compile(
    r"(?:course|class|subject|module)s?\s(?:list|work)|(?:course|class|subject|module)?\s?(?:no\.?|nr\.?|#|code|number|id|title|name)|course|courses|class|subjects?|modules?"
    r"|title|description|"
    r"terms?|grades?|credits?|cr\.?|units?|hours|semester|quarter|year|points?|gp|gpa|ects|status"
    r"|attempted|earned|marks?|score|result|"
    r"dept\.?|department|instructor|professor|term taken|letter grade|credit hours|课程名称|课程|学分|成绩|学期|note"
    r"|noten?|nota|asignatura|"
    r"créditos|calificación|modul|curso|fach|leistungspunkte",
    re.IGNORECASE,
)
_DEGREE = re.compile(
    r"\b(?:Sc\.\s?[BMD]|[AS]\.[BM])\.(?:\s|$)|"
    r"\b(?:B\.?\s?(?:Sc?|A|E|Eng|Tech)\.?|M\.?\s?(?:Sc?|A|E|Eng|Tech)\.?|Ph\.?\s?D\.?|MBA)(?=[\s,.:;]"
    r"|$)(?:\s+(?:in|of|candidate|student|degree)\b|\.|,|\s*$)"
    r"|\b(?:bachelor|master|doctor)(?:'?s)?\s+(?:of|in|degree|thesis|student)\b|\b(?:minor|major|majoring"
    r"|concentration|degree|thesis|diploma) in\b"
    r"|\b(?:club|chapter|fraternity|sorority|hackathon|olympiad|council|committee|(?:honou?r|student"
    r"|science) society)\b"
    r"|\b(?:dean'?s list|cum laude|scholar(?:ship)?s?|fellowships?|awards?|g\.?p\.?a\.?|honor society"
    r"|valedictorian|graduat(?:ed|ion))\b"
    r"|^(?:minor|major|thesis|advis[eo]r|gpa|dissertation)\b",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"\b(?:university|universität|université|universidad|universidade|institute|institut|college"
    r"|school of|high school|inc\.?|llc|gmbh|ltd\.?|corp\.?)\b"
    r"|大学|学院",
    re.IGNORECASE,
)
_TOWN = re.compile(r"[A-Z][\w.'\-]+(?: [A-Z][\w.'\-]+){0,2}, (?:[A-Z]{2}|[A-Z][a-z]+)(?: \d{5})?")
_JOB = re.compile(
    r"(?<!for )(?<!and )\b(?:intern|internship|engineer|developer|analyst|consultant|manager|assistant"
    r"|instructor|tutor|grader|officer|president|treasurer|"
    r"captain|volunteer|fellow|researcher|lecturer|coordinator|ambassador|cashier|specialist"
    r"|administrator|secretary|founder|technician)s?\b",
    re.IGNORECASE,
)
_CONTACT = re.compile(r"@|https?:|www\.|\.(?:com|org|edu|io|net)\b|\(?\d{3}\)?[\s.\-]\d{3}[\s.\-]\d{4}")
_DEED = re.compile(
    r"(?:(?i:achieved|analy[sz]ed|assisted|automated|awarded|built|collaborated|completed|conducted"
    r"|contributed|coordinated|created|delivered|"
    r"deployed|designed|developed|explored|gained|graded|helped|implemented|improved|increased"
    r"|investigated|launched|led|maintained|managed|"
    r"member|mentored|modeled|optimized|organi[sz]ed|participated|performed|planned|presented|programmed"
    r"|proposed|reduced|researched|"
    r"responsible|served|simulated|supervised|supported|taught|tested|trained|tutored|used|using|utilized"
    r"|worked|won|wrote|finalist|"
    r"winner|proficient|fluent|familiar|experienced|recipient)(?=\s+[a-z\d])|(?i:please|dear|sincerely"
    r"|regards|thank|thanks|treasurer)\b)"
)
_VERB = re.compile(
    r"\b(?:i|i'm|i've|my|is|are|was|were|will|would|which|that|where|because|we|our|he|she|they|you|your|me)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+(?:['\-][^\W\d_]+)*")
_TOOL_SPLIT = re.compile(r"(?:(?<!\s)\s+)?(?:[/&()+]|(?<=\s)\d+(?:\.\d+)*\b|\band\b)\s*")
_MEANT_FOR = re.compile(r"[A-Z][\w+#]*+ for (?:the )?[A-Z][a-z]+(?: [A-Z][a-z]+)?")  # "Python for Scientists"
_SEQUEL = re.compile(r"[^\W\d_]{4}\s(?:II|III|IV)$")  # "Printmaking II"
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


def is_subject(word: str) -> bool:
    """Whether a word, or its singular, is a topic of courses."""
    folded = word.casefold()
    if folded in vocabulary.SUBJECTS or folded.removesuffix("s") in vocabulary.SUBJECTS:
        return True
    if folded.endswith("sses") and folded[:-2] in vocabulary.SUBJECTS:
        return True
    if folded.endswith("ies") and folded[:-3] + "y" in vocabulary.SUBJECTS:
        return True
    if len(folded) > 7 and folded.endswith(vocabulary.SUBJECT_ENDINGS):
        return True
    return "-" in folded and any(is_subject(part) for part in folded.split("-") if len(part) > 3)


@lru_cache(maxsize=4096)
def is_course(name: str) -> bool:
    """Whether a name holds a topic of courses or a course's number, and is no tool."""
    if is_tool(name):
        return False
    return (
        bool(CODE.search(name))
        or any(is_subject(word) for word in _WORD.findall(name))
        or bool(_CJK.search(name))
        or bool(_SEQUEL.search(name))
        or bool(_MEANT_FOR.fullmatch(name))
    )


@lru_cache(maxsize=4096)
def is_tool(name: str) -> bool:
    """Whether a name is that of programming languages, libraries or products only."""
    folded = name.casefold().strip(" .,;:()")
    if folded in vocabulary.TOOLS:
        return True
    parts = [part for part in _TOOL_SPLIT.split(folded) if part]
    return bool(parts) and all(
        p in vocabulary.TOOLS or all(w in vocabulary.TOOLS for w in p.split()) for p in parts
    )


@remembered
def is_noise(text: str) -> bool:
    """Whether a cell or line holds only a term, a grade, credits, or a column's heading."""
    bare = _INSTRUCTOR.sub("", text).strip(" \t|,;:.()[]*-–—=")
    return (
        not bare
        or bool(HEADER_CELL.fullmatch(bare))
        or bool(_GRADE.fullmatch(bare))
        or bool(_CREDITS.fullmatch(bare))
        or is_dates(bare)
    )


def is_planned(text: str) -> bool:
    """Whether a label or remark says of courses that they are still to be taken: "Planned courses", "(next term)"."""
    return _PLANNED.search(text) is not None and _BEGUN.search(text) is None


def is_ahead(text: str, today: date | None) -> bool:
    """Whether words name a term that had not begun `today`: "Course work (Fall 2017)"; None knows no today."""
    if today is None or _BEGUN.search(text):
        return False
    terms = [(int(year), _BEGINS[season.casefold()]) for season, year in _TERM_OF.findall(text)]
    return bool(terms) and all(term > (today.year, today.month) for term in terms)


def is_taught(cell: str) -> bool:
    """Whether a cell says of the courses beside it that somebody taught them: "Assisted", "Taught:"."""
    return cell.strip(" :").casefold() in vocabulary.TAUGHT


def is_online(text: str) -> bool:
    """Whether words say of courses that they were taken online, or for a certificate: "MOOCs", "... (Coursera)"."""
    return _ONLINE.search(text) is not None


def is_grade(text: str) -> bool:
    """Whether a text is a grade in letters: "A", "B+"."""
    return re.fullmatch(r"[A-DF][+\-−]?", text) is not None


def is_pointer(text: str) -> bool:
    """Whether a text only says where the courses stand: "see resume", "in the attachment"."""
    return _POINTER.fullmatch(text) is not None


def is_place(text: str) -> bool:
    """Whether a text is a town with its state or country: `Ithaca, NY`."""
    return bool(_TOWN.fullmatch(text.strip())) and not is_course(text)


def is_dates(text: str) -> bool:
    """Whether a text is made of dates, terms and the words between them only."""
    if len(text) > 70:
        return False
    tokens = _DATE_TOKEN.findall(text.casefold())
    if not tokens or any(not (t in vocabulary.DATE_WORDS or _date_number(t)) for t in tokens):
        return False
    return any(t in vocabulary.TERMS or (len(t) == 4 and t.isdecimal()) for t in tokens) or _short_term(
        tokens
    )


def _date_number(token: str) -> bool:
    return token.isdecimal() and (len(token) <= 2 or (len(token) == 4 and token[:2] in {"19", "20"}))


def _short_term(tokens: list[str]) -> bool:
    """`F15`, `Sp 16`."""
    return len(tokens) == 2 and tokens[0] in {"f", "s", "w", "fa", "sp", "su", "wi"} and len(tokens[1]) == 2


def is_code(text: str) -> bool:
    """Whether a text is a course's number and nothing else."""
    return bool(CODE.fullmatch(text.strip(" \t|,;:.()[]")))


@remembered
def is_foreign(text: str) -> bool:
    """Whether a text cannot be in a list of courses: a degree, school, job, address, deed or sentence."""
    if len(text) > 110 or len(text.split()) > 14:
        return True
    if _CONTACT.search(text) or _DEED.match(text) or _DEGREE.search(text):
        return True
    if _PLACE.search(text) and not text.casefold().startswith("college "):
        return True
    words = text.split()
    return (len(words) > 4 and len(_VERB.findall(text)) > 1) or (len(words) > 6 and text.endswith("."))


def sub_label(head: str, colon: bool = True) -> bool:
    """Whether words are a heading within a list of courses: a level, a term, before a colon a field too."""
    if "," in head or ";" in head:
        return False  # names of a list, before the second half of the last one's title
    words = _WORD.findall(_NUMBERED_TERM.sub("term", head.casefold()))
    known = vocabulary.FIELD_LABELS if colon else vocabulary.LEVELS
    if not colon and set(words) <= vocabulary.NO_LEVELS:
        return False
    return bool(words) and len(words) <= 4 and all(w in known for w in words)


# "Compilers: Principles and Practice": how the second half of a title begins.
_SUBTITLE = re.compile(
    r"\s*(?:principles|theory|concepts?|(?:an?\s+)?introduction|foundations|fundamentals|methods|techniques|tools|practice"
    r"|design|models?|from|an?\s+\w+\s+approach)\b[^,;]{0,60}$",
    re.IGNORECASE,
)


def is_title(head: str, rest: str) -> bool:
    """Whether both sides of a colon make one name ("Cognitive Neuroscience: Mind and Brain"), and no group with its courses."""
    fields = [word for word in _WORD.findall(head.casefold()) if word not in vocabulary.LEVELS]
    if fields and _SUBTITLE.match(rest) and not re.search(r"[,;|\t•]", head + rest):
        return True
    return len(fields) > 1 and not re.search(r"[,;|\t•]", rest) and " and " in rest and not is_dates(head)


def is_degree(text: str) -> bool:
    """Whether a short line names a degree: "Master of Science, Computer Engineering"."""
    return len(text) < _LINE and _DEGREE.search(text) is not None and not text.endswith(".")


def is_school(text: str) -> bool:
    """Whether a short line names a university or college."""
    return len(text) < _LINE and bool(_PLACE.search(text)) and not text.endswith(".") and not CODE.match(text)


def is_job(text: str) -> bool:
    """Whether a text names a position somebody holds."""
    return bool(_JOB.search(text))


def has_dates(text: str) -> bool:
    """Whether a text ends in a stretch of time, as lines of jobs and schools do: `June 2014 - July 2016`."""
    return bool(_RANGE.search(text[-60:]))


_RANGE = re.compile(
    rf"(?:{_MONTH}\s|\d{{1,2}}/)?(?:19|20)\d{{2}}\s?(?:-|–|—|to|until)\s?(?:present|now|current|today"
    rf"|(?:{_MONTH}\s|\d{{1,2}}/)?(?:19|20)?\d{{2}}|$)",
    re.IGNORECASE,
)
