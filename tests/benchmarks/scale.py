"""Growth from 1,000 messages on: time, size and the parent's peak memory, of each command in a program of its own.

`python tests/benchmarks/scale.py 1000 10000 100000` imports that many small mails from an mbox (or with `--maildir` from
a Maildir), then writes the digest, searches and lists, and prints how time grew: the exponent between each two sizes.
"""

from __future__ import annotations

import argparse
import contextlib
import math
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests"))

from support.installation import Installation  # noqa: E402 - the tests' folder is found first

FIRST = "Ada Bela Cleo Dora Emil Finn Gwen Hugo Iris Jona Kaya Lars Mona Nils Olga Paul Runa Sven Tara Udo".split()
LAST = "Abel Brandt Cole Dietz Ekman Fuchs Gray Hahn Irwin Jung Keller Lind Moran Nagel Osborn Pohl Quist Reyes Sato Ray".split()
COURSES = "Linear Algebra, Operating Systems, Machine Learning, Statistics, Compilers, Databases".split(", ")
BEGIN = datetime(2016, 1, 4, 8, 0, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Cost:
    """What one command took: seconds by the clock, CPU seconds and peak memory in bytes of the parent, workers apart."""

    seconds: float
    cpu: float
    memory: int


def mail(number: int) -> bytes:
    """A small mail: nine of ten are applications by somebody new, the tenth is a question."""
    name = f"{FIRST[number % 20]} {LAST[number // 20 % 20]}"
    moment = BEGIN + timedelta(minutes=7 * number)
    head = (
        f"From: {name} <{name.split()[0].lower()}.{number}@example.edu>\r\nTo: interns@numenta.com\r\n"
        f"Date: {moment:%a, %d %b %Y %H:%M:%S +0000}\r\nMessage-ID: <{number}@example.edu>\r\n"
    )
    if number % 10 == 9:
        body = f"Subject: Question {number}\r\n\r\nHello,\r\n\r\nare interns paid? I am asking for a friend.\r\n\r\n{name}\r\n"
        return (head + body).encode()
    courses = ", ".join(COURSES[(number + step) % 6] for step in range(3))
    return (
        f"{head}Subject: Summer internship {moment.year}\r\n\r\nDear Numenta,\r\n\r\nI would like to apply for an internship in "
        f"algorithms, from June to August {moment.year}. Since I read about cortical columns (number {number}) I have wanted to "
        f"work on temporal memory.\r\n\r\nRelevant course work: {courses}.\r\n\r\nKind regards,\r\n{name}\r\n"
    ).encode()


def write(folder: Path, count: int, *, maildir: bool) -> Path:
    """Write that many mails; return the mbox or the Maildir."""
    if not maildir:
        path = folder / "mails.mbox"
        with path.open("wb") as file:
            for number in range(count):
                moment = BEGIN + timedelta(minutes=7 * number)
                file.write(f"From MAILER {moment:%a %b %d %H:%M:%S %Y}\n".encode())
                file.write(mail(number).replace(b"\r\n", b"\n") + b"\n")
        return path
    for part in ("cur", "new", "tmp"):
        (folder / "mails" / part).mkdir(parents=True)
    for number in range(count):
        stamp = int((BEGIN + timedelta(minutes=7 * number)).timestamp())
        (folder / "mails" / "cur" / f"{stamp}.{number}.bench:2,S").write_bytes(
            mail(number).replace(b"\r\n", b"\n")
        )
    return folder / "mails"


def run(place: Installation, *words: str, canned: bool = False) -> Cost:
    """Run one command and measure it; what it says goes nowhere."""
    peak, program = place.directory / "peak", Path(__file__).with_name("measured.py")
    how = ["--canned"] if canned else []
    begun, before = time.perf_counter(), os.times()
    line = [sys.executable, str(program), str(peak), *how, "--config", str(place.path), *words]
    done = subprocess.run(line, check=False, stdout=subprocess.DEVNULL)
    after = os.times()
    if done.returncode not in (0, 1):
        sys.exit(f"{' '.join(words)} ended with {done.returncode}")
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    return Cost(time.perf_counter() - begun, cpu, int(peak.read_text()) * 1024)


def measured(folder: Path, count: int, *, maildir: bool, canned: bool) -> Iterator[tuple[str, Cost]]:
    """Yield what each command takes with that many messages."""
    place = Installation(folder)
    if not (folder / "store").exists():
        source = write(folder, count, maildir=maildir)
        yield "import", run(place, "import", str(source), canned=canned)
        yield "import again", run(place, "import", str(source))
    yield "digest, the first", run(place, "digest")
    yield "digest, nothing new", run(place, "digest")
    yield "search", run(place, "search", "cortical")
    yield "list", run(place, "list")
    yield "export", run(place, "export", "--output", str(folder / "all.csv"))
    yield "status", run(place, "status")


@contextlib.contextmanager
def place(folder: Path | None, count: int) -> Iterator[Path]:
    """A folder to work in: one that goes away, or one for this size below `folder` that stays."""
    if folder is None:
        with tempfile.TemporaryDirectory() as temporary:
            yield Path(temporary)
        return
    (folder / str(count)).mkdir(parents=True, exist_ok=True)
    yield folder / str(count)


def exponents(sizes: list[int], costs: list[Cost]) -> str:
    """How seconds grew from size to size: 1 is just as fast as the size, 2 as its square."""
    pairs = zip(sizes, sizes[1:], costs, costs[1:], strict=False)
    found = [math.log(b.seconds / a.seconds) / math.log(many / few) for few, many, a, b in pairs]
    return ", ".join(f"{one:.2f}" for one in found)


def main() -> None:
    """Measure all sizes and print a table as docs/scale.md has it."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("sizes", type=int, nargs="*", default=[1000, 10_000])
    options.add_argument(
        "--folder", type=Path, help="work below this folder, with what an earlier run left there"
    )
    options.add_argument(
        "--canned", action="store_true", help="understand no message: the parent's work alone"
    )
    options.add_argument("--maildir", action="store_true", help="import from a Maildir instead of an mbox")
    given = options.parse_args()
    table: dict[str, list[Cost]] = {}
    print(
        "| messages | command | seconds | CPU of the parent | messages a second | peak memory |\n|---|---|---|---|---|---|"
    )
    for count in given.sizes:
        with place(given.folder, count) as folder:
            for name, cost in measured(folder, count, maildir=given.maildir, canned=given.canned):
                table.setdefault(name, []).append(cost)
                rate, memory = count / cost.seconds, cost.memory / 1e6
                print(
                    f"| {count} | {name} | {cost.seconds:.2f} | {cost.cpu:.2f} | {rate:.0f} | {memory:.0f} MB |",
                    flush=True,
                )
    if len(given.sizes) > 1:
        for name, costs in table.items():
            print(f"{name}: grows with the power of {exponents(given.sizes, costs)}", flush=True)


if __name__ == "__main__":
    main()
