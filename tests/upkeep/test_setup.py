"""`init`: what it writes is read as what was said, keeps the comments, and never goes over another file."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from intake.cli import main
from intake.config import load_config, load_programme
from intake.errors import ConfigError
from intake.upkeep.setup import Answers, texts
from support.cases import CONFIG

OPTIONS = (
    "--user", "jobs@example.com", "--host", "mail.example.com", "--login", "env", "--secret", "JOBS_PASSWORD",
    "--read", "INBOX", "--read", "Bulk Mail", "--store", "/srv/jobs", "--organisation", 'Ex "Ample" & Söhne',
    "--address", "jobs@example.com", "--time-zone", "Europe/Berlin",
)  # fmt: skip


def init(folder: Path, *words: str, said: str = "") -> Result:
    return CliRunner().invoke(
        main, ["init", "--folder", str(folder), *words], input=said, catch_exceptions=False
    )


def answers(**changes: object) -> Answers:
    values: dict[str, object] = {
        "host": "mail.example.com", "user": "jobs", "way": "file", "secret": "password", "folders": ("INBOX",),
        "store": "../var", "organisation": "Example", "addresses": ("jobs@example.com",), "time_zone": "UTC",
    }  # fmt: skip
    return Answers(**{**values, **changes})  # type: ignore[arg-type]


def test_options_are_written_and_the_rest_stays(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "config"
    result = init(folder, *OPTIONS)
    assert result.exit_code == 0, result.output
    config, programme = load_config(folder / "intake.toml"), load_programme(folder / "programme.toml")
    (mailbox,) = config.mailboxes
    assert (mailbox.user, mailbox.host, mailbox.real_port) == ("jobs@example.com", "mail.example.com", 993)
    assert (mailbox.password_env, mailbox.password_command) == ("JOBS_PASSWORD", None)
    assert mailbox.folders == ("INBOX", "Bulk Mail")
    assert (config.store.directory, config.digest.directory) == (Path("/srv/jobs"), Path("/srv/jobs/digest"))
    assert config.programme == folder / "programme.toml"
    own = programme.organisation
    assert (own.name, own.aliases, own.time_zone) == ('Ex "Ample" & Söhne', (), "Europe/Berlin")
    assert (own.addresses, own.staff_domains) == (("jobs@example.com",), ("example.com",))
    for name in ("intake.toml", "programme.toml"):
        assert (folder / name).stat().st_mode & 0o777 == 0o600
        written, example = (folder / name).read_text().splitlines(), (CONFIG / name).read_text().splitlines()
        assert sum(line.startswith("#") for line in written) == sum(line.startswith("#") for line in example)
        assert len(written) == len(example), "only values differ"


def test_what_no_option_says_is_asked(tmp_path: Path) -> None:
    said = "\n".join(
        ["jobs@example.com", "file", "mail.example.com", "password", "INBOX, Junk", "", "Example", "", "", ""]
    )
    result = init(tmp_path / "config", said=said)
    assert result.exit_code == 0, result.output
    (mailbox,) = load_config(tmp_path / "config" / "intake.toml").mailboxes
    assert (mailbox.folders, mailbox.password_file) == (("INBOX", "Junk"), tmp_path / "config" / "password")
    assert f"--config {tmp_path / 'config' / 'intake.toml'} doctor" in result.output


@pytest.mark.parametrize("there", ["intake.toml", "programme.toml"])
def test_nothing_is_overwritten(there: str, tmp_path: Path) -> None:
    (tmp_path / there).write_text("precious")
    result = init(tmp_path, *OPTIONS)
    assert (result.exit_code, (tmp_path / there).read_text()) == (64, "precious")
    assert there in result.output
    assert len(list(tmp_path.iterdir())) == 1


def test_a_link_that_leads_nowhere_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "intake.toml").symlink_to(tmp_path / "elsewhere")
    assert init(tmp_path, *OPTIONS).exit_code == 64
    assert not (tmp_path / "elsewhere").exists()


def test_a_fault_in_what_was_said_writes_nothing(tmp_path: Path) -> None:
    result = init(tmp_path / "config", *OPTIONS, "--time-zone", "Mars/Olympus")
    assert result.exit_code == 78
    assert "organisation.time_zone" in result.output
    assert not (tmp_path / "config").exists()


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    result = init(tmp_path / "file" / "config", *OPTIONS)
    assert result.exit_code == 74
    assert "cannot be written" in result.output


@pytest.mark.parametrize("provider", ["google", "microsoft"])
def test_oauth_gets_its_table_within_the_mailbox(provider: str) -> None:
    made = texts(answers(way=provider, secret="client-1"), CONFIG)
    (mailbox,) = tomllib.loads(made["intake.toml"])["mailboxes"]
    assert (mailbox["auth"], mailbox["oauth"]["provider"]) == ("xoauth2", provider)
    assert mailbox["oauth"]["token_file"] == "../var/tokens/interns.json"
    assert "password_command" not in mailbox


@pytest.mark.parametrize("odd", ['a"b\\c', "\x7fé\t", "x = 1\n[store]", r"\1\g<0>", "# no comment"])
def test_odd_words_come_back_as_they_were_said(odd: str) -> None:
    made = tomllib.loads(texts(answers(secret=odd, host=f"h{odd}h"), CONFIG)["intake.toml"])
    assert made["mailboxes"][0]["password_file"] == odd
    assert made["mailboxes"][0]["host"] == f"h{odd}h"


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"host": " "}, "mailboxes.1.host"),
        ({"addresses": ("nobody",)}, "organisation.addresses"),
        ({"folders": ()}, "folders"),
    ],
)
def test_what_cannot_be_right_is_named(changes: dict[str, object], fault: str) -> None:
    with pytest.raises(ConfigError) as caught:
        texts(answers(**changes), CONFIG)
    assert fault in str(caught.value)
    assert str(caught.value).startswith("nothing is written: ")


def test_login_is_for_mailboxes_with_oauth(tmp_path: Path) -> None:
    init(tmp_path, *OPTIONS)
    runner = CliRunner()
    refused = runner.invoke(main, ["--config", str(tmp_path / "intake.toml"), "login", "interns"])
    assert (refused.exit_code, "needs no login" in refused.output) == (78, True)
    unknown = runner.invoke(main, ["--config", str(tmp_path / "intake.toml"), "login", "other"])
    assert (unknown.exit_code, "mailboxes: interns" in unknown.output) == (64, True)
