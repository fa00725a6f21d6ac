"""What a server counts and does not list is looked for: an answer that leaves mail out loses none."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from servers.scripted import Script, ok, scripted
from support.trials import installed, small

LEFT_OUT = {
    "all": lambda script: ok(),
    "the lowest": lambda script: ok(b"SEARCH 3 4 5 6"),
    "one between": lambda script: ok(b"SEARCH 1 2 3 5 6"),
}


def _script(count: int) -> Script:
    return Script(messages={uid: small(uid) for uid in range(1, count + 1)})


@pytest.mark.parametrize("answer", LEFT_OUT.values(), ids=LEFT_OUT)
def test_what_an_answer_leaves_out_is_fetched_by_the_same_run(
    answer: Callable[[Script], bytes], tmp_path: Path
) -> None:
    script = _script(6)
    script.answer = lambda command: (
        answer(script) if "SEARCH" in command and "SEARCH" not in " ".join(script.commands[:-1]) else None
    )
    with scripted(script):
        place = installed(tmp_path, script.mailbox())
        summary = place.poll()
        again = place.poll()
    assert (summary.exit_code, summary.counts["new messages"]) == (0, 6)
    assert (again.exit_code, again.counts["new messages"]) == (0, 0)


def test_what_is_never_listed_is_told_at_each_run(tmp_path: Path) -> None:
    script = _script(6)
    script.answer = lambda command: ok(b"SEARCH 1 2 3 4 5") if "SEARCH" in command else None
    with scripted(script):
        place = installed(tmp_path, script.mailbox())
        first, second = place.poll(), place.poll()
    assert [run.counts["not listed"] for run in (first, second)] == [1, 1]
    assert [run.exit_code for run in (first, second)] == [1, 1]
    assert "1 not listed" in second.line("poll")


def test_what_was_held_to_be_gone_is_fetched_when_it_is_counted(tmp_path: Path) -> None:
    """The server gives no body and, asked what is there, lists nothing: as if the message were gone."""
    script = _script(3)
    script.answer = lambda command: (
        ok() if "BODY.PEEK[]" in command or "SEARCH UID 1,2,3" in command else None
    )
    with scripted(script):
        place = installed(tmp_path, script.mailbox())
        first = place.poll()
        script.answer = lambda command: None
        second = place.poll()
    assert (first.counts["gone"], second.counts["new messages"], second.exit_code) == (3, 3, 0)


def test_mail_that_recruiters_removed_is_not_looked_for(tmp_path: Path) -> None:
    script = _script(6)
    with scripted(script):
        place = installed(tmp_path, script.mailbox())
        place.poll()
        del script.messages[2], script.messages[6]
        script.messages[7] = small(7)
        before = len(script.commands)
        assert place.poll().counts["new messages"] == 1
    assert [command for command in script.commands[before:] if "SEARCH" in command] == ["UID SEARCH UID 7:7"]
