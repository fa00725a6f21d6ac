"""From a line of a list to the names in it: cut at its separators, numbers, grades and terms taken off."""

from __future__ import annotations

import re

from intake.fields.coursework.judge import (
    CODE,
    HEADER_CELL,
    is_code,
    is_course,
    is_dates,
    is_foreign,
    is_noise,
    is_title,
    sub_label,
)
from intake.fields.memory import remembered
from intake.fields.vocabulary import courses as vocabulary

_BRACKET = re.compile(r"\(([^()]{0,80})\)|\[([^\[\]]{0,80})\]")
_NUMERAL = re.compile(
    r"(?:(?:and|&)\s)?(?:I{1,3}|IV|VI?|[1-4]|[A-D])(?:\s?[&/]\s?(?:I{1,3}|IV|[1-4]))?", re.IGNORECASE
)
_ENDING = re.compile(r"(?:,?\s?\betc\b\.?|\band (?:more|others)|\bamong others|\.\.\.|…)\s*$", re.IGNORECASE)
_LEAD = re.compile(
    r"^(?:(?:and|&|as well as|plus|or|including|i\.e\.|e\.g\.|such as)\s+)?"
    r"(?:(?:one|two|three|four|an?|\d)\s+(?:full\s+)?(?:semesters?|terms?|quarters?|years?|courses?|class(?:es)?|seminars?)\s+(?:of|in|on)\s+)?",
    re.IGNORECASE,
)
# "I've had Linear Algebra", "and right now I'm in Statistics": the words of a sentence that goes on as a list.
_SAID = re.compile(
    r"^(?:(?:and|here|so\s+far|right\s+now|currently|now|this\s+(?:term|semester|quarter|year))[\s,]+){0,2}"
    r"I(?:['’]ve|['’]m|\s+have|\s+am)?\s+(?:(?:also|just|already|currently|now)\s+){0,2}(?:had|taken|took|done|did|completed|passed|studied|followed|attended|heard|in|taking)\s+"
    r"|^(?:and[\s,]+)?(?:so\s+far|right\s+now|currently|now|at\s+the\s+moment|(?:this|last)\s+(?:term|semester|quarter|year|fall|spring))[\s,:]+(?=\w)",
    re.IGNORECASE,
)
# "Signals and Systems was last year", "Operating Systems I have now": a sentence that goes on behind a name.
_GOES_ON = re.compile(
    r"(?<!\s)\s++(?:(?:was|were|will\s+be|came|comes)|(?:is|are)(?=\s+(?:this|next|in|on|what|where|my|ahead|still|now))|I(?:['’]m|['’]ve|\s+(?:have|had|am|took|take|will|did|finished)))\b.*$"
)
_NEXT_SENTENCE = re.compile(
    r"[.!]\s+(?:[Ii]|We|My|The|It|In|At|On|This|That|These|Also|You|See|Please|For|As|GPA:?|Minor:?|Honou?rs:?|Dean['’]s)(?:['’]\w+)?\s.*$"
)
_EDGES = " \t\n。•·●▪*|,;:!–—-=/\"“”'‣◦○…"
_CODES = re.compile(rf"{CODE.pattern}(?:\s?[/&+,]\s?(?:{CODE.pattern}|\d{{2,4}}[A-Z]{{0,2}}))*")
_TAIL = re.compile(r"^(.{3,}?)(?:(?:(?<!\s)\s+)?[:–—\t|]|(?<!\s)\s+-|,)\s*([^:–—\t|,]{1,30})$")
_MARK = re.compile(
    r"^(.{3,120}?)[\s,]+(?:\d{1,2}(?:\.\d{1,3})?\s+)?([A-DF][+\-−–]|\d{1,2}(?:\.\d{1,3})?\s+[A-F])$"
)
_REMARK = re.compile(
    r"(?:(?:all|both|each|mostly|dr|mr|mrs|ms)\b|[A-Z]\.\s?[A-Z]|with|prof|instructor|audit|taught"
    r"|grade|score|gpa|cross-registered|expected|taking|teaching|research asst|ta\b|asst|\d\s?x)",
    re.IGNORECASE,
)
_REMARKED = re.compile(r"^(.{4,60}?)\s[-–—]\s(.+)$")
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_CJK_GRADE = re.compile(r"\(\s*(?:\d{2,3}(?:\.\d+)?分?|[A-F][+-]?|优秀?|良好?)\s*\)")
_CJK_CUT = re.compile(r"[、,;/|•·\t]|\s(?=[\u3400-\u9fff])|(?<=[\u3400-\u9fff])\s")
_WORD = re.compile(r"[^\W\d_]+(?:['\-][^\W\d_]+)*")


def split(line: str) -> list[str]:
    """Cut a line of a list into its pieces, in order; commas within brackets part nothing."""
    return list(_pieces(line))


@remembered
def _pieces(line: str) -> tuple[str, ...]:
    if len(_CJK.findall(line)) > 2:
        return tuple(piece for piece in _CJK_CUT.split(_CJK_GRADE.sub("、", line)) if piece.strip())
    for cut in (_numbers, _groups, _semicolons, _bars, _commas, _tabs, _dashes, _slashes, _stops):
        pieces = cut(line)
        if len(pieces) > 1:
            return tuple(inner for piece in _joined(pieces) for inner in _grouped(piece))
    return (line,)


def clean(piece: str) -> str:
    """The name in a piece as a person would write it, '' where there is none; a bare number stays as it is."""
    text = _BRACKET.sub(_kept_bracket, " ".join(piece.replace("\t", " | ").split()))
    text = _SAID.sub("", _ENDING.sub("", _NEXT_SENTENCE.sub("", text)).strip())
    if (behind := _GOES_ON.search(text)) and is_course(text[: behind.start()]):
        text = text[: behind.start()]
    if match := _MARK.match(text):
        text = match.group(1)
    text = text.strip(_EDGES)
    text = _LEAD.sub("", _SAID.sub("", _unheaded(text))).strip(_EDGES)
    text = _untailed(text)
    text = _uncoded(text)
    text = _balanced(" ".join(text.strip(_EDGES + ".").split()))
    return recased(text) if re.search(r"[^\W\d_]", text) or is_code(text) else ""


def is_told(words: str) -> bool:
    """Whether a sentence goes on with a list: "I've had Linear Algebra"."""
    return _SAID.match(words) is not None


def recased(name: str) -> str:
    """A name in capitals only, as `DATA STRUCTURES II`, in title case: `Data Structures II`."""
    letters = [c for c in name if c.isalpha()]
    if len(letters) < 5 or not all(c.isupper() for c in letters) or is_code(name):
        return name
    return " ".join(_recased_word(word, at == 0) for at, word in enumerate(name.split()))


def _recased_word(word: str, first: bool) -> str:
    bare = word.strip("(),.:;&/").casefold()
    if not bare:
        return word
    if bare in vocabulary.SMALL_WORDS and not first and bare != "i":
        return word.casefold()
    if bare in vocabulary.ACRONYMS or any(c.isdigit() for c in bare):
        return word
    return re.sub(r"[^\W\d_]+(?:'[^\W\d_]+)?", lambda m: m.group().capitalize(), word)


def same(name: str) -> str:
    """What two spellings of one name have in common."""
    return re.sub(
        r"[\W_]+", " ", name.casefold().replace("&", " and ").replace("intro ", "introduction ")
    ).strip()


# --- separators ------------------------------------------------------------------------------------------


def _numbers(line: str) -> list[str]:
    """Cut "1) Algorithms 2) Databases" at its numbers."""
    pieces = re.split(r"(?:^|\s)\d{1,2}[.)]\s", line)
    return [p for p in pieces if p.strip()] if len(pieces) > 2 else [line]


def _groups(line: str) -> list[str]:
    """Cut "CS: Algorithms, Networks | Math: Statistics" at its bars and commas."""
    pieces = _cut(line, "|")
    labelled = len(pieces) > 1 and all(sub_label(piece.partition(":")[0]) for piece in pieces if ":" in piece)
    if labelled and any(":" in piece for piece in pieces[1:]):
        return [inner for piece in pieces for inner in _commas(piece)]
    return [line]


def _semicolons(line: str) -> list[str]:
    pieces = _cut(line, ";")
    heads = [(*piece.partition(":"),) for piece in pieces]
    labelled = len(pieces) > 1 and any(
        colon and sub_label(h) and not is_title(h, rest) for h, colon, rest in heads
    )
    if labelled or line.count(",") > 2 * line.count(";") or (len(pieces) > 1 and _all_numbered(line)):
        return [inner for piece in pieces for inner in _commas(piece)]
    return pieces


def _all_numbered(line: str) -> bool:
    """Whether each piece between commas or semicolons begins with a course's number."""
    return all(CODE.match(piece.strip()) for piece in re.split("[,;]", line) if piece.strip())


def _bars(line: str) -> list[str]:
    pieces = _cut(re.sub(r"\s?[•●▪·∙◦■|]\s?|\s\*\s|\s[⋅►▶»]\s", "|", line), "|")
    if len(pieces) > 1 and line.count(",") > 2 * len(pieces):
        return _commas(line)
    return pieces


def _commas(line: str) -> list[str]:
    if "," not in line:
        return [line]
    pieces = _cut(line.replace("\t", " "), ",")
    last = pieces[-1].strip() if pieces else ""
    if len(pieces) > 1 and not re.match(r"(?:and|&)\s", last):
        pieces[-1:] = part_at_and(last)
    elif len(pieces) > 2 and _SAID.match(last):  # "A, B and C, and right now I'm in D"
        pieces[-2:-1] = part_at_and(pieces[-2].strip())
    return pieces


def _tabs(line: str) -> list[str]:
    return [piece for piece in line.split("\t") if piece]


def _dashes(line: str) -> list[str]:
    pieces = re.split(r"\s(?:[-–—]|--)\s", line)
    return pieces if len(pieces) > 2 else [line]


def _slashes(line: str) -> list[str]:
    spaced = re.split(r"\s/\s", line)
    if len(spaced) > 1:
        return spaced
    pieces = line.split("/")
    return pieces if len(pieces) > 2 and all(is_course(p) for p in pieces) else [line]


def _stops(line: str) -> list[str]:
    pieces = re.split(r"\.\s+(?=[A-Z])", line)
    return pieces if len(pieces) > 2 and all(is_course(p) for p in pieces) else [line]


def _cut(line: str, separator: str) -> list[str]:
    """Cut at a separator that stands outside of brackets."""
    if separator not in line:
        return [line] if line.strip() else []
    pieces, start, closes = [], 0, -1
    for at, char in enumerate(line):
        if char == "(" and at > closes:
            closes = line.find(")", at, at + 80)
        elif char == separator and at > closes:
            pieces.append(line[start:at])
            start = at + 1
    return [p for p in (*pieces, line[start:]) if p.strip()]


def _joined(pieces: list[str]) -> list[str]:
    """Put numerals back to the name before them: "Calculus I", "II", "III"."""
    found: list[str] = []
    for piece in pieces:
        if (
            found
            and re.search(r"[^\W\d_]{3}", found[-1])
            and _NUMERAL.fullmatch(piece.strip())
            and re.search(r"\b(?:I{1,3}|IV|[1-4A-C])\s*$", found[-1])
        ):
            found[-1] = f"{found[-1].rstrip()}, {piece.strip()}"
        else:
            found.append(piece)
    return found


def _grouped(piece: str) -> list[str]:
    """A piece that begins with the name of its group ("Mathematics: Calculus") without it, and cut again."""
    head, colon, rest = piece.partition(":")
    if colon and rest.strip() and sub_label(head) and not is_title(head, rest):
        return _commas(rest)
    return [piece]


def part_at_and(text: str) -> list[str]:
    """Part "Linear Algebra and Statistics" in two names, leave "Signals and Systems" as one."""
    found = list(re.finditer(r"\s(?:and|&|et|und|y)\s", text))
    for match in reversed(found[:8]):
        left, right = text[: match.start()].strip(" ,"), text[match.end() :].strip()
        if _apart(left, right):
            return [*part_at_and(left), right]
    return [text]


def _apart(left: str, right: str) -> bool:
    if is_code(left.rpartition(",")[2]) and CODE.match(right):
        return True
    a, b = _WORD.findall(left.casefold()), _WORD.findall(right.casefold())
    if not a or not b or (a[-1], b[0]) in vocabulary.PAIRS or b[0] in {"of", "its", "their"}:
        return False
    if not (is_course(left) and is_course(right)) or a[-1] in vocabulary.DANGLING - {"deep", "computer"}:
        return False
    if len(b) == 1:
        if right.isupper() and len(right) > 1 and left.istitle() and len(a) > 1 and " " in left:
            return True  # "Distributed Computing and HCI"
        return b[0] in vocabulary.STANDALONE and (len(a) > 1 or a[0] in vocabulary.STANDALONE)
    if len(a) == 1 and not CODE.search(left):
        return a[0] in vocabulary.STANDALONE and b[0] not in vocabulary.HALVES
    begins = b[1:2] == ["of"]  # "... and Theory of Computation"
    return begins or b[0] not in vocabulary.HALVES or bool(CODE.match(right))


# --- what is not the name ----------------------------------------------------------------------------------


def _kept_bracket(match: re.Match[str]) -> str:
    inner = (match.group(1) or match.group(2) or "").strip()
    parts = [p.strip() for p in re.split(r"[,;/|:–]|\s-\s", inner)]
    if all(
        is_noise(p) or is_code(p) or p.casefold() in vocabulary.ASIDES or re.fullmatch("[A-Z]?", p)
        for p in parts
    ):
        return " "
    words = inner.casefold().split()
    if all(w in vocabulary.ASIDES for w in words) or _REMARK.match(inner):
        return " "
    return match.group() if match.group(1) is not None else f"({inner})"


def _unheaded(text: str) -> str:
    head, colon, rest = text.partition(":")
    if colon and rest.strip() and (is_dates(head) or sub_label(head) or is_code(head)):
        return text if is_title(head, rest) else rest.strip()
    return text


def _untailed(text: str) -> str:
    """Without grades, credits, terms and remarks at its end: "Algorithms - A", "Algorithms | Fall 2015 | 4 | A"."""
    remark = _REMARKED.match(text)
    if (
        remark
        and is_course(remark.group(1))
        and (is_foreign(remark.group(2)) or _plain_words(remark.group(2)) > 3)
    ):
        text = remark.group(1).strip(_EDGES)
    for _ in range(4):
        match = _TAIL.match(text)
        if not match or not (is_noise(match.group(2)) or is_code(match.group(2))):
            break
        text = match.group(1).strip(_EDGES)
    return text


def _plain_words(text: str) -> int:
    return sum(word.islower() for word in text.split())


def _uncoded(text: str) -> str:
    """Without the course's number, unless the number is all there is."""
    head = _CODES.match(text)
    rest = text[head.end() :].strip(_EDGES + ".") if head else ""
    if head and rest and re.search(r"[^\W\d_]{2}", rest):
        inner = re.fullmatch(r"\((.{2,80})\)", rest)
        if inner is None:
            return rest
        return inner.group(1) if inner.group(1)[0].isupper() and is_course(inner.group(1)) else text
    bare = _CODES.sub(_behind_name, text)
    bare = re.sub(r"\(\s*\)|\[\s*\]", "", bare).strip(_EDGES)
    return bare if re.search(r"[^\W\d_]{2}", bare) else text


def _behind_name(number: re.Match[str]) -> str:
    """What stays of a number behind a name: of "Cognitive Science 101" its last word, of "Algorithms CS 374" nothing."""
    if not number.start():
        return number.group()
    word = _WORD.match(number.group())
    return word.group() if word and len(word.group()) > 4 and is_course(word.group()) else ""


def _balanced(text: str) -> str:
    if text.count("(") == text.count(")"):
        return text
    return (
        text.replace("(", " ").replace(")", " ").strip()
        if text.count("(") < text.count(")")
        else text.rstrip("( ") + (")" if "(" in text.rstrip("( ") else "")
    )


def is_heading_cell(piece: str) -> bool:
    """Whether a piece is the heading of a column of a table of courses."""
    return bool(HEADER_CELL.fullmatch(piece.strip(" *|:#")))
