"""What an account offers, for an administrator who sets it up: capabilities, folders, hierarchy delimiter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from intake.config import Limits, Mailbox
from intake.mailbox.client import Connection, Secret
from intake.mailbox.faults import FAULTS

_UNUSABLE = {"\\noselect", "\\nonexistent"}


@dataclass(frozen=True, slots=True)
class Survey:
    """An account after login. `folders` are those that can be opened, by name, with their flags in lower case.

    `delimiter` stands between a folder and those within it, '' where there are none. `server` is what the server
    calls itself (RFC 2971), '' where it does not say.
    """

    capabilities: tuple[str, ...]
    folders: dict[str, frozenset[str]]
    delimiter: str
    server: str


def survey(mailbox: Mailbox, secret: Secret, limits: Limits) -> Survey:
    """Log in and look around; opens no folder. Raises MailboxError, LoginError, ConfigError as connect() does."""
    connection = Connection(mailbox, secret, limits, None)
    try:
        offered = connection.run(lambda client: client.capabilities())
        listed = connection.run(lambda client: client.list_folders())
        said = connection.run(lambda client: client.id_()) if b"ID" in offered else ()
        found = {str(name): frozenset(_text(flag).lower() for flag in flags) for flags, _, name in listed}
        return Survey(
            capabilities=tuple(sorted(_text(one) for one in offered)),
            folders={name: flags for name, flags in sorted(found.items()) if not _UNUSABLE & flags},
            delimiter=next((_text(sign) for _, sign, _ in listed if sign), ""),
            server=_name(said),
        )
    except FAULTS as error:
        raise connection.fault("it cannot be looked at", error) from error
    finally:
        connection.close(politely=True)


def _name(said: Sequence[Any]) -> str:
    """The name in an answer to ID, pairs of key and value in one list, or NIL."""
    pairs = said[0] if said and said[0] else ()
    return next((_text(v) for k, v in zip(pairs[::2], pairs[1::2], strict=False) if k == b"name"), "")


def _text(value: object) -> str:
    return value.decode("ascii", "replace") if isinstance(value, bytes) else str(value)
