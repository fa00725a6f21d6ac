"""Where the letter and where the resume stand in one text: a file or a mail may hold both."""

from __future__ import annotations

from dataclasses import dataclass

from intake.fields.memory import remembered
from intake.fields.passage import Passage
from intake.fields.phrasing import length
from intake.fields.roles.shape import Shape, greeting_of, look, sign_off_of
from intake.fields.sections import Heading, fold, in_phrases
from intake.fields.vocabulary.headings import (
    JOB_HEADINGS,
    LETTER_TITLES,
    PAPER_HEADINGS,
    RESUME_TITLES,
    Section,
)

_CORE = frozenset(
    {
        Section.EDUCATION,
        Section.EXPERIENCE,
        Section.SKILLS,
        Section.PROJECTS,
        Section.COURSES,
        Section.RESEARCH,
    }
)
_WORK = frozenset({Section.EXPERIENCE, Section.SKILLS, Section.PROJECTS})
_ASIDE = frozenset({Section.PERSONAL, Section.REFERENCES, Section.INTERESTS})
_GAP = 2  # line ends between a sign-off and its name; more set something else apart
_TOP_LINES, _TOP_WORDS = 6, 14  # of a resume above its first heading: name, ways to reach the person
_CLOSING_LINES = 5  # name, street, telephone, "Enclosure" under a sign-off


@dataclass(frozen=True, slots=True)
class Anatomy:
    """The parts of a text; None where it has no such part. `shape` counts the whole."""

    shape: Shape
    letter: Passage | None
    resume: Passage | None
    resume_reason: str = ""


@remembered
def dissect(passage: Passage) -> Anatomy:
    """Part a text into its letter (a greeting and first-person prose) and its resume; pages end lines."""
    passage = Passage(passage.source, passage.text.replace("\f", "\n"), passage.start, passage.end)
    shape = look(passage)
    letter = _letter(shape)
    if letter is None:
        reason = resume_signs(shape)
        return Anatomy(shape, None, passage if reason else None, reason or "")
    for rest in (passage.cut(letter.end, passage.end), passage.cut(passage.start, letter.start)):
        reason = resume_signs(look(rest))
        if reason:
            return Anatomy(shape, letter, rest, reason)
    return Anatomy(shape, letter, None)


@remembered
def dissect_body(passage: Passage) -> Anatomy:
    """Part a mail's body: what stands above a pasted resume is the letter, with a greeting or without one."""
    parts = dissect(passage)
    if parts.resume is None:
        return parts
    if not parts.shape.sections & _CORE:  # dates alone: mail is full of them
        return Anatomy(parts.shape, parts.letter, None)
    resume = parts.resume
    start = _resume_start(look(resume), resume.start - 1)
    if start is None or start <= resume.start:
        return parts
    above = passage.cut(resume.start, start)
    letter = parts.letter or (above if length(above.words) else None)
    return Anatomy(parts.shape, letter, resume.cut(start, resume.end), parts.resume_reason)


def _letter(shape: Shape) -> Passage | None:
    """From the greeting to the lines under the sign-off, or to where a resume begins."""
    greeting = greeting_of(shape.passage)
    after = shape.passage.cut(greeting.start, shape.passage.end) if greeting else shape.passage
    closing = sign_off_of(after)
    if greeting is None and not (closing and _speaks(after.cut(after.start, closing.start))):
        return None
    resume = _resume_start(shape, after.start)
    end = (
        _under(closing, shape)
        if closing and (resume is None or closing.start < resume)
        else resume or after.end
    )
    letter = after.cut(after.start, end)
    return letter if look(letter).own >= 1 else None


def _speaks(prose: Passage) -> bool:
    """Whether prose that ends in a sign-off is a letter without a greeting: first person, and no sections."""
    shape = look(prose)
    return shape.own >= 2 and shape.own * 2 >= shape.sentences and not shape.sections & _CORE


def _under(closing: Passage, shape: Shape) -> int:
    """End of the short lines under a sign-off; a heading or a title ends them."""
    end, seen = closing.end, set[str]()
    headings = {mark.start for mark in shape.marks}
    lines = shape.passage.cut(closing.end, shape.passage.end).lines()
    for line, _ in zip(lines, range(_CLOSING_LINES), strict=False):
        if line.start in headings or in_phrases(line.words, RESUME_TITLES) or length(line.words) > 9:
            break
        if fold(line.words) in seen or shape.passage.text[end : line.start].count("\n") > _GAP:
            break  # a name said again, or a wide gap: what follows is no signature
        seen.add(fold(line.words))
        end = line.end
    return end


def _resume_start(shape: Shape, offset: int) -> int | None:
    """Where a resume begins after an offset: its title, or the first of several headings that stand alone."""
    for line in shape.passage.cut(offset, shape.passage.end).lines():
        if in_phrases(line.words, RESUME_TITLES):
            return line.start
    alone = [m for m in shape.marks if m.start > offset and not m.inline and m.section not in _ASIDE]
    if len({mark.section for mark in alone} & _CORE) >= 2:
        return _top_of(alone[0], shape.passage.cut(offset, shape.passage.end))
    return None


def _top_of(first: Heading, passage: Passage) -> int:
    """Start of the name and contact lines right above the first heading; a wide gap or a sentence ends them."""
    start = first.start
    above = list(passage.cut(passage.start, first.start).lines())[-_TOP_LINES:]
    for line in reversed(above):
        gap = passage.text[line.end : start].count("\n") > _GAP
        if gap or length(line.words) > _TOP_WORDS or line.words.rstrip().endswith((".", "!", ",", ":")):
            break
        start = line.start
    return start


def resume_signs(shape: Shape) -> str | None:
    """Say what shows a text to be a resume, None where nothing does enough."""
    named = shape.sections - _ASIDE
    core, marks = shape.sections & _CORE, ", ".join(sorted(section.value for section in named)[:4])
    if _advertises(shape) or _argues(shape):
        return None
    if shape.titled(RESUME_TITLES) and (core or (shape.reach and shape.dated)):
        return (
            f"a resume's title and sections: {marks}"
            if marks
            else "a resume's title, with dates and how to reach the person"
        )
    if len(core) >= 3 or (len(named) >= 3 and core and (shape.reach or shape.dated >= 2)):
        return f"a resume's sections: {marks}"
    if (
        len(core) >= 2
        and (shape.dated or shape.bullets >= 2 or shape.sections & _WORK)
        and (shape.reach or shape.dated >= 2)
    ):
        return f"a resume's sections: {marks}"
    if named and shape.reach and shape.dated + shape.ongoing >= 3:
        return f"dates, how to reach the person, and the section {marks}"
    if (shape.reach or shape.ongoing) and shape.dated >= 4 and shape.own * 4 <= shape.sentences:
        return "many dates up to the present" if shape.ongoing else "many dates, and how to reach the person"
    return None


def _advertises(shape: Shape) -> bool:
    """A job description: its headings, and no person to reach or dates of a life."""
    return (shape.job >= 2 and shape.dated < 2 and shape.reach < 2) or (shape.job >= 4 and shape.dated < 3)


def _argues(shape: Shape) -> bool:
    """A paper or a report: abstract, method, results, and no employment."""
    return shape.paper >= 3 and Section.EXPERIENCE not in shape.sections


def letter_title(shape: Shape) -> bool:
    """Whether it is called a letter at its top."""
    return shape.titled(LETTER_TITLES)


def paper_like(shape: Shape) -> bool:
    """Whether it has the headings of a paper or a report."""
    return shape.paper >= 3 or (
        shape.paper >= 2 and any(in_phrases(x.words, PAPER_HEADINGS[:1]) for x in shape.top)
    )


def job_like(shape: Shape) -> bool:
    """Whether it describes a job rather than a person."""
    return shape.job >= 2 or any(in_phrases(x.words, JOB_HEADINGS) for x in shape.top[:3])
