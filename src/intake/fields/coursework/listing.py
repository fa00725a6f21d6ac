"""A list of courses from its label to its end, wrapped lines mended, columns put back together."""

from __future__ import annotations

import re

from intake.fields.coursework import between, groups, judge, mend
from intake.fields.coursework.chunks import Chunk, Listing
from intake.fields.coursework.ends import ends
from intake.fields.coursework.labels import Label, Trust, label_of, next_group
from intake.fields.coursework.names import clean, is_told, split
from intake.fields.coursework.rows import Row
from intake.fields.vocabulary import courses as vocabulary

_SEPARATOR = re.compile(r"[,;|•·●▪、]|\s[-–—/]\s")
_SENTENCE_END = re.compile(
    r"\b(\w+)[.)]?[.!]\s+(?=[A-Z]|i['’\s]|(?:new|my|see|next|please|thanks|thx|let|best|attached|also|this|that|the|for)\s)"
)
_PAGE = re.compile(r"\b[Pp]age \d{1,3}(?: of \d{1,3})?$")  # a page's foot
_MARKED = re.compile(r",\s(?:[A-DF][+\-−]?|\d{2}\s?%)$")
_SENTENCES = re.compile(r"\w{3}[.!?]\s+[A-Z]\w*\s")
_PLAN = 40  # characters in which a sentence says that it speaks of courses to come
_PER_NAME = 6  # words that a name of a list may have on average, its separator with it
# What the writer goes on to say of themselves: no entry of a list, unless courses are what they tell of.
_OWN_WORDS = re.compile(
    r"\b(?:I|i|[Ii](?:['’](?:m|d|ve|ll)|m|ve))\s+(?!and\b|or\b)[a-z]|\b(?:[Mm]y|[Mm]e|[Oo]ur|[Yy]ou|[Ww]e(?:['’](?:ve|re|d|ll))?)\s+[a-z]|[Pp]lease\s|[Tt]hank|我|谢谢|附件"
)
MOST_ROWS = 120
_TAIL = 12  # characters by which the end of a list is found in its line
_NEARBY = 25  # lines by which the width of a column is told
_INITIAL = re.compile(r"[(;]\s?[A-Z]\.\s+$")
_BRACKET = re.compile(r"[(\[][^()\[\]]*[)\]]")
_SHORT_FORM = 5  # letters
_LONG = 50  # characters of a line that is filled up to the margin


def read(head: Row, label: Label, following: list[Row]) -> Listing:
    """Read the list that belongs to the label in the row `head`."""
    found = Listing(label, head, head.end)
    if label.rest.strip():
        rest, ended = _first_line(label, head)
        _open(found, rest, head, flow=True)
        if ended:
            found.end = _end_within(head, rest)
            return found
    found.width = max((len(row.letters) for row in following[:_NEARBY]), default=0)
    for at, row in enumerate(following[:MOST_ROWS]):
        found.ahead = following[at + 1] if at + 1 < len(following) else None
        if not _take(found, row) or found.over:
            break
    return found


def _first_line(label: Label, head: Row) -> tuple[str, bool]:
    """What stands on the label's own line, and whether the list ends with it: at a bracket or a full stop."""
    rest = label.rest
    opened = label.words.count("(") > label.words.count(")")
    before = head.raw[max(0, label.offset - head.start - 2) : label.offset - head.start + 1]
    if opened or (label.inline and "(" in before):
        closing = _closing(rest)
        if closing >= 0:
            return rest[:closing], True
    return _until_stop(rest)


def _closing(text: str) -> int:
    depth = 0
    for at, char in enumerate(text[:2000]):
        depth += (char == "(") - (char == ")")
        if depth < 0:
            return at
    return -1


def _until_stop(text: str) -> tuple[str, bool]:
    """Cut a run of names at the full stop behind which something else is said."""
    for match in list(_SENTENCE_END.finditer(text))[:20]:
        if match.group(1).casefold() in vocabulary.ABBREVIATIONS or _INITIAL.search(text, 0, match.end()):
            continue  # "Machine Learning (Prof. Vance)", "Random Graphs (J. Kahan)"
        rest = text[match.end() :]
        first = split(rest)[0]
        if judge.is_planned(rest[:_PLAN]):  # "... discrete math. Next semester: Machine Learning"
            return text[: match.end()].rstrip(), True
        if _is_short(match.group(1), first, rest):
            continue
        if len(match.group(1)) > 5 or not judge.is_course(first):
            return text[: match.end()].rstrip(), True
    return text, text.rstrip().endswith(".") and not text.rstrip().endswith(("etc.", "..."))


def _is_short(word: str, first: str, rest: str) -> bool:
    """Whether a stop behind a word is that of a short form in a list that goes on: "Func. Prog, Lin Alg"."""
    plain = (
        ":" not in first and len(first.split()) <= 2 and not (judge.is_tool(first) or judge.is_foreign(first))
    )
    return 2 < len(word) <= _SHORT_FORM and plain and rest[len(first) :].lstrip().startswith(",")


def _end_within(row: Row, kept: str) -> int:
    """Where in the document a list ends of which a row holds the last words, with something else behind them."""
    last = kept.rstrip()[-_TAIL:]
    at = row.raw.find(last)
    return row.start + at + len(last) if last and at >= 0 else row.end


def _take(found: Listing, row: Row) -> bool:
    """Add a row to the list; False where the list has ended."""
    if found.label.trust is Trust.PLANNED and label_of(row) is not None:
        return False
    if (name := between.in_column(found, row)) is not None:
        return _open(found, name, row, flow=False)
    going_on = between.passed_over(found, row)
    if going_on is not None:
        return going_on
    if _PAGE.search(row.words) and not judge.is_course(row.words):
        return True
    if groups.is_apart(row):
        _open(found, groups.parted(row.words)[1], row, flow=True)
        found.chunks[-1].apart = True
        return True
    if groups.is_group(row, not found.label.rest):
        return _open(found, groups.parted(row.words)[1], row, flow=True)
    if between.passes(found, row):
        return True
    if _names_before_colon(found, row) and _goes_on(found, row):
        return True
    if ends(found, row):
        return False
    if groups.explained(row, found.remarked):
        found.remarked = True
        return _open(found, groups.unexplained(row), row, flow=False)
    if _goes_on(found, row):
        return True
    return _begins(found, row)


def _names_before_colon(found: Listing, row: Row) -> bool:
    """Whether a run that ends in a comma goes on with names, the last of which has a second half: "Logic, AI: Search, ..."."""
    head, colon, _ = row.words.partition(":")
    run = bool(found.chunks) and found.chunks[-1].flow and found.chunks[-1].text.rstrip().endswith(",")
    return run and bool(colon) and "," in head and all(judge.is_course(piece) for piece in split(head))


# --- one name or run of names over several lines -----------------------------------------------------------


def _goes_on(found: Listing, row: Row) -> bool:
    """Join a row to the item it goes on with, if it does."""
    if not found.chunks or (row.bullet and not _flows(found, row)):
        return False
    chunk = _unfinished(found, row)
    if chunk is None:
        return False
    joined = next_group(mend.joint(chunk.text, _unnoised(row.words)))
    chunk.text = _until_stop(joined)[0] if chunk.flow else joined
    found.over = len(chunk.text) < len(joined)
    chunk.row, chunk.grown = row, True
    chunk.flow = chunk.flow or _flows_on(row)
    found.end = max(found.end, _end_within(row, chunk.text) if found.over else row.end)
    return True


def _flows(found: Listing, row: Row) -> bool:
    """Whether a run that is open at its end goes on behind what only looks like a bullet ("- Information Theory")."""
    text = found.chunks[-1].text.rstrip()
    dashed = row.bullet in {"-", "–", "—"} and f" {row.bullet} " in text
    return found.chunks[-1].flow and (dashed or (row.bullet in {"|", "•"} and text.endswith(row.bullet)))


def _unfinished(found: Listing, row: Row) -> Chunk | None:
    last = found.chunks[-1]
    if found.fresh:  # behind a heading within the list
        return None
    if row.gap and not any(judge.is_course(piece) for piece in split(row.words)):  # a name under the mail
        return None
    if "\t" in last.text and len(row.cells) > 1 and all(judge.is_course(cell) for cell in row.cells):
        return None  # names in columns
    if judge.is_planned(row.words) and not mend.open_ended(last.text):
        return None  # "Computer Networks (planned, Spring 2017)"
    if len(row.cells) > 1 and judge.is_dates(row.cells[0]) and not mend.dangles(last.text):
        return None  # "Spring 2016    Linear Algebra; Probability"
    if found.bullet:
        first = next((c for c in found.chunks if not c.grown and mend.dangles(c.text)), None)
        if first is not None:
            return first
    if last.text.rstrip().endswith("."):
        return None
    numbered = judge.CODE.match(last.text) and judge.CODE.match(row.words)
    if (numbered or _MARKED.search(last.text)) and not mend.open_ended(last.text):
        return None  # each line has its own number or mark: "CS 301, Algorithms, 2015, A"
    # Where no capitals are typed, a small letter says nothing after an empty line, or below a heading in small letters.
    small = last.text.lstrip()[:1].islower()
    headed = found.label.words.islower() and not found.label.rest.strip() and not last.flow
    typed_small = small and (row.gap or (headed and judge.is_course(row.words)))
    if _is_prose(row):
        return None
    if (
        row.gap
        and row.words[:1].islower()
        and not (small or mend.open_ended(last.text) or judge.is_course(row.words))
    ):
        return None
    if mend.open_ended(last.text) or (mend.starts_within(row.words) and not typed_small):
        return last
    if last.flow:
        return last if _flow_goes_on(last, row, bool(found.label.rest.strip())) else None
    if found.bullet and not row.gap:
        short = len(f"{last.text} {row.words}".split()) < 11
        return last if short and not (judge.is_foreign(row.words) or judge.is_job(row.words)) else None
    return last if mend.dependent(last.text, row.words) else None


def _is_prose(row: Row) -> bool:
    """Whether a row tells of the writer: it begins so, or is a paragraph of its own that does, or one of sentences."""
    if is_told(row.words):
        return False
    if not row.gap:
        return _OWN_WORDS.match(row.words) is not None
    told = len(_SEPARATOR.findall(row.words)) * _PER_NAME < len(row.words.split())
    return _OWN_WORDS.search(row.words) is not None or (told and _SENTENCES.search(row.words) is not None)


def _flow_goes_on(chunk: Chunk, row: Row, labelled: bool) -> bool:
    """Whether a run of names goes on in a row: it has the same separators, or the line above was full."""
    pieces = split(row.words)
    named = [p for p in pieces if judge.is_course(p)]
    if any(judge.is_foreign(p.strip()) for p in pieces[:1]) or judge.is_job(pieces[0]):
        return False
    if mend.whole(split(chunk.text)[-1]) and mend.whole(pieces[0]) and not labelled:
        return False
    if len(pieces) > 1:
        return 2 * len(named) >= len(pieces) and not all(judge.is_tool(p) for p in pieces)
    if mend.dependent(chunk.text, row.words):
        return True
    return not row.gap and len(chunk.row.letters) >= _LONG and bool(named) and len(row.letters.split()) < 8


# --- a new item -----------------------------------------------------------------------------------------------


def _begins(found: Listing, row: Row) -> bool:
    """Open a new item with a row; False where the row is none."""
    if _is_prose(row):
        return False
    pieces = [p for p in split(row.words) if not judge.is_noise(p)]
    named = sum(judge.is_course(p) for p in pieces)
    foreign = sum(judge.is_foreign(clean(p) or p.strip()) for p in pieces) + (
        judge.is_job(row.words) and not row.bullet
    )
    if not named and mend.dangles(row.words) and found.ahead is not None and not found.ahead.bullet:
        whole = f"{row.words} {found.ahead.words}"  # "Advanced Topics in" | "Databases"
        named = len(pieces) * judge.is_course(whole)
    if 2 * foreign >= len(pieces) or sum(judge.is_tool(p) for p in pieces) * 2 > len(pieces):
        return False
    if _needs_topic(found, row) and 2 * named < len(pieces):
        return False
    if row.gap and not row.bullet and 3 * named < 2 * len(pieces):
        return False
    if found.label.rest.strip() and not _column(found, row):
        return False
    words, flow = row.words, _flows_on(row)
    if flow and judge.is_planned(words):
        words = _until_stop(words)[0]
        found.over = len(words) < len(row.words)
    return _open(found, words, row, flow=flow)


def _needs_topic(found: Listing, row: Row) -> bool:
    """Whether only the row's words can show that it belongs to the list, because its place does not."""
    if found.label.trust != "sure" or found.passed or len(row.letters.split()) > 9:
        return True
    same_bullet = bool(row.bullet) and row.bullet == found.bullet
    beside_label = bool(row.bullet) and row.bullet == found.head.bullet
    if beside_label and found.head.bullet != "#":
        return True
    if not found.chunks:
        return False
    return (row.gap and not same_bullet) or (row.bullet or "") != (found.bullet or "")


def _column(found: Listing, row: Row) -> bool:
    """Whether names stand one below the other, the first of them on the label's own line."""
    first = found.chunks[0]
    if "\t" in first.text and len(row.cells) > 1 and all(judge.is_course(cell) for cell in row.cells):
        return not row.bullet and not row.gap  # names in columns, the first row of them behind the label
    if len(split(first.text)) > 1 or row.bullet or row.gap or first.text.endswith("."):
        return False
    return judge.is_course(row.words) and (
        row.indent > found.head.indent or found.label.trust == "sure" or "\t" in found.head.words
    )


def _flows_on(row: Row) -> bool:
    """Whether a row is a run of names: it has separators that stand outside of brackets."""
    return _SEPARATOR.search(_BRACKET.sub("", row.words)) is not None


def _open(found: Listing, words: str, row: Row, flow: bool) -> bool:
    found.fresh = False
    if row is not found.head and found.bullet is None:
        found.bullet = row.bullet
    apart = found.ahead_only or any(judge.is_planned(cell) for cell in row.cells[1:] if judge.is_noise(cell))
    found.chunks.append(Chunk(_unnoised(words), row, flow, apart=apart))
    found.end = max(found.end, row.end)
    return True


def _unnoised(words: str) -> str:
    """A line without the dates, grades and places that stand at its other margin."""
    cells = words.split("\t")
    kept = [cell for cell in cells if not (judge.is_noise(cell) or judge.is_place(cell))]
    return "\t".join(kept) if kept else words
