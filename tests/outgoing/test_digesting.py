"""Writing the digest: what is new, and that it counts as told only when it has been written."""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path
from typing import Any

import pytest

from golden import FOLDER
from intake.config import load_programme
from intake.errors import DeliveryError
from intake.outgoing.digesting import write_digest
from intake.run import import_files
from support.installation import Installation


@pytest.fixture
def place(tmp_path: Path) -> Installation:
    return Installation(tmp_path)


def take(place: Installation, *names: str) -> None:
    with place.office() as office:
        import_files(office, [next(FOLDER.glob(f"{name}-*.eml")) for name in names])


def digest(place: Installation, since: str = "last") -> dict[str, Any]:
    config = place.config
    path = write_digest(config, load_programme(config.programme), since, "json", None)
    assert path is not None
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found


def test_new_and_completed_are_told_once(place: Installation) -> None:
    take(place, "01", "23")
    assert digest(place)["new"] == []  # the first digest tells of everything
    take(place, "05", "24")
    second = digest(place)
    names = {a["id"]: a["name"] for a in second["applications"]}
    assert [names[number] for number in second["new"]] == ["Mia Falk"]
    assert [names[number] for number in second["completed"]] == ["Chloe Martin"]
    third = digest(place)
    assert (third["new"], third["completed"]) == ([], [])


def test_what_could_not_be_written_is_told_again(place: Installation) -> None:
    take(place, "01")
    digest(place)
    take(place, "05")
    place.config.digest.directory.rename(place.directory / "old")
    place.config.digest.directory.touch()  # a file where the folder should be
    with pytest.raises(DeliveryError, match="cannot be written"):
        digest(place)
    place.config.digest.directory.unlink()
    assert len(digest(place)["new"]) == 1


def test_the_digest_is_its_owners_only(place: Installation) -> None:
    take(place, "01")
    os.umask(0o000)
    try:
        digest(place)
    finally:
        os.umask(0o022)
    directory = place.config.digest.directory
    assert stat.S_IMODE(directory.stat().st_mode) == 0o700
    for path in directory.rglob("*"):
        assert stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600), path


def test_all_three_forms_tell_of_every_mail(place: Installation) -> None:
    with place.office() as office:
        import_files(office, sorted(FOLDER.glob("*.eml")))
    found = digest(place, "all")
    page = (place.config.digest.directory / "index.html").read_text(encoding="utf-8")
    text = (place.config.digest.directory / "digest.txt").read_text(encoding="utf-8")
    assert found["ledger"]["messages"] == 41
    for application in found["applications"]:
        assert application["name"] in page
        assert application["name"] in text
    assert "Gina Torres" in page
    assert "unexplained: 0" in text
