"""Getting a refresh token once, with an administrator at the terminal: by a code (RFC 8628), or by the browser.

Where the browser comes back to an address of this machine, it shows an error page, as nothing listens there:
the administrator pastes the address. This works on a server without a browser, and opens no port.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs, urlsplit

from authlib.common.errors import AuthlibBaseError  # type: ignore[import-untyped]
from authlib.common.security import generate_token  # type: ignore[import-untyped]
from authlib.integrations.base_client import OAuthError  # type: ignore[import-untyped]
from requests import RequestException

from intake.config import Mailbox
from intake.errors import IntakeError, LoginError
from intake.mailbox import oauth

REDIRECT = "http://127.0.0.1:8765/"  # RFC 8252 section 7.3: providers allow any port of the loopback address
DEVICE_GRANT = "urn:ietf:params:oauth:grant-type:device_code"
_LONGEST_WAIT = 1800.0  # seconds

Tell = Callable[[str], None]
Ask = Callable[[str], str]


def log_in(mailbox: Mailbox, tell: Tell, ask: Ask) -> None:
    """Walk an administrator through granting access and keep what it gives.

    `tell` shows a line, `ask` shows one and returns what is typed. Raises LoginError where access is refused or
    time runs out, MailboxError where the provider cannot be reached, ConfigError for settings and files.
    """
    provider = oauth.provider(oauth.settings(mailbox))
    try:
        if provider.device_url:
            answer = _by_code(mailbox, provider, provider.device_url, tell)
        else:
            answer = _by_browser(mailbox, provider, tell, ask)
    except (AuthlibBaseError, RequestException, ValueError, LookupError) as error:
        raise oauth.fault(mailbox, error) from None
    refresh_token = answer.get("refresh_token")
    if not isinstance(refresh_token, str) or not refresh_token:
        raise LoginError(
            f"mailbox {mailbox.name}: the provider gave no refresh token",
            hint="the scope must allow access while nobody is there (offline_access, access_type=offline)",
        )
    oauth.save(mailbox, refresh_token)
    tell(f"Access to {mailbox.user} is granted and kept in {oauth.settings(mailbox).token_file}")


def _by_code(mailbox: Mailbox, provider: oauth.Provider, device_url: str, tell: Tell) -> dict[str, Any]:
    with oauth.session(mailbox) as client:
        asked = {"client_id": client.client_id, "scope": provider.scope}
        response = client.request("POST", device_url, withhold_token=True, data=asked)
        device = response.json()
        if not isinstance(device, dict):
            raise ValueError("no JSON object")
        if "error" in device:
            raise OAuthError(device["error"], device.get("error_description"))
        response.raise_for_status()
        address = device.get("verification_uri") or device["verification_url"]
        tell(f"Open {address} in a browser, enter the code {device['user_code']}")
        tell(f"and sign in as {mailbox.user}. Waiting ...")
        return _wait(mailbox, client, provider.token_url, device)


def _wait(mailbox: Mailbox, client: Any, token_url: str, device: dict[str, Any]) -> dict[str, Any]:
    """Ask until the code has been entered, no faster than the provider says."""
    pause = max(0.0, float(device.get("interval", 5)))
    until = time.monotonic() + min(_LONGEST_WAIT, float(device.get("expires_in", 900)))
    while time.monotonic() < until:
        time.sleep(pause)
        try:
            return dict(
                client.fetch_token(token_url, grant_type=DEVICE_GRANT, device_code=device["device_code"])
            )
        except OAuthError as error:
            if error.error == "slow_down":
                pause += 5
            elif error.error != "authorization_pending":
                raise
    raise _late(mailbox)


def _late(mailbox: Mailbox) -> IntakeError:
    return LoginError(
        f"mailbox {mailbox.name}: the code has not been entered in time",
        hint=f"run again: intake login {mailbox.name}",
    )


def _by_browser(mailbox: Mailbox, provider: oauth.Provider, tell: Tell, ask: Ask) -> dict[str, Any]:
    """Exchange a code that the browser brings back, bound to us by PKCE (RFC 7636) and to this attempt by state."""
    verifier = generate_token(64)
    with oauth.session(mailbox, redirect_uri=REDIRECT, code_challenge_method="S256") as client:
        address, state = client.create_authorization_url(
            provider.authorize_url, code_verifier=verifier, login_hint=mailbox.user, **dict(provider.extra)
        )
        tell(f"Open this address in a browser and sign in as {mailbox.user}:")
        tell(address)
        tell("The browser ends at an address of this machine that it cannot show. That is as it should be.")
        pasted = ask("Paste that address (http://127.0.0.1...)").strip()
        answer = parse_qs(urlsplit(pasted).query)
        if "error" in answer:
            raise OAuthError(answer["error"][0], answer.get("error_description", [""])[0])
        if not pasted.startswith(REDIRECT) or "code" not in answer:
            raise LoginError(
                f"mailbox {mailbox.name}: this is not the address that the browser ended at",
                hint=f"it begins with {REDIRECT}? and holds code=",
            )
        return dict(
            client.fetch_token(
                provider.token_url, authorization_response=pasted, state=state, code_verifier=verifier
            )
        )
