"""Time grows with the text and not with its square: each expression alone, and each extractor whole."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from hostile.patterns import Rule, derived, growth, hardest
from hostile.texts import PIECES
from hostile.whole import growths

TESTS = Path(__file__).resolve().parents[1]


@pytest.mark.parametrize("share", range(2))
def test_every_expression_takes_time_in_proportion(share: int) -> None:
    """In a program of its own, as expressions are caught while the program is imported."""
    arguments = [str(share), "2", "2000", "4"]
    ran = subprocess.run(
        [sys.executable, "-m", "hostile.patterns", *arguments],
        check=False, cwd=TESTS, capture_output=True, text=True,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr
    assert json.loads(ran.stdout) == []


@pytest.mark.parametrize("pattern", [r"\s+$", r"(\w+)\.", r"[.!?]+(?=\s[A-Z])", r"\s*,\s*x"])
def test_the_measure_tells_an_expression_that_does_not(pattern: str) -> None:
    rule = Rule(re.compile(pattern), "here", anchored=False)
    piece, _ = hardest(rule, 6000)  # long enough for a clock that ticks every four milliseconds
    assert growth(rule, piece, 24_000)[2] > 6


def test_pieces_nearly_fit_their_expression() -> None:
    assert "ab" in derived(re.compile(r"ab+c"))


@pytest.mark.parametrize(("shape", "every"), [("body", 1), ("HTML", 4), ("resume", 4)])
def test_a_whole_mail_takes_time_in_proportion(shape: str, every: int) -> None:
    assert [one for one in growths(2**15, list(PIECES)[::every], [shape]) if one.is_steep] == []
