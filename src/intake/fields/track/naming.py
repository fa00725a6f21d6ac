"""Where a sentence names an area: by its name, other words for it, one word of the name, or its place on the page."""

from __future__ import annotations

from collections.abc import Iterator

from intake.config import Programme
from intake.fields.passage import Passage
from intake.fields.vocabulary import tracks as words
from intake.fields.wording import pattern


def named(sentence: Passage, programme: Programme, *, asked: bool) -> Iterator[tuple[str, int, int]]:
    """Yield (track, start, end) of names and phrases; where two tracks' words overlap, the longer one."""
    spans = [
        (match.start(), match.end(), track.id)
        for track in programme.tracks
        for match in pattern((*track.names, *track.phrases)).finditer(
            sentence.text, sentence.start, sentence.end
        )
    ]
    spans += _in_short(sentence, programme, asked=asked)
    spans += _by_place(sentence, programme)
    taken = sentence.start
    for start, end, track in sorted(spans, key=lambda span: (span[0], -span[1])):
        if start >= taken:
            taken = end
            yield track, start, end


def is_name(said: str, programme: Programme) -> bool:
    """Whether words are an area's name, and not other words of the programme's for its work ("the theory")."""
    return any(pattern(track.names).fullmatch(said) for track in programme.tracks)


def line_start(sentence: Passage, start: int) -> int:
    """Where the line of a name begins, though a sentence seems to begin within it ("Area: 1. Algorithms")."""
    return sentence.text.rfind("\n", 0, start) + 1


def _by_place(sentence: Passage, programme: Programme) -> Iterator[tuple[int, int, str]]:
    """ "your second area": the programme's tracks stand in the page's order."""
    for match in words.NTH_AREA.finditer(sentence.text, sentence.start, sentence.end):
        nth = int(str(match[str(match.lastgroup)]).casefold() == "second")
        if nth < len(programme.tracks):
            yield *match.span(), programme.tracks[nth].id


def _in_short(sentence: Passage, programme: Programme, *, asked: bool) -> Iterator[tuple[int, int, str]]:
    """A word of a name where it alone is the answer: "Area: software.", "so engineering please" for Software Engineering."""
    for track in programme.tracks:
        short = tuple(word for word in track.name.split() if _names_only(word, track.id, programme))
        for match in pattern(short).finditer(sentence.text, sentence.start, sentence.end) if short else ():
            alone = words.ALONE.match(sentence.text, match.end(), sentence.end) is not None
            label = sentence.text[line_start(sentence, match.start()) : match.start()]
            answers = alone and (
                words.LABEL.search(label)
                or words.NUMBERED.match(label)
                or (asked and words.ANSWER_LEAD.fullmatch(label.strip()))
            )
            if answers or words.WISHED_SHORT.match(sentence.text, match.end(), sentence.end):
                yield match.start(), match.end(), track.id


def _names_only(word: str, track: str, programme: Programme) -> bool:
    """Whether a word is one of several of a track's name, and of no other track's."""
    return all(
        len(one.name.split()) > 1 if one.id == track else word not in one.name.split()
        for one in programme.tracks
    )
