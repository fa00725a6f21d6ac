"""Both files read: each into a frozen value, or into one ConfigError that names every fault."""

from __future__ import annotations

import hashlib
import tomllib
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from intake.config.programme import Programme
from intake.config.settings import Config, StorePlace
from intake.config.tables import TableT
from intake.errors import ConfigError


def load_programme(path: Path | str) -> Programme:
    """Read a programme.toml. Raises ConfigError with every fault in it."""
    path = Path(path)
    raw, table = _read(path)
    table["fingerprint"] = hashlib.sha256(raw).hexdigest()
    return _validate(Programme, table, path)


def load_config(path: Path) -> Config:
    """Read an intake.toml; its relative paths become absolute, from the file's folder. Raises ConfigError."""
    _, table = _read(path)
    config = _validate(Config, table, path)
    return _absolute(config, path.resolve().parent)


def _absolute(config: Config, base: Path) -> Config:
    def place(value: Path) -> Path:
        return (base / value.expanduser()).resolve()

    def places(table: TableT, *keys: str) -> TableT:
        return table.model_copy(update={key: place(value) for key in keys if (value := getattr(table, key))})

    mailboxes = tuple(
        places(mailbox, "password_file", "ca_file").model_copy(
            update={"oauth": mailbox.oauth and places(mailbox.oauth, "client_secret_file", "token_file")}
        )
        for mailbox in config.mailboxes
    )
    mail = config.digest.mail
    if mail and mail.smtp:
        mail = mail.model_copy(update={"smtp": places(mail.smtp, "password_file", "ca_file")})
    warnings = tuple(
        f"mailbox {mailbox.name}: the password stands in the file as plain text; "
        "use password_command, password_env or password_file"
        for mailbox in mailboxes
        if mailbox.password is not None
    )
    return config.model_copy(
        update={
            "programme": place(config.programme),
            "store": StorePlace(directory=place(config.store.directory)),
            "digest": config.digest.model_copy(
                update={"directory": place(config.digest.directory), "mail": mail}
            ),
            "mailboxes": mailboxes,
            "watch": places(config.watch, "metrics_file", "heartbeat_file"),
            "warnings": warnings,
        }
    )


def _read(path: Path) -> tuple[bytes, dict[str, Any]]:
    try:
        raw = path.read_bytes()
        return raw, tomllib.loads(raw.decode("utf-8"))
    except OSError as error:
        raise ConfigError(
            f"{path}: cannot be read: {error.strerror}", hint="name another with --config"
        ) from error
    except UnicodeDecodeError as error:
        raise ConfigError(f"{path}: is not UTF-8 text (byte {error.start})") from error
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{path}: is not TOML: {error}") from error


def _validate(model: type[TableT], table: dict[str, Any], path: Path) -> TableT:
    try:
        return model.model_validate(table)
    except ValidationError as error:
        faults = tuple(_fault(entry) for entry in error.errors(include_url=False, include_context=False))
        count = "1 fault" if len(faults) == 1 else f"{len(faults)} faults"
        raise ConfigError(f"{path}: {count}", faults=faults) from None


def _fault(entry: ErrorDetails) -> str:
    """Say where, what was found and what is expected; never show a password."""
    key = (
        ".".join(f"{part + 1}" if isinstance(part, int) else part for part in entry["loc"]) or "(whole file)"
    )
    message = entry["msg"].removeprefix("Value error, ").replace("Input should", "should")
    if entry["type"] == "missing":
        return f"{key}: is missing"
    if entry["type"] == "extra_forbidden":
        return f"{key}: is no setting that intake knows"
    if isinstance(entry["input"], dict | list) or "password" in key:
        return f"{key}: {message}"
    return f"{key}: found {entry['input']!r}; {message}"
