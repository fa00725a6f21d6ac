"""Values in the words that a colleague would use: the one place where they are put."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from intake.config import Programme
from intake.model import Json

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)  # English, as all of the digest
SEASONS = {
    "spring": "spring",
    "summer": "summer",
    "fall": "fall",
    "winter": "winter",
    "fall-winter": "fall-winter",
}
STATES = {"complete": "complete", "incomplete": "something is missing", "unsure": "needs a person"}
LISTS = {
    "unsure": ("Needs a person", "Nothing to settle."),
    "completed": ("Completed since last time", "Nobody has sent what was missing since last time."),
    "complete": ("Complete", "No application is complete yet."),
    "incomplete": ("Something is missing", "Nobody lacks anything."),
    "questions": ("Questions", "Nobody has asked anything."),
    "set-aside": ("Set aside", "Nothing was set aside."),
    "failed": ("Failed", "Nothing failed."),
}  # the lists that people work through, in order: heading, and what is said where one is empty
ASIDES = {
    "questions": "People who ask and do not apply.",
    "set-aside": "Mail that could not be fetched or understood and is not tried any more: please look into the mailbox.",
    "failed": "Mail that could not be fetched or understood so far. It is kept and tried again at each run.",
}
HEADLINES = {
    "new": ("is new", "are new"),
    "failed": ("mail failed", "mails failed"),
    "set-aside": ("mail was set aside", "mails were set aside"),
    "unsure": ("needs a person", "need a person"),
    "completed": ("was completed since last time", "were completed since last time"),
    "complete": ("is complete", "are complete"),
    "incomplete": ("lacks something", "lack something"),
    "questions": ("question was asked", "questions were asked"),
}  # what the overview and the mail begin with, behind a number: for one, and for several
NOBODY_YET = "No application has come yet."
NAMELESS = "No name given"
ALL_THERE = "all there"
DRAFTED = "A reply that asks for it was put into the mailbox's drafts on"  # a day
MACHINE_FOUND = "What the program itself had found:"
MACHINE_FOUND_NOTHING = "The program itself had found nothing."
TOLD = {
    "all": "ALL applications.",
    "some": "SHOWN of ALL applications are shown.",
    "none": "None of the ALL applications fits. \u201cShow everything\u201d takes the choice back.",
}  # what is said below the filters; the page puts in the numbers
MARKS = {"present": "\u2713", "unsure": "?", "missing": "\u2717"}
STATUSES = {"present": "there", "unsure": "please look", "missing": "missing"}
KINDS = {
    "application": "applications",
    "follow_up": "follow-ups",
    "question": "questions",
    "automatic": "automatic mails",
    "other": "other mails",
}
KINDS_SINGULAR = {
    "application": "application",
    "follow_up": "follow-up",
    "question": "question",
    "automatic": "automatic mail",
    "other": "other mail",
}
KINDS_ONE = {
    "application": "Read as an application",
    "follow_up": "Read as a follow-up",
    "question": "Read as a question",
    "automatic": "Read as automatic mail",
    "other": "Read as other mail",
}
OPENINGS = {
    "open": "open",
    "filled": "filled",
    "not-yet-open": "not open yet",
    "closed": "closed",
    "unknown": "no opening matches",
}
ROLES = {
    "letter": "Cover letter",
    "resume": "Resume",
    "letter+resume": "Cover letter and resume",
    "transcript": "Transcript",
    "other": "Another file",
}
SIGNALS = {
    "eligibility": "Residence and study",
    "experience": "Experience that touches our work",
    "qualification": "Something we hope for",
    "organisation": "Names us",
}
STAGES = {
    "fetch": "could not be fetched from the mailbox",
    "worker": "could not be read",
    "process": "could not be understood",
}
FORMATS = {
    "pdf": "PDF",
    "docx": "Word",
    "doc": "Word (old)",
    "txt": "text",
    "md": "Markdown",
    "html": "web page",
    "rtf": "RTF",
    "odt": "OpenDocument",
    "tex": "LaTeX",
    "body": "in the mail itself",
}
ELIGIBILITY = {
    "us-citizen": "US citizen",
    "permanent-resident": "permanent resident",
    "us-university": "studies at a US university",
    "not-eligible": "says they meet none of the conditions",
}
_VERBS = frozenset(
    "adds answers asks carries comes describes gives has holds is leaves lists looks mentions names needs offers"
    " recommends refers replies reports says sends shows speaks states takes tells thanks unpacks wants writes".split()
)  # what reasons begin with whose subject is left out
_OF_FILE = re.compile(
    r"(?P<file>a file|file \d{1,3}|[^\s:][^:]{0,200}\.\w{1,5})(?:: | cannot be read: )(?P<what>.+)"
)


def count(number: int, one: str, many: str | None = None) -> str:
    """`1 mail`, `3 mails`, `2 people`; with a comma from a thousand on."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def trouble(stage: str, problem: str, attempts: int, *, is_over: bool) -> str:
    """Why a mail is not understood, in one sentence; `problem` is the last line of what the program noted."""
    lines = problem.strip().splitlines()
    what = STAGES.get(stage, "could not be read")
    tried = "once" if attempts == 1 else "twice" if attempts == 2 else f"{attempts} times"
    then = "it is not tried any more" if is_over else "it will be tried again"
    said = f" (what the program noted: {lines[-1].strip()})" if lines else ""
    return f"It {what}. It was tried {tried}; {then}{said}."


def shown(item: str, value: Json, programme: Programme) -> str:
    """An item's value in words; '' where there is nothing to say."""
    if value is None:
        return ""
    if item == "period" and isinstance(value, dict):
        return period(value)
    if item == "track":
        return tracks(value, programme)
    if item == "resume" and isinstance(value, dict):
        return resume(value)
    if isinstance(value, list):
        return ", ".join(str(entry) for entry in value)
    return str(value)


def period(value: Mapping[str, Json]) -> str:
    """`summer 2017, June to August`, `January to March 2017`, `from June 2017`."""
    season, year = value.get("season"), value.get("year")
    start, end = _month(value.get("start")), _month(value.get("end"))
    months = ""
    if start and end:
        months = (
            f"{start[0]} to {end[0]} {end[1]}"
            if start[1] == end[1]
            else f"{start[0]} {start[1]} to {end[0]} {end[1]}"
        )
    elif start:
        months = f"from {start[0]} {start[1]}"
    elif end:
        months = f"until {end[0]} {end[1]}"
    if not isinstance(season, str):
        return months or (str(year) if year else "")
    named = " ".join(str(part) for part in (SEASONS.get(season, season), year) if part)
    inferred = value.get("inferred")
    if not months or (isinstance(inferred, list) and {"start", "end"} <= {str(key) for key in inferred}):
        return named
    return f"{named}, {months}"


def _month(value: Json) -> tuple[str, str] | None:
    if isinstance(value, str) and len(value) >= 7 and value[5:7].isdigit() and 1 <= int(value[5:7]) <= 12:
        return MONTHS[int(value[5:7]) - 1], value[:4]
    return None


def tracks(value: Json, programme: Programme) -> str:
    """`Algorithms, then Software Engineering`."""
    ids = [str(entry) for entry in value] if isinstance(value, list) else [str(value)]
    names = [found.name if (found := programme.track(one)) else one for one in ids]
    return ", then ".join(names)


def resume(value: Mapping[str, Json]) -> str:
    """`PDF, 2 pages`."""
    pages = value.get("pages")
    kind = FORMATS.get(str(value.get("format")), str(value.get("format")))
    return f"{kind}, {pages} page{'s' if pages != 1 else ''}" if isinstance(pages, int) and pages else kind


def starts(value: Mapping[str, Json]) -> str:
    """The time that was asked for as a choice in a list: `summer 2017`, else `from May 2017`, else ''."""
    season, year, start = value.get("season"), value.get("year"), _month(value.get("start"))
    if isinstance(season, str) and year:
        return f"{SEASONS.get(season, season)} {year}"
    if start:
        return f"from {start[0]} {start[1]}"
    return period(value)


def day(moment: datetime | None, zone: str) -> str:
    """A day in the office's zone: `3 Nov 2016`; '' for None."""
    if moment is None:
        return ""
    local = moment.astimezone(ZoneInfo(zone))
    return f"{local.day} {local:%b %Y}"


def when(moment: datetime | None, zone: str) -> str:
    """A time in the office's zone: `Thu 3 Nov 2016, 08:15`; '' for None."""
    if moment is None:
        return ""
    local = moment.astimezone(ZoneInfo(zone))
    return f"{local:%a} {local.day} {local:%b %Y, %H:%M}"


def source(named: str | None) -> str:
    """Where a quote stands: `the subject`, `the mail`, `Resume.pdf`."""
    plain = {"subject": "the subject", "body": "the mail"}
    parts = [plain.get(part, part.removeprefix("attachment:")) for part in (named or "").split(" + ") if part]
    return " and ".join(parts)


def text_title(role: str, named: str) -> str:
    """What a text is called above it: by its part in the application, else the mail or a file."""
    if role in ROLES and role != "other":
        return ROLES[role]
    return "The mail" if named == "body" else "Another file"


def joined(why: str) -> str:
    """Why a mail belongs to its application, as a sentence; '' for the first one."""
    alone = re.fullmatch(r"first(?:; (?P<but>.+))?", why)
    if alone or not why:
        return sentence(alone["but"] or "") if alone else ""
    return sentence(f"put with this application: {'it ' if _verb(why) else ''}{why}")


def heading(label: str) -> str:
    """A label with a capital letter."""
    return label[:1].upper() + label[1:]


def sentence(reason: str) -> str:
    """A reason as a sentence: `It is a scan.`, `Resume.pdf is damaged: it breaks off.`; '' for ''."""
    said = " ".join(reason.split())
    if named := _OF_FILE.fullmatch(said):
        said = _of_file(named["file"], named["what"])
        said = heading(said) if said.startswith(("a file", "file ")) else said
    elif _verb(said):
        said = f"It {said}"
    elif said.partition(" ")[0].rstrip(":,").isalpha():
        said = heading(said)
    return said if not said or said[-1] in ".!?\u2026" else f"{said}."


def _of_file(name: str, what: str) -> str:
    what = what.removeprefix("the file ")
    return f"{name} {what}" if _verb(what) else f"{name}: {what}"


def _verb(said: str) -> bool:
    """Whether a reason begins with what its mail or file does: `says only "soon"`, `is a scan`."""
    return said.partition(" ")[0] in _VERBS
