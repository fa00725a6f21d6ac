"""Quotes in their texts: cut at their edges, overlapping or not."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from intake.digest.highlight import Mark, place, segments
from intake.model import Evidence


def test_a_quote_is_placed_by_its_offsets_else_by_its_words() -> None:
    text = "summer, then summer again"
    assert place("period", "period", Evidence("body", 13, 19, "summer"), text) == Mark(
        "period", "period", 13, 19
    )
    assert place("period", "period", Evidence("body", 90, 96, "summer"), text) == Mark(
        "period", "period", 0, 6
    )
    assert place("period", "period", Evidence("body", 0, 6, "winter"), text) is None
    assert place("period", "period", Evidence("body", 0, 0, ""), text) is None


def test_a_quote_aside_is_made_longer_to_whole_words() -> None:
    found = place("s1", "Python", Evidence("body", 5, 12, "rote Py"), "I, wrote Python well", is_aside=True)
    assert found is None or (found.start, found.end) == (3, 15)
    found = place("s1", "Python", Evidence("body", 4, 11, "rote Py"), "I, wrote Python well", is_aside=True)
    assert found is not None
    assert (found.start, found.end) == (3, 15)


def test_overlapping_quotes_share_a_segment() -> None:
    cut = segments("abcdef", [Mark("x", "x", 1, 4), Mark("y", "y", 3, 6)])
    assert [(s.text, [m.key for m in s.marks]) for s in cut] == [
        ("a", []),
        ("bc", ["x"]),
        ("d", ["x", "y"]),
        ("ef", ["y"]),
    ]
    assert [m.key for s in cut for m in s.begins] == ["x", "y"]
    assert [m.key for s in cut for m in s.ends] == ["x", "y"]


@given(st.text(max_size=50), st.lists(st.tuples(st.integers(-5, 60), st.integers(-5, 60)), max_size=8))
def test_the_segments_are_the_text(text: str, places: list[tuple[int, int]]) -> None:
    marks = [Mark(f"{number}", "", start, end) for number, (start, end) in enumerate(places)]
    cut = segments(text, marks)
    assert "".join(segment.text for segment in cut) == text
    kept = [mark for mark in marks if 0 <= mark.start < mark.end <= len(text)]
    assert sorted(m.key for s in cut for m in s.begins) == sorted(m.key for m in kept)
    assert sorted(m.key for s in cut for m in s.ends) == sorted(m.key for m in kept)
