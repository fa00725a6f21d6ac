"""What strangers wrote, where people see it: cells of a spreadsheet, lines of a terminal."""

from __future__ import annotations

import csv
import io
import unicodedata
from pathlib import Path

import pytest
from click.testing import CliRunner

from hostile import mails
from intake.cli import main
from intake.corrections.exporting import cell
from intake.digest.render import printable
from intake.run import import_files
from support.installation import Installation

FORMULAS = (
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    "  =1",
    "\x00=1",
    "\u202e=1",
    "\u200e=cmd|' /C calc'!A0",
)


@pytest.mark.parametrize("text", FORMULAS)
def test_no_cell_is_a_formula(text: str) -> None:
    assert cell(text).startswith("'")


@pytest.mark.parametrize("text", ["Ana Ruiz", "3-5", "a=b", "ana@example.edu", ""])
def test_a_cell_that_is_none_stays(text: str) -> None:
    assert cell(text) == text


def test_no_control_and_no_mark_of_direction_is_printed() -> None:
    every = "".join(map(chr, range(0x3000)))
    shown = printable(every)
    assert len(shown) == len(every)
    assert not [
        c
        for c in shown
        if unicodedata.category(c) == "Cc" or unicodedata.bidirectional(c) in ("RLO", "LRO", "RLI")
    ]


def mail(name: str, subject: str) -> bytes:
    """An application by somebody of that name."""
    heads = f'From: "{name}" <mal@example.com>\r\nTo: interns@numenta.com\r\nSubject: {subject}\r\n'
    return (
        heads.encode() + b"Message-ID: <shown@example.com>\r\n\r\n" + mails.LETTER + b"\x1b[2J\x07owned\r\n"
    )


@pytest.fixture
def place(tmp_path: Path) -> Installation:
    """An installation with an application whose name and subject are not meant well."""
    found = Installation(tmp_path)
    path = tmp_path / "hostile.eml"
    path.write_bytes(mail("=HYPERLINK(1)\x1b[31m\u202eMal", "=cmd|' /C calc'!A0 \x1b]0;owned\x07 internship"))
    with found.office() as office:
        import_files(office, [path])
    return found


@pytest.mark.parametrize(
    "words", [["list"], ["show", "1"], ["search", "internship"], ["explain", "1", "period"]]
)
def test_a_terminal_is_told_no_control_character(place: Installation, words: list[str]) -> None:
    ran = CliRunner().invoke(main, ["--config", str(place.path), *words], color=False)
    assert ran.exit_code == 0, ran.output
    assert ran.output.strip()
    assert not [
        c for c in ran.output if c != "\n" and (unicodedata.category(c) == "Cc" or c in "\u202e\u2066")
    ]


def test_an_export_holds_no_formula(place: Installation) -> None:
    ran = CliRunner().invoke(main, ["--config", str(place.path), "export"])
    assert ran.exit_code == 0, ran.output
    rows = list(csv.reader(io.StringIO(ran.stdout)))
    assert len(rows) == 2
    assert not [text for text in rows[1] if text.lstrip().startswith(("=", "+", "-", "@"))]
