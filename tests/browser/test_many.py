"""A season of 2,000 applications with long names and many areas: it opens and filters without a noticeable wait.

What was measured is printed (`pytest -s`); a loaded machine may take some times longer than an office's without
failing here, which only a filter that has become slower by a factor does.
"""

from __future__ import annotations

import statistics
import time
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from intake.digest import render
from intake.model import Json, Status
from intake.review import ApplicationView, DigestData, ItemView
from support.views import ALONE, NOW, data, item, person

MANY = 2000
GOAL = 200  # milliseconds: what nobody notices
LIMIT = 5 * GOAL  # beyond what a busy machine explains
OPENING_LIMIT = 20_000

AREAS = {
    f"area-{number}": name
    for number, name in enumerate(
        (
            *(
                "Algorithms",
                "Software Engineering",
                "Hardware",
                "Research in Theoretical Neuroscience",
                "Law",
            ),
            *("Design of Interfaces for People Who Repair Railway Signals", "Sales", "Data", "Operations"),
            *("Press", "Translation", "Finance and Controlling"),
        )
    )
}
COURSES = (
    "Machine Learning, Linear Algebra, Computational Neuroscience, Data Structures, Compilers, Statistics"
)
NAMES = (
    "Ana Ruiz",
    "Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh",
    "Maria das Dores e Silva",
    "李 小龙",
)
REASONS = (
    "resume.pdf: is a scan: no text, a picture of a page only",
    "says only 'next summer'",
    "leaves open which area",
)


def applicant(number: int) -> ApplicationView:
    """One of many: every state, area and period occurs."""
    status = (Status.PRESENT, Status.PRESENT, Status.MISSING, Status.UNSURE)[number % 4]
    area = f"area-{number * 7 % len(AREAS)}"
    season: dict[str, Json] = {"season": ("summer", "fall", "winter")[number % 3], "year": 2017 + number % 2}
    items: tuple[ItemView, ...] = (
        item("cover letter", Status.PRESENT, True),
        item("resume", Status.PRESENT, {}, "PDF, 2 pages"),
        item("course work", status, None, COURSES, REASONS[number % 3] if status is Status.UNSURE else None),
        replace(
            item("coursework", Status.PRESENT, None, COURSES), label="relevant courses of the last two years"
        ),
        item("period", Status.PRESENT, season, f"{season['season']} {season['year']}"),
        item("track", Status.PRESENT, [area], AREAS[area]),
    )
    came = NOW - timedelta(hours=number * 2)
    name = f"{NAMES[number % len(NAMES)]} {number}"
    return replace(
        person(number, *items, name=name),
        first_received=came,
        last_received=came,
        email=f"p{number}@example.edu",
    )


def season(number: int = MANY) -> DigestData:
    """The digest of so many applications."""
    return data(*(applicant(one) for one in range(1, number + 1)), tracks=AREAS)


@pytest.fixture(scope="module")
def overview(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of the whole season."""
    path = tmp_path_factory.mktemp("many") / "index.html"
    path.write_text(render.overview(season()), encoding="utf-8")
    return path


# From a change of a field to the next frame that shows what came of it, in milliseconds.
FILTER = """async ([name, value]) => {
  const field = document.getElementById("filters").elements[name];
  const began = performance.now();
  field.value = value;
  field.dispatchEvent(new Event("input", {bubbles: true}));
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  return performance.now() - began;
}"""
TYPED = "machine learning algorithms"


def test_it_opens_and_filters_without_a_noticeable_wait(page: Page, overview: Path) -> None:
    page.set_default_timeout(OPENING_LIMIT)
    began = time.perf_counter()
    page.goto(overview.as_uri())
    expect(page.locator("#told")).to_have_text(f"{MANY} applications.", timeout=OPENING_LIMIT)
    opened = (time.perf_counter() - began) * 1000
    steps = [("q", TYPED[:end]) for end in range(1, len(TYPED) + 1)]
    steps += [("q", ""), ("area", "Algorithms"), ("period", "summer 2017"), ("area", ""), ("period", "")]
    steps += [("q", "ruiz 17"), ("q", "")]
    times = [page.evaluate(FILTER, list(step)) for step in steps]
    size = overview.stat().st_size / 1e6
    median, most = statistics.median(times), max(times)
    print(
        f"\n{MANY} applications, {size:.1f} MB: opened in {opened:.0f} ms; {len(times)} filters:"
        f" median {median:.0f} ms, most {most:.0f} ms (the goal is {GOAL} ms)"
    )
    assert opened < OPENING_LIMIT
    assert median < LIMIT


@pytest.mark.parametrize("width", [320, 390, 768, 1280])
def test_long_names_and_many_areas_fit_every_width(page: Page, tmp_path: Path, width: int) -> None:
    told = season(60)
    (tmp_path / "applications").mkdir()
    (tmp_path / "index.html").write_text(render.overview(told), encoding="utf-8")
    own = render.application_page(told, applicant(3), ALONE)
    (tmp_path / "applications" / "3.html").write_text(own, encoding="utf-8")
    page.set_viewport_size({"width": width, "height": 900})
    for name in ("index.html", "applications/3.html"):
        page.goto((tmp_path / name).as_uri())
        page.evaluate("for (const d of document.querySelectorAll('details')) d.open = true")
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert page.evaluate(OUTSIDE) == []


# Texts of pictures that reach out of their picture, and texts that are cut off without a way to scroll to them.
OUTSIDE = """() => [...document.querySelectorAll("svg text")].filter((text) => {
  const own = text.getBoundingClientRect(), whole = text.closest("figure").getBoundingClientRect();
  return own.left < whole.left || own.right > whole.right;
}).map((text) => text.textContent)"""
