"""Which of the places that name courses are believed, and what is said where none is."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from intake.fields.case import Case
from intake.fields.coursework import absence, judge, prose, transcript, unlabelled
from intake.fields.coursework.columns import facing, labelled
from intake.fields.coursework.labels import Trust, label_of
from intake.fields.coursework.listing import MOST_ROWS, read
from intake.fields.coursework.mention import Mention, as_written, of_listing
from intake.fields.coursework.names import same
from intake.fields.coursework.rows import Row, rows
from intake.fields.passage import Passage
from intake.fields.unwrapping import unwrapped
from intake.model import Document, Evidence, Finding, Json, Layer, Role, Status

VERSION = 8

_MOST_LABELS = 60
_ASKED = re.compile(
    r"\b(?:course\s?-?work|courses|classes)\b[^\n.?]{0,60}(?:\n[>\s]*)?[^\n.?]{0,60}[?.:]\s*$"
    r"|(?m:^)[>\s|*•-]*(?:\w+\s){0,5}(?:course\s?-?work|courses|classes)\s*$",  # a line of the page's list
    re.IGNORECASE,
)


def find(case: Case) -> Finding:
    """The courses of an applicant, joined from all places that name them, or why none can be told."""
    mentions = list(_mentions(case))
    sure = [m for m in mentions if m.sure]
    if sure:
        return _present(sure)
    doubtful = max(mentions, key=lambda m: len(m.names), default=None)
    if doubtful is not None:
        names: list[Json] = list(doubtful.names)
        evidence, rule, reason = doubtful.evidence, doubtful.rule, doubtful.reason
        return Finding("coursework", Status.UNSURE, names or None, evidence, rule, reason)
    return absence.explain(case)


def _present(mentions: list[Mention]) -> Finding:
    names: dict[str, str] = {}
    for mention in mentions:
        for name in mention.names:
            key = same(name)
            within = mention.rule.startswith("named") and any(
                set(key.split()) <= set(k.split()) for k in names
            )
            if not within:
                names.setdefault(key, name)
    best = max(mentions, key=lambda m: len(m.names))
    first = next(m for m in mentions if m.evidence.source == mentions[0].evidence.source)
    shown = best if len(best.names) > 2 * len(first.names) else first
    sources = tuple(dict.fromkeys(m.evidence.source for m in mentions))
    return Finding(
        "coursework", Status.PRESENT, list(names.values()), shown.evidence, shown.rule,
        sources=sources if len(sources) > 1 else (),
    )  # fmt: skip


# --- where courses can stand -------------------------------------------------------------------------------


def _mentions(case: Case) -> Iterator[Mention]:
    """What each place says: resume first, then transcripts, the mail's own words, letters, other lists of courses."""
    today = case.received.date() if case.received else None
    for document in case.with_role(Role.RESUME, Role.LETTER_AND_RESUME):
        if _is_file(document):
            yield from _in_document(document, document.role is Role.RESUME, today)
    for document in case.with_role(Role.TRANSCRIPT):
        if _is_file(document):
            yield from _in_transcript(document)
    yield from as_written(_in_mail(case, today), {p.source: p.text for p in (*case.prose, *case.signature)})
    for document in case.with_role(Role.LETTER):
        if _is_file(document):
            yield from as_written(
                _in_document(document, False, today), {document.source: document.text or ""}
            )
    for document in case.with_role(Role.OTHER):
        if _lists_courses(document):
            yield from _in_transcript(document)
        elif _is_file(document) and not document.inline:
            yield from (
                m for m in listings(Passage.whole(document)) if m.sure and m.headed and len(m.names) > 2
            )


def _in_mail(case: Case, today: date | None) -> Iterator[Mention]:
    """What the mail's own words say, read without the line ends that only their width made."""
    listed = [m for p in _own_words(case) for m in listings(unwrapped(p), today)]
    yield from listed
    rest = (p for passage in case.prose for p in _without(passage, [m.evidence for m in listed]))
    told = tuple(unwrapped(p) for p in rest)
    yield from _some(prose.find(told) if told else None)
    yield from (m for p in _answers(case) if (m := prose.answer(unwrapped(p))))


def _is_file(document: Document) -> bool:
    """Whether a document is a file: bodies are read through the case's prose, which leaves out others' words."""
    return document.source.startswith("attachment:") and not document.regions


def _in_document(document: Document, strict: bool, today: date | None) -> Iterator[Mention]:
    whole = Passage.whole(document)
    whole = unwrapped(whole) if document.role is Role.LETTER else whole
    found = list(listings(whole, today))
    yield from found
    if not strict:
        rest = tuple(_without(whole, [m.evidence for m in found]))
        yield from _some(prose.find(rest) if rest else None)
        return
    sure = sum(len(m.names) for m in found if m.sure)
    if sure:  # "CORE", "GENERAL ED": lists of which only one has a heading that is known
        more = unlabelled.numbered(whole) if unlabelled.numbers(whole) > sure else None
        yield from _some(more if more and len(more.names) > sure else None)
    else:
        numbered = unlabelled.numbered(whole)
        mention = prose.find((whole,), only_strong=True)
        told = [mention] if mention and mention.sure else []
        yield from [*told, *_some(numbered)]
        if not (told or numbered):
            yield from _some(unlabelled.below_degree(whole))


def _in_transcript(document: Document) -> Iterator[Mention]:
    whole = Passage.whole(document)
    mention = transcript.find(whole)
    yield from [mention] if mention else listings(whole)
    if mention is None and document.role is Role.TRANSCRIPT:
        shown = whole.evidence(whole.start, min(whole.end, whole.start + 200))
        yield Mention((), shown, False, "transcript", "the courses of the transcript cannot be made out")


def listings(passage: Passage, today: date | None = None) -> Iterator[Mention]:
    """The lists under headings and labels of courses in a passage, in order; no line belongs to two of them.

    `today` is when the mail came: a list of a term that had not begun is one of planned courses.
    """
    lines, done, labels = rows(passage), -1, 0
    for at, row in enumerate(lines):
        place = labelled(row) if row.start >= done else None
        if place is None:
            continue
        labels += 1
        if labels > _MOST_LABELS:
            return
        label, head, side = place
        if label.trust in (Trust.SURE, Trust.LIKELY) and judge.is_ahead(label.words, today):
            label = replace(label, trust=Trust.PLANNED)
        found = read(head, label, facing(lines[at + 1 : at + 1 + MOST_ROWS], side))
        mention = of_listing(found, lines, at, passage.text, passage.source)
        if mention is not None:
            done = found.end
            yield mention


def _own_words(case: Case) -> list[Passage]:
    """The applicant's words in the body with the lines under them, where a resume was pasted there; adjacent ones joined."""
    body = [*case.prose, *case.signature]
    joined: list[Passage] = []
    for passage in sorted(body, key=lambda p: p.start):
        last = joined[-1] if joined else None
        if (
            last is not None
            and last.source == passage.source
            and not last.text[last.end : passage.start].strip()
        ):
            joined[-1] = Passage(last.source, last.text, last.start, max(last.end, passage.end))
        else:
            joined.append(_with_label(passage))
    return joined


def _with_label(passage: Passage) -> Passage:
    """The words with the line right above them where that labels a list, though it says what the page says."""
    above = passage.line_above()
    labels = rows(above)
    if len(labels) != 1 or above.words.lstrip().startswith((">", "|")) or label_of(labels[0]) is None:
        return passage
    return Passage(passage.source, passage.text, above.start, passage.end)


def _answers(case: Case) -> Iterator[Passage]:
    """The applicant's words right behind a quoted question for course work."""
    for document in case.documents:
        quoted = sorted((r.end, r.start) for r in document.regions if r.layer is Layer.QUOTED)
        for passage in case.prose if quoted and document.source in {p.source for p in case.prose} else ():
            at = bisect_right(quoted, (passage.start, len(passage.text))) - 1
            end, start = quoted[max(at, 0)]
            if at < 0 or passage.text[end : passage.start].strip():
                continue
            if _ASKED.search(passage.text, max(start, end - 300), end):
                yield passage


def _without(passage: Passage, taken: list[Evidence]) -> Iterator[Passage]:
    """What is left of a passage without stretches that were read already."""
    start = passage.start
    for evidence in sorted(taken, key=lambda e: e.start):
        if evidence.source == passage.source and passage.start <= evidence.start < passage.end:
            yield passage.cut(start, evidence.start)
            start = max(start, evidence.end)
    if start < passage.end:
        yield passage.cut(start, passage.end)


def _lists_courses(document: Document) -> bool:
    """Whether a file of no other role is a list of courses, by its name or its first lines."""
    if document.inline or not _is_file(document):
        return False
    head: list[Row] = rows(
        Passage(document.source, document.text or "", 0, min(len(document.text or ""), 600))
    )[:4]
    return bool(absence.COURSE_FILE.search(document.source)) or any(
        label_of(row) for row in head if len(row.words) < 60
    )


def _some(mention: Mention | None) -> Iterable[Mention]:
    return [mention] if mention else []
