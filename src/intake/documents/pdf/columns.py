"""Whether what stands on two sides of a gutter is two columns or the cells of rows."""

from __future__ import annotations

import re

from intake.documents.pdf.baselines import rows, shared_rows, switches
from intake.documents.pdf.glyphs import Stretch

_DATED = re.compile(r"(?:19|20)\d\d\b|\b(?:present|current|now)\b", re.IGNORECASE)
_PLACE = re.compile(
    r"[A-Z][\w.]*(?: [A-Z][\w.]*){0,3}, [A-Z][\w.]*(?: [A-Z][\w.]*){0,2}|Remote|Online|Hybrid"
)
_BULLET = re.compile(r"[•●▪◦‣∙·○■□–*➢➔►-]\s?\w")
_HEADING = re.compile(
    r"(?:(?:work|professional|research|relevant|technical|selected|personal|about|key|leadership|career|employment|"
    r"volunteer|other|graduate|undergraduate|contact|course|soft|core|my|academic|teaching) ?)?"
    r"(?:education|experiences?|skills|projects|courses|coursework|course ?work|contacts?|languages?|interests|hobbies|"
    r"awards|honou?rs|summary|profile|objective|publications|certifications?|activities|links|references|training|"
    r"employment|history|strengths|achievements|information|details|me|involvement|volunteering|technologies|tools|"
    r"bildung|ausbildung|berufserfahrung|kenntnisse|sprachen|kontakt|interessen|formation|compétences|langues|loisirs|"
    r"expérience|educación|experiencia|habilidades|idiomas|教育背景|项目经历|实习经历|专业技能|技能|联系方式)\s?:?",
    re.IGNORECASE,
)


def are_columns(left: list[Stretch], right: list[Stretch]) -> bool:
    """Tell whether two sides are read one after the other; each is sorted from top to bottom."""
    most, least = sorted((rows(left), rows(right)), reverse=True)
    if least < 2 or _is_dates(left) or _is_dates(right):
        return False
    if _bulleted(left) and _bulleted(right):
        return True
    if least >= 3 and _headed(left) and _headed(right):
        return True
    shared = shared_rows(right, left)
    if shared == most:  # each line has its counterpart: a table, however drawn
        return False
    if switches(left, right) <= 1 + least // 7:  # drawn one after the other
        return least >= 4 or (least == 3 and shared < 3)
    return least >= 4 and shared < 0.45 * least


def above_next_section(left: list[Stretch], right: list[Stretch]) -> tuple[list[Stretch], list[Stretch]]:
    """Part the left of two columns, sorted from top to bottom, before the heading of the section that follows both.

    It stands below the last line of the right column, which is the second half of a list and has no heading of its own.
    """
    foot = min(stretch.y for stretch in right)
    following = (at for at, s in enumerate(left) if s.y < foot - 1 and is_heading(s.text))
    at = len(left) if _headed(right) else next(following, len(left))
    return left[:at], left[at:]


def _is_dates(side: list[Stretch]) -> bool:
    """Dates and places beside jobs: short, with a year or as `Springfield, IL`."""
    dated = sum(bool(_DATED.search(s.text)) and len(s.text) < 40 for s in side)
    placed = sum(bool(_PLACE.fullmatch(s.text)) for s in side)
    return dated * 2 > len(side) or (dated * 4 >= len(side) and (dated + placed) * 3 > 2 * len(side))


def _bulleted(side: list[Stretch]) -> bool:
    bullets = sum(bool(_BULLET.match(s.text)) for s in side)
    return bullets >= 2 and bullets * 3 >= len(side)


def _headed(side: list[Stretch]) -> bool:
    return any(is_heading(s.text) for s in side)


def is_heading(text: str) -> bool:
    """Tell whether a line is the name of a usual section of a resume."""
    return len(text) < 50 and bool(_HEADING.fullmatch(text))
