"""Imports run one way: a stage knows values, never another stage."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parents[1] / "src" / "intake"
BASE = {"model", "errors", "config", "__init__"}
STAGES = {"mailbox", "archive", "parse", "documents", "fields", "check", "record", "digest", "workers"}

# What a stage, or a piece of one, may import beside the base. A row is added with the reason why.
ALLOWED: dict[str, set[str]] = {
    "model": set(),
    "errors": set(),
    "config": {"config", "errors"},
    "shelf": {"errors"},
    "htmltext": set(),  # HTML to text: bodies and documents alike
    "parse": {"quoting", "mime", "htmltext"},
    "quoting": {"quoting"},
    "mime": {"mime", "htmltext"},
    "documents": {"documents", "htmltext"},
    "fields": {"fields", "plain"},
    "plain": set(),
    "check": set(),
    "combine": set(),
    "review": set(),
    "wording": set(),
    "mailbox": {"mailbox"},
    "archive": set(),
    "record": {
        "record",
        "combine",
        "record_json",
        "review",
        "wording",
    },  # rows are read into what people are shown
    "digest": {"digest", "review", "shelf", "wording"},
    "workers": {"workers", "process", "documents"},  # what runs behind the fence is the pure middle
    "privacy": {"privacy", "archive", "record"},
    "run": {"identity", "mailbox", "office", "recognition", "record", "understanding", "unseen"},
    "understanding": {"office", "process", "record", "workers"},
    "office": {"archive", "privacy", "record"},
    "unseen": {"mailbox", "record"},
    "measuring": {"measuring", "fields", "parse", "record_json", "workers"},
    "corrections": {"corrections", "digest", "record", "reporting", "review", "wording"},
}


def imports(path: Path) -> set[str]:
    """The first names below `intake` that a module imports."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names = []
        if isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names = [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
            names = names[1:] if node.module == "intake" else names[:1]
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        found |= {name.split(".")[1] for name in names if name.startswith("intake.")}
    return found


def modules() -> list[tuple[str, Path]]:
    """Every module with the first part of its name below `intake`."""
    return [
        (path.relative_to(SOURCE).parts[0].removesuffix(".py"), path) for path in sorted(SOURCE.rglob("*.py"))
    ]


@pytest.mark.parametrize(("room", "path"), [m for m in modules() if m[0] in ALLOWED], ids=str)
def test_a_stage_imports_only_what_is_below_it(room: str, path: Path) -> None:
    below = BASE | ALLOWED[room] if room not in BASE else ALLOWED[room] | {"errors"}
    assert imports(path) <= below


def test_every_stage_has_a_row() -> None:
    assert set(ALLOWED) >= STAGES - {"__init__"}


@pytest.mark.parametrize(
    ("library", "homes"),
    [
        ("mailparser", {"parse", "mime"}),
        ("imapclient", {"mailbox"}),
        ("sqlite_utils", {"record"}),
        ("pdfminer", {"documents"}),
        ("docx", {"documents"}),
        ("pypdfium2", {"documents"}),
        ("jinja2", {"digest"}),
        ("openpyxl", {"corrections"}),
    ],
)
def test_a_library_stands_in_one_room(library: str, homes: set[str]) -> None:
    for room, path in modules():
        text = path.read_text(encoding="utf-8")
        used = any(f"{form} {library}" in text for form in ("import", "from"))
        assert not used or room in homes, f"{path} uses {library}"


def test_what_a_poll_starts_with_brings_no_reader_and_no_rule() -> None:
    """Most polls find nothing new: they must not wait for what reads mail."""
    program = "import sys, intake.cli.mail, intake.run; print(*sorted(sys.modules))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    there = set(done.stdout.split())
    assert "intake.mailbox.imap" in there
    assert not there & {
        "intake.process",
        "intake.fields",
        "intake.documents",
        "intake.parse",
        "pdfminer",
        "lxml",
    }


def test_functions_fit_on_a_screen() -> None:
    long = [
        f"{path.name}:{node.lineno} {node.name} has {node.end_lineno - node.lineno + 1} lines"
        for path in sorted(SOURCE.parent.rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and node.end_lineno is not None
        and node.end_lineno - node.lineno >= 60
    ]
    assert long == []


def test_public_functions_say_what_they_do() -> None:
    silent = [
        f"{path.relative_to(SOURCE)}:{node.lineno} {node.name}"
        for _, path in modules()
        for node in ast.parse(path.read_text(encoding="utf-8")).body
        if isinstance(node, ast.FunctionDef | ast.ClassDef)
        and not node.name.startswith("_")
        and not ast.get_docstring(node)
    ]
    assert silent == []
