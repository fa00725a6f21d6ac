"""Writes docs/reliability.md: what trials found, and what hostile mail, files, texts and each expression cost.

    python tests/reliability.py                # bombs, texts and rules, one after the other
    python tests/reliability.py bombs          # one of them

Only what stands between a section's two marks is written. The trials of faults are written by tests/torture.py.
"""

from __future__ import annotations

import subprocess
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hostile.patterns import Rule
    from hostile.whole import Growth

held: list[Rule] = []  # the expressions that are measured, for the processes that measure them
PAGE = Path(__file__).resolve().parents[1] / "docs" / "reliability.md"
MEGABYTE = 2**20
LONGEST = 100_000  # characters


def bombs() -> Iterator[str]:
    """A row for each hostile mail."""
    from hostile.bombs import ROOMS, outcome_of
    from intake.config import Limits
    from intake.model import Record
    from support.cases import programme

    limits = Limits()
    yield (
        f"Each mail through a fence of its own, as shipped (`seconds = {limits.seconds}`, `memory_bytes` of"
        f" {limits.memory_bytes // MEGABYTE} MB); behind it a good mail, which was to be understood. Memory is the most that"
        " one worker held (one that has read nothing yet: 60 MB), computing is of all workers that the mail and the good one"
        " behind it took. Written by `tests/reliability.py bombs`."
    )
    yield ""
    yield "| mail or file | size, KB | memory, MB | computing, s | workers | what became of it | mail behind it |"
    yield "|---|---:|---:|---:|---:|---|---|"
    for name, make in ((name, make) for room in ROOMS.values() for name, make in room.items()):
        raw = make()
        found, behind, costs = outcome_of(programme(), raw, limits)
        said = _became(found) if isinstance(found, Record) else f"failed in {found.stage}, tried again later"
        yield (
            f"| {name} | {len(raw) // 1024:,} | {costs.memory // MEGABYTE} | {costs.computing:.1f} | {costs.workers}"
            f" | {said} | {'understood' if behind else 'LOST'} |"
        )


def _became(record: object) -> str:
    problems = [d.problem for d in getattr(record, "documents", ()) if d.problem]
    first = f": {problems[0]}".replace("|", "/") if problems else ""
    return f"a row ({getattr(record, 'kind', '')}){first}"[:150]


def texts() -> Iterator[str]:
    """A row for each piece whose repetition takes long, as a letter, as a page and as a resume."""
    from hostile.texts import PIECES
    from hostile.whole import SHAPES

    found: defaultdict[str, dict[str, Growth]] = defaultdict(dict)
    with get_context("fork").Pool() as pool:
        for one in pool.imap_unordered(_whole, [(shape, piece) for shape in SHAPES for piece in PIECES]):
            found[one.piece][one.shape] = one
    slowest = sorted(found.items(), key=lambda item: -max(one.large for one in item[1].values()))
    steep = [one for row in found.values() for one in row.values() if one.is_steep]
    yield (
        f"{len(PIECES)} pieces, each over and over for {LONGEST:,} characters, in a letter, as a page of"
        f" HTML and as a resume; understood whole, in seconds of computing. {len(steep)} of {sum(map(len, found.values()))}"
        " take much more than four times as long as a quarter of the text. The twenty that take longest, seconds for a"
        " quarter and for all. Written by `tests/reliability.py texts`."
    )
    yield ""
    yield f"| piece | {' | '.join(SHAPES)} |"
    yield f"|---|{'---:|' * len(SHAPES)}"
    for piece, row in slowest[:20]:
        shown = repr(PIECES[piece][:40]).replace("|", "\\|")
        cells = (f"{row[shape].small:.1f}, {row[shape].large:.1f}" for shape in SHAPES)
        yield f"| {piece}: `{shown}` | {' | '.join(cells)} |"


def _whole(chosen: tuple[str, str]) -> Growth:
    from hostile.whole import growths

    (one,) = growths(LONGEST, [chosen[1]], [chosen[0]])
    return one


def measure(number: int) -> tuple[str, tuple[float, float, float, str]]:
    """An expression's place, its seconds for a quarter of a megabyte and for all of it, their ratio, and what is repeated."""
    from hostile.patterns import growth, hardest

    rule = held[number]
    piece, _ = hardest(rule, 2000, 1)
    return rule.place, (*growth(rule, piece, MEGABYTE, 1), piece)


def rules() -> Iterator[str]:
    """A row for each module: its expressions, and the one of them that takes longest for its text."""
    from hostile.patterns import SHORT, every_rule

    held.extend(rule for rule in every_rule() if rule.place.partition(":")[0] not in SHORT)
    found: defaultdict[str, list[tuple[float, float, float, str, str]]] = defaultdict(list)
    with get_context("fork").Pool() as pool:  # expressions are caught at import: there is nothing to send
        for place, one in pool.imap_unordered(measure, range(len(held))):
            found[place.partition(":")[0]].append((*one, place))
    total = sum(map(len, found.values()))
    yield (
        f"{total} expressions, each held against texts of 0.25 MB and of 1 MB (2^20 characters): the piece, of some 70 common"
        " ones and of what the expression itself nearly fits, whose repetition takes it longest. A module's row shows the"
        " expression that takes longest; the factor is that of the steepest one of those that take over 0.1 s (4 is in"
        " proportion, 16 the square). Written by `tests/reliability.py rules`."
    )
    yield ""
    yield "| module | expressions | slowest, s for 0.25 MB | s for 1 MB | its text repeats | steepest factor |"
    yield "|---|---:|---:|---:|---|---:|"
    for module, measured in sorted(found.items()):
        small, large, _, piece, _ = max(measured, key=lambda one: one[1])
        steepest = max((factor for _, seconds, factor, *_ in measured if seconds > 0.1), default=None)
        shown = repr(piece[:30]).replace("|", "\\|")
        factor = f"{steepest:.1f}" if steepest is not None else "-"
        yield f"| {module} | {len(measured)} | {small:.2f} | {large:.2f} | `{shown}` | {factor} |"
    yield ""
    yield "Not held against long texts, as none is given to them: " + "; ".join(
        f"{place} {why}" for place, why in SHORT.items()
    )


SECTIONS: dict[str, Callable[[], Iterable[str]]] = {"bombs": bombs, "texts": texts, "rules": rules}


def put(name: str, lines: Iterable[str]) -> None:
    """Write a section of the page between its marks."""
    begin, end = f"<!-- {name}: begin -->\n", f"<!-- {name}: end -->"
    body = "".join(
        f"{line}\n" for line in lines
    )  # made first: it may take long, and the page may change meanwhile
    head, _, rest = PAGE.read_text(encoding="utf-8").partition(begin)
    PAGE.write_text(head + begin + body + end + rest.partition(end)[2], encoding="utf-8")


def main() -> None:
    """Write the sections that are named, or all of them, each by a process of its own."""
    names = sys.argv[1:] or list(SECTIONS)
    if len(names) == 1:
        put(names[0], SECTIONS[names[0]]())
        return
    for name in names:
        subprocess.run([sys.executable, __file__, name], check=True)


if __name__ == "__main__":
    main()
