"""Configuration: every fault at once, each with its key; what the page says stands in the programme."""

from __future__ import annotations

from pathlib import Path

import pytest

from intake.config import Programme, load_config, load_programme
from intake.errors import ConfigError
from intake.measuring.proof import prove

CONFIG = Path(__file__).resolve().parents[1] / "config"

INTAKE = """
programme = "programme.toml"
[store]
directory = "var"
[digest]
directory = "digest"
[[mailboxes]]
name = "interns"
host = "imap.example.com"
user = "interns"
{password}
"""


@pytest.fixture
def programme() -> Programme:
    return load_programme(CONFIG / "programme.toml")


def write(folder: Path, text: str) -> Path:
    path = folder / "intake.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_shipped_files_are_faultless(programme: Programme) -> None:
    config = load_config(CONFIG / "intake.toml")
    assert config.warnings == ()
    assert config.programme == CONFIG / "programme.toml"
    faults, proved = prove(programme)
    assert faults == ()
    assert proved >= 12


def test_the_programme_says_what_the_page_says(programme: Programme) -> None:
    assert programme.items == ("cover_letter", "resume", "coursework", "period", "track")
    assert programme.organisation.addresses == ("interns@numenta.com",)
    assert [track.name for track in programme.tracks] == ["Algorithms", "Software Engineering"]
    assert programme.commitment is not None
    assert (programme.commitment.min_months, programme.commitment.max_months) == (3, 4)


def test_paths_are_taken_from_the_files_folder(tmp_path: Path) -> None:
    config = load_config(write(tmp_path, INTAKE.format(password='password_file = "secret"')))
    assert config.store.directory == tmp_path / "var"
    assert config.mailboxes[0].password_file == tmp_path / "secret"
    assert config.mailboxes[0].real_port == 993


def test_a_plain_password_works_with_a_warning_and_is_never_shown(tmp_path: Path) -> None:
    config = load_config(write(tmp_path, INTAKE.format(password='password = "tr0ub4dor"')))
    assert len(config.warnings) == 1
    assert "interns" in config.warnings[0]
    assert "tr0ub4dor" not in repr(config) + str(config.warnings)


def test_every_fault_is_listed_with_its_key(tmp_path: Path) -> None:
    text = (
        INTAKE.format(password="") + 'port = 99999\nsecurity = "ssl"\nfolder = "INBOX"\n[limits]\npages = 0\n'
    )
    with pytest.raises(ConfigError) as caught:
        load_config(write(tmp_path, text))
    said = str(caught.value)
    assert str(tmp_path / "intake.toml") in said
    for words in (
        "mailboxes.1.port: found 99999",
        "mailboxes.1.security: found 'ssl'",
        "mailboxes.1.folder: is no setting",
        "limits.pages: found 0",
    ):
        assert words in said
    assert len(caught.value.faults) == 4


@pytest.mark.parametrize(
    ("password", "words"),
    [
        ("", "expected exactly one of password_command, password_env, password_file; found none"),
        ('password_env = "A"\npassword_file = "b"', "found password_env and password_file"),
        ('password_env = "A"\nsecurity = "none"', "for a server on this machine only"),
    ],
)
def test_faults_between_settings(tmp_path: Path, password: str, words: str) -> None:
    with pytest.raises(ConfigError, match="1 fault") as caught:
        load_config(write(tmp_path, INTAKE.format(password=password)))
    assert words in str(caught.value)


def test_a_password_is_not_shown_in_a_fault(tmp_path: Path) -> None:
    with pytest.raises(ConfigError) as caught:
        load_config(write(tmp_path, INTAKE.format(password='password = ["hunter2hunter2"]')))
    assert "hunter2" not in str(caught.value)


@pytest.mark.parametrize(
    ("raw", "words"),
    [(b"a = [", "is not TOML"), (b"a = '\xff'", "is not UTF-8 text"), (None, "cannot be read")],
)
def test_files_that_are_none(tmp_path: Path, raw: bytes | None, words: str) -> None:
    path = tmp_path / "programme.toml"
    if raw is not None:
        path.write_bytes(raw)
    with pytest.raises(ConfigError, match=words) as caught:
        load_programme(path)
    assert str(path) in str(caught.value)


def test_faults_between_tables_of_the_programme(tmp_path: Path) -> None:
    text = (CONFIG / "programme.toml").read_text(encoding="utf-8")
    text += '\n[[openings]]\nname = "Summer 2017"\nseason = "summer"\nyear = 2018\ntracks = ["hardware"]\n'
    path = tmp_path / "programme.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError) as caught:
        load_programme(path)
    assert "opening 'Summer 2017' is given twice" in str(caught.value)
    assert "unknown track 'hardware'" in str(caught.value)


def test_the_example_programme_needs_no_code() -> None:
    other = load_programme(CONFIG / "examples" / "programme.toml")
    assert "coursework" not in other.items
    assert prove(other)[0] == ()


def test_an_example_that_does_not_hold_is_named(programme: Programme) -> None:
    first = programme.tracks[0].model_copy(update={"examples": ("I like trains.",)})
    faults, _ = prove(programme.model_copy(update={"tracks": (first, *programme.tracks[1:])}))
    assert faults == ("tracks.algorithms.examples: 'I like trains.' is not read as this",)


def test_a_changed_programme_has_another_fingerprint(tmp_path: Path, programme: Programme) -> None:
    path = tmp_path / "programme.toml"
    path.write_text(
        (CONFIG / "programme.toml").read_text(encoding="utf-8") + "\n# changed\n", encoding="utf-8"
    )
    assert load_programme(path).fingerprint != programme.fingerprint
