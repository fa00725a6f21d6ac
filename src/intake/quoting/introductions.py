"""What stands above an earlier mail: dividers, header blocks and "On ... wrote:", in many programs' and people's languages."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from intake.model import Address
from intake.quoting.lines import Line
from intake.quoting.vocabulary import (
    ATTRIBUTION_OPENERS,
    ATTRIBUTION_VERBS,
    FORWARD_LINES,
    FORWARD_STEMS,
    LABELS,
    MESSAGE_STEMS,
    ORIGINAL_STEMS,
)

_BLOCK_LINES = 40
_ATTRIBUTION_LINES = 4
_ATTRIBUTION_WIDTH = 400
_RULE = "-_=*—–~#─━ \t"
_END = re.compile(r"(?:end|ende|fin|fine|fim|einde|koniec|конец)\b")
_LABEL = re.compile(
    r"[*_]{0,3}([^\W\d_][^:：*\n]{0,24}?)[ \t\u00a0\u3000]{0,3}[*_]{0,3}[ \t]{0,2}[:：][*_]{0,3}[ \t\u00a0]{0,8}"
)
_EMAIL = re.compile(r"[^\s<>\"'()\[\],;:@]{1,100}@[^\s<>\"'()\[\],;:@]{1,200}")
_MAILTO = re.compile(r"\[?mailto:\s*", re.IGNORECASE)
_TIME = re.compile(r"\d{1,2}\s?[:.h時时点]\s?\d{2}")
_DATE_END = re.compile(
    r"\d{1,2}[:.h]\d{2}(?::\d{2})?(?:\s?[AaPp]\.?\s?[Mm]\b\.?)?(?:\s?\(?(?:GMT|UTC|[A-Z]{3,4})?(?:\s?[+-]\d{1,2}:?\d{2})?\)?(?![a-z]))?"
    r"|\b(?:19|20)\d{2}\b(?:\s?г\.?|年)?|\d{1,2}日|\b\d{1,2}[./]\d{1,2}[./]\d{2,4}"
)
_PARTICLES = re.compile(
    r"^(?:um|uhr|à|a las|alle|às|om|o|at|пользователь|użytkownik|schrieb|schreef|skrev|от|von|van|de|by|"
    r"quoting|zitat von|citando a?)\s+|^[\s,，;:.\-–)\]]+",
    re.IGNORECASE,
)


class Style(StrEnum):
    """How an earlier mail is introduced."""

    FORWARD = "forward"  # by words that say it is passed on
    ORIGINAL = "original"  # "-----Original Message-----", or a bare header block as Outlook writes it
    ATTRIBUTION = "attribution"  # "On ... wrote:"


@dataclass(frozen=True, slots=True)
class Introduction:
    """Lines up to `end` (exclusive) that introduce an earlier mail, whose lines have `prefix` quote signs.

    `sure` tells an attribution that needs no '>' on the next line to be believed: it has an address or a time.
    """

    end: int
    prefix: int
    style: Style
    author: Address | None = None
    subject: str | None = None
    sure: bool = True


def find(lines: Sequence[Line], at: int) -> Introduction | None:
    """Return the introduction that begins on a line, or None."""
    words = lines[at].words
    if not words or len(words) > _ATTRIBUTION_WIDTH:
        return None
    style = _divider(words)
    if style or _is_rule(words):
        return _below_divider(lines, at, style)
    block = _block(lines, at, least=2 if lines[at].prefix else 3)
    if block:
        return block
    return _attribution(lines, at)


def _divider(words: str) -> Style | None:
    """'-------- Forwarded Message --------', 'Begin forwarded message:' and their like."""
    if len(words) > 120:
        return None
    core = words.strip(_RULE).rstrip(":： ").casefold()
    if core in FORWARD_LINES and (words[-1] in ":：" or words[0] in _RULE):
        return Style.FORWARD
    if words[0] not in _RULE or words[:2].strip(_RULE) or len(core.split()) > 14 or _END.match(core):
        return None
    if FORWARD_STEMS.search(core) and (MESSAGE_STEMS.search(core) or " by " in core):
        return Style.FORWARD
    if ORIGINAL_STEMS.search(core) and (MESSAGE_STEMS.search(core) or core == "original"):
        return Style.ORIGINAL
    return None


def closes(words: str) -> bool:
    """Tell whether a line ends what is passed on, as mutt writes it: '----- End forwarded message -----'."""
    if words[:2] != "--" or len(words) > 120:
        return False
    core = words.strip(_RULE).casefold()
    return (
        _END.match(core) is not None
        and (FORWARD_STEMS.search(core) or ORIGINAL_STEMS.search(core)) is not None
    )


def _is_rule(words: str) -> bool:
    return len(words) >= 5 and words[0] in "_-=─━" and not words.strip("_-=─━")


def _below_divider(lines: Sequence[Line], at: int, style: Style | None) -> Introduction | None:
    """A divider with the header block or attribution under it; a bare rule counts only with a block."""
    below = _next_words(lines, at + 1, 3)
    block = _block(lines, below, least=1 if style else 3) if below is not None else None
    if block:
        return Introduction(block.end, block.prefix, style or Style.ORIGINAL, block.author, block.subject)
    if style is None:
        return None
    said = _attribution(lines, below) if below is not None else None
    if said:
        return Introduction(said.end, said.prefix, style, said.author)
    deeper = lines[below].prefix if below is not None else 0
    return Introduction(at + 1, max(deeper, lines[at].prefix), style)


def _next_words(lines: Sequence[Line], at: int, reach: int) -> int | None:
    """The first line with words among the next few, or None."""
    return next((i for i in range(at, min(at + reach, len(lines))) if lines[i].words), None)


def label(words: str) -> tuple[str, str] | None:
    """Return what a header line is about (from, date, to, subject, other) and its value, or None."""
    match = _LABEL.match(words[:80])
    kind = LABELS.get(match[1].strip().casefold()) if match else None
    return (kind, words[match.end() :].strip()) if match and kind else None


def _block(lines: Sequence[Line], at: int, least: int = 3) -> Introduction | None:
    """A header block: From with at least two of Date, To, Subject, in any order; `least` 1 below a divider."""
    first = label(lines[at].words)
    if first is None or first[0] == "other":
        return None
    fields, end = _fields(lines, at)
    told = len(fields.keys() & {"from", "date", "to", "subject"})
    if told < least or (least > 1 and not (fields.get("from") and _plausible(fields))):
        return None
    author = person(fields.get("from", ""))
    return Introduction(end, lines[at].prefix, Style.ORIGINAL, author, fields.get("subject"))


def _plausible(fields: dict[str, str]) -> bool:
    """Dates have digits: no list of questions, no row of a resume's table."""
    return "date" not in fields or any(map(str.isdigit, fields["date"]))


def _fields(lines: Sequence[Line], at: int) -> tuple[dict[str, str], int]:
    fields: dict[str, str] = {}
    prefix, last, end = lines[at].prefix, "", at
    index = at
    while index < min(at + _BLOCK_LINES, len(lines)):
        line = lines[index]
        if line.blank:
            if not _goes_on(lines, index + 1, prefix, fields):
                break
            index += 1
            continue
        if line.prefix != prefix:
            break
        pair = label(line.words)
        if pair and (pair[0] == "other" or pair[0] not in fields):
            last = pair[0]
            fields[last] = pair[1]
        elif pair or not _continues(lines, index, fields, last):
            break
        else:
            fields[last] = f"{fields[last]} {line.words}".strip()
        index += 1
        end = index
    return fields, end


def _goes_on(lines: Sequence[Line], at: int, prefix: int, fields: dict[str, str]) -> bool:
    """Whether a block goes on below an empty line, as HTML mail turned to text shows it."""
    if at >= len(lines) or lines[at].prefix != prefix:
        return False
    pair = label(lines[at].words)
    return (
        pair is not None
        and pair[0] not in fields
        and len(fields.keys() & {"from", "date", "to", "subject"}) < 4
    )


def _continues(lines: Sequence[Line], at: int, fields: dict[str, str], last: str) -> bool:
    """Whether a line carries on a wrapped value: an address list, an empty value, or words above another label."""
    if not last:
        return False
    if not fields[last] or fields[last][-1] in ",;<" or (last in {"to", "other"} and "@" in lines[at].words):
        return True
    following = lines[at + 1] if at + 1 < len(lines) else None
    return (
        following is not None and following.prefix == lines[at].prefix and label(following.words) is not None
    )


def _attribution(lines: Sequence[Line], at: int) -> Introduction | None:
    """'On 3 Nov 2016, at 10:00, Jane Doe <jane@example.edu> wrote:', wrapped over up to four lines."""
    said = lines[at].words
    starts = _opens(said)
    reach = _ATTRIBUTION_LINES if starts else 2
    for index in range(at, min(at + reach, len(lines))):
        line = lines[index]
        if line.blank or line.prefix != lines[at].prefix or len(said) > _ATTRIBUTION_WIDTH:
            return None
        if index > at:
            if not starts and (said[-1] in ".!?" or _opens(line.words)):
                return None
            said = f"{said} {line.words}"
        if line.words[-1] in ":：":
            return _read_attribution(said, starts, index + 1, line.prefix)
    return None


def _opens(words: str) -> bool:
    """Whether a line begins as attributions do: 'On', 'Am', 'Le', a weekday, or a date in figures."""
    opener = words.split(None, 1)[0].casefold().rstrip(",.:")
    return opener in ATTRIBUTION_OPENERS or opener[:1].isdigit() or opener[:1] in "在于於"


def _read_attribution(said: str, starts: bool, end: int, prefix: int) -> Introduction | None:
    verb = ATTRIBUTION_VERBS.search(said)
    address, time = _EMAIL.search(said), _TIME.search(said)
    digits = any(map(str.isdigit, said))
    if not verb and not (address and (time or said.casefold().startswith(("quoting", "zitat", "citando")))):
        return None
    if starts and not digits and not address:
        return None
    sure = bool(address and time) or (starts and bool(address or time))
    if verb and not starts and not sure and len(said[: verb.start()].split()) > 8:
        return None  # a sentence that happens to end in "wrote:"
    return Introduction(end, prefix, Style.ATTRIBUTION, _speaker(said, verb), None, sure)


def _speaker(said: str, verb: re.Match[str] | None) -> Address | None:
    """Who is said to have written: the words between the date and the address or verb."""
    address = _EMAIL.search(said)
    email = address.group().lower().strip(".") if address else ""
    stop = address.start() if address else len(said)
    if verb and verb.start() < stop and said[verb.end() : stop].strip(" :,"):
        name = said[verb.end() : stop]  # German and Dutch: "am ... schrieb Jane Doe:"
    else:
        name = said[: min(stop, verb.start()) if verb else stop]
    dates = list(_DATE_END.finditer(name))
    name = name[dates[-1].end() :] if dates else name
    return person(f"{_stripped(name)} <{email}>" if email else _stripped(name))


def _stripped(name: str) -> str:
    name = _MAILTO.sub("", name).strip(" \t,;:<([\"'*")
    for _ in range(4):
        shorter = _PARTICLES.sub("", name).strip(" \t,;:<([\"'*")
        if shorter == name:
            break
        name = shorter
    return name


def person(value: str) -> Address | None:
    """Return the mailbox that a header line of a quoted mail shows, or None: 'Doe, Jane [mailto:jane@example.edu]'."""
    value = value[:400]
    address = _EMAIL.search(_MAILTO.sub(" ", value))
    email = address.group().lower().strip(".") if address else ""
    name = _MAILTO.sub("<", value)
    name = (
        re.split(r"[<\[(]", name, maxsplit=1)[0]
        if not email or not name.strip().lower().startswith(email)
        else ""
    )
    name = " ".join(name.replace("*", " ").strip(" \t\"',;:").split())
    if "@" in name:
        name = ""
    return Address(name, email) if name or email else None
