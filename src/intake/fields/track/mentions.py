"""Each place where an area is named, weighed by the words around it."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice

from intake.config import Programme
from intake.fields.passage import Passage
from intake.fields.track.mention import MOST, NEAR, Mention, Rank
from intake.fields.track.naming import is_name, line_start, named
from intake.fields.track.pointed import follows_a_quote, pointed_at, the_other
from intake.fields.vocabulary import tracks as words
from intake.fields.wording import pattern

_PLACE = 3  # weight of a name that stands for a place in the organisation
VIEW_REACH = 16  # characters behind a name


def mentions_in(passage: Passage, programme: Programme, rule: str = "track.prose") -> list[Mention]:
    """Every place in a passage where an area is named, weighed."""
    found: list[Mention] = []
    ours = pattern(programme.organisation.names)
    sentences = list(passage.sentences())
    offered: tuple[str, ...] = ()  # the areas that the sentence above names, in order
    for number, sentence in enumerate(sentences):
        above = sentences[max(number - 2, 0) : number]
        asked = (number == 0 and follows_a_quote(passage)) or any(
            words.WHICH_AREA.search(one.words) for one in above
        )
        following = sentences[number + 1].words if number + 1 < len(sentences) else ""
        here = list(islice(named(sentence, programme, asked=asked), MOST))
        if not here:
            found += pointed_at(passage, sentences, number, offered, programme)
            found += the_other(sentence, found, programme)
        offered = tuple(dict.fromkeys(track for track, _, _ in here))
        for track, start, end in here:
            after = ours.sub("us", sentence.text[end : min(sentence.end, end + NEAR)])
            mention = _weigh(
                track, sentence, start, end, after, following, rule, len({t for t, _, _ in here})
            )
            if not asked and not is_name(sentence.text[start:end], programme) and _only_pleases(sentence):
                mention = replace(mention, weight=mention.weight - 4)
            before = found[-1] if found else None
            if before is not None and before.declined:
                joined = words.JOINED.fullmatch(sentence.text, before.end, start) is not None
                mention = replace(mention, declined=mention.declined or joined)
            if here[-1][0] != here[0][0]:
                mention = _between_two(mention, sentence, is_last=track == here[-1][0])
                chosen = end < here[-1][1] and words.NOT_THE_OTHER.fullmatch(sentence.text, end, here[-1][1])
                mention = replace(mention, weight=mention.weight + 2) if chosen else mention
            found.append(replace(mention, weight=mention.weight + 2) if asked else mention)
    return found


def _only_pleases(sentence: Passage) -> bool:
    """ "What attracts me is that the HTM theory takes dendrites seriously": a liking, and nothing that is asked for."""
    return words.PLEASES.search(sentence.words) is not None and words.ASKED.search(sentence.words) is None


def _between_two(mention: Mention, sentence: Passage, *, is_last: bool) -> Mention:
    """A name in a sentence that names another one behind or before it: which of the two its words are for."""
    before = sentence.text[max(sentence.start, mention.start - 2 * NEAR) : mention.start]
    if not is_last and (words.GIVEN_UP.search(before) or words.OF_OTHERS.search(before)):
        return replace(mention, declined=True)
    if not is_last and (words.CONCESSIVE.match(sentence.words) or words.ADVISED.search(before)):
        return replace(mention, rank=Rank.LAST)
    if words.LATTER_ONLY.search(sentence.words):
        return replace(mention, weight=max(mention.weight, 2), declined=not is_last)
    if words.LATTER.search(sentence.words):
        return replace(mention, rank=Rank.FIRST if is_last else Rank.LAST)
    return mention


def _weigh(
    track: str, sentence: Passage, start: int, end: int, after: str, following: str, rule: str, areas: int
) -> Mention:
    before = " ".join(sentence.text[max(sentence.start, start - NEAR) : start].split(" "))
    place = (
        words.PLACE.match(after) is not None
        or words.PLACE_AT_END.search(sentence.text[start:end]) is not None
        or words.PEOPLE_OF.search(before) is not None
    )
    wished = any(said.search(before) for said in (words.WISH, words.SWITCHED_TO)) or bool(
        words.WISH.search(after)
    )
    weight = _PLACE * place + 2 * (wished or words.BRACKETED.search(before) is not None)
    if words.CHOSEN_AFTER.match(after) or words.WISHED_SHORT.match(after):
        weight += 6
    if words.LABEL.search(sentence.text[line_start(sentence, start) : start]):
        weight += 4
    if rule in ("track.subject", "track.objective"):
        weight += 2
    if rule == "track.prose" and _is_answer(sentence, start, end):
        weight += 2
    if not place and _is_no_wish(before):
        weight -= 4
    if words.YOU_SEEK.search(before) or words.PAGE_SAYS.search(before):
        weight -= 6
    if place and words.DOES_AFTER.match(_behind_place(after)) and not words.ASKED.search(before):
        weight -= 6
    begins = not sentence.text[sentence.start : start].strip()  # "Algorithms, I have no web experience."
    if words.NOT_WISH_AFTER.match(after) and not (begins and after.startswith(",")):
        weight -= 4
    if words.OCCUPATION.search(sentence.text[start:end]) and words.OCCUPATION_BEFORE.search(before):
        weight -= 4
    if words.VIEWED_FROM.search(before) and words.VIEW.search(sentence.text[start:end] + after[:VIEW_REACH]):
        weight -= 4
    if words.PAST.search(before) and not words.WISH.search(before):
        weight -= 4
    if not place and not words.OF_A_PLACE.search(before) and _is_topic(sentence.text[start:end], before):
        weight -= 4
    ordered = words.ORDERED.match(after) or words.ORDERED_BEFORE.search(before)
    in_order = words.IN_ORDER.search(sentence.words)
    if areas > 1 and (ordered or in_order or words.EITHER.search(sentence.words)):
        weight += 2
    asked_for = words.SWITCHED_TO.search(before) or (areas == 1 and words.ASKED_FOR.search(before))
    if sentence.words.rstrip().endswith("?") and not asked_for:
        weight = 2 if areas > 1 and words.EITHER.search(following) else weight - 3
    less = words.LESS_THAN.search(before) is not None  # "less keen on the other than on this"
    declined = (
        (not less and bool(words.DECLINED.search(before)))
        or bool(words.DECLINED_AFTER.match(after))
        or (areas > 1 and bool(words.NEITHER.search(sentence.words)))
    )
    earlier = words.WISHED_EARLIER.search(before) is not None
    bare = place and weight <= _PLACE + 2 and not _is_asked_for(before, after)
    return Mention(track, sentence, start, end, weight, _rank(before, after), declined, earlier, bare)


def _is_asked_for(before: str, after: str) -> bool:
    """Whether words beside a name wish for it, that of the place ("group", "internship") left out."""
    return words.WISH.search(before) is not None or words.WISH.search(_behind_place(after)) is not None


def _behind_place(after: str) -> str:
    place = words.PLACE.match(after)
    return after[place.end() :] if place else after


def _is_no_wish(before: str) -> bool:
    """Whether a course, degree or job stands before a name, in the clause that the name ends: "I took Algorithms"."""
    found = words.NOT_WISH_BEFORE.search(before)
    if found is None:
        return False
    if words.I_WISH.search(found.group()):  # "after this course I'd like to work in"
        return False
    _, comma, clause = found.group().rpartition(",")
    return not (comma and words.WISH.search(clause))  # "... taken it as a course, I'd like to work in"


def _is_answer(sentence: Passage, start: int, end: int) -> bool:
    """A short sentence that begins with the name: "Software Engineering, as I wrote." A list's entry is none."""
    said = sentence.words.strip()
    lead = sentence.text[sentence.start : start].strip()
    begins = words.ANSWER_LEAD.fullmatch(lead) is not None
    return (
        begins and len(said.split()) <= 9 and words.ANSWER.match(sentence.text, end, sentence.end) is not None
    )


def _is_topic(name: str, before: str) -> bool:
    """A one-word name that another word qualifies: "sorting algorithms", "Anomaly Detection Algorithms"."""
    words_before = before.split()
    if (
        words.FIRST_OF_ALL.search(before)
        or not words_before
        or len(name.split()) > 1
        or not before[-1:].isspace()
    ):
        return False
    last = words_before[-1]
    if not name.islower():  # a title's words: of two, the first may only begin the sentence
        titled = words_before[-2:]
        return len(titled) == 2 and all(word.isalpha() and word.istitle() for word in titled)
    folded = last.lower()
    return folded.isalpha() and folded not in words.BEFORE_NAME and not words.WISH.fullmatch(folded)


def _rank(before: str, after: str) -> Rank:
    if words.LAST_CHOICE.search(before) or words.LAST_CHOICE_AFTER.match(after):
        return Rank.LAST
    first = (
        words.FIRST_CHOICE.search(before)
        or words.FIRST_CHOICE_AFTER.match(after)
        or words.CHOSEN_AFTER.match(after)
    )
    return Rank.FIRST if first else Rank.PLAIN
