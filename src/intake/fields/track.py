"""The area an applicant wants: named, said in the programme's other words, ranked, both, not offered, or merely hinted.

The page asks "which area of internship you would like to be considered for". A name alone is not a wish:
"I took Algorithms" and "a software engineer at Initech" name areas too. Each place where a name stands is
weighed by the words around it; only wishes count, and the wish in the applicant's own prose before others.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import IntEnum
from itertools import islice

from intake.config import Programme
from intake.config import Track as TrackWords
from intake.fields.case import Case
from intake.fields.passage import Passage
from intake.fields.vocabulary import tracks as words
from intake.fields.wording import pattern, sentence_around
from intake.model import Finding, Json, Role, Status

VERSION = 3
NEAR = 160  # characters of context on either side of a name that are looked at
OBJECTIVE_WITHIN = 30  # lines of a resume's beginning in which an objective is looked for
OBJECTIVE_LINES = 4  # that an objective has at most


class Rank(IntEnum):
    """Where in an order of wishes a name stands."""

    FIRST = 0
    PLAIN = 1
    LAST = 2


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where an area is named: who, where, how strongly it is wished for (0: not at all), and its rank."""

    track: str
    passage: Passage
    start: int
    end: int
    weight: int
    rank: Rank = Rank.PLAIN
    declined: bool = False


def find(case: Case) -> Finding:
    """The wished areas, the preferred one first; unsure where only hinted at or not offered; else missing."""
    if not case.programme.tracks:
        return Finding("track", Status.MISSING, rule="track.none")
    for rule, passages in _places(case):
        mentions = [m for passage in passages for m in mentions_in(passage, case.programme, rule)]
        wishes = [m for m in mentions if m.weight >= 2 and not m.declined]
        if wishes:
            return _present(rule, wishes)
    return _not_named(case)


def _places(case: Case) -> Iterator[tuple[str, tuple[Passage, ...]]]:
    """Where a wish may stand, the most trusted first."""
    letters = tuple(Passage.whole(d) for d in case.with_role(Role.LETTER) if not d.regions)
    both = tuple(Passage.whole(d) for d in case.with_role(Role.LETTER_AND_RESUME) if not d.regions)
    yield "track.prose", case.prose
    if case.subject is not None:
        yield "track.subject", (case.subject,)
    yield "track.letter", (*letters, *both)
    yield (
        "track.objective",
        tuple(_objective(Passage.whole(d)) for d in case.with_role(Role.RESUME) if not d.regions),
    )


def _objective(resume: Passage) -> Passage:
    """The lines under a resume's "Objective" (one that stands near its top), or none of it."""
    lines = list(islice(resume.lines(), OBJECTIVE_WITHIN))
    for number, line in enumerate(lines):
        if words.OBJECTIVE.match(line.words):
            last = number
            while (
                last + 1 < len(lines) and last - number < OBJECTIVE_LINES and not _is_heading(lines[last + 1])
            ):
                last += 1
            return resume.cut(line.start, lines[last].end)
    return resume.cut(resume.start, resume.start)


def _is_heading(line: Passage) -> bool:
    said = line.words.strip()
    return len(said.split()) <= 4 and (said.isupper() or said.istitle()) and not said.endswith((".", ","))


def mentions_in(passage: Passage, programme: Programme, rule: str = "track.prose") -> list[Mention]:
    """Every place in a passage where an area is named, weighed."""
    found = []
    ours = pattern(programme.organisation.names)
    sentences = list(passage.sentences())
    for number, sentence in enumerate(sentences):
        asked = number == 0 and _follows_a_quote(passage)
        following = sentences[number + 1].words if number + 1 < len(sentences) else ""
        here = list(_named(sentence, programme))
        for track, start, end in here:
            after = ours.sub("us", sentence.text[end : min(sentence.end, end + NEAR)])
            mention = _weigh(
                track, sentence, start, end, after, following, rule, len({t for t, _, _ in here})
            )
            if here[-1][0] != here[0][0] and words.LATTER.search(sentence.words):
                mention = replace(mention, rank=Rank.FIRST if track == here[-1][0] else Rank.LAST)
            found.append(replace(mention, weight=mention.weight + 2) if asked else mention)
    return found


def _follows_a_quote(passage: Passage) -> bool:
    """Words between quoted lines answer what stands above them."""
    above = passage.text[: passage.start].rstrip().rpartition("\n")[2]
    return above.lstrip().startswith((">", "|"))


def _named(sentence: Passage, programme: Programme) -> Iterator[tuple[str, int, int]]:
    """Yield (track, start, end) of names and phrases; where two tracks' words overlap, the longer one."""
    spans = [
        (match.start(), match.end(), track.id)
        for track in programme.tracks
        for match in pattern((*track.names, *track.phrases)).finditer(
            sentence.text, sentence.start, sentence.end
        )
    ]
    taken = sentence.start
    for start, end, track in sorted(spans, key=lambda span: (span[0], -span[1])):
        if start >= taken:
            taken = end
            yield track, start, end


def _weigh(
    track: str, sentence: Passage, start: int, end: int, after: str, following: str, rule: str, named: int
) -> Mention:
    before = " ".join(sentence.text[max(sentence.start, start - NEAR) : start].split(" "))
    place = (
        words.PLACE.match(after) is not None
        or words.PLACE_AT_END.search(sentence.text[start:end]) is not None
    )
    wished = words.WISH.search(before) is not None or words.WISH.search(after) is not None
    weight = 3 * place + 2 * wished
    if words.LABEL.search(sentence.text[_line_start(sentence, start) : start]):
        weight += 4
    if rule in ("track.subject", "track.objective"):
        weight += 2
    if rule == "track.prose" and _is_answer(sentence, start, end):
        weight += 2
    if words.NOT_WISH_BEFORE.search(before) and not place:
        weight -= 4
    if words.NOT_WISH_AFTER.match(after):
        weight -= 4
    if words.PAST.search(before) and not words.WISH.search(before):
        weight -= 3
    if not place and _is_topic(sentence.text[start:end], before):
        weight -= 4
    ordered = words.ORDERED.match(after) or words.ORDERED_BEFORE.search(before)
    if named > 1 and (ordered or words.EITHER.search(sentence.words)):
        weight += 2
    if sentence.words.rstrip().endswith("?"):
        weight = 2 if named > 1 and words.EITHER.search(following) else weight - 3
    declined = bool(words.DECLINED.search(before)) or (
        named > 1 and bool(words.NEITHER.search(sentence.words))
    )
    return Mention(track, sentence, start, end, weight, _rank(before, after), declined)


def _is_answer(sentence: Passage, start: int, end: int) -> bool:
    """A short sentence that begins with the name: "Software Engineering, as I wrote." A list's entry is none."""
    said = sentence.words.strip()
    lead = sentence.text[sentence.start : start].strip()
    begins = words.ANSWER_LEAD.fullmatch(lead) is not None
    return (
        begins and len(said.split()) <= 9 and words.ANSWER.match(sentence.text, end, sentence.end) is not None
    )


def _is_topic(name: str, before: str) -> bool:
    """A one-word name in lower case that another word qualifies: "sorting algorithms"."""
    words_before = before.split()
    if not words_before or not name.islower() or len(name.split()) > 1 or not before[-1:].isspace():
        return False
    last = words_before[-1].lower()
    return last.isalpha() and last not in words.BEFORE_NAME and not words.WISH.fullmatch(last)


def _line_start(sentence: Passage, start: int) -> int:
    return max(sentence.start, sentence.text.rfind("\n", sentence.start, start) + 1)


def _rank(before: str, after: str) -> Rank:
    if words.LAST_CHOICE.search(before) or words.LAST_CHOICE_AFTER.match(after):
        return Rank.LAST
    return Rank.FIRST if words.FIRST_CHOICE.search(before) else Rank.PLAIN


def _present(rule: str, wishes: list[Mention]) -> Finding:
    """The wished areas in order of preference: said preferences first, then the strongest and earliest wish."""
    order: dict[str, tuple[int, int]] = {}
    for position, wish in enumerate(wishes):
        key = (int(wish.rank), position)
        order[wish.track] = min(order.get(wish.track, key), key)
    ranked = sorted(order, key=lambda track: order[track])
    shown = next(wish for wish in wishes if wish.track == ranked[0])
    evidence = sentence_around(shown.passage, shown.start, shown.end)
    return Finding("track", Status.PRESENT, list(ranked), evidence, rule)


def _not_named(case: Case) -> Finding:
    """What there is where no area is plainly wished for, by the first rule that has something to show; else missing."""
    letters = tuple(Passage.whole(d) for d in case.with_role(Role.LETTER) if not d.regions)
    own = (*case.prose, *letters)
    named = [m for passage in own for m in mentions_in(passage, case.programme)]
    found = _all_areas(own, case.programme) or _named_unclearly(named, 0)
    if found is None:
        subject = (case.subject,) if case.subject else ()
        sentences = [s for passage in (*case.prose, *subject) for s in passage.sentences()]
        found = _left_open(own, case.programme) or _hints(sentences, case.programme)
        found = found or _named_unclearly([m for m in named if _is_wished(m)], -3)
        found = found or _not_offered(sentences, case.programme)
    declined = any(m.declined for m in named)
    why = "names the areas only to decline them" if declined else None
    return found or Finding("track", Status.MISSING, rule="track.none", reason=why)


def _all_areas(passages: Iterable[Passage], programme: Programme) -> Finding | None:
    """ "Both of your areas appeal to me.": every area, in the programme's order."""
    for place in _said(passages, words.BOTH_AREAS):
        if words.WISH.search(place[0].words) and len(programme.tracks) == 2:
            return Finding("track", Status.PRESENT, _ids(programme), sentence_around(*place), "track.both")
    return None


def _named_unclearly(mentions: Iterable[Mention], least: int) -> Finding | None:
    """A name that no wish stands beside: "Algorithms" in a list of what somebody likes."""
    for mention in mentions:
        if mention.weight >= least and not mention.declined:
            evidence = sentence_around(mention.passage, mention.start, mention.end)
            reason = "names an area, but not clearly as the one that is wanted"
            return Finding("track", Status.UNSURE, [mention.track], evidence, "track.named", reason)
    return None


def _is_wished(mention: Mention) -> bool:
    """Whether a wish stands in the sentence of a name that is a topic: "work on anomaly detection algorithms"."""
    return _wishes(sentence_around(mention.passage, mention.start, mention.end).quote)


def _wishes(said: str) -> bool:
    """Whether a sentence wishes for something, and tells of nothing that has been."""
    return words.WISH.search(said) is not None and words.PAST.search(said) is None


def _left_open(passages: Iterable[Passage], programme: Programme) -> Finding | None:
    """ "Either area would be fine", "you may decide which team"."""
    for place in _said(passages, words.OPEN_AREA):
        reason = "leaves open which area"
        return Finding("track", Status.UNSURE, _ids(programme), sentence_around(*place), "track.open", reason)
    return None


def _hints(sentences: Iterable[Passage], programme: Programme) -> Finding | None:
    """Words of an area's work, in a sentence that wishes for something."""
    for sentence in sentences:
        hinted = _hinted(sentence, programme.tracks)
        if hinted and _wishes(sentence.words):
            evidence = sentence_around(sentence, *hinted[0][1:])
            tracks: list[Json] = list(dict.fromkeys(track for track, _, _ in hinted))
            reason = "names no area; it can only be guessed from these words"
            return Finding("track", Status.UNSURE, tracks, evidence, "track.hint", reason)
    return None


def _not_offered(sentences: Iterable[Passage], programme: Programme) -> Finding | None:
    """A wish for a place that is none of the programme's: "a marketing internship"."""
    ours = pattern(programme.organisation.names)
    for sentence in sentences:
        other = words.OTHER_PLACE.search(sentence.text, sentence.start, sentence.end)
        if other and not ours.match(other.group(str(other.lastgroup))):
            evidence = sentence_around(sentence, *other.span(str(other.lastgroup)))
            reason = "asks for an area that is not offered"
            return Finding("track", Status.UNSURE, None, evidence, "track.not-offered", reason)
    return None


def _said(passages: Iterable[Passage], said: re.Pattern[str]) -> Iterator[tuple[Passage, int, int]]:
    """Each sentence in which an expression stands, with where."""
    for passage in passages:
        for sentence in passage.sentences():
            match = said.search(sentence.text, sentence.start, sentence.end)
            if match:
                yield sentence, *match.span()


def _ids(programme: Programme) -> list[Json]:
    return [track.id for track in programme.tracks]


def _hinted(sentence: Passage, tracks: Iterable[TrackWords]) -> list[tuple[str, int, int]]:
    return [
        (track.id, match.start(), match.end())
        for track in tracks
        for match in pattern(track.hints).finditer(sentence.text, sentence.start, sentence.end)
    ]
