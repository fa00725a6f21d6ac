"""Every regular expression of the program that meets applicants' words, and how its time grows with the text.

The expressions are caught as they are compiled, so none is forgotten: those of modules, those made from the
programme's vocabulary, those within functions.
"""

from __future__ import annotations

import json
import re
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import intake
from hostile.texts import PIECES, long

SOURCE = Path(intake.__file__).resolve().parent
#: Stages whose expressions read what strangers write.
ROOMS = ("fields", "quoting", "mime", "documents", "htmltext.py", "parse.py", "check.py", "combine.py")
#: Rules that take the square of their text's length, and are given texts that are short for sure.
SHORT = {
    "documents/sniff.py": "is held against the first 4,096 bytes",
    "documents/legible.py": "is held against 100 characters of a word",
    "fields/alternatives.py": "takes apart the program's own expressions",
    "fields/vocabulary/availability.py": "parts the program's own vocabulary",
}
LINEAR = 6.0  # at most, for a text of four times the length
_DRAWN = 12  # pieces drawn from an expression


class TooLong(BaseException):
    """An expression was stopped."""


@dataclass(frozen=True)
class Rule:
    """An expression, and the module and line that compiled it."""

    pattern: re.Pattern[Any]
    place: str
    anchored: bool  # it is only ever held against the beginning of a text


@contextmanager
def caught(rules: dict[tuple[Any, int], Rule]) -> Iterator[None]:
    """Note each expression that the program compiles while this stands."""
    really = re._compile  # type: ignore[attr-defined]

    def noting(pattern: Any, flags: int) -> Any:
        made = really(pattern, flags)
        frame = sys._getframe(2)
        path = Path(frame.f_code.co_filename)
        if path.is_relative_to(SOURCE) and str(path.relative_to(SOURCE)).startswith(ROOMS):
            key = (made.pattern, made.flags)
            caller = sys._getframe(1).f_code.co_name
            once = caller in ("match", "fullmatch")
            place = f"{path.relative_to(SOURCE)}:{frame.f_lineno}"
            rules.setdefault(key, Rule(made, place, once or _only_matched(path, frame.f_lineno)))
        return made

    re._compile = noting  # type: ignore[attr-defined]
    try:
        yield
    finally:
        re._compile = really  # type: ignore[attr-defined]


def _only_matched(path: Path, line: int) -> bool:
    """Whether the name that an expression is given is used in its module, and only to match at the beginning."""
    lines = path.read_text(encoding="utf-8").splitlines()
    begin = next(
        (n for n in range(line - 1, max(-1, line - 60), -1) if re.match(r"_?[A-Z]\w* *(?:=|:)", lines[n])),
        None,
    )
    if begin is None:
        return False
    name = re.match(r"\w+", lines[begin])
    if name is None:
        return False
    own = name.group().startswith("_")
    places = [path] if own else [p for p in SOURCE.rglob("*.py") if "import" in p.read_text(encoding="utf-8")]
    uses = [
        use
        for place in places
        for use in re.findall(
            rf"(?<!\w){name.group()}\b(?!,$|,? [A-Z(]|\)$| *=)(\.(?:full)?match\()?",
            place.read_text(encoding="utf-8"),
            re.MULTILINE,
        )
    ]
    return bool(uses) and all(uses)


def derived(pattern: re.Pattern[Any], draws: int = _DRAWN) -> list[str]:
    """Pieces that an expression nearly fits: what it fits, cut off at several places."""
    try:
        tree = re._parser.parse(pattern.pattern, pattern.flags & ~re.DEBUG)  # type: ignore[attr-defined]
    except (re.error, OverflowError):
        return []
    pieces: dict[str, None] = {}
    for turn in range(draws):
        drawn = "".join(_drawn(tree, turn, turn % 3))
        for end in {len(drawn), len(drawn) - 1, len(drawn) // 2}:
            if end > 0 and drawn[:end]:
                pieces[drawn[:end][:200]] = None
    return list(pieces)


def _drawn(tree: Any, turn: int, more: int) -> Iterator[str]:
    for number, (operation, argument) in enumerate(tree):
        name = str(operation)
        if name in ("LITERAL", "NOT_LITERAL"):
            yield chr(argument) if name == "LITERAL" else ("b" if argument != 98 else "c")
        elif name == "ANY":
            yield "x"
        elif name == "IN":
            yield _member(argument, turn + number)
        elif name == "BRANCH":
            branches = argument[1]
            yield from _drawn(branches[(turn * 7 + number) % len(branches)], turn, more)
        elif name == "SUBPATTERN":
            yield from _drawn(argument[-1], turn, more)
        elif name == "ATOMIC_GROUP":
            yield from _drawn(argument, turn, more)
        elif name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
            least, most, inner = argument
            for _ in range(min(int(most), int(least) + more)):
                yield from _drawn(inner, turn, more)


def _member(members: Any, turn: int) -> str:
    name, argument = str(members[turn % len(members)][0]), members[turn % len(members)][1]
    if name == "LITERAL":
        return chr(argument)
    if name == "RANGE":
        return chr(argument[0])
    if name == "CATEGORY":
        return {"CATEGORY_DIGIT": "1", "CATEGORY_SPACE": " ", "CATEGORY_WORD": "a"}.get(str(argument), "~")
    return next(c for c in "b~ 1\n" if c not in {chr(a) for n, a in members if str(n) == "LITERAL"})


def spent(rule: Rule, text: str, most: float) -> float:
    """The seconds of computing that a rule takes to go through a text; infinity where it is stopped after `most`."""
    subject: Any = text if isinstance(rule.pattern.pattern, str) else text.encode("utf-8", "replace")
    if rule.anchored:
        return computing(lambda: (rule.pattern.match(subject), rule.pattern.fullmatch(subject)), most)
    return computing(lambda: sum(1 for _ in rule.pattern.finditer(subject)), most)


def computing(run: Callable[[], object], most: float) -> float:
    """The seconds of computing that a call takes; infinity where it is stopped after `most` of them."""

    def stop(signum: int, frame: object) -> None:
        raise TooLong

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, min(most, 3600.0))
    begun = time.process_time()
    try:
        run()
        return time.process_time() - begun
    except TooLong:
        return float("inf")
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def every_rule() -> list[Rule]:
    """Every rule, those made from the programme's words too. To be called before the program is imported."""
    rules: dict[tuple[Any, int], Rule] = {}
    with caught(rules):
        from golden import FOLDER  # importing is what compiles the rules
        from intake.process import process
        from support.cases import programme

        for path in sorted(FOLDER.glob("*.eml")):
            process(path.read_bytes(), programme())
    return sorted(rules.values(), key=lambda rule: rule.place)


def hardest(rule: Rule, size: int, generic: int = 1) -> tuple[str, float]:
    """The piece whose repetition takes a rule longest, and the seconds; every `generic`th of the common pieces is tried."""
    pieces = dict.fromkeys(
        [*list(PIECES.values())[::generic], *derived(rule.pattern, max(3, _DRAWN // generic))]
    )
    found = [(spent(rule, long(piece, size), 0.5), piece) for piece in pieces]
    seconds, piece = max(found)
    return piece, seconds


def growth(rule: Rule, piece: str, size: int, times: int = 2) -> tuple[float, float, float]:
    """The seconds for a text of a quarter of the size and of all of it, and their ratio: the best of some times."""
    small = min(spent(rule, long(piece, size // 4), 10) for _ in range(times))
    if small == float("inf"):
        return small, small, small
    large = min(spent(rule, long(piece, size), 20 * small + 0.5) for _ in range(times))
    return small, large, large / max(small, 1e-6)


def steep(rules: list[Rule], size: int, generic: int) -> list[str]:
    """What is to be said of each rule whose time grows faster than its text."""
    said = []
    for rule in rules:
        if rule.place.partition(":")[0] in SHORT:
            continue
        piece, seconds = hardest(rule, size, generic)
        if seconds < size * 2e-6:  # two microseconds a character: a square of them would show
            continue
        small, large, factor = growth(rule, piece, 4 * size)
        if (
            factor > LINEAR and large > 0.02
        ):  # again, longer and more often: a busy machine shows once what is not there
            small, large, factor = growth(rule, piece, 16 * size, 4)
        if factor > LINEAR and large > 0.02:
            said.append(f"{rule.place} {piece!r}: {small:.4f} s, {large:.4f} s for four times as much")
    return said


if __name__ == "__main__":
    share, of, size, generic = map(int, sys.argv[1:])
    print(json.dumps(steep(every_rule()[share::of], size, generic)))
