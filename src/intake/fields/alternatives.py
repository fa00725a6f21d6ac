"""Long lists of expressions as one that is quick: a place in a text is held only against those that begin with its letter.

`re` tries the alternatives of a list one after the other at each place. Written as a tree of their first letters, those
of other letters are passed by together. What is found stays the same: alternatives that begin with different letters
never match at one place, and those of one letter keep their order.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_DEEPEST = 4  # letters from the beginning
_MOST_REPEATED = 1500  # characters by which an expression may grow where its beginnings are written out
_PART = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|[()|]|[^\\\[()|]+", re.DOTALL)


def either(expressions: Iterable[str]) -> str:
    """One expression that matches what the first of some that matches does; case is no matter to those it is for."""
    return "|".join(_tree([one for each in expressions for one in _begun(each)], _DEEPEST))


def _tree(expressions: list[str], depth: int) -> list[str]:
    """The expressions in their order, neighbours of one first letter joined; others than letters part neighbours."""
    found: list[str] = []
    rests: dict[str, list[str]] = {}
    for expression in [*expressions, ""]:
        if _has_letter(expression):
            rests.setdefault(expression[0].lower(), []).append(expression[1:])
        else:
            found += [_joined(letter, group, depth) for letter, group in rests.items()]
            found.append(expression)
            rests.clear()
    return found[:-1]


def _joined(letter: str, rests: list[str], depth: int) -> str:
    if len(rests) == 1:
        return letter + rests[0]
    return f"{letter}(?:{'|'.join(_tree(rests, depth - 1) if depth > 1 else rests)})"


def _has_letter(expression: str) -> bool:
    return expression[:1].isalpha() and expression[1:2] not in ("?", "*", "+", "{")


def _begun(expression: str) -> Iterator[str]:
    """The alternatives of an expression, each with its beginning written out: "(?:an?|my) cv" gives "an cv", "a cv", "my cv"."""
    branches = _branches(expression)
    if len(branches) > 1:
        yield from (one for branch in branches for one in _begun(branch))
        return
    option = re.match(r"([^\W\d_])\?(?![?+])", expression)
    close = _closing(expression) if expression.startswith("(?:") else 0
    rest = expression[close + 1 :]
    if option:
        yield from (option[1] + expression[2:], *_begun(expression[2:]))
    elif close and not re.match(r"[*+{]|\?[?+]", rest):
        inner = _branches(expression[3:close])
        if rest.startswith("?"):
            inner, rest = [*inner, ""], rest[1:]
        if len(rest) * (len(inner) - 1) <= _MOST_REPEATED:
            yield from (one for begun in inner for one in _begun(begun + rest))
        else:
            yield f"(?:{either(inner)}){rest}"
    else:
        yield expression


def _branches(expression: str) -> list[str]:
    """An expression parted at the bars that stand in no bracket."""
    found, depth, start = [], 0, 0
    for part in _PART.finditer(expression):
        depth += (part.group() == "(") - (part.group() == ")")
        if part.group() == "|" and depth == 0:
            found.append(expression[start : part.start()])
            start = part.end()
    return [*found, expression[start:]]


def _closing(expression: str) -> int:
    """Where the bracket that an expression begins with is closed."""
    depth = 0
    for part in _PART.finditer(expression):
        depth += (part.group() == "(") - (part.group() == ")")
        if depth == 0:
            return part.start()
    raise ValueError(f"a bracket is not closed in {expression!r}")
