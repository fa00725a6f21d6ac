"""`intake init`: both configuration files, written from the examples that come with the program, comments and all."""

from __future__ import annotations

import json
import os
import re
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from intake.config import load_config, load_programme
from intake.errors import ConfigError, StoreError, UsageError

NAMES = ("intake.toml", "programme.toml")
WAYS = (
    "command",
    "file",
    "env",
    "google",
    "microsoft",
)  # where the password comes from; the last two are OAuth
HOSTS = {"google": "imap.gmail.com", "microsoft": "outlook.office365.com"}
_OWNER_ONLY = 0o600

_OAUTH = """\
[mailboxes.oauth]           # `intake login {name}` asks for access and fills token_file
provider = {provider}
client_id = {client_id}
# client_secret_file = "client-secret"   # Google's clients have one
token_file = {token_file}
"""


@dataclass(frozen=True, slots=True)
class Answers:
    """What an administrator says: the mail server, the store, the organisation.

    `way` is one of WAYS, `secret` the command, file or variable that it needs, or the OAuth client's id. Paths are
    as written into the file: relative ones count from its folder.
    """

    host: str
    user: str
    way: str
    secret: str
    folders: tuple[str, ...]
    store: str
    organisation: str
    addresses: tuple[str, ...]
    time_zone: str
    security: str = "tls"
    port: int | None = None
    name: str = "interns"


def texts(answers: Answers, examples: Path) -> dict[str, str]:
    """The content of both files by name, checked as it will be read. Raises ConfigError naming what is faulty."""
    intake, programme = ((examples / name).read_text(encoding="utf-8") for name in NAMES)
    made = {NAMES[0]: _intake(intake, answers), NAMES[1]: _programme(programme, answers)}
    with tempfile.TemporaryDirectory(prefix="intake-") as folder:
        for name, text in made.items():
            (Path(folder) / name).write_text(text, encoding="utf-8")
        try:
            load_config(Path(folder) / NAMES[0])
            load_programme(Path(folder) / NAMES[1])
        except ConfigError as error:
            said = error.message.replace(f"{folder}/", "")
            raise ConfigError(f"nothing is written: {said}", hint=error.hint, faults=error.faults) from None
    return made


def write(folder: Path, made: Mapping[str, str]) -> None:
    """Write the files, readable by their owner only. Raises UsageError where one is there, StoreError."""
    refuse(folder)
    written: list[Path] = []
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        for name, text in made.items():
            path = folder / name
            handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, _OWNER_ONLY)
            written.append(path)
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                file.write(text)
    except OSError as error:
        for path in written:
            with suppress(OSError):
                path.unlink()
        raise StoreError(
            f"{folder}: cannot be written: {error.strerror}", hint="name another with --folder"
        ) from error


def refuse(folder: Path) -> None:
    """Raise UsageError where one of the files is there already: it may hold a person's work."""
    for name in NAMES:
        if os.path.lexists(folder / name):
            raise UsageError(
                f"{folder / name}: is there already, and is not overwritten",
                hint="edit it and run `intake check-config`, or name another folder with --folder",
            )


def _intake(text: str, answers: Answers) -> str:
    port = answers.port or (993 if answers.security == "tls" else 143)
    text = _set(text, "store", {"directory": answers.store})
    text = _set(text, "digest", {"directory": f"{answers.store.rstrip('/')}/digest"})
    text = _set(
        text,
        "mailboxes",
        {
            "name": answers.name,
            "host": answers.host,
            "port": port,
            "security": answers.security,
            "user": answers.user,
            "folders": list(answers.folders),
        },
    )
    return _login(text, answers)


def _login(text: str, answers: Answers) -> str:
    """Put the way to log in where the example has its password_command."""
    is_oauth = answers.way in HOSTS
    line = 'auth = "xoauth2"' if is_oauth else f"password_{answers.way} = {_toml(answers.secret)}"
    text = re.sub(r"^password_command\s*=.*$", lambda _: line, text, count=1, flags=re.MULTILINE)
    if not is_oauth:
        return text
    table = _OAUTH.format(
        name=answers.name,
        provider=_toml(answers.way),
        client_id=_toml(answers.secret),
        token_file=_toml(f"{answers.store.rstrip('/')}/tokens/{answers.name}.json"),
    )
    before, header, after = text.partition("\n[digest]")
    return f"{before}\n{table}{header}{after}"


def _programme(text: str, answers: Answers) -> str:
    """The example's programme for this organisation; another one's names and page are not ours."""
    values: dict[str, object] = {
        "name": answers.organisation,
        "addresses": list(answers.addresses),
        "staff_domains": sorted({address.rpartition("@")[2] for address in answers.addresses}),
        "time_zone": answers.time_zone,
    }
    if f'name = "{answers.organisation}"' not in text:
        values["aliases"] = []
    return _set(text, "organisation", values)


def _set(text: str, table: str, values: Mapping[str, object]) -> str:
    """Give keys of a table other values; comments behind them stay."""
    begin = re.search(rf"^\[+{table}\]+.*$", text, re.MULTILINE)
    if begin is None:
        raise ConfigError(f"the example has no table [{table}]", hint="install intake anew")
    end = re.compile(r"^\[", re.MULTILINE).search(text, begin.end())
    stop = end.start() if end else len(text)
    body = text[begin.end() : stop]
    for key, value in values.items():
        line = re.compile(rf'^{key}\s*=\s*("[^"\n]*"|\[[^\]\n]*\]|[^\s#]+)', re.MULTILINE)
        new = f"{key} = {_toml(value)}"
        body, count = line.subn(lambda _, new=new: new, body, count=1)  # type: ignore[misc]
        body = body if count else f"\n{new}{body}"
    return text[: begin.end()] + body + text[stop:]


def _toml(value: object) -> str:
    """A string, number or list of strings in TOML, whose strings are those of JSON but for DEL (TOML 1.0, String)."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
