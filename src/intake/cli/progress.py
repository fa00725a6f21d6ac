"""Progress for a person who watches a terminal; nothing for cron."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from intake.run import Progress

WIDTH = 30


@contextmanager
def shown() -> Iterator[Progress]:
    """A function that draws a bar on standard error while it is a terminal, and removes it in the end."""
    watched = sys.stderr.isatty()

    def draw(what: str, done: int, of: int) -> None:
        if watched and of:
            filled = WIDTH * done // of
            bar = "#" * filled + "-" * (WIDTH - filled)
            click.echo(f"\r{what} [{bar}] {done}/{of} ", nl=False, err=True)

    try:
        yield draw
    finally:
        if watched:
            click.echo("\r" + " " * (WIDTH + 40) + "\r", nl=False, err=True)
