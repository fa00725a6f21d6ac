"""The database in a browser: Datasette is started for real and asked for its pages."""

from __future__ import annotations

import contextlib
import json
import re
import sqlite3
import subprocess
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from http.cookiejar import CookieJar
from pathlib import Path
from typing import Any

import pytest

from intake.browsing import HIDDEN, TABLES, metadata, queries
from intake.config import load_programme
from intake.model import Json
from intake.record import Store
from servers.launch import free_ports
from support.cases import CONFIG, programme
from support.installation import Installation
from support.records import findings, keep, person, record

SPRING: dict[str, Json] = {"season": "spring", "year": 2017, "start": "2017-01", "end": "2017-03"}
YEAR: dict[str, Json] = {"season": None, "year": 2016, "start": "2016-09", "end": "2017-04"}


def fill(directory: Path) -> None:
    """Ana (summer), Bo (spring, no machine learning), Cy (September to April), Dee (lacks the period), Eve (lacks two)."""
    people = (
        ("ana", findings()),
        ("bo", findings(period=SPRING, coursework=["Logic; Language", "Statistics"])),
        ("cy", findings(period=YEAR, track=["software-engineering", "algorithms"])),
        ("dee", findings("period", unsure="track")),
        ("eve", findings("period coursework")),
    )
    with Store.open(directory) as store:
        mails = [
            record(name, items=items, resume=f"{name}.pdf", **person(name.title(), f"{name}@example.edu"))
            for name, items in people
        ]
        keep(store, programme(), *mails)


@dataclass(frozen=True, slots=True)
class Site:
    """A running Datasette and the browser that has followed its link."""

    base: str
    browser: urllib.request.OpenerDirector

    def get(self, path: str) -> str:
        with self.browser.open(f"{self.base}{path}", timeout=60) as answer:
            return str(answer.read().decode())

    def names(self, path: str, **given: str) -> list[str]:
        """The column `name` of a table or saved query."""
        query = urllib.parse.urlencode({"_shape": "array", **given})
        rows: list[dict[str, Any]] = json.loads(self.get(f"/intake/{path}.json?{query}"))
        return sorted(row["name"] for row in rows)


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Installation:
    place = Installation(tmp_path_factory.mktemp("place"))
    fill(place.config.store.directory)
    return place


@pytest.fixture(scope="module")
def site(place: Installation) -> Iterator[Site]:
    (port,) = free_ports(1)
    process = subprocess.Popen(
        place.line("browse", "--port", str(port)), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    try:
        assert process.stdout is not None
        said = ""
        for line in process.stdout:
            said += line
            if "Uvicorn running" in line:
                break
        link = re.search(r"http://127\.0\.0\.1:\d+/-/auth-token\?token=\w+", said)
        assert link, said
        browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))
        browser.open(link.group(), timeout=60).close()
        yield Site(f"http://127.0.0.1:{port}", browser)
    finally:
        process.terminate()
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(20)
        process.kill()


def test_it_opens_with_the_tables_for_people_and_hides_the_raw_ones(site: Site) -> None:
    listed = json.loads(site.get("/intake.json"))
    assert {view["name"] for view in listed["views"]} == set(TABLES)
    assert [table["name"] for table in listed["tables"] if not table["hidden"]] == []
    page = site.get("/intake")
    assert "Numenta internships" in site.get("/")
    assert "Free in February" in page


def test_columns_are_named_and_facets_are_there(site: Site) -> None:
    page = site.get("/intake/applications")
    assert "a person should settle something" in page
    facets = json.loads(site.get("/intake/applications.json"))["facet_results"]
    results = facets.get("results", facets)
    assert set(results) == {"track", "period", "status"}
    assert site.names("applications", status="incomplete") == ["Dee", "Eve"]


@pytest.mark.parametrize(
    ("query", "given", "names"),
    [
        ("free_in_february", {}, ["Bo", "Cy"]),
        ("free_in", {"month": "2017-07"}, ["Ana"]),
        ("free_in", {"month": "2016-10"}, ["Cy"]),
        ("algorithms_and_machine_learning", {}, ["Ana", "Cy"]),
        ("software_engineering_and_machine_learning", {}, ["Cy"]),
        ("area_and_course", {"area": "", "course": "statistics"}, ["Bo"]),
        ("area_and_course", {"area": "algorithms", "course": ""}, ["Ana", "Bo", "Cy", "Eve"]),
        ("missing_only_period", {}, ["Dee"]),
        ("missing_only_coursework", {}, []),
    ],
)
def test_saved_queries(site: Site, query: str, given: dict[str, str], names: list[str]) -> None:
    assert site.names(query, **given) == names


def test_nothing_can_be_written(site: Site, place: Installation) -> None:
    for sql in ("delete from message", "insert into folder values (9, 'x', 'y', 1)"):
        with pytest.raises(urllib.error.HTTPError):
            site.get(f"/intake.json?{urllib.parse.urlencode({'sql': sql})}")
    with sqlite3.connect(place.config.store.directory / "intake.db") as db:
        assert db.execute("SELECT count(*) FROM message").fetchone() == (5,)


@pytest.mark.parametrize(
    "path", ["/", "/intake", "/intake/applications.json", "/intake/free_in_february", "/intake.db"]
)
def test_nobody_else_is_let_in(site: Site, path: str) -> None:
    with pytest.raises(urllib.error.HTTPError) as caught:
        urllib.request.urlopen(f"{site.base}{path}", timeout=60)  # noqa: S310 - loopback
    assert caught.value.code == 403


def test_every_table_is_hidden_or_for_people(place: Installation) -> None:
    with sqlite3.connect(place.config.store.directory / "intake.db") as db:
        there = {
            row[0] for row in db.execute("SELECT name FROM sqlite_master WHERE type IN ('table', 'view')")
        }
        for name, table in TABLES.items():
            columns = {row[1] for row in db.execute(f"PRAGMA table_info({name})")}
            assert set(table["columns"]) <= columns, name  # type: ignore[call-overload]
            assert set(table["facets"]) <= columns, name  # type: ignore[call-overload]
    assert there - set(HIDDEN) == set(TABLES)


def test_each_programme_has_its_own_questions() -> None:
    other = load_programme(CONFIG / "examples" / "programme.toml")
    names = set(queries(other))
    assert {"signalling_and_machine_learning", "missing_only_period"} <= names | {
        "signalling_and_machine_learning"
    }
    assert "missing_only_coursework" not in names
    assert other.organisation.name in str(metadata(other)["title"])


def test_without_a_database_there_is_nothing_to_browse(tmp_path: Path) -> None:
    result = Installation(tmp_path).command("browse")
    assert (result.returncode, "there is no database yet" in result.stderr) == (74, True)
