"""Every fault, as often as it takes: `make torture` tries them all and writes their table in docs/reliability.md.

The suite tries a seeded share of each (test_run_faults.py). Give a word of a fault's name to try only those and renew
their rows.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from reliability import PAGE, put  # noqa: E402
from support import disks, kills, wires  # noqa: E402
from support.trials import Tally, Trial  # noqa: E402

TRIALS: tuple[Trial, ...] = (*kills.TRIALS, *wires.TRIALS, *disks.TRIALS)
SEED = 20161103

HEAD = """\
Written by `make torture` (seed {seed}) on {day}: every fault is made for real, on a whole installation, and what is left is
counted. *Lost* are messages that are in the mailbox or in the files, and not in the database once all has settled; *doubled* are
messages, applications or sightings that are there twice; *hung* is what had to be killed after three minutes. Each try ends with
a run in peace, after which the ledger must balance and the archive must hold one file for each message. The suite tries a share.

| fault | how it is made | tries | lost | doubled | hung | what was seen |
|---|---|---|---|---|---|---|"""


def attempt(trial: Trial, tries: int, seed: int = SEED) -> Tally:
    """Try one fault so many times, with moments that depend on the seed and its name alone."""
    with tempfile.TemporaryDirectory(prefix="torture-") as folder:
        return trial.run(tries, random.Random(f"{seed} {trial.name}"), Path(folder))


def line(trial: Trial, tally: Tally) -> str:
    """A row of the table."""
    seen = "; ".join([tally.seen, *(f"**{wrong}**" for wrong in dict.fromkeys(tally.wrong))])
    cells = [trial.name, trial.how, tally.tries, tally.lost, tally.doubled, tally.hung, seen]
    return f"| {' | '.join(str(cell).replace('|', '/') for cell in cells)} |"


def table(rows: Iterable[str]) -> list[str]:
    """The whole section."""
    return [HEAD.format(seed=SEED, day=f"{datetime.now(UTC):%Y-%m-%d}"), *rows]


def renewed(written: str, rows: Iterable[str]) -> list[str]:
    """The section with the rows of some faults in the place of those that it has."""
    fresh = {row.split("|")[1]: row for row in rows}
    section = written.partition("<!-- faults: begin -->\n")[2].partition("\n<!-- faults: end -->")[0]
    return [
        fresh.get(line.split("|")[1], line) if line.startswith("| ") else line for line in section.split("\n")
    ]


def main() -> None:
    """Try everything and write the table, or renew the rows of the faults whose names hold a word that is given.

    Ends with 1 where one is not as it should be.
    """
    words = sys.argv[1:]
    chosen = [trial for trial in TRIALS if not words or any(word in trial.name for word in words)]
    rows, good = [], True
    for trial in chosen:
        began = time.monotonic()
        tally = attempt(trial, trial.full)
        good &= tally.is_good
        rows.append(line(trial, tally))
        print(f"{rows[-1]}  {time.monotonic() - began:.0f} s", flush=True)
    put("faults", renewed(PAGE.read_text(encoding="utf-8"), rows) if words else table(rows))
    print(PAGE)
    sys.exit(not good)


if __name__ == "__main__":
    main()
