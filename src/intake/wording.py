"""Values in the words that a colleague would use: the one place where they are put."""

from __future__ import annotations

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
KINDS = {
    "application": "applications",
    "follow_up": "follow-ups",
    "question": "questions",
    "automatic": "automatic mail",
    "other": "other mail",
}
OPENINGS = {
    "open": "open",
    "filled": "filled",
    "not-yet-open": "not open yet",
    "closed": "closed",
    "unknown": "no opening matches",
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
