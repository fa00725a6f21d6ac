"""The commands as a user runs them: what they print, where they end, what they say when something is wrong."""

from __future__ import annotations

import csv
import io
import json
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from golden import FOLDER
from intake.cli import COMMANDS, main
from intake.run import import_files
from support.installation import Installation

ROOT = Path(__file__).resolve().parents[1]


def run(*words: str) -> Result:
    return CliRunner().invoke(main, list(words), catch_exceptions=False)


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Installation:
    """An installation that has taken in the example emails."""
    place = Installation(tmp_path_factory.mktemp("place"))
    with place.office() as office:
        import_files(office, sorted(FOLDER.glob("*.eml")))
    return place


@pytest.fixture
def intake(place: Installation):  # type: ignore[no-untyped-def]
    return lambda *words: run("--config", str(place.path), *words)


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_explains_itself(name: str) -> None:
    result = run(name, "--help")
    assert result.exit_code == 0
    assert len(result.output.splitlines()[2].strip()) > 20


def test_the_readme_names_every_command() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for name in COMMANDS:
        assert re.search(rf"`{name}[ `]", readme), name
    shown = re.findall(r"^(?:\$ )?(?:\.venv/bin/)?intake (?:--config \S+ )?([a-z-]+)", readme, re.MULTILINE)
    assert shown
    assert set(shown) <= set(COMMANDS)


def test_list_show_explain_and_search(intake) -> None:  # type: ignore[no-untyped-def]
    listed = intake("list").output
    assert len(listed.splitlines()) == 30
    number = next(line.split()[0][1:] for line in listed.splitlines() if "Ana Ruiz" in line)
    assert "July 3 to September 29" in intake("show", number).output
    explained = intake("explain", "ana.ruiz@lakeside.example.edu", "period").output
    assert "July 3 to September 29" in explained
    assert "rule:    period." in explained
    assert "Ana Ruiz" in intake("search", "boiler").output
    assert intake("search", "zebrafish").output == ""


def test_list_by_state_and_area(intake) -> None:  # type: ignore[no-untyped-def]
    missing = intake("list", "--status", "incomplete", "--track", "algorithms").output
    assert [line.split()[2] for line in missing.splitlines()] == ["Mia", "Lucy"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("show", "999"), "there is no application '999'"),
        (("explain", "1", "shoe-size"), "items: cover_letter, resume"),
        (("reprocess",), "say what to reprocess"),
        (("digest", "--since", "yesterday"), "is no day"),
        (("digest", "--since", "2016-13-01"), "is no day"),
    ],
)
def test_wrong_use(intake, words: tuple[str, ...], said: str) -> None:  # type: ignore[no-untyped-def]
    result = intake(*words)
    assert result.exit_code == 64
    assert said in result.output


def test_export_has_a_row_for_each_application(intake) -> None:  # type: ignore[no-untyped-def]
    rows = list(csv.DictReader(io.StringIO(intake("export").output)))
    assert len(rows) == 30
    mia = next(row for row in rows if row["name"] == "Mia Falk")
    assert (mia["state"], mia["coursework_status"], mia["track"]) == ("incomplete", "missing", "Algorithms")
    text = intake("export", "--format", "json").output
    assert len(json.loads(text)) == 30
    assert text == json.dumps(json.loads(text), ensure_ascii=False, indent=1) + "\n"


def test_reprocess_shows_no_difference_where_there_is_none(intake) -> None:  # type: ignore[no-untyped-def]
    assert (
        intake("reprocess", "--all", "--dry-run").output
        == "41 messages: 0 gained, 0 lost, 0 changed, 0 failed\n"
    )
    assert intake("reprocess", "--stale").output == "reprocess: nothing new\n"
    assert "1 applications" in intake("reprocess", "1").output


def test_inspect_prints_a_record_for_each_file(tmp_path: Path) -> None:
    paths = [str(path) for path in sorted(FOLDER.glob("*.eml"))[:3]]
    (tmp_path / "photo.eml").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    result = run(
        "inspect", "--jsonl", paths[0], str(tmp_path / "photo.eml"), *paths[1:], str(tmp_path / "none.eml")
    )
    assert result.exit_code == 1
    assert [json.loads(line)["path"] for line in result.stdout.splitlines()] == paths
    assert "photo.eml: is no email" in result.stderr
    assert "none.eml: cannot be read: No such file" in result.stderr


def test_inspect_gives_the_same_bytes_each_time() -> None:
    paths = [str(path) for path in sorted(FOLDER.glob("*.eml"))]
    assert run("inspect", "--jsonl", *paths).stdout == run("inspect", "--jsonl", *paths).stdout


def test_a_missing_configuration_is_said_with_what_to_do(tmp_path: Path) -> None:
    result = run("--config", str(tmp_path / "intake.toml"), "list")
    assert result.exit_code == 78
    assert str(tmp_path / "intake.toml") in result.output


def test_check_config(intake) -> None:  # type: ignore[no-untyped-def]
    result = intake("check-config")
    assert (result.exit_code, "no fault" in result.output) == (0, True)


def test_reading_needs_a_database(tmp_path: Path) -> None:
    result = run("--config", str(Installation(tmp_path).path), "list")
    assert result.exit_code == 74
    assert "intake.db" in result.output


def test_the_demonstration_runs_end_to_end(tmp_path: Path) -> None:
    for _ in range(2):
        result = run("demo", "--folder", str(tmp_path / "demo"))
        assert result.exit_code == 0, result.output
        assert "41 new messages" in result.output
        assert (tmp_path / "demo" / "digest" / "index.html").exists()
    _shown_as_printed(tmp_path / "demo" / "intake.toml")
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "thesis.txt").write_text("precious")
    assert run("demo", "--folder", str(tmp_path / "mine")).exit_code == 64
    assert (tmp_path / "mine" / "thesis.txt").exists()


def _shown_as_printed(config: Path) -> None:
    """Hold what the README shows of the demonstration against what its commands print."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    shown = re.findall(
        r"^\$ \S+ --config \S+ (list|explain \d+ \w+)\n(.+?)(?=^\n|^```)", readme, re.MULTILINE | re.DOTALL
    )
    assert [command for command, _ in shown] == ["list", "explain 4 period"]
    for command, lines in shown:
        printed = run("--config", str(config), *command.split()).output.splitlines()
        assert [line for line in lines.splitlines() if line not in (*printed, "...")] == []


STOPPED = """
import os, signal, time
import click
from intake import cli

def _command() -> None:
    exec("os.kill(os.getpid(), signal.{name}); time.sleep(60)")

cli.Commands.get_command = lambda *_: click.Command("any", callback=_command)
cli.main()
"""


@pytest.mark.parametrize("name", ["SIGTERM", "SIGINT"])
def test_a_signal_ends_with_its_code_also_in_code_run_from_a_string(tmp_path: Path, name: str) -> None:
    """CPython forgets the code where `python -m` was left by KeyboardInterrupt in such code: imports run some."""
    (tmp_path / "stopped.py").write_text(STOPPED.format(name=name))
    done = subprocess.run(
        [sys.executable, "-m", "stopped", "any"],
        check=False,
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == 128 + signal.Signals[name], done.stderr
    assert "what was recorded stands" in done.stderr
