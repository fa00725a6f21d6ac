"""The digest's forms: escaped, self-contained, in the words of a colleague."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from intake.digest import render
from intake.digest.build import Neighbours, choices, neighbours, sections
from intake.model import Evidence, Json, Status
from intake.review import (
    ApplicationView,
    Correction,
    DigestData,
    DocumentView,
    FileView,
    ItemView,
    LedgerView,
    MessageView,
    OtherMail,
    SignalView,
)

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


def test_the_choices_are_those_that_occur() -> None:
    found = choices(data(COMPLETE, LACKING, OPEN))
    assert found.areas == ("Algorithms", "no area")
    assert found.periods == ("summer 2017", "no period")


def test_neighbours_stand_in_the_same_list() -> None:
    found = neighbours(data(LACKING, replace(LACKING, id=7), COMPLETE))
    assert found[1] == Neighbours("complete", 1, 1, None, None)
    assert found[7] == Neighbours("incomplete", 1, 2, None, 2)
    assert found[2] == Neighbours("incomplete", 2, 2, 7, None)


EVERYWHERE = replace(
    OPEN,
    name=EVIL,
    email=EVIL,
    phone=EVIL,
    links=(EVIL, "javascript:alert(1)", 'https://example.com/"><script>alert(1)</script>'),
    forwarded_by=EVIL,
    review=(EVIL,),
    opening_name=EVIL,
    items={
        "resume": ItemView(
            "resume",
            EVIL,
            Status.UNSURE,
            EVIL,
            EVIL,
            Evidence("body", 0, 20, EVIL[:20]),
            f"attachment:{EVIL}",
            "0" * 64,
            EVIL,
            1,
            EVIL,
            Correction("resume", EVIL, EVIL, NOW, EVIL),
        )
    },
    signals=(SignalView("experience", EVIL, Evidence("body", 9, 40, EVIL[9:40]), "0" * 64),),
    messages=(MessageView("0" * 64, "application", EVIL, EVIL, NOW, EVIL, EVIL),),
    documents=(
        DocumentView("0" * 64, "body", "letter", "text/plain", EVIL, EVIL, 1, None),
        DocumentView("0" * 64, f"attachment:{EVIL}", "resume", "application/pdf", EVIL, EVIL, 1, "1" * 64),
    ),
)
FILE = FileView(
    "0" * 64, f"attachment:{EVIL}", "application/pdf", "resume", "files/1.pdf", "pictures/1.png", EVIL
)
ALONE = Neighbours("unsure", 1, 1, None, None)


def pages() -> list[str]:
    mail = OtherMail("0", "question", EVIL, EVIL, NOW, EVIL, EVIL)
    evil = data(EVERYWHERE, questions=(mail,), set_aside=(mail,), failures=(mail,), overdue=EVIL)
    page = render.application_page(evil, EVERYWHERE, ALONE, (FILE,))
    return [
        render.overview(evil),
        page,
        render.application_page(replace(evil, blind=True), EVERYWHERE, ALONE),
    ]


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
