"""The measure inside the product: what counts as right, and what changed since a run before."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from golden import FOLDER
from intake.cli import main
from intake.measuring.evaluation import Evaluation, compare, differences, evaluate
from support.cases import programme

RECORD: dict[str, Any] = {
    "kind": "application",
    "items": {
        "period": {
            "status": "present",
            "value": {"season": "summer", "year": 2017, "start": "2017-06", "end": "2017-08"},
        },
        "coursework": {"status": "present", "value": ["Machine Learning", "Linear Algebra"]},
        "track": {"status": "unsure", "value": None},
        "resume": {"status": "missing", "value": None},
    },
}


@pytest.mark.parametrize(
    ("item", "label", "verdict"),
    [
        ("period", {"status": "present"}, "right"),
        ("period", {"status": "present", "value": {"year": 2017}}, "right"),
        ("period", {"status": "present", "value": {"year": 2018}}, "wrong"),
        ("period", {"status": "missing"}, "wrong"),
        ("coursework", {"status": "present", "value": ["linear algebra"]}, "right"),
        ("coursework", {"status": "present", "value": ["Topology"]}, "wrong"),
        ("track", {"status": "present", "value": ["algorithms"]}, "unsure"),
        ("track", {"status": "unsure"}, "right"),
        ("resume", {"status": "present"}, "wrong"),
        ("cover_letter", {"status": "missing"}, "right"),
    ],
)
def test_verdicts(item: str, label: dict[str, Any], verdict: str) -> None:
    done = Evaluation()
    compare(done, "a.eml", {"items": {item: label}}, RECORD)
    assert done.verdicts == {"a.eml": {item: verdict}}


def test_precision_and_recall() -> None:
    done = Evaluation()
    for wanted in ({"year": 2017}, {"year": 2016}):
        compare(done, "a.eml", {"items": {"period": {"status": "present", "value": wanted}}}, RECORD)
    tally = done.tallies["period"]
    assert (tally.precision, tally.recall) == (0.5, 0.5)


def test_the_example_emails_are_wholly_right() -> None:
    done = evaluate(FOLDER, programme())
    assert {(tally.unsure, tally.wrong) for tally in done.tallies.values()} == {(0, 0)}
    assert done.tallies["kind"].right == 41


def test_gains_and_losses() -> None:
    before = Evaluation({}, {"a.eml": {"period": "wrong", "track": "right"}})
    after = Evaluation({}, {"a.eml": {"period": "unsure", "track": "wrong"}, "b.eml": {"period": "right"}})
    assert list(differences(before, after)) == [
        "gain  a.eml period: wrong -> unsure",
        "LOSS  a.eml track: right -> wrong",
        "1 gains, 1 losses",
    ]


def test_the_command_saves_and_compares(tmp_path: Path) -> None:
    for path in sorted(FOLDER.glob("0[1-3]-*")):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    saved = tmp_path / "before.json"
    assert CliRunner().invoke(main, ["eval", str(tmp_path), "--save", str(saved)]).exit_code == 0
    label = next(tmp_path.glob("01-*.json"))
    changed = json.loads(label.read_text(encoding="utf-8"))
    changed["items"]["track"]["value"] = ["software-engineering"]
    label.write_text(json.dumps(changed), encoding="utf-8")
    result = CliRunner().invoke(main, ["eval", str(tmp_path), "--against", str(saved)])
    assert result.exit_code == 1
    assert "LOSS  01-complete.eml track: right -> wrong" in result.output


@pytest.mark.parametrize("text", ["", "[]", '{"items": {"period": {}}}'])
def test_a_faulty_label_is_named(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.eml").write_bytes(next(FOLDER.glob("01-*.eml")).read_bytes())
    (tmp_path / "a.expected.json").write_text(text, encoding="utf-8")
    result = CliRunner().invoke(main, ["eval", str(tmp_path)])
    assert result.exit_code == 1
    assert "a.expected.json" in result.output


def test_a_folder_without_labels(tmp_path: Path) -> None:
    assert "holds no labelled mail" in CliRunner().invoke(main, ["eval", str(tmp_path)]).output
