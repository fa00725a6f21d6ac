"""Writes fixtures/emails, on purpose only: `--mails` the emails, `--write` the expected records from today's program.

Look at `git diff fixtures/` before committing what this wrote: the expected records are the golden truth of the
suite, and a change in them is a change in what applicants are told.
"""

from __future__ import annotations

import argparse
import json
import sys
from email import policy
from pathlib import Path
from typing import Any

from intake.config import Programme, load_programme
from intake.process import process
from intake.record_json import as_json
from support import emails, railway

ROOT = Path(__file__).resolve().parents[1]
CONFIG = ROOT / "config"
FOLDER = ROOT / "fixtures" / "emails"
RAILWAY = FOLDER / "railway"  # mail to the programme of config/examples
SETS = {FOLDER: emails.EMAILS, RAILWAY: railway.EMAILS}
ITEM_KEYS = ("status", "value", "source", "quote", "rule", "reason")
DOCUMENT_KEYS = ("source", "role", "type", "pages", "problem")


def expected(path: Path) -> dict[str, Any]:
    """What the suite holds a fixture to: all of its record but the texts, the hashes and the offsets."""
    record: dict[str, Any] = as_json(process(path.read_bytes(), programme_of(path.parent)))
    items = {name: {key: item[key] for key in ITEM_KEYS} for name, item in record["items"].items()}
    return {
        **{key: record[key] for key in ("subject", "sent", "kind", "applicant", "forwarded_by")},
        "items": items,
        **{
            key: record["signals"][key]["value"]
            for key in ("eligibility", "mentions_organisation", "opening")
        },
        **{key: record[key] for key in ("missing", "unsure", "review")},
        "documents": [{key: document[key] for key in DOCUMENT_KEYS} for document in record["documents"]],
    }


def programme_of(folder: Path) -> Programme:
    """The programme that the mail of a folder is sent to."""
    return load_programme(CONFIG / ("examples" if folder == RAILWAY else "") / "programme.toml")


def golden_file(path: Path) -> Path:
    """Where the expected record of an email stands."""
    return path.with_name(path.stem + ".expected.json")


def main() -> int:
    """Write what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--mails", action="store_true", help="write the emails")
    parser.add_argument("--write", action="store_true", help="write the expected records")
    chosen = parser.parse_args()
    for folder, written in SETS.items():
        folder.mkdir(parents=True, exist_ok=True)
        for name, make in written.items() if chosen.mails else ():
            (folder / f"{name}.eml").write_bytes(make().as_bytes(policy=policy.SMTP))
        for path in sorted(folder.glob("*.eml")) if chosen.write else ():
            text = json.dumps(expected(path), ensure_ascii=False, indent=1) + "\n"
            golden_file(path).write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
