"""How much of a letter stands in a stretch of prose: sentences that say why, who and what was done are counted.

The page asks for "a cover letter describing their specific interest". Sentences that every mail with an application
holds (attachments, dates, the area, thanks) are told by vocabulary/letters.py and carry nothing; words alone are not counted.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from intake.config import Programme
from intake.fields.memory import remembered
from intake.fields.passage import Passage
from intake.fields.phrasing import greets, is_english, is_read, length, says, signs_off, speaks_of_self
from intake.fields.unwrapping import unwrapped
from intake.fields.vocabulary import letters
from intake.fields.wording import pattern

MOST = 40_000  # characters of prose that are weighed
ENOUGH = 3.5  # points of telling sentences from which prose is a letter: two of them
ONE_LONG = 2.5  # points of one long telling sentence: enough beside others that say who writes
TOLD = 38  # words that are no formalities: with one telling sentence among them they are a letter
SOME = 18  # such words, in a language whose vocabulary here is small: a person should look
MANY = 4.0  # points of sentences that tell nothing by themselves, from which a person should look

_STRONG, _LONG, _WEAK, _NAMED = 2.0, ONE_LONG, 1.0, 0.5
_TWO = ENOUGH  # a sentence of so many words says what two would
_RICH = 3.0  # a long sentence that says what was done, or why, with a technology of the organisation
_LONG_SENTENCE = 22  # words
_TWO_SENTENCES = 34
_ROUND = 45  # words of a mail in which one such sentence is a letter
_PROSE_LABELLED = 8  # words behind a label from which a line is prose: "Why us: I run it at home and ..."
_CLOSING = 12  # words of a line under a sign-off
_LABEL = re.compile(r"^[ \t]*[\w .()/&-]{2,32}:[ \t]*\S[^\n]{0,120}$", re.MULTILINE)
_WHY = re.compile(
    r"\W{0,3}(?:and\s+|so\s+|but\s+)?(?:why\s+|what\s+(?:can|could|would|do|will)\s+I\s+)(?:[\w'’]+\s+){0,4}[\w'’]+\?\s*",
    re.IGNORECASE,
)
_WISHED = re.compile(  # a wish that names nobody
    r"\b(?:it\s{0,3})?(?:would|['’]d)\s+be\s+(?:so\s+|really\s+)?(?:great|wonderful|amazing|fantastic|cool|fun|awesome|neat|a\s+(?:dream|pleasure|privilege)|an\s+hono\w{1,4})"
    r"\s+to\s+(?:learn|work|hack|hang|code|intern|build|contribute|help|be\s+part|join|see|understand|explore)\b",
    re.IGNORECASE,
)
_NEUTRAL = re.compile(
    r"(?:interest(?:ed)?|enthusiasm)\s+(?:in|for)\s+(?:(?!(?:and|because|as|since|which|that|who|so|but)\b)[\w'’/&-]+\s+){0,8}?"
    r"(?:intern(?:ship)?s?|position|opening|opportunit(?:y|ies)|role|job|program)\b"
    r"|(?:area|period|statement|letter|field|time|track|position)s?\s+(?:\w+\s+)?of\s+(?:\w+\s+)?interest"
    r"|(?:is|be|are)\s+of\s+interest|(?:in|into)\s+which\s+i\s+am\s+interested|express\s+(?:my|an)\s+(?:\w+\s+)?interest"
    r"|(?:\bi\s+|would\s+|['’]d\s+)(?:(?:really|also|very\s+much)\s+)?(?:want|like|love|wish|hope|intend)\s+to\s+(?:be\s+considered|apply|submit|send|start|begin|intern\b|do\s+an?\s+(?:\w+\s+){0,3}?internship|work\s+(?:from|full))"
    r"|\b(?:saw|found|read|heard|noticed|came\s+across|learned|know)\s+(?:[\w'’,-]+\s+){0,6}?(?:posting|posted|internships?|advert\w*|opening|position|page|site|website|interns|slot|spot|vacancy)\b"
    r"|(?:hope|believe|think|feel)\s+(?:that\s+)?(?:this|you|to\s+hear|i\s+(?:am|would\s+be)\s+a\s+(?:good|great|strong))",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Weighed:
    """One sentence and its points: 0 says nothing of the applicant's interest or experience."""

    words: Passage
    points: float


@dataclass(frozen=True, slots=True)
class Assessment:
    """The sentences of a stretch of prose that carry something, and their sum."""

    sentences: tuple[Weighed, ...]
    words: int = 0  # of the whole prose
    read: bool = True  # False: in a language of which nothing is known here
    english: bool = True
    first: bool = True  # somebody speaks of themselves somewhere

    @property
    def points(self) -> float:
        """The sum of all sentences' points."""
        return sum(sentence.points for sentence in self.sentences)

    @property
    def telling_points(self) -> float:
        """The sum over sentences that say why, or what was done: those that only tell who writes are left out."""
        return sum(sentence.points for sentence in self.sentences if sentence.points >= _STRONG)

    @property
    def said(self) -> int:
        """Words of the sentences that are neither formalities nor only who writes: in any language, how much is told."""
        return sum(length(sentence.words.words) for sentence in self.sentences if sentence.points >= _WEAK)

    @property
    def carries(self) -> bool:
        """Whether it is a letter: two telling sentences, one long one beside others, or one and enough that is told."""
        telling = self.telling_points
        if telling >= ENOUGH or (telling >= ONE_LONG and self.points >= ENOUGH) or self._is_rich:
            return True
        return self.read and telling >= _STRONG and self.points >= MANY and self.said >= TOLD

    @property
    def _is_rich(self) -> bool:
        """Whether one sentence that says why, with the organisation's technology, stands in a mail of some length."""
        rich = any(sentence.points >= _RICH for sentence in self.sentences)
        return rich and self.words >= _ROUND

    @property
    def some(self) -> bool:
        """Whether there is enough in it for a person to look at."""
        if self.telling_points > 0 or (self.read and not self.english and self.first and self.said >= SOME):
            return True
        return self.points >= (MANY if self.read else 2 * _WEAK)

    @property
    def telling(self) -> Passage | None:
        """The first of the sentences with the most points, None where there is none."""
        best = max(self.sentences, key=lambda sentence: sentence.points, default=None)
        return best.words if best else None


def assess(passages: Iterable[Passage], programme: Programme) -> Assessment:
    """Weigh every sentence of some prose; greetings and sign-offs weigh nothing."""
    return _assess(tuple(passages), programme.organisation.technologies)


@remembered
def _assess(prose: tuple[Passage, ...], technologies: tuple[str, ...]) -> Assessment:
    weighed = (
        Weighed(passage.cut(unit.start, unit.end), _points(unit, technologies))
        for passage in prose
        for unit in _units(unwrapped(passage.cut(passage.start, passage.start + MOST)))
    )
    whole = " ".join(passage.words[:MOST] for passage in prose)
    found = tuple(sentence for sentence in weighed if sentence.points)
    first = any(speaks_of_self(passage) for passage in prose)
    return Assessment(found, length(whole), is_read(whole), is_english(whole), first)


def _units(passage: Passage) -> Iterator[Passage]:
    """Sentences without the greeting they begin with; lines of the form "Area: ..." stand alone."""
    for sentence in _answered(_without_closing(passage)):
        yield from _split(_without_greeting(sentence))


def _answered(prose: Passage) -> Iterator[Passage]:
    """The sentences, "Why you?" and what follows it as one."""
    asked: Passage | None = None
    for sentence in prose.sentences():
        if asked is not None:
            yield prose.cut(asked.start, sentence.end)
            asked = None
        elif _WHY.fullmatch(sentence.words):
            asked = sentence
        else:
            yield sentence
    if asked is not None:
        yield asked


def _without_closing(passage: Passage) -> Passage:
    """Without the last sign-off and the short lines under it."""
    end = None
    for line in passage.lines():
        if signs_off(line):
            end = line.start
        elif end is not None and length(line.words) > _CLOSING:
            end = None
    return passage if end is None else passage.cut(passage.start, end)


def _without_greeting(sentence: Passage) -> Passage:
    first = next(sentence.lines(), sentence)
    match = greets(first)
    if not match:
        return sentence
    if length(first.words) <= 8 and first.end < sentence.end:
        return sentence.cut(first.end, sentence.end)
    stop = re.compile(r"[,:!]").search(sentence.text, match.end() - 1, min(match.end() + 60, sentence.end))
    return sentence.cut(stop.end(), sentence.end) if stop else sentence


def _split(sentence: Passage) -> Iterator[Passage]:
    if not _LABEL.search(sentence.text, sentence.start, sentence.end):
        yield sentence
        return
    start = sentence.start
    for line in sentence.lines():
        if _LABEL.match(line.text, line.start, line.end):
            if sentence.text[start : line.start].strip():
                yield sentence.cut(start, line.start)
            yield line
            start = line.end
    if sentence.text[start : sentence.end].strip():
        yield sentence.cut(start, sentence.end)


def _before_question(unit: Passage) -> Passage:
    """What is said before a question that a colon opens: "I want to work on what I ask myself: what is a surprise?"."""
    told, colon, _ = unit.words.partition(":")
    asks = colon and unit.words.rstrip().endswith("?")
    return unit.cut(unit.start, unit.start + len(told)) if asks else unit


def _is_entry(line: Passage) -> bool:
    """Whether a line is an entry of a form, "Area: ...", and not prose in the first person behind a label."""
    if not _LABEL.fullmatch(line.words.strip()):
        return False
    said = line.cut(line.text.index(":", line.start) + 1, line.end)
    return length(said.words) < _PROSE_LABELLED or not speaks_of_self(said)


def _points(unit: Passage, technologies: tuple[str, ...]) -> float:
    unit = _before_question(unit)
    words = length(unit.words)
    if words < 4 or signs_off(unit) or _is_entry(unit) or unit.words.rstrip().endswith("?"):
        return 0.0
    plain = _plain(unit)
    if _empty(plain, words):
        return 0.0
    named = _names(plain, technologies)
    own = speaks_of_self(plain) or _WHY.match(unit.words)
    if named or (own and _tells(plain)) or _WISHED.search(plain.words):
        if words < _LONG_SENTENCE:
            return _STRONG
        if words >= _TWO_SENTENCES:
            return _TWO
        return _RICH if named and _tells(plain) else _LONG
    if says(plain, letters.APPLYING):
        return 0.0
    if says(plain, letters.IDENTITY):
        return _NAMED
    return _WEAK if words >= 5 and (speaks_of_self(unit) or words >= 9) else 0.0


def _tells(unit: Passage) -> bool:
    """Whether a wish or a deed is spoken of."""
    return says(unit, letters.INTEREST) or says(unit, letters.EXPERIENCE)


def _empty(unit: Passage, words: int) -> bool:
    """Sentences that only point at files, thank, or give ways to answer."""
    if says(unit, letters.CLOSING):
        return True
    if says(unit, letters.ATTACHING):
        return words < 16 or not says(unit, letters.INTEREST)
    return words < 12 and says(unit, letters.CONTACT)


def _plain(unit: Passage) -> Passage:
    """The sentence with phrases taken out that sound like interest and are none: "interested in the position"."""
    text = _NEUTRAL.sub(lambda match: " " * len(match.group()), unit.words)
    return Passage(unit.source, text, 0, len(text))


def _names(unit: Passage, technologies: tuple[str, ...]) -> bool:
    """Whether it names a technology of the organisation, or its work: who does knows what is done there."""
    if says(unit, letters.YOUR_WORK):
        return True
    return pattern(technologies).search(unit.text, unit.start, unit.end) is not None
