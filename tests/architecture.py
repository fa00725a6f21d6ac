"""The picture of the stages and the list of modules, made from the code: `python tests/architecture.py --write`.

A box is a module or folder below src/intake; a line leads from what imports down to what is imported. What is
reached by way of another box has no line of its own; the base, which all may know, and cli, which may know all,
have none at all.
"""

from __future__ import annotations

import ast
import sys
from html import escape
from math import ceil
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src" / "intake"
PICTURE = ROOT / "docs" / "architecture.svg"
PAGE = ROOT / "docs" / "architecture.md"
BEGIN, END = "<!-- modules: made by tests/architecture.py -->\n", "<!-- end of modules -->"
BASE = ("config", "errors", "model")
TOP = "cli"
STAGES = ("mailbox", "archive", "parse", "documents", "fields", "check", "record", "digest")
HEIGHT, GAP, MARGIN, WIDTH, LETTER = 26, 44, 14, 1040, 7.2

Graph = dict[str, set[str]]


def rooms() -> dict[str, list[Path]]:
    """The modules and folders below src/intake with their files, by name; not what starts the program."""
    found: dict[str, list[Path]] = {}
    for path in sorted(SOURCE.rglob("*.py")):
        name = path.relative_to(SOURCE).parts[0].removesuffix(".py")
        if not name.startswith("__"):
            found.setdefault(name, []).append(path)
    return found


def graph() -> Graph:
    """Which room imports which, in whatever place of its files."""
    named = rooms()
    return {
        name: {other for path in paths for other in _imported(path) if other in named} - {name}
        for name, paths in named.items()
    }


def _imported(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module == "intake":
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("intake."):
            found.add((node.module or "").split(".")[1])
        elif isinstance(node, ast.Import):
            found |= {alias.name.split(".")[1] for alias in node.names if alias.name.startswith("intake.")}
    return found


def ranks(edges: Graph) -> dict[str, int]:
    """How far each room stands above the base. Raises ValueError where imports run in a circle."""
    known: dict[str, int] = {}

    def rank(name: str, above: tuple[str, ...]) -> int:
        if name in above:
            raise ValueError(f"imports run in a circle: {' -> '.join((*above, name))}")
        if name not in known:
            below = [rank(other, (*above, name)) + 1 for other in sorted(edges[name] - set(BASE))]
            known[name] = 0 if name in BASE else max(below, default=1)
        return known[name]

    for name in sorted(edges):
        rank(name, ())
    return known


def drawn(edges: Graph) -> Graph:
    """The lines of the picture: no base, and nothing that another line reaches as well."""
    below = {name: others - set(BASE) if name != TOP else set() for name, others in edges.items()}
    reached: Graph = {}
    for name, _ in sorted(ranks(edges).items(), key=lambda pair: pair[1]):
        reached[name] = set(below[name]).union(*(reached[other] for other in below[name]))
    return {
        name: {other for other in others if not any(other in reached[o] for o in others)}
        for name, others in below.items()
    }


def rows(edges: Graph) -> list[list[str]]:
    """The rooms row by row from the top, ordered so that lines cross little."""
    rank, lines = ranks(edges), drawn(edges)
    made = [
        row for one in range(max(rank.values()) + 1) for row in _fitting([n for n in rank if rank[n] == one])
    ]
    upward = {name: {other for other in lines if name in lines[other]} for name in lines}
    for turn in range(8):
        near = lines if turn % 2 == 0 else upward
        places = {name: (at + 0.5) / len(row) for row in made for at, name in enumerate(row)}
        for row in made if turn % 2 == 0 else reversed(made):
            mean = {n: sum(places[o] for o in near[n]) / len(near[n]) if near[n] else places[n] for n in row}
            row.sort(key=lambda name, mean=mean: (mean[name], name))  # type: ignore[misc]
            places.update({name: (at + 0.5) / len(row) for at, name in enumerate(row)})
    return made[::-1]


def _fitting(names: list[str]) -> list[list[str]]:
    """The names in order, in as few rows as they fit into."""
    room = WIDTH * 0.8 / LETTER
    count = ceil(sum(len(name) + 4 for name in names) / room)
    return [sorted(names)[at::count] for at in range(count)]


def svg() -> str:
    """The picture."""
    edges = graph()
    made, lines = rows(edges), drawn(edges)
    places = {
        name: (WIDTH * (at + 0.5) / len(row), MARGIN + level * (HEIGHT + GAP))
        for level, row in enumerate(made)
        for at, name in enumerate(row)
    }
    height = MARGIN * 2 + len(made) * (HEIGHT + GAP) - GAP
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" font-family="monospace"'
        ' font-size="12" role="img" aria-label="Modules of intake and what each imports">',
        f'<rect width="{WIDTH}" height="{height}" fill="#ffffff"/>',
    ]
    parts += [_line(places, name, other) for name in sorted(lines) for other in sorted(lines[name])]
    parts += [_box(name, *places[name]) for name in sorted(places)]
    return "\n".join([*parts, "</svg>\n"])


def _line(places: dict[str, tuple[float, int]], name: str, other: str) -> str:
    (x, y), (to_x, to_y) = places[name], places[other]
    y += HEIGHT
    return (
        f'<path d="M{x:.0f} {y} C{x:.0f} {y + GAP:.0f} {to_x:.0f} {to_y - GAP:.0f} {to_x:.0f} {to_y}"'
        f' fill="none" stroke="#8a94a6"><title>{name} imports {other}</title></path>'
    )


def _box(name: str, x: float, y: int) -> str:
    width = len(name) * LETTER + 14
    fill = "#e3e8f0" if name in BASE else "#d5ecd9" if name in STAGES else "#ffffff"
    return (
        f'<g><title>{escape(sentence(name))}</title><rect x="{x - width / 2:.0f}" y="{y}" width="{width:.0f}"'
        f' height="{HEIGHT}" rx="4" fill="{fill}" stroke="#44506a"/>'
        f'<text x="{x:.0f}" y="{y + 17}" text-anchor="middle" fill="#1c2333">{name}</text></g>'
    )


def sentence(name: str) -> str:
    """What a room says it is: the first line of its docstring."""
    path = SOURCE / name / "__init__.py" if (SOURCE / name).is_dir() else SOURCE / f"{name}.py"
    said = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
    return " ".join(said.partition("\n\n")[0].split())


def table() -> str:
    """The rooms from the top of the picture down, with what each says it is."""
    lines = [
        f"| `{name}{'/' if (SOURCE / name).is_dir() else ''}` | {sentence(name).replace('|', chr(92) + '|')} |"
        for row in rows(graph())
        for name in sorted(row)
    ]
    return "\n".join(["| module | what it says of itself |", "|---|---|", *lines]) + "\n"


def page(text: str) -> str:
    """The page with today's table in its place."""
    before, _, rest = text.partition(BEGIN)
    return f"{before}{BEGIN}{table()}{END}{rest.partition(END)[2]}"


if __name__ == "__main__":
    if "--write" in sys.argv:
        PICTURE.write_text(svg(), encoding="utf-8")
        PAGE.write_text(page(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
    elif (PICTURE.read_text(encoding="utf-8"), PAGE.read_text(encoding="utf-8")) != (
        svg(),
        page(PAGE.read_text("utf-8")),
    ):
        sys.exit("docs/architecture is not what the code is: run `python tests/architecture.py --write`")
