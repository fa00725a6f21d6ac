"""Handing a mail to a server by SMTP (RFC 5321, submission RFC 6409): encrypted, verified, bounded in time."""

from __future__ import annotations

import contextlib
import smtplib
import socket
import ssl
from collections.abc import Sequence
from typing import Any

from intake.config import Mailbox, Smtp
from intake.errors import ConfigError, DeliveryError, LoginError
from intake.mailbox import login
from intake.mailbox.client import Watch
from intake.mailbox.faults import advise, describe, plain

CONNECT_SECONDS = 30.0
SESSION_SECONDS = 300.0  # for all of it: a server that trickles must not hold a run
AGAIN = "the next `intake digest --mail` sends it again"

_FAULTS = (smtplib.SMTPException, OSError, ValueError)


def send(raw: bytes, sender: str, to: Sequence[str], server: Smtp, mailbox: Mailbox | None) -> dict[str, str]:
    """Hand a message over; return the addresses that the server refused, with its words, where it took others.

    `mailbox` is the one whose user and password are used, None for the server's own or none. Raises LoginError
    where the user is refused, DeliveryError where the mail was not taken, ConfigError where the password's
    place or ca_file is wrong. The certificate is verified, always.
    """
    account = mailbox or _account(server)
    secret = login.secret(account) if account else None
    watch = Watch(None)
    try:
        with watch.limit(SESSION_SECONDS):
            session = _connected(server, watch)
            try:
                if account is not None and secret is not None:
                    _log_in(session, account, secret() if callable(secret) else secret, server)
                refused = session.sendmail(sender, list(to), raw)
            finally:
                _leave(session)
    except smtplib.SMTPRecipientsRefused as error:
        named = ", ".join(f"{to}: {_words(reply)}" for to, reply in error.recipients.items())
        raise DeliveryError(
            f"{_name(server)} takes mail to none of: {named}", hint="correct digest.mail.to"
        ) from error
    except _FAULTS as error:
        raise DeliveryError(f"{_name(server)}: {_described(error)}", hint=_advice(error)) from error
    finally:
        watch.release()
    return {address: _words(reply) for address, reply in refused.items()}


def _account(server: Smtp) -> Mailbox | None:
    """The server's own user in the shape in which passwords are looked up."""
    if server.user is None:
        return None
    return Mailbox(
        name="digest-mail",
        host=server.host,
        user=server.user,
        password_env=server.password_env,
        password_file=server.password_file,
        password_command=server.password_command,
    )


def _connected(server: Smtp, watch: Watch) -> smtplib.SMTP:
    context = _context(server)
    seconds = min(CONNECT_SECONDS, float(server.timeout))

    class Session(smtplib.SMTP):
        """The library's client with the watch over its socket, encrypted from the first byte where that is set."""

        def _get_socket(self, host: str, port: int, timeout: float) -> socket.socket:
            plain_socket = socket.create_connection((host, port), timeout)
            watch.guard(plain_socket)
            if server.security != "tls":
                return plain_socket
            return context.wrap_socket(plain_socket, server_hostname=host)

    session = Session(server.host, server.real_port, timeout=seconds)
    try:
        if session.sock is not None:
            session.sock.settimeout(float(server.timeout))
        if server.security == "starttls":
            session.starttls(context=context)
    except BaseException:
        session.close()
        raise
    return session


def _leave(session: smtplib.SMTP) -> None:
    """Say goodbye: what goes wrong here does not undo that a mail was taken."""
    with contextlib.suppress(*_FAULTS):
        session.quit()
    session.close()


def _log_in(session: smtplib.SMTP, account: Mailbox, secret: str, server: Smtp) -> None:
    session.ehlo_or_helo_if_needed()
    try:
        if account.auth == "password":
            _with_password(session, account.user, secret)
        else:
            session.auth(account.auth.upper(), _Bearer(account, secret))
    except smtplib.SMTPAuthenticationError as error:
        said = _words((error.smtp_code, error.smtp_error)).replace(secret, "***")
        raise LoginError(
            f"{_name(server)}: user {account.user!r} is not let in: {said}",
            hint="check the user and the password, and whether the account may send by SMTP",
        ) from None


def _with_password(session: smtplib.SMTP, user: str, password: str) -> None:
    """Log in by the first way that both know: trying a refused password in another way gets accounts locked."""
    offered = str(session.esmtp_features.get("auth", "")).upper().split()
    ways: dict[str, Any] = {
        "PLAIN": session.auth_plain,
        "LOGIN": session.auth_login,
        "CRAM-MD5": session.auth_cram_md5,
    }
    way = next((name for name in ways if name in offered), None)
    if way is None:
        raise smtplib.SMTPNotSupportedError("the server takes no password on this connection")
    if not (user.isascii() and password.isascii()):
        raise smtplib.SMTPNotSupportedError(
            "a user or password with letters beyond ASCII cannot be sent by SMTP"
        )
    session.user, session.password = user, password
    session.auth(way, ways[way])


class _Bearer:
    """The client's side of XOAUTH2 and OAUTHBEARER (RFC 7628); a further challenge is a refusal, to be acknowledged."""

    def __init__(self, account: Mailbox, token: str) -> None:
        user = account.user.replace("=", "=3D").replace(",", "=2C")
        start = f"user={account.user}\1" if account.auth == "xoauth2" else f"n,a={user},\1"
        self._first = f"{start}auth=Bearer {token}\1\1"
        self._last = "" if account.auth == "xoauth2" else "\1"

    def __call__(self, challenge: bytes | None = None) -> str:
        """The token at first, then the acknowledgement."""
        return self._first if challenge is None else self._last


def _context(server: Smtp) -> ssl.SSLContext:
    try:
        context = ssl.create_default_context(cafile=str(server.ca_file) if server.ca_file else None)
    except (OSError, ssl.SSLError) as error:
        raise ConfigError(
            f"digest.mail.smtp: {server.ca_file} (ca_file): {error.strerror or 'is no certificate'}",
            hint="ca_file is a file with certificates in PEM form",
        ) from error
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    return context


def _name(server: Smtp) -> str:
    return f"digest.mail.smtp: {server.host}:{server.real_port}"


def _described(error: BaseException) -> str:
    if isinstance(error, smtplib.SMTPResponseException):
        return f"the server says: {_words((error.smtp_code, error.smtp_error))}"
    if isinstance(error, smtplib.SMTPServerDisconnected):
        return "the server closed the connection"
    if isinstance(error, smtplib.SMTPException):
        return plain(str(error))
    return describe(error)


def _words(reply: Any) -> str:
    """A server's reply on one line of bounded length."""
    code, said = reply
    return plain(f"{code} {said.decode('utf-8', 'replace') if isinstance(said, bytes) else said}")


def _advice(error: BaseException) -> str:
    if isinstance(error, ssl.SSLCertVerificationError | socket.gaierror | ConnectionRefusedError):
        return advise(error)
    if isinstance(error, ssl.SSLError):
        return 'does the port speak TLS? security = "tls" is port 465, "starttls" port 587'
    return AGAIN
