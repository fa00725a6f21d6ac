"""What an administrator reads and installs beside the program: reference, logs, completion, units for systemd."""

from __future__ import annotations

import json
import logging
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from cli_reference import PATH, page
from intake import logs
from intake.cli import COMMANDS, main
from intake.config import Mailbox
from support.installation import Installation

ROOT = Path(__file__).resolve().parents[1]
UNITS = ROOT / "docs" / "systemd"
NOWHERE = Mailbox(
    name="interns", host="127.0.0.1", port=1, security="none", user="u", password="p", timeout=2
)


def test_the_reference_is_what_help_says() -> None:
    assert PATH.read_text(encoding="utf-8") == page(), "run: python tests/cli_reference.py --write"


def test_faults_are_lines_for_people(tmp_path: Path) -> None:
    result = Installation(tmp_path, NOWHERE).command("poll")
    assert result.returncode == 75
    first = result.stderr.splitlines()[0]
    assert first.startswith("intake: mailbox interns: 127.0.0.1:1: no connection:")


def test_json_lines_for_machines(tmp_path: Path) -> None:
    place = Installation(tmp_path, NOWHERE)
    result = subprocess.run(
        [sys.executable, "-m", "intake", "--log-format", "json", "--config", str(place.path), "poll"],
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert result.returncode == 75
    fault, outcome = (json.loads(line) for line in result.stderr.splitlines())
    assert (fault["level"], fault["logger"], fault["exit_code"]) == ("ERROR", "intake.fault", 75)
    assert fault["message"].startswith("mailbox interns: ")
    assert fault["advice"]
    assert (outcome["message"], outcome["exit_code"], outcome["counts"]) == ("poll", 75, {})
    assert result.stdout == "poll: nothing new\n"


def test_a_fault_before_a_run_is_json_too(tmp_path: Path) -> None:
    words = ["--log-format", "json", "--config", str(tmp_path / "none.toml"), "list"]
    result = CliRunner().invoke(main, words)
    assert (result.exit_code, json.loads(result.stderr)["exit_code"]) == (78, 78)


def test_a_record_stays_on_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    logs.set_up(0, "json")
    try:
        try:
            raise ValueError("two\nlines\u2028more")
        except ValueError:
            logging.getLogger("intake.test").exception("it %s", "broke\nhere")
        (line,) = capsys.readouterr().err.splitlines()
    finally:
        logs.set_up(0, "text")
    said = json.loads(line)
    assert said["message"] == "it broke\nhere"
    assert "ValueError: two\nlines" in said["traceback"]


@pytest.mark.parametrize(("verbosity", "level"), [(0, "WARNING"), (1, "INFO"), (2, "DEBUG"), (5, "DEBUG")])
def test_verbosity(verbosity: int, level: str) -> None:
    before = len(logging.getLogger().handlers)
    logs.set_up(verbosity, "text")
    logs.set_up(verbosity, "text")
    assert logging.getLevelName(logging.getLogger().level) == level
    assert len(logging.getLogger().handlers) <= before + 1
    logs.set_up(0, "text")


def test_completion_is_what_a_shell_takes() -> None:
    for shell in ("bash", "zsh", "fish"):
        made = CliRunner().invoke(main, ["completion", shell])
        assert (made.exit_code, f"_INTAKE_COMPLETE={shell}_complete" in made.output) == (0, True)
    environment = {
        **os.environ,
        "_INTAKE_COMPLETE": "bash_complete",
        "COMP_WORDS": "intake st",
        "COMP_CWORD": "1",
    }
    program = Path(sys.executable).with_name("intake")
    done = subprocess.run([program], env=environment, capture_output=True, text=True, check=False)
    assert done.stdout.split() == ["plain,status"]


def test_help_imports_no_stage() -> None:
    """What `intake --help` takes is what it imports: click, and none of the libraries that read."""
    look = (
        "import sys, click.testing; from intake.cli import main;"
        "click.testing.CliRunner().invoke(main, ['--help']);"
        "print(*sorted(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", look], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert "intake.cli.reading" in loaded
    heavy = {"pydantic", "mailparser", "imapclient", "sqlite_utils", "jinja2", "pdfminer", "lxml", "requests"}
    assert not loaded & (heavy | {"intake.run", "intake.config", "intake.model"})


def units_of(suffix: str) -> list[Path]:
    return sorted(path for path in UNITS.iterdir() if path.suffix == suffix)


def installed(folder: Path) -> list[str]:
    """The units in a folder, as an administrator puts them there, with the program where it is here."""
    program = str(Path(sys.executable).with_name("intake"))
    for path in (*units_of(".service"), *units_of(".timer")):
        text = path.read_text(encoding="utf-8").replace("/opt/intake/bin/intake", program)
        (folder / path.name).write_text(text, encoding="utf-8")
        if "@." in path.name:
            for command in ("poll", "digest"):
                (folder / path.name.replace("@.", f"@{command}.")).write_text(text, encoding="utf-8")
    return sorted(str(path) for path in folder.iterdir() if "@." not in path.name)


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd-analyze is not installed")
def test_systemd_accepts_the_units(tmp_path: Path) -> None:
    paths = installed(tmp_path)
    done = subprocess.run(["systemd-analyze", "verify", *paths], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    bad = Path(paths[-1])
    bad.write_text(bad.read_text().replace("Type=oneshot", "Type=often"))
    done = subprocess.run(["systemd-analyze", "verify", *paths], capture_output=True, text=True, check=False)
    assert "often" in done.stderr


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd-analyze is not installed")
def test_the_service_is_hardened(tmp_path: Path) -> None:
    """systemd's own rating of exposure: 0 is best, 10 worst; a service without bounds has 9.6."""
    unit = next(path for path in installed(tmp_path) if path.endswith("@poll.service"))
    done = subprocess.run(
        ["systemd-analyze", "security", "--offline=yes", "--threshold=20", "--no-pager", unit],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout[-300:]


def test_each_timer_starts_a_command_that_there_is() -> None:
    for timer in units_of(".timer"):
        text = timer.read_text(encoding="utf-8")
        (unit,) = [line for line in text.splitlines() if line.startswith("Unit=")]
        command = unit.removeprefix("Unit=intake@").removesuffix(".service")
        assert command in COMMANDS
