"""What there is where no area is plainly wished for: both, either, a topic, a hint, or one that is not offered."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from intake.config import Programme
from intake.config import Track as TrackWords
from intake.fields.case import Case
from intake.fields.passage import Passage
from intake.fields.track.mention import NEAR, Mention
from intake.fields.track.mentions import mentions_in
from intake.fields.vocabulary import tracks as words
from intake.fields.wording import pattern, sentence_around
from intake.model import Finding, Json, Role, Status

_DESCRIBED = 2  # words of an area's work by which a wish to do it names the area


def not_named(case: Case) -> Finding:
    """What there is where no area is plainly wished for, by the first rule that has something to show; else missing."""
    letters = tuple(Passage.whole(d) for d in case.with_role(Role.LETTER) if not d.regions)
    own = (*case.prose, *letters)
    named = [m for passage in own for m in mentions_in(passage, case.programme)]
    found = _all_areas(own, case.programme) or _named_unclearly(named, 0)
    if found is None:
        subject = (case.subject,) if case.subject else ()
        sentences = [s for passage in (*own, *subject) for s in passage.sentences()]
        found = _the_other(sentences, case.programme) or _left_open(own, case.programme)
        found = found or _described(sentences, case.programme) or _hints(sentences, case.programme)
        found = found or _named_unclearly([m for m in named if _is_wished(m, case.programme)], -3)
        found = found or _not_offered(sentences, case.programme) or _answered(own)
    declined = [m for m in named if m.declined] or list(_declined_hints(own, case.programme))
    return found or _only_declined(declined, case.programme)


def _declined_hints(passages: Iterable[Passage], programme: Programme) -> Iterator[Mention]:
    """ "I have no wish whatever to make web sites": work of an area that is not wanted."""
    for sentence in (s for passage in passages for s in passage.sentences()):
        for track, start, end in _hints_in(sentence, programme.tracks):
            if _is_declined(sentence, start):
                yield Mention(track, sentence, start, end, 0, declined=True)


def _is_declined(sentence: Passage, start: int) -> bool:
    return words.DECLINED.search(sentence.text[max(sentence.start, start - NEAR) : start]) is not None


def _only_declined(declined: list[Mention], programme: Programme) -> Finding:
    """Nothing, or a name that is there only to be declined: where another area is left, a person may tell that it is meant."""
    if not declined:
        return Finding("track", Status.MISSING, rule="track.none")
    if len({mention.track for mention in declined}) == len(programme.tracks):
        reason = "names the areas only to decline them"
        return Finding("track", Status.MISSING, rule="track.none", reason=reason)
    evidence = sentence_around(declined[0].passage, declined[0].start, declined[0].end)
    reason = "declines one area and names no other"
    return Finding("track", Status.UNSURE, None, evidence, "track.declined", reason)


def _all_areas(passages: Iterable[Passage], programme: Programme) -> Finding | None:
    """ "Both of your areas appeal to me.": every area, in the programme's order."""
    for place in _said(passages, words.BOTH_AREAS):
        sentence, start, _ = place
        if words.DENIED.search(sentence.text[max(sentence.start, start - NEAR) : start]):
            continue  # "I'm not applying for the two areas on your page"
        if words.WISH.search(place[0].words) and len(programme.tracks) == 2:
            return Finding("track", Status.PRESENT, _ids(programme), sentence_around(*place), "track.both")
    return _any_area(passages, programme)


def _any_area(passages: Iterable[Passage], programme: Programme) -> Finding | None:
    """ "Either area would be great for me.": every area, in the programme's order."""
    for place in _said(passages, words.EITHER_AREA) if len(programme.tracks) == 2 else ():
        sentence, start, _ = place
        before = sentence.text[max(sentence.start, start - NEAR) : start]
        if not words.DENIED.search(before) and not sentence.words.rstrip().endswith("?"):
            return Finding("track", Status.PRESENT, _ids(programme), sentence_around(*place), "track.either")
    return None


def _named_unclearly(mentions: Iterable[Mention], least: int) -> Finding | None:
    """A name that no wish stands beside: "Algorithms" in a list of what somebody likes."""
    for mention in mentions:
        if mention.weight >= least and not mention.declined:
            evidence = sentence_around(mention.passage, mention.start, mention.end)
            reason = "names an area, but not clearly as the one that is wanted"
            return Finding("track", Status.UNSURE, [mention.track], evidence, "track.named", reason)
    return None


def _is_wished(mention: Mention, programme: Programme) -> bool:
    """Whether a wish stands in the sentence of a name that is a topic: "work on anomaly detection algorithms"."""
    return _wishes(sentence_around(mention.passage, mention.start, mention.end).quote, programme)


def _wishes(said: str, programme: Programme) -> bool:
    """Whether a sentence wishes for something, and tells of nothing that has been; to intern with us is a wish."""
    here = pattern(programme.organisation.names).sub("us", said)
    return words.WISH.search(said) is not None and words.PAST.search(here) is None


def _left_open(passages: Iterable[Passage], programme: Programme) -> Finding | None:
    """ "Either area would be fine", "you may decide which team"."""
    for place in _said(passages, words.OPEN_AREA):
        reason = "leaves open which area"
        return Finding("track", Status.UNSURE, _ids(programme), sentence_around(*place), "track.open", reason)
    return None


def _described(sentences: Iterable[Passage], programme: Programme) -> Finding | None:
    """An area told by what the applicant wishes to do, in two or more words of its work and none of another's.

    One word is enough in an answer: "Which group: the one where learning algorithms are tried out".
    """
    told: dict[str, dict[str, tuple[Passage, int, int]]] = {}
    answered = False
    for sentence in sentences:
        answer = words.AREA_LABEL.match(sentence.text, sentence.start, sentence.end)
        wished = answer or words.WISH_TO_DO.search(sentence.text, sentence.start, sentence.end)
        if wished is None:
            continue
        past = words.PAST.search(sentence.text, wished.end(), sentence.end)
        end = past.start() if past else sentence.end
        if not answer and not _wishes(sentence.cut(sentence.start, end).words, programme):
            continue
        hints = _hinted(sentence.cut(wished.end(), end), programme.tracks)
        answered = answered or (answer is not None and bool(hints))
        for track, start, end in hints:
            told.setdefault(track, {}).setdefault(sentence.text[start:end].casefold(), (sentence, start, end))
    if len(told) != 1 or any(len(hints) < (1 if answered else _DESCRIBED) for hints in told.values()):
        return None
    track, places = next(iter(told.items()))
    evidence = sentence_around(*next(iter(places.values())))
    return Finding("track", Status.PRESENT, [track], evidence, "track.described")


def _the_other(sentences: Iterable[Passage], programme: Programme) -> Finding | None:
    """ "So not the web and cloud internship but the other one.": the area whose work is not spoken of."""
    for sentence in sentences if len(programme.tracks) == 2 else ():
        match = words.BUT_THE_OTHER.search(sentence.text, sentence.start, sentence.end)
        hints = _hints_in(sentence.cut(*match.span()), programme.tracks) if match else []
        named = {track for track, _, _ in hints}
        if len(named) == 1:
            track = next(one.id for one in programme.tracks if one.id not in named)
            evidence = sentence_around(sentence, *hints[0][1:])
            return Finding("track", Status.PRESENT, [track], evidence, "track.other")
    return None


def _hints(sentences: Iterable[Passage], programme: Programme) -> Finding | None:
    """Words of an area's work, in a sentence that wishes for something."""
    for sentence in sentences:
        hinted = _hinted(sentence, programme.tracks)
        if hinted and _wishes(sentence.words, programme):
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


def _answered(passages: Iterable[Passage]) -> Finding | None:
    """ "Area: the one with the code": an answer that names none."""
    for sentence, start, end in _said(passages, words.AREA_ANSWERED):
        evidence = sentence_around(sentence, start, end)
        reason = "answers which area in words that name none"
        return Finding("track", Status.UNSURE, None, evidence, "track.answered", reason)
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
    return [hint for hint in _hints_in(sentence, tracks) if not _is_declined(sentence, hint[1])]


def _hints_in(sentence: Passage, tracks: Iterable[TrackWords]) -> list[tuple[str, int, int]]:
    return [
        (track.id, match.start(), match.end())
        for track in tracks
        for match in pattern(track.hints).finditer(sentence.text, sentence.start, sentence.end)
    ]
