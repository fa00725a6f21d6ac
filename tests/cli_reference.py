"""docs/cli.md, made from what every command says with --help: `python tests/cli_reference.py --write`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import click
from click.testing import CliRunner

from intake.cli import COMMANDS, main

PATH = Path(__file__).resolve().parents[1] / "docs" / "cli.md"
WIDTH = 100

HEAD = """\
# The command line

What each command says with `--help`, in one place. Made by `python tests/cli_reference.py --write`; a test keeps it so.
"""


def page() -> str:
    """The whole page."""
    return "\n".join([HEAD, *_sections()])


def _sections() -> Iterator[str]:
    yield _section("intake", ())
    for name in sorted(COMMANDS):
        yield _section(f"intake {name}", (name,))


def _section(title: str, words: tuple[str, ...]) -> str:
    result = CliRunner(env={"COLUMNS": str(WIDTH), "LC_ALL": "C.UTF-8"}).invoke(
        main, [*words, "--help"], prog_name="intake", terminal_width=WIDTH, max_content_width=WIDTH
    )
    if result.exit_code:
        raise click.ClickException(result.output)
    lines = "\n".join(line.rstrip() for line in result.output.strip("\n").split("\n"))
    return f"## {title}\n\n```\n{lines}\n```\n"


if __name__ == "__main__":
    if "--write" in sys.argv:
        PATH.write_text(page(), encoding="utf-8")
    elif PATH.read_text(encoding="utf-8") != page():
        sys.exit(f"{PATH.name} is not what --help says: run `python tests/cli_reference.py --write`")
