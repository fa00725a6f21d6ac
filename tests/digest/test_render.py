"""The digest's forms: escaped, self-contained, in the words of a colleague."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace

import pytest

from intake.digest import render
from intake.digest.build import Neighbours, choices, neighbours, sections
from intake.review import AccuracyView
from support.views import ALONE, COMPLETE, EVERYWHERE, FILE, HOSTILE, LACKING, OPEN, data


def test_each_application_stands_in_one_list() -> None:
    found = sections(data(COMPLETE, LACKING, OPEN))
    assert list(found.unsure) == [OPEN]
    assert list(found.incomplete) == [LACKING]
    assert [(name, list(group)) for name, group in found.complete] == [
        ("Algorithms · summer 2017", [COMPLETE])
    ]
    assert list(found.settled) == [COMPLETE]
    later = sections(data(COMPLETE, completed=frozenset({1})))
    assert (later.complete, list(later.completed)) == ((), [COMPLETE])


def test_the_choices_are_those_that_occur() -> None:
    found = choices(data(COMPLETE, LACKING, OPEN))
    assert found.areas == ("Algorithms", "no area")
    assert found.periods == ("summer 2017", "no period")


def test_neighbours_stand_in_the_same_list() -> None:
    found = neighbours(data(LACKING, replace(LACKING, id=7), COMPLETE))
    assert found[1] == Neighbours("complete", 1, 1, None, None)
    assert found[7] == Neighbours("incomplete", 1, 2, None, 2)
    assert found[2] == Neighbours("incomplete", 2, 2, 7, None)


def pages() -> list[str]:
    """The overview, an application's page, and the blind one, with something hostile in every field."""
    blind = replace(HOSTILE, blind=True)
    page = render.application_page(HOSTILE, EVERYWHERE, ALONE, (FILE,))
    return [render.overview(HOSTILE), page, render.application_page(blind, EVERYWHERE, ALONE)]


@pytest.mark.parametrize("page", pages(), ids=["overview", "application", "blind"])
def test_what_an_applicant_writes_is_only_text(page: str) -> None:
    own = re.sub(r"<(script|style)>.*?</\1>", "", page, flags=re.DOTALL)
    assert "<script" not in own
    assert "\u202e" not in own
    assert "&lt;script&gt;" in own
    for tag in re.findall(r"<[a-z][^>]*>", own):
        assert not re.search(r"""\son\w+\s*=(?=(?:[^"]*"[^"]*")*[^"]*$)""", tag)
        assert not re.search(r"""(?:href|src)="(?!#|\.\./|https://|index|applications/|[0-9])""", tag), tag


@pytest.mark.parametrize("page", pages(), ids=["overview", "application", "blind"])
def test_the_page_fetches_nothing(page: str) -> None:
    assert "default-src 'none'" in page
    assert "unsafe" not in re.findall(r'content="(default-src[^"]*)"', page)[0]
    assert not re.search(r"(?:src|action)\s*=\s*[\"']?(?:https?:)?//", page)
    assert "url(" not in page
    assert "@import" not in page


def test_the_policy_names_what_stands_in_the_page() -> None:
    page = render.overview(data(COMPLETE))
    for part in ("script", "style"):
        (body,) = re.findall(rf"<{part}>(.*?)</{part}>", page, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(body.encode()).digest()).decode()
        assert f"{part}-src 'sha256-{digest}'" in page


def test_the_sum_stands_on_top() -> None:
    for text in (render.overview(data(COMPLETE)), render.text(data(COMPLETE))):
        plain = " ".join(re.sub(r"<style>.*?</style>|<[^>]+>", " ", text, flags=re.DOTALL).split())
        assert re.search(
            r"4 messages = 2 applications \+ (?:0 follow-ups \+ )?1 questions? \+ 1 automatic", plain
        )


def test_the_text_tells_what_is_missing_and_why_something_is_unsure() -> None:
    text = render.text(data(LACKING, OPEN))
    assert re.search(r"resume: +MISSING", text)
    assert re.search(r"resume: +UNSURE: is a scan", text)


def test_how_often_each_item_was_right_is_told_with_the_number_it_rests_on() -> None:
    told = data(COMPLETE, accuracy=(AccuracyView("resume", 11, 12), AccuracyView("period", 9, 12)))
    for form in (render.overview(told), render.text(told)):
        words = " ".join(re.sub(r"<[^>]*>", " ", form).split())
        assert re.search(r"resume:? 11 of 12.*period:? 9 of 12", words)
    assert "right this month" not in render.overview(data(COMPLETE))


def test_an_overdue_poll_is_said_first() -> None:
    late = data(COMPLETE, overdue="No poll has succeeded for 24 hours")
    for form in (render.text(late), render.overview(late)):
        assert form.index("No poll has succeeded") < form.index("4 messages")


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("a\x00b\x1bc", "a b c"),
        ("abc\u202ecod.exe", "abc cod.exe"),
        ("Jürgen 李", "Jürgen 李"),
        ("a\nb\tc", "a b c"),
    ],
)
def test_printable(raw: str, shown: str) -> None:
    assert render.printable(raw) == shown


def test_a_long_quote_is_shortened_in_the_middle() -> None:
    assert render.quote("a  b\nc") == "a b c"
    long = render.quote("start " + "word " * 300 + "end", 60)
    assert len(long) <= 63
    assert set(long.split()) == {"start", "word", "…", "end"}
    assert len(render.quote("x" * 1000, 60)) == 63
