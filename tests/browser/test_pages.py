"""The digest in a browser: filters, address, highlights, keyboard, print, dark mode, phone, screen readers."""

from __future__ import annotations

import json
import re
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from golden import FOLDER
from intake.config import load_programme
from intake.outgoing.digesting import write_digest
from intake.run import import_files
from support.installation import Installation

AXE = files("axe_playwright_python") / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The digest of the example emails."""
    place = Installation(tmp_path_factory.mktemp("digest"))
    with place.office() as office:
        import_files(office, [FOLDER])
    config = place.config
    path = write_digest(config, load_programme(config.programme), "all", "html", None)
    assert path is not None
    return path.parent


@pytest.fixture(scope="module")
def told(folder: Path) -> dict[str, Any]:
    """The same digest as values."""
    found: dict[str, Any] = json.loads((folder / "digest.json").read_text(encoding="utf-8"))
    return found


def number(told: dict[str, Any], name: str) -> int:
    """The number of somebody's application."""
    return next(int(a["id"]) for a in told["applications"] if a["name"] == name)


def open_overview(page: Page, folder: Path, choice: str = "") -> None:
    """Open the overview, as a link with this choice would."""
    page.goto(f"{(folder / 'index.html').as_uri()}{choice}")


def rows(page: Page) -> Locator:
    """The applications that are shown now."""
    return page.locator("section.list:not([hidden]) li.row:not(.mail, [hidden])")


def names(page: Page) -> set[str]:
    """Their names."""
    return set(rows(page).locator(".name").all_text_contents())


# --- filters and address ---------------------------------------------------------------------------------


def test_every_application_is_listed_once(page: Page, folder: Path, told: dict[str, Any]) -> None:
    open_overview(page, folder)
    assert sorted(rows(page).locator(".name").all_text_contents()) == sorted(
        a["name"] for a in told["applications"]
    )


def test_free_text_narrows_and_forgets_accents_and_case(page: Page, folder: Path) -> None:
    open_overview(page, folder)
    box = page.get_by_label("Name, address, words")
    box.fill("FÁLK mia")
    assert names(page) == {"Mia Falk"}
    expect(page.locator("#told")).to_contain_text("1 of")
    box.fill("nobody of this name")
    assert names(page) == set()
    page.get_by_role("button", name="Show everything").click()
    expect(page).to_have_url(re.compile(r"^[^#]*#?$"))  # a form is reset behind its event
    assert "Mia Falk" in names(page)
    assert box.input_value() == ""


def test_area_period_and_list_narrow_together(page: Page, folder: Path, told: dict[str, Any]) -> None:
    open_overview(page, folder)
    page.get_by_role("combobox", name="Area").select_option("Algorithms")
    page.get_by_role("combobox", name="Period").select_option("summer 2017")
    page.get_by_role("navigation", name="Lists").get_by_role(
        "link", name=re.compile("^Complete [0-9]")
    ).click()

    def fits(a: dict[str, Any]) -> bool:
        items = a["items"]
        period = items["period"]["value"] or {}
        return (
            {item["status"] for item in items.values()} == {"present"}
            and "algorithms" in items["track"]["value"]
            and (period.get("season"), period.get("year")) == ("summer", 2017)
        )

    wanted = {a["name"] for a in told["applications"] if fits(a)}
    assert wanted
    assert names(page) == wanted


def test_a_choice_stands_in_the_address_and_comes_back_from_it(page: Page, folder: Path) -> None:
    open_overview(page, folder)
    page.get_by_role("combobox", name="Period").select_option("summer 2017")
    page.get_by_label("Name, address, words").fill("mia & 50% + ä")
    page.get_by_label("Name, address, words").fill("falk")
    address = page.evaluate("location.href")
    assert names(page) == {"Mia Falk"}
    page.goto("about:blank")
    page.goto(address)
    assert names(page) == {"Mia Falk"}
    assert page.get_by_role("combobox", name="Period").input_value() == "summer 2017"
    assert page.get_by_label("Name, address, words").input_value() == "falk"
    page.get_by_role("link", name="Mia Falk").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Mia Falk")
    page.go_back()
    assert names(page) == {"Mia Falk"}


def test_a_list_is_chosen_with_its_link_and_keeps_the_other_choices(page: Page, folder: Path) -> None:
    open_overview(page, folder, "#q=example")
    page.get_by_role("navigation", name="Lists").get_by_role("link", name="Something is missing").click()
    assert page.evaluate("location.href").endswith("#status=incomplete&q=example")
    expect(page.locator("section.list:visible")).to_have_count(1)
    expect(page.locator("nav.lists [aria-current]")).to_contain_text("Something is missing")
    page.get_by_role("navigation", name="Lists").get_by_role("link", name="Everything").click()
    assert page.evaluate("location.href").endswith("#q=example")


def test_what_waits_is_said_first_and_leads_to_its_list(page: Page, folder: Path) -> None:
    open_overview(page, folder, "#q=falk&period=summer+2017")
    said = page.locator(".lead").inner_text()
    assert re.match(
        r"\d+ need a person, \d+ are complete, \d+ lack something, \d+ questions were asked\.", said
    )
    page.locator(".lead").get_by_role("link", name="lack something").click()
    assert page.evaluate("location.hash") == "#status=incomplete"
    expect(page.locator("section.list:visible")).to_have_count(1)
    expect(page.locator("#lists")).to_be_in_viewport()
    assert page.get_by_label("Name, address, words").input_value() == ""
    page.go_back()
    assert names(page) == {"Mia Falk"}


def test_a_choice_that_nobody_fits_says_how_to_take_it_back(page: Page, folder: Path) -> None:
    open_overview(page, folder, "#q=nobody+of+this+name")
    expect(page.locator("#told")).to_contain_text("None of the")
    page.get_by_role("button", name="Show everything").click()
    expect(page).to_have_url(re.compile(r"^[^#]*#?$"))  # a form is reset behind its event
    assert page.evaluate("location.hash") == ""
    assert {"Mia Falk", "Ana Ruiz"} <= names(page)


@pytest.mark.parametrize("choice", ["#status=nonsense", "#period=%3Cb%3E&new=1", "#%", "#=&&==", "#main"])
def test_any_address_is_understood(page: Page, folder: Path, choice: str) -> None:
    open_overview(page, folder, choice)
    expect(page.locator("#told")).to_contain_text("applications")


def test_without_script_everything_is_there(browser: Browser, folder: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    open_overview(page, folder)
    assert {"Mia Falk", "Ana Ruiz"} <= names(page)
    expect(page.locator("#filters")).to_be_hidden()
    context.close()


# --- the page of an application --------------------------------------------------------------------------


def test_each_quote_is_highlighted_where_it_stands(page: Page, folder: Path, told: dict[str, Any]) -> None:
    seen = 0
    for application in told["applications"]:
        page.goto((folder / "applications" / f"{application['id']}.html").as_uri())
        for item in application["items"].values():
            evidence = item["evidence"]
            if evidence is None:
                continue
            seen += 1
            link = page.locator(f"#v-{item['item']} a.quote")
            assert link.get_attribute("href") == f"#q-{item['item']}"
            marked = page.evaluate(MARKED, item["item"])
            assert squeezed(marked) == squeezed(evidence["quote"]), (application["name"], item["item"])
    assert seen > 100


# What stands between a quote's anchor and the link back to its value, without other links in between.
MARKED = """(key) => {
  const range = document.createRange();
  range.setStartAfter(document.getElementById(`q-${key}`));
  range.setEndBefore(document.querySelector(`a.back[href="#v-${key}"]`));
  const cut = range.cloneContents();
  for (const link of cut.querySelectorAll("a.back")) link.remove();
  return cut.textContent;
}"""


def squeezed(text: str) -> str:
    """Text without its spaces."""
    return re.sub(r"\s+", "", text)


def test_from_the_value_to_the_quote_and_back(page: Page, folder: Path, told: dict[str, Any]) -> None:
    page.goto((folder / "applications" / f"{number(told, 'Ana Ruiz')}.html").as_uri())
    page.locator("#v-period a.quote").click()
    assert page.evaluate("location.href").endswith("#q-period")
    expect(page.locator("#q-period + mark")).to_be_in_viewport()
    page.get_by_role("link", name="period: back to the value").click()
    assert page.evaluate("location.href").endswith("#v-period")
    expect(page.locator("#v-period")).to_be_in_viewport()


def test_the_resume_is_shown_as_a_picture_and_its_file_is_there(
    page: Page, folder: Path, told: dict[str, Any]
) -> None:
    page.goto((folder / "applications" / f"{number(told, 'Mia Falk')}.html").as_uri())
    picture = page.locator("figure.page img")
    picture.scroll_into_view_if_needed()
    expect(picture).to_have_js_property("complete", True)
    assert picture.evaluate("image => image.naturalWidth") > 300
    link = page.locator(".files a").first
    name = link.get_attribute("href") or ""
    assert re.fullmatch(r"\.\./files/\d+-[a-z-]+-[0-9a-f]{12}\.[a-z]{2,4}", name)
    assert (folder / "applications" / name).resolve().is_file()
    assert link.get_attribute("download") is not None


def test_from_one_application_to_the_next(page: Page, folder: Path) -> None:
    open_overview(page, folder)
    listed = page.locator("#complete li.row .name").all_text_contents()
    page.get_by_role("link", name=listed[0]).click()
    for name in listed[1:4]:
        page.locator("a[rel=next]").first.click()
        expect(page.get_by_role("heading", level=1)).to_contain_text(name)
    page.get_by_role("link", name="Overview").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("internships")


# --- for everybody ---------------------------------------------------------------------------------------


def test_by_keyboard_alone(page: Page, folder: Path) -> None:
    open_overview(page, folder)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
    page.keyboard.press("Enter")
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.name") == "q":
            break
    page.keyboard.type("ana ruiz")
    assert names(page) == {"Ana Ruiz"}
    for _ in range(10):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent") == "Ana Ruiz":
            break
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Ana Ruiz")


def pages(folder: Path, told: dict[str, Any]) -> list[str]:
    """Addresses of the overview, a complete application, one with a fault, and one with several mails."""
    numbers = [number(told, name) for name in ("Mia Falk", "Paulo Reis", "Ana Ruiz")]
    return [(folder / "index.html").as_uri()] + [
        (folder / "applications" / f"{one}.html").as_uri() for one in numbers
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 360])
def test_axe_finds_nothing(
    browser: Browser, folder: Path, told: dict[str, Any], scheme: Any, width: int
) -> None:
    context = browser.new_context(color_scheme=scheme, viewport={"width": width, "height": 900})
    page = context.new_page()
    for address in pages(folder, told):
        page.goto(address)
        page.evaluate("for (const d of document.querySelectorAll('details')) d.open = true")
        page.evaluate(AXE.read_text(encoding="utf-8"))
        found = page.evaluate("rules => axe.run(document, {runOnly: rules})", RULES)
        said = [(v["id"], [node["html"] for node in v["nodes"]][:3]) for v in found["violations"]]
        assert said == [], address
        assert len(found["passes"]) > 20
    context.close()


@pytest.mark.parametrize("width", [320, 390])
def test_a_phone_needs_no_sideways_scrolling(
    page: Page, folder: Path, told: dict[str, Any], width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    for address in pages(folder, told):
        page.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    open_overview(page, folder)
    sizes = page.evaluate(
        "[...document.querySelectorAll('nav.lists a, form *:is(input:not([type=hidden]), select, button)')]"
        ".map(e => Math.min(e.getBoundingClientRect().width, e.getBoundingClientRect().height))"
    )
    assert min(sizes) >= 19  # with the room around them more than the 24 pixels of WCAG 2.5.8


def test_dark_mode_is_dark(page: Page, folder: Path) -> None:
    open_overview(page, folder)
    ground = "getComputedStyle(document.body).backgroundColor"
    page.emulate_media(color_scheme="light")
    light = page.evaluate(ground)
    page.emulate_media(color_scheme="dark")
    dark = page.evaluate(ground)
    assert brightness(light) > 200
    assert brightness(dark) < 60


def brightness(colour: str) -> float:
    """The mean of a colour's red, green and blue."""
    parts = [int(part) for part in re.findall(r"\d+", colour)[:3]]
    return sum(parts) / 3


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_print_shows_all_and_only_what_paper_can(
    page: Page, folder: Path, told: dict[str, Any], scheme: Any
) -> None:
    page.emulate_media(media="print", color_scheme=scheme)
    open_overview(page, folder)
    expect(page.locator("#filters")).to_be_hidden()
    expect(page.locator("nav.lists")).to_be_hidden()
    assert brightness(page.evaluate("getComputedStyle(document.body).backgroundColor")) == 255
    assert brightness(page.evaluate("getComputedStyle(document.body).color")) < 40
    page.goto((folder / "applications" / f"{number(told, 'Ana Ruiz')}.html").as_uri())
    expect(page.locator(".crumbs:visible")).to_have_count(0)
    assert page.locator(".facts").evaluate("e => getComputedStyle(e).overflowY") == "visible"
    assert page.pdf().startswith(b"%PDF")


# --- the blind view --------------------------------------------------------------------------------------


def test_in_the_blind_view_names_are_found_only_when_opened(page: Page, folder: Path, tmp_path: Path) -> None:
    place = Installation(tmp_path)
    place.path.write_text(
        place.path.read_text(encoding="utf-8").replace(
            'directory = "digest"', 'directory = "digest"\nblind = true'
        ),
        encoding="utf-8",
    )
    with place.office() as office:
        import_files(office, [next(FOLDER.glob("01-*.eml"))])
    config = place.config
    index = write_digest(config, load_programme(config.programme), "all", "html", None)
    assert index is not None
    open_overview(page, index.parent)
    assert names(page) == {"Application 1"}
    page.get_by_label("Name, address, words").fill("ruiz")
    assert names(page) == set()
    page.get_by_role("button", name="Show everything").click()
    expect(page).to_have_url(re.compile(r"^[^#]*#?$"))  # a form is reset behind its event
    page.get_by_role("link", name="Application 1").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Application 1")
    assert "Ruiz" not in page.title()
    assert "Ruiz" not in page.content()
    assert page.locator("img").count() == 0
    page.get_by_role("link", name="Show who this is").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Ana Ruiz")
    expect(page.locator("figure.page img")).to_have_count(1)
    page.get_by_role("link", name="Back to the view without names").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Application 1")
