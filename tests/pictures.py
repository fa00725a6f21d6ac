"""Draws docs/pictures anew from the example emails: `python tests/pictures.py`; look at them before committing them."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import replace
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from golden import FOLDER
from intake.config import load_programme
from intake.digest.mail import mail
from intake.outgoing.digesting import write_digest
from intake.reporting import digest_data
from intake.run import import_files, now
from support.installation import Installation

PICTURES = Path(__file__).resolve().parents[1] / "docs" / "pictures"
NEWEST = 6  # applications that the pictured mail tells of as new
COMPLETED = "Ana Ruiz"  # who has several mails, and is the person of the pictured page


def draw(place: Installation) -> None:
    """Make the digest and the mail in a folder of their own, and photograph them."""
    with place.office() as office:
        import_files(office, sorted(FOLDER.glob("*.eml")))
    config = place.config
    programme = load_programme(config.programme)
    index = write_digest(config, programme, "all", "html", None)
    assert index is not None
    with place.store() as store:
        data = digest_data(store, config, programme, now(), None, None)
    ids = {a.name: a.id for a in data.applications}
    newest = sorted(a.id for a in data.applications)[-NEWEST:]
    news = replace(data, new=frozenset(newest), completed=frozenset({ids[COMPLETED]}))
    letter = index.with_name("mail.html")
    letter.write_text(mail(news, "https://intranet.example.com/interns").html, encoding="utf-8")
    page = index.parent / "applications" / f"{ids[COMPLETED]}.html"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        _shoot(browser, index, "overview", (1280, 1120))
        _shoot(browser, page, "application", (1280, 900))
        _shoot(browser, index, "phone", (390, 844), sharpness=2)
        _shoot(browser, letter, "mail", (700, 1000))
        browser.close()


def _shoot(browser: Browser, path: Path, name: str, size: tuple[int, int], *, sharpness: int = 1) -> None:
    width, height = size
    context = browser.new_context(
        viewport={"width": width, "height": height}, device_scale_factor=sharpness, reduced_motion="reduce"
    )
    page = context.new_page()
    page.goto(path.as_uri())
    page.screenshot(path=PICTURES / f"{name}.png")
    context.close()


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        draw(Installation(Path(folder)))
