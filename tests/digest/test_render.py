"""The digest's forms: escaped, self-contained, in the words of a colleague."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from intake.digest import render
from intake.digest.build import sections, tally
from intake.model import Evidence, Json, Status
from intake.review import ApplicationView, DigestData, ItemView, LedgerView, OtherMail, SignalView

NOW = datetime(2016, 11, 20, 8, tzinfo=UTC)
LEDGER = LedgerView(
    5, 4, 1, 0, 0, {"application": 2, "follow_up": 0, "question": 1, "automatic": 1, "other": 0}, 0, 0
)
EVIL = "<script>alert(1)</script><img src=x onerror=alert(2)>\"' onload=\u202e"


def item(
    name: str, status: Status, value: Json = None, shown: str = "", reason: str | None = None
) -> ItemView:
    evidence = Evidence("body", 0, 9, "the words") if status is not Status.MISSING else None
    return ItemView(name, name, status, value, shown, evidence, "body", "0" * 64, "rule", 1, reason)


def person(number: int, *items: ItemView, name: str = "Ana Ruiz") -> ApplicationView:
    return ApplicationView(
        number, name, "ana@example.edu", None, (), None, NOW, NOW, {one.item: one for one in items}
    )


COMPLETE = person(
    1,
    item("track", Status.PRESENT, ["algorithms"], "Algorithms"),
    item("period", Status.PRESENT, {"season": "summer", "year": 2017}, "summer 2017"),
)
LACKING = person(2, item("resume", Status.MISSING))
OPEN = person(3, item("resume", Status.UNSURE, reason="is a scan"), item("track", Status.MISSING))


def data(*applications: ApplicationView, **more: object) -> DigestData:
    base = DigestData(
        "Numenta",
        NOW,
        "America/Los_Angeles",
        None,
        NOW,
        LEDGER,
        applications,
        tracks={"algorithms": "Algorithms"},
    )
    return replace(base, **more)  # type: ignore[arg-type]


def test_each_application_stands_in_one_list() -> None:
    found = sections(data(COMPLETE, LACKING, OPEN))
    assert found.unsure == (OPEN,)
    assert found.incomplete == (LACKING,)
    assert found.complete == (("Algorithms · summer 2017", (COMPLETE,)),)
    later = sections(data(COMPLETE, completed=frozenset({1})))
    assert (later.complete, later.completed) == ((), (COMPLETE,))


def test_the_tally_counts_by_area() -> None:
    assert tally(data(COMPLETE, LACKING, OPEN)) == [("Algorithms", 1, 0, 0), ("no area", 0, 1, 1)]


def test_what_an_applicant_writes_is_only_text() -> None:
    evil = replace(
        OPEN,
        name=EVIL,
        email=EVIL,
        phone=EVIL,
        review=(EVIL,),
        signals=(SignalView("experience", EVIL, None),),
    )
    mail = OtherMail("0", "question", EVIL, EVIL, NOW, EVIL, EVIL)
    page = render.html(data(evil, questions=(mail,), set_aside=(mail,), failures=(mail,), overdue=EVIL))
    assert "<script" not in page
    assert "<img" not in page
    assert "\u202e" not in page
    assert page.count("&lt;script&gt;") >= 10
    for tag in re.findall(r"<[^>]*>", page):
        assert "onerror" not in tag


def test_the_page_fetches_nothing() -> None:
    page = render.html(data(COMPLETE, LACKING, OPEN))
    assert "default-src 'none'" in page
    assert not re.search(r"(?:src|href|action)\s*=\s*[\"']?(?:https?:)?//", page)
    assert "url(" not in page
    assert "@import" not in page


def test_the_sum_stands_on_top() -> None:
    for text in (render.html(data(COMPLETE)), render.text(data(COMPLETE))):
        plain = " ".join(re.sub(r"<style>.*?</style>|<[^>]+>", " ", text, flags=re.DOTALL).split())
        assert re.search(
            r"4 messages = 2 applications \+ 0 follow-ups \+ 1 questions \+ 1 automatic mail", plain
        )


def test_the_text_tells_what_is_missing_and_why_something_is_unsure() -> None:
    text = render.text(data(LACKING, OPEN))
    assert re.search(r"resume: +MISSING", text)
    assert re.search(r"resume: +UNSURE: is a scan", text)


def test_an_overdue_poll_is_said_first() -> None:
    text = render.text(data(COMPLETE, overdue="No poll has succeeded for 24 hours"))
    assert text.index("No poll has succeeded") < text.index("4 messages")


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
    long = render.quote("start " + "x" * 1000 + " end", 60)
    assert (len(long), long[:5], long[-3:]) == (63, "start", "end")
