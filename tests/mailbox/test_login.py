"""Where passwords come from, and that nobody ever sees one."""

from __future__ import annotations

import os
import time
import traceback
from pathlib import Path
from typing import Any

import pytest

from intake.config import Mailbox
from intake.errors import ConfigError, IntakeError, LoginError
from intake.mailbox import login
from intake.mailbox.login import secret

PASSWORD = "s3cret pässword"


def mailbox(**way: Any) -> Mailbox:
    return Mailbox(name="interns", host="imap.example.com", user="interns@example.com", **way)


def test_plain() -> None:
    assert secret(mailbox(password=PASSWORD)) == PASSWORD


def test_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INTERNS_PASSWORD", PASSWORD)
    assert secret(mailbox(password_env="INTERNS_PASSWORD")) == PASSWORD


@pytest.mark.parametrize(
    ("content", "found"),
    [
        ("word", "word"),
        ("word\n", "word"),
        ("word\r\n", "word"),
        (" word ", " word "),
        (f"{PASSWORD}\n", PASSWORD),
        ('quo"te\\d', 'quo"te\\d'),
    ],
)
def test_file(tmp_path: Path, content: str, found: str) -> None:
    path = tmp_path / "password"
    path.write_bytes(content.encode())
    for mode in (0o600, 0o400, 0o640):
        path.chmod(mode)
        assert secret(mailbox(password_file=path)) == found


@pytest.mark.parametrize("mode", [0o644, 0o604, 0o660, 0o666, 0o602, 0o601])
def test_file_open_to_others_is_refused(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "password"
    path.write_text(PASSWORD)
    path.chmod(mode)
    with pytest.raises(ConfigError, match="open to other users") as caught:
        secret(mailbox(password_file=path))
    assert "chmod 600" in caught.value.hint
    assert PASSWORD not in str(caught.value)


def test_file_that_is_none(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="No such file"):
        secret(mailbox(password_file=tmp_path / "absent"))
    with pytest.raises(ConfigError, match="is not a file"):
        secret(mailbox(password_file=tmp_path))
    path = tmp_path / "password"
    path.write_bytes(b"\xff\xfe")
    path.chmod(0o600)
    with pytest.raises(ConfigError, match="not UTF-8"):
        secret(mailbox(password_file=path))


@pytest.mark.parametrize(
    ("command", "found"),
    [
        ("echo word", "word"),
        ("printf 'first\\nuser: interns\\nurl: imap.example.com\\n'", "first"),
        ("printf 'word\\r\\n'", "word"),
        ("sh -c 'echo word | tr w W'", "Word"),
        ("printf 'p\\303\\244ss'", "päss"),
        ("echo 'two words'", "two words"),
    ],
)
def test_command(command: str, found: str) -> None:
    assert secret(mailbox(password_command=command)) == found


@pytest.mark.parametrize(
    ("command", "error", "said"),
    [
        ("/nowhere/pass show interns", ConfigError, "cannot be started: /nowhere/pass: No such file"),
        ("pass show interns | head -n1", ConfigError, "without a shell"),
        ("cat /tmp/x && echo", ConfigError, "without a shell"),
        ("echo 'open", ConfigError, "No closing quotation"),
        ("   #  ", ConfigError, "cannot be started"),
        ("sh -c 'echo hunter22; exit 3'", LoginError, "exit code 3"),
        ("sh -c 'echo hunter22; kill -9 $$'", LoginError, "ended by signal 9"),
        ("true", LoginError, "password is empty"),
        ("echo", LoginError, "password is empty"),
        ("printf 'hunter22\\001'", LoginError, "control characters"),
        ("printf '\\377'", LoginError, "no UTF-8"),
    ],
)
def test_command_that_fails(command: str, error: type[IntakeError], said: str) -> None:
    with pytest.raises(error, match=said) as caught:
        secret(mailbox(password_command=command))
    shown = "".join(traceback.format_exception(caught.value))
    assert "hunter22" not in str(caught.value)
    assert "hunter22" not in shown.replace(command, "")


def test_command_gets_no_shell(tmp_path: Path) -> None:
    command = f"echo $HOME;touch${{IFS}}{tmp_path}/made"
    assert secret(mailbox(password_command=command)) == command.removeprefix("echo ")
    assert not list(tmp_path.iterdir())


def test_command_that_asks_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A command that waits for a passphrase is ended together with what it has started."""
    monkeypatch.setattr(login, "COMMAND_SECONDS", 0.5)
    command = f"sh -c 'sleep 600 & echo $! > {tmp_path}/child; wait'"
    with pytest.raises(LoginError, match="has not ended") as caught:
        secret(mailbox(password_command=command))
    assert "agent" in caught.value.hint
    child = int((tmp_path / "child").read_text())
    until = time.monotonic() + 10
    while _runs(child) and time.monotonic() < until:
        time.sleep(0.02)
    assert not _runs(child)


def _runs(process: int) -> bool:
    """Tell whether a process runs; one that has ended may wait for somebody to ask how."""
    try:
        os.kill(process, 0)
        return Path(f"/proc/{process}/stat").read_text().rpartition(") ")[2][0] not in "ZX"
    except (ProcessLookupError, FileNotFoundError):
        return False


def test_command_that_reads_gets_nothing() -> None:
    assert secret(mailbox(password_command="sh -c 'read line; echo got:$line'")) == "got:"


def test_no_environment_variable() -> None:
    with pytest.raises(ConfigError, match="INTERNS_NOT_SET") as caught:
        secret(mailbox(password_env="INTERNS_NOT_SET"))
    assert "cron" in caught.value.hint


@pytest.mark.parametrize("given", ["", "\n", "one\ntwo", "one\r\nA1 LOGOUT", "nul\0", "x" * 70_000])
def test_what_no_password_is(monkeypatch: pytest.MonkeyPatch, given: str) -> None:
    with pytest.raises(LoginError) as caught:
        secret(mailbox(password=given))
    assert "password of this mailbox" in str(caught.value)
    assert "LOGOUT" not in str(caught.value)


def test_configuration_does_not_show_it() -> None:
    assert "hunter22" not in repr(mailbox(password="hunter22"))
