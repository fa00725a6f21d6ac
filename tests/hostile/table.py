"""Writes what the fence was seen to take for each hostile mail, and how rules' time grows, into docs/reliability.md.

    python tests/hostile/table.py bombs
    python tests/hostile/table.py rules

Only what stands between a section's two marks is written; the section is added at the end where it is not there.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hostile.patterns import Rule

held: list[Rule] = []  # the expressions that are measured, for the processes that measure them
DOCS = Path(__file__).resolve().parents[2] / "docs" / "reliability.md"
MEGABYTE = 2**20


def bombs() -> Iterator[str]:
    """A row for each hostile mail."""
    from hostile.bombs import ROOMS, outcome_of
    from intake.config import Limits
    from intake.model import Record
    from support.cases import programme

    limits = Limits(seconds=5, memory_bytes=512 * MEGABYTE)
    yield (
        f"Each mail through a fence of its own with `seconds = {limits.seconds}` and `memory_bytes` of"
        f" {limits.memory_bytes // MEGABYTE} MB, the other limits as shipped; behind it a good mail, which was to be understood."
        " Memory is the most that one worker held (one that has read nothing yet: 60 MB), computing is of all workers"
        " that the mail and the good one behind it took. Written by `tests/hostile/table.py bombs`."
    )
    yield ""
    yield "| mail or file | size, KB | memory, MB | computing, s | workers | what became of it | mail behind it |"
    yield "|---|---:|---:|---:|---:|---|---|"
    for made in (bombs for _, bombs in ROOMS.items()):
        for name, make in made.items():
            raw = make()
            found, behind, costs = outcome_of(programme(), raw, limits)
            said = (
                _became(found) if isinstance(found, Record) else f"failed in {found.stage}, tried again later"
            )
            yield (
                f"| {name} | {len(raw) // 1024:,} | {costs.memory // MEGABYTE} | {costs.computing:.1f} | {costs.workers}"
                f" | {said} | {'understood' if behind else 'LOST'} |"
            )


def _became(record: object) -> str:
    problems = [d.problem for d in getattr(record, "documents", ()) if d.problem]
    first = f": {problems[0]}".replace("|", "/") if problems else ""
    return f"a row ({getattr(record, 'kind', '')}){first}"[:150]


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
        f"{total} expressions, each held against texts of 0.25 MB and of 1 MB (2^20 characters): the piece, of some 30 common"
        " ones and of what the expression itself nearly fits, whose repetition takes it longest. A module's row shows the"
        " expression that takes longest; the factor is that of the steepest one of those that take over 0.1 s (4 is in"
        " proportion, 16 the square). Written by `tests/hostile/table.py rules`."
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


SECTIONS: dict[str, tuple[str, Callable[[], Iterable[str]]]] = {
    "bombs": ("Bombs", bombs),
    "rules": ("Rules", rules),
}


def write(name: str) -> None:
    """Put a section's lines between its marks."""
    title, lines = SECTIONS[name]
    begin, end = f"<!-- {name}: begin -->", f"<!-- {name}: end -->"
    body = "\n".join([begin, *lines(), end])
    text = DOCS.read_text(encoding="utf-8") if DOCS.exists() else "# Reliability\n"
    if begin not in text:
        text = f"{text.rstrip()}\n\n## {title}\n\n{begin}\n{end}\n"
    head, _, rest = text.partition(begin)
    DOCS.write_text(head + body + rest.partition(end)[2], encoding="utf-8")


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
    for section in sys.argv[1:] or SECTIONS:
        write(section)
