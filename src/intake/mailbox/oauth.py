"""Access tokens for IMAP from a refresh token (OAuth 2.0, RFC 6749 section 6), which `intake login` has got once.

The refresh token stands in a file that only its owner reads. Access tokens are kept in memory alone: each run
asks for one, and so the machine's clock never decides whether one is still good.
"""

from __future__ import annotations

import contextlib
import fcntl
import json
import os
import secrets
import shlex
import stat
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from authlib.common.errors import AuthlibBaseError  # type: ignore[import-untyped]
from authlib.integrations.requests_client import OAuth2Session  # type: ignore[import-untyped]
from requests import RequestException

from intake.config import Mailbox, OAuth
from intake.errors import ConfigError, IntakeError, LoginError, MailboxError
from intake.mailbox.faults import plain

HTTP_SECONDS = 30.0
MARGIN = 120.0  # seconds before its end at which a token is no longer used

_PERMANENT = {"invalid_grant", "invalid_client", "unauthorized_client", "access_denied", "expired_token",
              "invalid_scope", "invalid_request", "unsupported_grant_type", "mismatching_state"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Provider:
    """Where a provider is asked, and for what; a URL that it does not have is None."""

    token_url: str
    device_url: str | None
    authorize_url: str | None
    scope: str
    extra: tuple[tuple[str, str], ...] = ()  # more parameters of the address that the browser opens


def provider(oauth: OAuth) -> Provider:
    """Return the provider's endpoints; single ones may be set in the configuration.

    Google gives no permission to read mail by a code for devices, Microsoft does.
    """
    if oauth.provider == "google":
        known = Provider(
            token_url="https://oauth2.googleapis.com/token",  # noqa: S106  an address
            device_url=None,
            authorize_url="https://accounts.google.com/o/oauth2/v2/auth",
            scope="https://mail.google.com/",
            extra=(("access_type", "offline"), ("prompt", "consent")),
        )
    elif oauth.provider == "microsoft":
        base = f"https://login.microsoftonline.com/{oauth.tenant}/oauth2/v2.0"
        known = Provider(
            token_url=f"{base}/token",
            device_url=f"{base}/devicecode",
            authorize_url=f"{base}/authorize",
            scope="https://outlook.office.com/IMAP.AccessAsUser.All offline_access",
        )
    else:
        known = Provider(oauth.token_url or "", oauth.device_url, oauth.authorize_url, "")
    return Provider(
        oauth.token_url or known.token_url,
        oauth.device_url or known.device_url,
        oauth.authorize_url or known.authorize_url,
        oauth.scope or known.scope,
        known.extra,
    )


def session(mailbox: Mailbox, **options: Any) -> Any:
    """Return Authlib's session for the mailbox's client. Raises ConfigError where its secret cannot be read."""
    oauth = settings(mailbox)
    return OAuth2Session(
        client_id=oauth.client_id,
        client_secret=_client_secret(mailbox, oauth),
        token_endpoint_auth_method="client_secret_post" if oauth.client_secret_file else "none",
        scope=provider(oauth).scope or None,
        default_timeout=HTTP_SECONDS,
        **options,
    )


def settings(mailbox: Mailbox) -> OAuth:
    """Return the mailbox's OAuth table. Raises ConfigError where it has none."""
    if mailbox.oauth is None:
        raise ConfigError(f"mailbox {mailbox.name}: has no table [mailboxes.oauth]")
    return mailbox.oauth


class TokenSource:
    """Gives an access token that is good for some minutes at least, asking the provider where it must."""

    def __init__(self, mailbox: Mailbox) -> None:
        """Read nothing yet."""
        self._mailbox = mailbox
        self._token = ""
        self._good_until = 0.0

    def __call__(self) -> str:
        """Return an access token.

        Raises LoginError where the permission is missing or withdrawn, MailboxError where the provider cannot be
        reached now, ConfigError where the token file is open to others.
        """
        if not self._token or time.monotonic() >= self._good_until:
            asked = time.monotonic()
            answer = renew(self._mailbox)
            self._token = str(answer["access_token"])
            self._good_until = asked + _seconds(answer.get("expires_in")) - MARGIN
        return self._token


def renew(mailbox: Mailbox) -> dict[str, Any]:
    """Return a fresh token answer; a new refresh token is on disk before the old one may be forgotten."""
    oauth = settings(mailbox)
    with _locked(mailbox, oauth.token_file):
        refresh_token = _read(mailbox, oauth)
        try:
            with session(mailbox) as client:
                answer = dict(client.refresh_token(provider(oauth).token_url, refresh_token=refresh_token))
        except (AuthlibBaseError, RequestException, ValueError) as error:
            raise fault(mailbox, error) from None
        if not isinstance(answer.get("access_token"), str):
            raise MailboxError(f"mailbox {mailbox.name}: the provider's answer holds no access token")
        if answer.get("refresh_token") not in (None, refresh_token):
            save(mailbox, str(answer["refresh_token"]))
    return answer


def save(mailbox: Mailbox, refresh_token: str) -> None:
    """Write the token file, whole or not at all, for its owner only. Raises ConfigError."""
    oauth = settings(mailbox)
    path = oauth.token_file
    content = {"mailbox": mailbox.name, "user": mailbox.user, "client_id": oauth.client_id}
    temporary = path.with_name(f".{path.name}-{secrets.token_hex(4)}")
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        try:
            handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                json.dump({**content, "refresh_token": refresh_token}, file)
                file.flush()
                os.fsync(file.fileno())
            temporary.replace(path)
        finally:
            temporary.unlink(missing_ok=True)
    except OSError as error:
        raise ConfigError(
            f"mailbox {mailbox.name}: {path} (token_file) cannot be written: {error.strerror}",
            hint="name a file in a folder of the user who runs intake; the token may change at each renewal",
        ) from None


def fault(mailbox: Mailbox, error: Exception) -> IntakeError:
    """Return what a failed request means: withdrawn permission, or a provider that is away; with no token in it."""
    if isinstance(error, AuthlibBaseError) and error.error in _PERMANENT:
        return LoginError(
            f"mailbox {mailbox.name}: the provider gives no access: {plain(f'{error.error}: {error.description}')}",
            hint=f"run: intake login {mailbox.name}",
        )
    if isinstance(error, AuthlibBaseError):
        said = f"says: {plain(f'{error.error}: {error.description}')}"
    elif isinstance(error, RequestException):
        said = f"cannot be reached ({type(error).__name__})"
    else:
        said = "gives an answer that cannot be understood"
    return MailboxError(
        f"mailbox {mailbox.name}: the provider of access tokens {said}",
        hint="nothing is lost: the next run tries again",
    )


def _read(mailbox: Mailbox, oauth: OAuth) -> str:
    again = f"run: intake login {mailbox.name}"
    try:
        content = json.loads(_own_text(mailbox, oauth.token_file, "token_file"))
        refresh_token, client = content["refresh_token"], content["client_id"]
    except FileNotFoundError:
        raise LoginError(f"mailbox {mailbox.name}: access has not been granted yet", hint=again) from None
    except (ValueError, TypeError, LookupError):
        raise LoginError(f"{oauth.token_file} (token_file) is damaged", hint=again) from None
    if client != oauth.client_id:
        raise LoginError(f"{oauth.token_file} (token_file) is of another client_id", hint=again)
    return str(refresh_token)


def _client_secret(mailbox: Mailbox, oauth: OAuth) -> str | None:
    if oauth.client_secret_file is None:
        return None
    try:
        return _own_text(mailbox, oauth.client_secret_file, "client_secret_file").strip()
    except FileNotFoundError:
        raise ConfigError(f"{oauth.client_secret_file} (client_secret_file): No such file") from None


def _own_text(mailbox: Mailbox, path: Path, setting: str) -> str:
    """Read a file that nobody else may read. Raises FileNotFoundError, ConfigError for other faults."""
    try:
        if mode := path.stat().st_mode & 0o077:
            raise ConfigError(
                f"mailbox {mailbox.name}: {path} ({setting}) is open to other users (mode {mode:04o})",
                hint=f"chmod 600 {shlex.quote(str(path))}",
            )
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise
    except OSError as error:
        raise ConfigError(f"mailbox {mailbox.name}: {path} ({setting}): {error.strerror}") from None


@contextlib.contextmanager
def _locked(mailbox: Mailbox, path: Path) -> Iterator[None]:
    """Renew one at a time: a provider that changes refresh tokens takes each only once."""
    lock = path.with_name(f"{path.name}.lock")
    if not path.parent.is_dir():  # then there is no token either, and _read says so
        yield
        return
    try:
        handle = os.open(lock, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, stat.S_IRUSR | stat.S_IWUSR)
    except OSError as error:
        raise ConfigError(
            f"mailbox {mailbox.name}: {lock} cannot be written: {error.strerror}",
            hint="let the user who runs intake own the folder of token_file",
        ) from None
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _seconds(value: object) -> float:
    """Return a lifetime in seconds; RFC 6749 leaves it out where it is known otherwise: an hour is usual."""
    try:
        return float(str(value))
    except ValueError:
        return 3600.0
