"""A list of expressions as one: quicker, and the same is found."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.fields.alternatives import either
from intake.fields.vocabulary import availability, letters

_LETTERS = st.sampled_from("abcAB é")
_PIECES = st.recursive(
    st.text(_LETTERS, min_size=1, max_size=3)
    | st.sampled_from(["a?", "b+", r"\w", r"[ab|)]", r"\|", "(?-i:A)"]),
    lambda inner: (
        st.builds(
            lambda many, end: f"(?:{'|'.join(many)}){end}",
            st.lists(inner, max_size=3),
            st.sampled_from(["", "?", "??"]),
        )
        | st.builds("".join, st.lists(inner, min_size=1, max_size=3))
    ),
    max_leaves=8,
)


@given(st.lists(_PIECES, min_size=1, max_size=8), st.text(_LETTERS, max_size=12))
def test_finds_what_the_plain_list_finds(expressions: list[str], text: str) -> None:
    assert found(either(expressions), text) == found("|".join(expressions), text)


@pytest.mark.parametrize("entries", [letters.INTEREST, letters.CLOSING, letters.SIGN_OFFS, availability.WISH])
def test_vocabulary_is_the_same_as_a_list(entries: tuple[str, ...]) -> None:
    text = " ".join(re.sub(r"\\.|[^\w ]", " ", entry) for entry in entries) * 2
    assert found(either(entries), text) == found("|".join(f"(?:{entry})" for entry in entries), text)


def test_the_first_of_two_that_match_is_taken() -> None:
    assert found(either(["new", "newer", "my (?:old|older)", "ne"]), "newer my older") == [(0, 3), (6, 12)]


def test_neighbours_of_one_letter_stand_together() -> None:
    assert either(["cat", "dog", "cow", "(?:cart|den)s?"]) == "c(?:a(?:t|rts?)|ow)|d(?:og|ens?)"


def found(expression: str, text: str) -> list[tuple[int, int]]:
    """Where an expression matches, case folded."""
    return [match.span() for match in re.compile(expression, re.IGNORECASE).finditer(text)]
