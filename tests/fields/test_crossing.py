"""A sentence means the same in another mail: what names period, area or courses is put in place of another mail's."""

from __future__ import annotations

import random
from functools import cache
from typing import Any

import pytest

from fields.test_typing import as_it_stands, read
from fields.test_whole_mails import MAILS, ON, mail
from intake import as_json, process
from intake.fields.passage import Passage
from support.cases import programme

ITEMS = ("period", "track", "coursework")
STEP = 3  # every third mail gives sentences that tell nothing
FEWEST_WORDS = 8  # of such a sentence: shorter ones are greetings and signatures
PAIRS = 300  # of some fifteen thousand for each item
NEUTRAL = """Dear Numenta team,

I have followed your work since I read On Intelligence, and I would be glad to become an intern with you.

{}

Best regards,
Robin Lake
"""


def sentences_around(body: str, quote: str) -> str:
    """The whole sentences of a body in which a quote stands, '' where it stands in none."""
    at = body.find(quote) if quote else -1
    whole = Passage("body", body, 0, len(body))
    found = [s for s in whole.sentences() if at >= 0 and s.start < at + len(quote) and s.end > at]
    return body[found[0].start : found[-1].end].strip() if found else ""


@cache
def told(item: str) -> list[tuple[int, str, object]]:
    """Mails whose body alone tells an item in one place: number, the sentences that do, and what is read from them."""
    found = []
    for number, row in enumerate(MAILS):
        if row["kind"] != "application" or row.get("on", ON) != ON:
            continue
        whole: dict[str, Any] = as_json(process(mail(row), programme()))
        record = whole["items"][item]
        said = sentences_around(row["body"], record["quote"] or "")
        if record["status"] == "present" and said:
            bare = read({**row, "body": row["body"].replace(said, " ", 1)})
            if bare.get(item, ("", None))[0] == "missing":
                found.append((number, said, as_it_stands(number)[item]))
    return found


def alone(said: str, item: str) -> object:
    """What is read of sentences that stand in a mail which tells nothing else of an item."""
    return read({"kind": "application", "body": NEUTRAL.format(said)}).get(item)


@pytest.mark.parametrize("item", ITEMS)
def test_sentences_mean_the_same_in_another_mail(item: str) -> None:
    all_told = told(item)
    given = [(number, said, value) for number, said, value in all_told if alone(said, item) == value]
    pairs = [(one, host) for one in given for host in all_told if one[0] != host[0]]
    assert len(pairs) > 20 * PAIRS
    changed: list[Any] = []
    for (_, said, value), (number, replaced, _) in random.Random(0).sample(pairs, PAIRS):
        body = MAILS[number]["body"].replace(replaced, f"\n\n{said}\n\n", 1)
        found = read({**MAILS[number], "body": body})
        if found.get(item) != value:
            changed.append((said, body[:60], value, found.get(item, found["kind"])))
    assert not changed


def telling_nothing() -> list[str]:
    """Sentences of whole mails that by themselves say nothing of period, area, courses or eligibility."""
    found = []
    for number, row in enumerate(MAILS):
        body = row["body"]
        for sentence in Passage("body", body, 0, len(body)).sentences() if number % STEP == 0 else ():
            said = sentence.words.strip()
            if len(said.split()) > FEWEST_WORDS and ":" not in said:
                alone = read({"kind": "application", "body": NEUTRAL.format(said)})
                if all(alone.get(item, ("missing",))[0] == "missing" for item in ITEMS):
                    found.append(said)
    return found


def test_sentences_that_tell_nothing_change_nothing() -> None:
    pool = telling_nothing()
    assert len(pool) > 50
    drawn = random.Random(1)
    changed: list[Any] = []
    for number, row in enumerate(MAILS):
        first = as_it_stands(number)
        paragraphs = row["body"].strip().split("\n\n")
        if row["kind"] != "application" or len(paragraphs) < 4 or first["cover_letter"][0] != "present":
            continue
        said = drawn.choice(pool)
        paragraphs.insert(drawn.randint(1, len(paragraphs) - 2), said)
        second = read({**row, "body": "\n\n".join(paragraphs) + "\n"})
        different = {
            name: (first[name], second.get(name)) for name in first if first[name] != second.get(name)
        }
        if different:
            changed.append((said, row["body"][:60], different))
    assert not changed
