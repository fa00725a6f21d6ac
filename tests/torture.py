"""Every fault, as often as it takes: `make torture` tries them all and writes docs/reliability.md.

The suite tries a seeded share of each (test_run_faults.py). Give a word of a fault's name to try only those and renew
their rows.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from support import bombs, disks, kills, wires  # noqa: E402
from support.bombs import LIMITS, Cost  # noqa: E402
from support.trials import Tally, Trial  # noqa: E402

TRIALS: tuple[Trial, ...] = (*kills.TRIALS, *wires.TRIALS, *disks.TRIALS)
SEED = 20161103
PAGE = ROOT / "docs" / "reliability.md"

HEAD = """\
# Reliability

Written by `make torture` (seed {seed}) on {day}: every fault is made for real, on a whole installation, and what is left is
counted. *Lost* are messages that are in the mailbox or in the files, and not in the database once all has settled; *doubled* are
messages, applications or sightings that are there twice; *hung* is what had to be killed after three minutes. Each try ends with
a run in peace, after which the ledger must balance and the archive must hold one file for each message. The suite tries a share.

| fault | how it is made | tries | lost | doubled | hung | what was seen |
|---|---|---|---|---|---|---|
"""

FENCE = """
## What hostile mail costs

Each in a worker that is fenced as by default ({seconds} s for one document, {memory:.0f} MB of address space), which had read a
small mail before. Peak is the worker's largest resident memory, about {base} MB of which are the program itself.

| mail | seconds | peak MB | outcome |
|---|---|---|---|
"""

TAIL = """
## Where else to look

[servers.md](servers.md) has what was seen on Dovecot, Cyrus, Courier and pymap, with 100,000 messages in a folder too.
`tests/record/test_faults.py` kills every statement of a transaction, `tests/upkeep/test_upkeep.py` every step of an erasure.
"""


def attempt(trial: Trial, tries: int, seed: int = SEED) -> Tally:
    """Try one fault so many times, with moments that depend on the seed and its name alone."""
    with tempfile.TemporaryDirectory(prefix="torture-") as folder:
        return trial.run(tries, random.Random(f"{seed} {trial.name}"), Path(folder))


def line(trial: Trial, tally: Tally) -> str:
    """A row of the table."""
    seen = "; ".join([tally.seen, *(f"**{wrong}**" for wrong in dict.fromkeys(tally.wrong))])
    cells = [trial.name, trial.how, tally.tries, tally.lost, tally.doubled, tally.hung, seen]
    return f"| {' | '.join(str(cell).replace('|', '/') for cell in cells)} |"


def fence_line(name: str, found: Cost) -> str:
    """A row of the second table."""
    return f"| {name} | {found.seconds:.1f} | {found.peak or 'killed'} | {found.outcome.replace('|', '/')} |"


def costs() -> Iterator[tuple[str, Cost]]:
    """The cost of a small mail, then that of each bomb."""
    yield "a small mail", bombs.cost(b"Subject: x\r\n\r\nhello\r\n")
    for name, make in bombs.BOMBS:
        yield name, bombs.cost(make())


def page(rows: Iterable[str], measured: Iterable[tuple[str, Cost]]) -> str:
    """The whole document."""
    found = list(measured)
    head = HEAD.format(seed=SEED, day=f"{datetime.now(UTC):%Y-%m-%d}")
    fence = FENCE.format(seconds=LIMITS.seconds, memory=LIMITS.memory_bytes / 2**20, base=found[0][1].peak)
    return "\n".join([head + "\n".join(rows), fence + "\n".join(fence_line(*each) for each in found), TAIL])


def renewed(written: str, rows: Iterable[str]) -> str:
    """The page with the rows of some faults in the place of those that it has."""
    fresh = {row.split("|")[1]: row for row in rows}
    lines = [
        fresh.get(line.split("|")[1], line) if line.startswith("| ") else line for line in written.split("\n")
    ]
    return "\n".join(lines)


def main() -> None:
    """Try everything and write the page, or renew the rows of the faults whose names hold a word that is given.

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
    made = renewed(PAGE.read_text(encoding="utf-8"), rows) if words else page(rows, costs())
    PAGE.write_text(made, encoding="utf-8")
    print(PAGE)
    sys.exit(not good)


if __name__ == "__main__":
    main()
