"""How well labelled mail is understood: precision, recall and unsure of each item, and what changed since a run before.

A folder holds NAME.eml and NAME.expected.json beside it. A label may say as little as
`{"kind": "application", "items": {"period": {"status": "present", "value": {"season": "summer", "year": 2017}}}}`:
only what it says is held against the record (docs/record.md).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from intake.config import Programme
from intake.errors import InputError
from intake.measuring.inspection import inspect
from intake.record_json import as_json

SUFFIX = ".expected.json"
PERIOD_KEYS = ("season", "year", "start", "end")


@dataclass(slots=True)
class Tally:
    """What became of one item over all mails that are labelled for it."""

    right: int = 0  # found with the right value, or rightly found missing or unsure
    unsure: int = 0  # left to a person though the label is sure
    wrong: int = 0  # a wrong status or value
    said: int = 0  # times it was called present
    rightly_said: int = 0
    there: int = 0  # times the label calls it present

    @property
    def precision(self) -> float | None:
        """Of what was called present, the share that is; None where nothing was."""
        return self.rightly_said / self.said if self.said else None

    @property
    def recall(self) -> float | None:
        """Of what is present, the share that was found; None where nothing is."""
        return self.rightly_said / self.there if self.there else None


@dataclass(slots=True)
class Evaluation:
    """The tallies by item (and `kind`), and the verdict on each item of each mail: right, unsure or wrong."""

    tallies: dict[str, Tally] = field(default_factory=dict)
    verdicts: dict[str, dict[str, str]] = field(default_factory=dict)

    def count(self, mail: str, item: str, verdict: str) -> Tally:
        """Count one verdict; return the item's tally."""
        tally = self.tallies.setdefault(item, Tally())
        setattr(tally, verdict, getattr(tally, verdict) + 1)
        self.verdicts.setdefault(mail, {})[item] = verdict
        return tally


def evaluate(folder: Path, programme: Programme) -> Evaluation:
    """Understand every labelled mail of a folder and compare. Raises InputError where there is none, or a label is faulty."""
    labels = {
        path.with_name(path.name.removesuffix(SUFFIX) + ".eml"): path
        for path in sorted(folder.glob(f"*{SUFFIX}"))
    }
    if not labels:
        raise InputError(
            f"{folder}: holds no labelled mail", hint=f"put NAME.eml and NAME{SUFFIX} beside each other"
        )
    done = Evaluation()
    for path, outcome in inspect(labels, programme):
        if isinstance(outcome, str):
            done.count(path.name, "kind", "wrong")
        else:
            compare(done, path.name, _label(labels[path]), as_json(outcome))
    return done


def compare(done: Evaluation, mail: str, label: Mapping[str, Any], record: Mapping[str, Any]) -> None:
    """Hold one record against its label, and count."""
    if "kind" in label:
        done.count(mail, "kind", "right" if record["kind"] == label["kind"] else "wrong")
    for item, wanted in label.get("items", {}).items():
        found = record["items"].get(item) or {"status": "missing", "value": None}
        same = found["status"] == wanted["status"] and _same(item, wanted.get("value"), found["value"])
        passed = found["status"] == "unsure" and wanted["status"] != "unsure"
        tally = done.count(mail, item, "right" if same else "unsure" if passed else "wrong")
        tally.said += found["status"] == "present"
        tally.there += wanted["status"] == "present"
        tally.rightly_said += same and wanted["status"] == "present"


def report(done: Evaluation) -> Iterator[str]:
    """The tallies as lines of a table."""
    yield f"{'item':<14}{'right':>7}{'unsure':>8}{'wrong':>7}{'precision':>11}{'recall':>8}"
    for item, tally in done.tallies.items():
        yield (
            f"{item:<14}{tally.right:>7}{tally.unsure:>8}{tally.wrong:>7}"
            f"{_share(tally.precision):>11}{_share(tally.recall):>8}"
        )


def differences(before: Evaluation, after: Evaluation) -> Iterator[str]:
    """Each verdict that is not what it was: gains and losses, mail by mail, and their sum."""
    gains = losses = 0
    for mail, verdicts in after.verdicts.items():
        for item, verdict in verdicts.items():
            old = before.verdicts.get(mail, {}).get(item)
            if old is None or old == verdict:
                continue
            better = _WORTH[verdict] > _WORTH[old]
            gains, losses = gains + better, losses + (not better)
            yield f"{'gain' if better else 'LOSS'}  {mail} {item}: {old} -> {verdict}"
    yield f"{gains} gains, {losses} losses"


_WORTH = {"wrong": 0, "unsure": 1, "right": 2}


def save(done: Evaluation, path: Path) -> None:
    """Write a run's result for a later comparison."""
    path.write_text(json.dumps(asdict(done), indent=1, sort_keys=True) + "\n", encoding="utf-8")


def load(path: Path) -> Evaluation:
    """Read a result that `save` wrote. Raises InputError where it is none."""
    try:
        raw = json.loads(path.read_text(encoding="utf-8"))
        tallies = {item: Tally(**tally) for item, tally in raw["tallies"].items()}
        return Evaluation(tallies, raw["verdicts"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise InputError(f"{path}: is no saved result: {error}", hint="write one with --save") from error


def _label(path: Path) -> dict[str, Any]:
    try:
        label = json.loads(path.read_text(encoding="utf-8"))
        if isinstance(label, dict) and all("status" in item for item in label.get("items", {}).values()):
            return label
    except (OSError, ValueError) as error:
        raise InputError(f"{path}: cannot be read: {error}") from error
    raise InputError(
        f"{path}: is no label", hint='expected {"kind": ..., "items": {ITEM: {"status": ..., "value": ...}}}'
    )


def _same(item: str, wanted: Any, found: Any) -> bool:
    """Whether a value is the labelled one; a label without a value asks for the status only."""
    if wanted is None:
        return True
    if item == "period":
        return isinstance(found, dict) and all(
            found.get(key) == value for key, value in wanted.items() if key in PERIOD_KEYS
        )
    if item == "coursework":
        return set(_folded(wanted)) <= set(_folded(found or []))
    if item == "resume":
        return isinstance(found, dict) and all(found.get(key) == value for key, value in wanted.items())
    return bool(wanted == found)


def _folded(names: Iterable[object]) -> list[str]:
    return [re.sub(r"[\W_]+", " ", str(name).casefold()).strip() for name in names]


def _share(value: float | None) -> str:
    return "-" if value is None else f"{100 * value:.1f}%"
