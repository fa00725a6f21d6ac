"""OAuth 2: granted once at a terminal, renewed by each run, taken by a real server over both mechanisms."""

from __future__ import annotations

import json
import traceback
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from intake.config import Limits, Mailbox, OAuth
from intake.errors import ConfigError, LoginError, MailboxError
from intake.mailbox import consent, login, oauth
from intake.mailbox.imap import connect
from intake.mailbox.oauth import TokenSource
from servers.dovecot import dovecot
from servers.scripted import Script, ok, scripted
from servers.server import ImapServer
from servers.tokens import TokenProvider, token_provider


@pytest.fixture
def provider(monkeypatch: pytest.MonkeyPatch) -> Iterator[TokenProvider]:
    with token_provider() as running:
        monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(running.ca_file))
        yield running


@pytest.fixture
def granted(provider: TokenProvider, tmp_path: Path) -> Mailbox:
    """A mailbox whose refresh token is on disk."""
    mailbox = of(provider, tmp_path)
    provider.refresh_tokens.add("first")
    oauth.save(mailbox, "first")
    return mailbox


def of(provider: TokenProvider, tmp_path: Path, **more: Any) -> Mailbox:
    table = OAuth(**provider.settings(**{"token_file": tmp_path / "tokens/interns.json", **more}))
    return Mailbox(name="interns", host="imap.example.com", user="student", auth="xoauth2", oauth=table)


def never(_: str) -> str:
    raise AssertionError("nothing is to be asked")


def stored(mailbox: Mailbox) -> str:
    assert mailbox.oauth
    return str(json.loads(mailbox.oauth.token_file.read_text())["refresh_token"])


# --- granting -----------------------------------------------------------------------------------------


def test_by_device_code(provider: TokenProvider, tmp_path: Path) -> None:
    provider.pending = 3
    said: list[str] = []
    mailbox = of(provider, tmp_path)
    consent.log_in(mailbox, said.append, never)
    assert {stored(mailbox)} == provider.refresh_tokens
    assert "ABCD-EFGH" in said[0]
    assert "/enter" in said[0]
    assert "student" in said[1]
    assert provider.forms[0] == ("/device", {"client_id": "intake", "scope": "mail"})
    assert len(provider.forms) == 5
    assert mailbox.oauth
    assert mailbox.oauth.token_file.stat().st_mode & 0o777 == 0o600
    assert not any(stored(mailbox) in line for line in said)


def browser(provider: TokenProvider, said: list[str], *, spoil: str = "") -> Any:
    """Return what the administrator does with the address that is shown."""

    def answer(_: str) -> str:
        query = parse_qs(urlsplit(said[1]).query)
        assert query["code_challenge_method"] == ["S256"]
        assert query["login_hint"] == ["student"]
        code = provider.authorize(query["code_challenge"][0])
        return f"{query['redirect_uri'][0]}?state={spoil or query['state'][0]}&code={code}\n"

    return answer


def test_by_browser(provider: TokenProvider, tmp_path: Path) -> None:
    mailbox = of(provider, tmp_path, device_url=None, authorize_url=f"{provider.base}/authorize")
    said: list[str] = []
    consent.log_in(mailbox, said.append, browser(provider, said))
    assert {stored(mailbox)} == provider.refresh_tokens


def test_answer_of_another_attempt_is_refused(provider: TokenProvider, tmp_path: Path) -> None:
    mailbox = of(provider, tmp_path, device_url=None, authorize_url=f"{provider.base}/authorize")
    said: list[str] = []
    with pytest.raises(LoginError, match="mismatching_state"):
        consent.log_in(mailbox, said.append, browser(provider, said, spoil="other"))
    assert not provider.refresh_tokens


@pytest.mark.parametrize(
    ("pasted", "message"),
    [
        ("", "not the address"),
        ("https://evil.example/?code=x", "not the address"),
        (f"{consent.REDIRECT}?error=access_denied", "access_denied"),
        (f"{consent.REDIRECT}?state=x", "not the address"),
    ],
)
def test_pasted_address_that_is_none(
    provider: TokenProvider, tmp_path: Path, pasted: str, message: str
) -> None:
    mailbox = of(provider, tmp_path, device_url=None, authorize_url=f"{provider.base}/authorize")
    with pytest.raises(LoginError, match=message):
        consent.log_in(mailbox, lambda _: None, lambda _: pasted)


def test_refused_at_the_terminal(provider: TokenProvider, tmp_path: Path) -> None:
    provider.answer = lambda path, _: (400, b'{"error": "access_denied"}') if path == "/token" else None
    with pytest.raises(LoginError, match="access_denied"):
        consent.log_in(of(provider, tmp_path), lambda _: None, never)


def test_code_that_nobody_enters(
    provider: TokenProvider, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    provider.pending = 10**6
    monkeypatch.setattr(consent, "_LONGEST_WAIT", 0.3)
    with pytest.raises(LoginError, match="in time") as caught:
        consent.log_in(of(provider, tmp_path), lambda _: None, never)
    assert "intake login interns" in caught.value.hint


def test_slow_down_is_obeyed(
    provider: TokenProvider, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = [b'{"error": "slow_down"}', b'{"error": "authorization_pending"}']
    provider.answer = lambda path, _: (400, answers.pop(0)) if path == "/token" and answers else None
    pauses: list[float] = []
    monkeypatch.setattr("intake.mailbox.consent.time.sleep", pauses.append)
    consent.log_in(of(provider, tmp_path), lambda _: None, never)
    assert pauses == [0, 5, 5]


def test_without_refresh_token(provider: TokenProvider, tmp_path: Path) -> None:
    provider.answer = lambda path, _: (200, b'{"access_token": "x"}') if path == "/token" else None
    with pytest.raises(LoginError, match="no refresh token") as caught:
        consent.log_in(of(provider, tmp_path), lambda _: None, never)
    assert "offline" in caught.value.hint


@pytest.mark.parametrize("body", [b"", b"<html>", b"[]", b"{}", b'{"device_code": "x"}'])
def test_device_answer_that_is_none(provider: TokenProvider, tmp_path: Path, body: bytes) -> None:
    provider.answer = lambda path, _: (200, body) if path == "/device" else None
    with pytest.raises(MailboxError):
        consent.log_in(of(provider, tmp_path), lambda _: None, never)


# --- renewing -----------------------------------------------------------------------------------------


def test_renewed_once_a_run(provider: TokenProvider, granted: Mailbox) -> None:
    source = login.secret(granted)
    assert callable(source)
    first = source()
    assert first.count(".") == 2
    assert source() == first
    assert [form["grant_type"] for _, form in provider.forms] == ["refresh_token"]


def test_renewed_before_it_ends(
    provider: TokenProvider, granted: Mailbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = 1000.0
    monkeypatch.setattr("intake.mailbox.oauth.time.monotonic", lambda: now)
    source = TokenSource(granted)
    source()
    now += 3600 - oauth.MARGIN - 1
    source()
    assert len(provider.forms) == 1
    now += 2
    source()
    assert len(provider.forms) == 2


def test_new_refresh_token_is_kept(provider: TokenProvider, granted: Mailbox) -> None:
    provider.rotates = True
    for _ in range(3):
        TokenSource(granted)()
    assert {stored(granted)} == provider.refresh_tokens
    assert stored(granted) != "first"
    assert granted.oauth
    assert granted.oauth.token_file.stat().st_mode & 0o777 == 0o600
    assert {path.name for path in granted.oauth.token_file.parent.iterdir()} == {
        "interns.json",
        "interns.json.lock",
    }


def test_client_secret(provider: TokenProvider, tmp_path: Path) -> None:
    path = tmp_path / "client_secret"
    path.write_text("hunter22\n")
    path.chmod(0o600)
    mailbox = of(provider, tmp_path, client_secret_file=path)
    provider.refresh_tokens.add("first")
    oauth.save(mailbox, "first")
    TokenSource(mailbox)()
    assert provider.forms[-1][1]["client_secret"] == "hunter22"
    path.chmod(0o644)
    with pytest.raises(ConfigError, match="client_secret_file"):
        TokenSource(mailbox)()


@pytest.mark.parametrize(
    ("status", "body", "error", "said"),
    [
        (
            400,
            b'{"error": "invalid_grant", "error_description": "Token has been revoked."}',
            LoginError,
            "revoked",
        ),
        (401, b'{"error": "invalid_client"}', LoginError, "invalid_client"),
        (400, b'{"error": "temporarily_unavailable"}', MailboxError, "temporarily_unavailable"),
        (500, b"", MailboxError, "cannot be reached"),
        (503, b"<html>", MailboxError, "cannot be reached"),
        (200, b"<html>", MailboxError, "cannot be understood"),
        (200, b'{"access_token": 5}', MailboxError, "no access token"),
        (200, b"{}", MailboxError, "no access token"),
        (200, b'"text"', MailboxError, "provider of access tokens"),
    ],
)
def test_renewal_that_fails(
    provider: TokenProvider, granted: Mailbox, status: int, body: bytes, error: type[Exception], said: str
) -> None:
    provider.answer = lambda _path, _form: (status, body)
    with pytest.raises(error, match=said) as caught:
        TokenSource(granted)()
    shown = "".join(traceback.format_exception(caught.value))
    assert "first" not in shown.replace("first = source()", "")
    assert stored(granted) == "first"


def test_provider_that_is_away(
    provider: TokenProvider, granted: Mailbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", "")
    with pytest.raises(MailboxError, match="SSLError"):
        TokenSource(granted)()


def test_not_granted_yet(provider: TokenProvider, tmp_path: Path) -> None:
    with pytest.raises(LoginError, match="not been granted") as caught:
        TokenSource(of(provider, tmp_path))()
    assert "intake login interns" in caught.value.hint


@pytest.mark.parametrize("content", ["", "{", "[]", "{}", '{"refresh_token": "x", "client_id": "another"}'])
def test_token_file_of_no_use(provider: TokenProvider, granted: Mailbox, content: str) -> None:
    assert granted.oauth
    granted.oauth.token_file.write_text(content)
    with pytest.raises(LoginError, match="token_file"):
        TokenSource(granted)()
    assert not provider.forms


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o666])
def test_token_file_open_to_others(granted: Mailbox, mode: int) -> None:
    assert granted.oauth
    granted.oauth.token_file.chmod(mode)
    with pytest.raises(ConfigError, match="open to other users"):
        TokenSource(granted)()


def test_token_file_that_cannot_be_written(provider: TokenProvider, tmp_path: Path) -> None:
    (tmp_path / "tokens").write_text("a file where a folder should be")
    with pytest.raises(ConfigError, match="cannot be written"):
        consent.log_in(of(provider, tmp_path), lambda _: None, never)


# --- providers ----------------------------------------------------------------------------------------


def test_known_providers() -> None:
    google = oauth.provider(OAuth(provider="google", client_id="x", token_file=Path("t")))
    assert (google.device_url, google.scope) == (None, "https://mail.google.com/")
    assert google.token_url == "https://oauth2.googleapis.com/token"
    microsoft = oauth.provider(
        OAuth(provider="microsoft", client_id="x", token_file=Path("t"), tenant="example.com")
    )
    assert microsoft.device_url == "https://login.microsoftonline.com/example.com/oauth2/v2.0/devicecode"
    assert "offline_access" in microsoft.scope.split()


# --- real servers -------------------------------------------------------------------------------------


@pytest.fixture
def server() -> Iterator[ImapServer]:
    with dovecot() as running:
        yield running


@pytest.mark.parametrize("auth", ["xoauth2", "oauthbearer"])
def test_from_grant_to_mail(
    server: ImapServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, auth: str
) -> None:
    server.deliver([b"From: ada@example.edu\r\n\r\nHello\r\n"])
    assert server.token_key
    with token_provider(server.token_key) as provider:
        monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(provider.ca_file))
        table = OAuth(**provider.settings(token_file=tmp_path / "t.json"))
        mailbox = server.mailbox("tls", password=None, auth=auth, oauth=table)
        consent.log_in(mailbox, lambda _: None, never)
        with connect(mailbox, login.secret(mailbox), Limits()) as connection:
            connection.open("INBOX")
            (sighting,) = connection.fetch(connection.uids(0))
        assert sighting.raw == b"From: ada@example.edu\r\n\r\nHello\r\n"


@pytest.mark.parametrize("auth", ["xoauth2", "oauthbearer"])
@pytest.mark.parametrize("fault", ["expired", "other", "junk"])
def test_token_that_the_server_refuses(server: ImapServer, tmp_path: Path, auth: str, fault: str) -> None:
    assert server.token_key
    provider = TokenProvider(server.token_key)
    token = {
        "expired": provider.access_token(lifetime=-60),
        "other": provider.access_token(user="somebody"),
        "junk": "x.y.z",
    }[fault]
    table = OAuth(provider="google", client_id="intake", token_file=tmp_path / "t.json")
    mailbox = server.mailbox("tls", password=None, auth=auth, oauth=table)
    with pytest.raises(LoginError, match="is not let in") as caught:
        connect(mailbox, token, Limits())
    assert "intake login dovecot" in caught.value.hint
    assert token not in str(caught.value)


def test_refusal_as_google_says_it(tmp_path: Path) -> None:
    """The reason comes as a challenge, which the client must answer before the server says NO."""
    challenge = b"+ eyJzdGF0dXMiOiI0MDAiLCJzY2hlbWVzIjoiQmVhcmVyIn0=\r\n"
    with scripted(Script()) as script:
        script.answer = lambda command: (
            b"+ \r\n" + challenge + ok(text=b"NO [AUTHENTICATIONFAILED] Invalid credentials (Failure)")
            if command.startswith("AUTHENTICATE")
            else None
        )
        table = OAuth(provider="google", client_id="intake", token_file=tmp_path / "t.json")
        with pytest.raises(LoginError, match="Invalid credentials") as caught:
            connect(script.mailbox(password=None, auth="xoauth2", oauth=table), "token", Limits())
        assert '"status":"400"' in caught.value.message
