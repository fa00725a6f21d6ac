"""Areas that are wished for without their names: "the latter", "the other one", "the second one" of a question above."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from intake.config import Programme
from intake.fields.passage import Passage
from intake.fields.track.mention import MOST, NEAR, Mention
from intake.fields.vocabulary import tracks as words
from intake.fields.wording import pattern

_QUESTION = 300  # characters above an answer


def pointed_at(
    passage: Passage,
    sentences: Sequence[Passage],
    number: int,
    offered: tuple[str, ...],
    programme: Programme,
) -> Iterator[Mention]:
    """A wish in a sentence that names no area, for one of two that the sentence above, a question or the page names.

    `offered` are the areas that the sentence above names, in order.
    """
    sentence = sentences[number]
    if len(programme.tracks) < 2:
        return
    if len(offered) == 2:
        yield from _latter(sentence, offered)
    elif number == 0 and follows_a_quote(passage):
        yield from _latter(sentence, _asked_in(passage, programme))
    elif any(words.TWO_AREAS.search(one.words) for one in sentences[max(number - 2, 0) : number + 1]):
        yield from _latter(sentence, tuple(track.id for track in programme.tracks[:2]))


def _latter(sentence: Passage, offered: tuple[str, ...]) -> Iterator[Mention]:
    """A wish for the one or the other of two areas that the sentence above names: "I would like the latter"."""
    for match in islice(words.POINTED.finditer(sentence.text, sentence.start, sentence.end), MOST):
        before = sentence.text[max(sentence.start, match.start() - NEAR) : match.start()]
        word = words.POINTED_WORD.match(sentence.text, match.end(), sentence.end)
        behind = word.end() if word else match.end()
        chosen = words.CHOSEN_AFTER.match(sentence.text, behind, sentence.end)
        wished = words.WISH.search(before) is not None or chosen is not None
        track = offered[0 if match["first"] else 1]
        declined = words.DECLINED.search(before) is not None
        yield Mention(track, sentence, match.start(), match.end(), 2 * wished, declined=declined)


def the_other(sentence: Passage, before: Sequence[Mention], programme: Programme) -> Iterator[Mention]:
    """A wish for the area that is not the one named so far: "Software Engineering is not for me. Consider me for the other"."""
    named = {mention.track for mention in before}
    if len(programme.tracks) != 2:
        return
    match = words.THE_OTHER.search(sentence.text, sentence.start, sentence.end) if len(named) == 1 else None
    if (
        match is None
        or words.BUT_THE_OTHER.search(sentence.words)
        or not words.WISH.search(sentence.text[max(sentence.start, match.start() - NEAR) : match.start()])
    ):
        return
    if all(mention.declined or mention.earlier or mention.weight < 2 for mention in before):
        other = next(track.id for track in programme.tracks if track.id not in named)
        yield Mention(other, sentence, *match.span(), 2)


def follows_a_quote(passage: Passage) -> bool:
    """Words between quoted lines, or below the page's own question, answer what stands above them."""
    above = passage.line_above().words
    return above.lstrip().startswith((">", "|")) or words.WHICH_AREA.search(above) is not None


def _asked_in(passage: Passage, programme: Programme) -> tuple[str, ...]:
    """The two areas in the order of the question above an answer, or in the programme's."""
    asked = passage.text[max(0, passage.start - _QUESTION) : passage.start]
    places = [
        (found.start(), one.id) for one in programme.tracks if (found := pattern(one.names).search(asked))
    ]
    named = tuple(track for _, track in sorted(places))
    return named if len(named) == len(programme.tracks) else tuple(one.id for one in programme.tracks[:2])
