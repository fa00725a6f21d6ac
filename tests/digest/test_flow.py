"""Wrapped prose flows again; what has lines of its own keeps them."""

from __future__ import annotations

import pytest

from intake.digest.flow import flowed

WRAPPED = (
    "I build things that many people lean on at the same moment: my bus\n"
    "tracker has 2,000 users and all of them open it when it snows. Your\n"
    "stream of anomalies is the part I am missing.\n"
)


def test_wrapped_prose_flows_and_keeps_its_offsets() -> None:
    told = flowed(f"Hi,\n\n{WRAPPED}\nAna Ruiz\n555-0101\n")
    assert "my bus tracker has" in told
    assert "snows. Your stream of anomalies" in told
    assert told.endswith("missing.\n\nAna Ruiz\n555-0101\n")
    assert len(told) == len(f"Hi,\n\n{WRAPPED}\nAna Ruiz\n555-0101\n")


@pytest.mark.parametrize(
    "text",
    [
        "Ana Ruiz\nLakeside University, Department of Computer Science, Room 12\nana@example.edu",
        "I have taken the following courses during the last two years:\n- Algorithms\n- Compilers",
        "> a quoted line of an earlier mail which is as long as they are\n> and the next one of it",
        "Algorithms and Complexity, Compilers, Databases, and Machine Learn\n1. Logic of programming languages",
        "short\nlines\nof a poem",
        f"{'x' * 300}\nand a line that stands behind a line of a mail that never breaks",
        "",
    ],
)
def test_lines_of_their_own_stay(text: str) -> None:
    assert flowed(text) == text
