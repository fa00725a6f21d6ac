"""The page's words are found where they are pasted, and nothing of the applicant's is."""
# ruff: noqa: E501  # mails as they are written

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intake.fields.page import own_words, page_spans
from intake.fields.passage import Passage
from support.cases import programme

PASTED = [
    (
        "Qualified applicants should send the following:\n- Cover letter describing their specific interest in Numenta. Please\n"
        "include any relevant experience with NuPIC.\n- Resume, including a list of relevant course work.\n\nMine is attached.",
        "Mine is attached.",
    ),
    (
        "Period of the internship (e.g.: summer, January-March, etc.): June to August\n"
        "Which area of internship you would like to be considered for: Algorithms",
        "June to August\nAlgorithms",
    ),
    (
        "Hello!\n\nFrom your web page, for reference:\n  - a short letter about why us\n  - the wished period\n\nI can come in summer.",
        "Hello!\nI can come in summer.",
    ),
    (
        "How to Apply\nQualified applicants should send the following:\n\nBelow are my answers.",
        "Below are my answers.",
    ),
    ("Your site lists a cover letter describing your specific interest in Numenta, and I wrote one.", "Your site lists a\nand I wrote one."),
]  # fmt: skip

OWN = [
    "I would like to be considered for the role of Software Engineering\nintern.",
    "I'd like to be considered for the Algorithms Internships area of internship.",
    "I would like to be considered for the Algorithms internship.",
    "My resume, with a list of my courses, is attached.",
    "I have experience with machine learning and data analytics, mostly in Python.",
    "Algorithms Internships",
    "Your page says that one place is left for the fall, and I would like it.",
    "From your page I learned about the internships:\nI would love to join.",
    "As asked on your page:\nPeriod: summer\nArea: Algorithms",
    "",
]


@pytest.mark.parametrize(("text", "left"), PASTED)
def test_what_is_pasted_is_not_the_applicants(text: str, left: str) -> None:
    pieces = own_words(Passage("body", text, 0, len(text)), page_spans(text, programme()))
    assert "\n".join(piece.words.strip() for piece in pieces) == left


@pytest.mark.parametrize("text", OWN)
def test_what_applicants_say_is_theirs(text: str) -> None:
    assert page_spans(text, programme()) == []


def test_another_programme_without_a_page_still_knows_prompts() -> None:
    other = programme().model_copy(update={"page": programme().page.model_copy(update={"text": ""})})
    text = "A letter explaining your motivation: see below."
    assert [text[a:b] for a, b in page_spans(text, other)] == ["A letter explaining your motivation:"]


WORDS = st.sampled_from(
    [*programme().page.text.split()[:80], "I", "my", "\n", "-", "from your page says:", "Ana"]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, max_size=120).map(" ".join))
def test_spans_are_in_order_and_within(text: str) -> None:
    spans = page_spans(text, programme())
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    pieces = list(own_words(Passage("body", text, 0, len(text)), spans))
    assert all(piece.end <= start or piece.start >= end for piece in pieces for start, end in spans)
