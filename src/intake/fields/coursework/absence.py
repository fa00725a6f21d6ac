"""What is said where no list of courses was found: hidden in an unreadable file, near to one, or missing."""

from __future__ import annotations

import re

from intake.fields.case import Case
from intake.fields.coursework.labels import near_label
from intake.fields.coursework.listing import MOST_ROWS
from intake.fields.coursework.mention import cut_evidence
from intake.fields.coursework.rows import rows
from intake.fields.passage import Passage
from intake.model import Evidence, Finding, Role, Status

COURSE_FILE = re.compile(
    r"course|transcript|grades?\b|marks|modul|notenspiegel|asignaturas|expediente|relev[eé]", re.IGNORECASE
)
_RESUME_FILE = re.compile(
    r"resume|résumé|\bcv\b|curriculum|lebenslauf|transcript|vita\b|hoja de vida|简历|резюме", re.IGNORECASE
)
_LINKED = re.compile(
    r"\b(?:resume|résumé|cv|c\.v\.|transcript|course\s?work)\b[^\n]{0,120}https?://"
    r"|https?://\S{0,200}(?:resume|\bcv\b|drive\.google|dropbox|docs\.google|"
    r"onedrive|1drv)|(?:drive\.google|dropbox|docs\.google|onedrive|1drv)\.?\w{0,20}/",
    re.IGNORECASE,
)
_PROMISED = re.compile(
    r"\b(?:course\s?-?work|courses|classes|transcript)\b[^.\n]{0,60}\b(?:attached|listed|enclosed|list"
    r"|under|in my resume|on it|below)\b"
    r"|\b(?:attach(?:ed|ing)?|enclosed|list of|lists?)\b[^.\n]{0,80}\b(?:course\s?-?work|courses|classes|transcript)\b",
    re.IGNORECASE,
)
# Courses in sentences of other languages: their names are not read, a person looks.
_ELSEWHERE = re.compile(
    r"\b(?:Vorlesung(?:en)?|Lehrveranstaltung(?:en)?|Kursen?)\s+(?:in|zu|zur|zum|über|wie|aus)\b"
    r"|\bcours\s+(?:de|d['’]|en|sur)\b"
    r"|\b(?:asignaturas|materias|cursos|disciplinas|corsi)\s+(?:de|en|como|sobre|em|di)\b|\bкурсы\s+по\b"
    r"|(?:修读|学习|选修|上过)[^。\n]{0,20}课",
    re.IGNORECASE,
)
_PASSING = re.compile(r"\b(?:au|en)\s+$", re.IGNORECASE)


def explain(case: Case) -> Finding:
    """UNSURE where courses may stand unread, else MISSING, each with what a recruiter should know."""
    near = _fields_of_study(case)
    if near is not None:
        reason = "fields of study are listed, which may or may not be courses"
        return Finding("coursework", Status.UNSURE, None, near, "heading near to course work", reason)
    other = _other_language(case)
    if other is not None:
        reason = "courses are mentioned in another language"
        return Finding("coursework", Status.UNSURE, None, other, "words for courses", reason)
    hidden = _hidden(case)
    if hidden:
        return Finding("coursework", Status.UNSURE, rule="unreadable document", reason=hidden)
    return Finding("coursework", Status.MISSING, rule="no course named", reason=_promise(case))


def _other_language(case: Case) -> Evidence | None:
    letters = [Passage.whole(d) for d in case.with_role(Role.LETTER, Role.LETTER_AND_RESUME)]
    for passage in (*case.prose, *(p for p in letters if p.source.startswith("attachment:"))):
        for match in _ELSEWHERE.finditer(passage.text, passage.start, passage.end):
            if not _PASSING.search(passage.text, max(passage.start, match.start() - 8), match.start()):
                return cut_evidence(
                    passage.text, passage.source, match.start(), min(match.end() + 80, passage.end)
                )
    return None


def _fields_of_study(case: Case) -> Evidence | None:
    for document in case.with_role(Role.RESUME, Role.LETTER_AND_RESUME):
        lines = rows(Passage.whole(document))[: 10 * MOST_ROWS]
        for at, row in enumerate(lines):
            if near_label(row):
                end = lines[min(at + 2, len(lines) - 1)].end
                return cut_evidence(document.text or "", document.source, row.start, end)
    return None


def _hidden(case: Case) -> str | None:
    """Why courses may stand where they cannot be read, None where there is no such place."""
    readable = case.with_role(Role.RESUME, Role.LETTER_AND_RESUME, Role.TRANSCRIPT)
    for document in case.attached:
        if document.text is not None and document.text.strip():
            continue
        named = bool(_RESUME_FILE.search(document.source)) or bool(COURSE_FILE.search(document.source))
        if document.role in (Role.RESUME, Role.LETTER_AND_RESUME, Role.TRANSCRIPT) or named or not readable:
            name = document.source.removeprefix("attachment:")
            return f"{name} cannot be read: {document.problem or 'it holds no text'}"
    if not readable and any(_LINKED.search(p.words[:20_000]) for p in (*case.prose, *case.signature)):
        return "the resume is behind a link, which is not followed"
    return None


def _promise(case: Case) -> str | None:
    for passage in case.prose:
        if _PROMISED.search(passage.words[:20_000]):
            return "the mail speaks of a list of courses, but none was found"
    return None
