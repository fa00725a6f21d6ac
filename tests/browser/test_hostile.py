"""A digest with something hostile in every field runs nothing and asks for nothing outside of its folder."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Request

from intake.digest import render
from intake.digest.mail import mail
from intake.model import Status
from intake.review import AccuracyView, ApplicationView, DigestData
from support.views import ALONE, EVERYWHERE, FILE, HOSTILE, item

FIELDS = (
    "<script>hit()</script>",
    "<img src=x onerror=hit()>",
    "</title></style></script><script>hit()</script>",
    '"><svg onload=hit()><a href="',
    "' onmouseover='hit()",
    "javascript:hit()",
    'https://evil.example.com/" onclick="hit()',
    "{{ 7 * 7 }}{% include '/etc/passwd' %}",
    "<link rel=stylesheet href=https://evil.example.com/a.css><meta http-equiv=refresh content='0;url=//evil.example.com'>",
    "<iframe srcdoc='<script>parent.hit()</script>'></iframe><base href=//evil.example.com/>",
    "]]><!--\x00\u2028\u202e<form action=//evil.example.com><button>",
    "#status=<b>&q=<img src=//evil.example.com/x.png>",
)


ASKED = {
    "track": item("track", Status.PRESENT, ["<b>", "x"], "x"),
    "period": item("period", Status.PRESENT, {"season": "<img src=x onerror=hit()>", "year": 2017}, "x"),
    "coursework": item("coursework", Status.MISSING, None, "x", "x"),
}  # what lists show beside names: each reaches markup of its own


def filled(words: str) -> tuple[DigestData, ApplicationView]:
    """The hostile digest with these words wherever an applicant's may stand."""
    person = replace(
        EVERYWHERE,
        name=words,
        email=words,
        phone=words,
        links=(words,),
        review=(words,),
        forwarded_by=words,
        items={
            key: replace(item, label=words, shown=words, reason=words)
            for key, item in (*EVERYWHERE.items.items(), *ASKED.items())
        },
        signals=tuple(replace(signal, what=words, value=words) for signal in EVERYWHERE.signals),
        messages=tuple(replace(mail, subject=words, sender=words) for mail in EVERYWHERE.messages),
        documents=tuple(
            replace(d, source=f"attachment:{words}", text=words, problem=words) for d in EVERYWHERE.documents
        ),
    )
    mails = (replace(HOSTILE.questions[0], subject=words, sender=words, reason=words, place=words),)
    told = replace(
        HOSTILE,
        organisation=words,
        applications=(person,),
        questions=mails,
        failures=mails,
        set_aside=mails,
        new=frozenset({person.id}),
        drafted={person.id: HOSTILE.made},
        tracks={"x": words},
        accuracy=(AccuracyView(words, 1, 2),),
    )
    return told, person


@pytest.mark.parametrize("words", FIELDS)
def test_it_runs_and_fetches_nothing(browser: Browser, tmp_path: Path, words: str) -> None:
    data, person = filled(words)
    (tmp_path / "applications").mkdir()
    (tmp_path / "index.html").write_text(render.overview(data), encoding="utf-8", errors="replace")
    own = render.application_page(
        data, person, ALONE, (replace(FILE, picture=None, source=f"attachment:{words}"),)
    )
    (tmp_path / "applications" / "3.html").write_text(own, encoding="utf-8", errors="replace")
    (tmp_path / "mail.html").write_text(
        mail(data, "https://in.example.com").html, encoding="utf-8", errors="replace"
    )
    context = browser.new_context()
    page = context.new_page()
    asked: list[str] = []
    hits: list[str] = []

    def note(request: Request) -> None:
        asked.append(request.url)

    context.on("request", note)
    page.on("dialog", lambda dialog: hits.append(dialog.message))
    page.expose_function("hit", lambda: hits.append("hit"))
    for name in PAGES:
        page.goto((tmp_path / name).as_uri())
        page.evaluate("for (const d of document.querySelectorAll('details')) d.open = true")
        page.mouse.move(200, 200)
        page.mouse.wheel(0, 5000)
        page.wait_for_timeout(50)
        assert (
            page.evaluate(
                "document.querySelectorAll('iframe, base, object, embed, form[action], img').length"
            )
            == 0
        )
        assert page.evaluate(HANDLERS) == []
    context.close()
    assert hits == []
    assert {url.split("#")[0] for url in asked} == {(tmp_path / name).as_uri() for name in PAGES}


PAGES = ("index.html", "applications/3.html", "mail.html")  # the mail has no policy that would save it


HANDLERS = """() => [...document.querySelectorAll("*")].flatMap((element) =>
  [...element.attributes].filter((a) => a.name.startsWith("on") || /^\\s*javascript:/i.test(a.value))
    .filter((a) => ["href", "src", "action"].includes(a.name) || a.name.startsWith("on"))
    .map((a) => a.name))"""
