"""Golden emails, end to end: each fixture gives just the record that stands beside it."""

from __future__ import annotations

import json
from email import policy
from pathlib import Path

import pytest

from golden import FOLDER, RAILWAY, SETS, expected, golden_file

MAILS = sorted(FOLDER.rglob("*.eml"))


@pytest.mark.parametrize("path", MAILS, ids=[path.stem for path in MAILS])
def test_an_email_gives_its_record(path: Path) -> None:
    golden = json.loads(golden_file(path).read_text(encoding="utf-8"))
    assert json.loads(json.dumps(expected(path))) == golden


def test_every_email_is_written_by_its_function() -> None:
    for folder, written in SETS.items():
        assert {path.stem for path in folder.glob("*.eml")} == set(written)
        for name, make in written.items():
            assert (folder / f"{name}.eml").read_bytes() == make().as_bytes(policy=policy.SMTP), name


def test_the_second_programme_asks_for_no_course_work() -> None:
    for path in RAILWAY.glob("*.eml"):
        assert "coursework" not in expected(path)["items"]


def test_every_kind_and_every_status_of_every_item_is_shown() -> None:
    records = [json.loads(golden_file(path).read_text(encoding="utf-8")) for path in FOLDER.glob("*.eml")]
    assert {record["kind"] for record in records} == {
        "application",
        "follow_up",
        "question",
        "automatic",
        "other",
    }
    seen = {(item, found["status"]) for record in records for item, found in record["items"].items()}
    for item in ("cover_letter", "resume", "coursework", "period", "track"):
        assert {(item, "present"), (item, "missing")} <= seen
    assert {record["opening"] for record in records} >= {"open", "filled", "not-yet-open"}
