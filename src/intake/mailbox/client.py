"""One connection to an IMAP server: encrypted, logged in, and ended when it takes too long.

A socket's timeout starts anew with each byte, so that a server which trickles could hold a run for days:
beside it a watch cuts the connection when a command has had the time that its size allows.
"""

from __future__ import annotations

import contextlib
import errno
import imaplib
import logging
import os
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar, cast

from imapclient import IMAPClient, SocketTimeout
from imapclient.exceptions import CapabilityError, IMAPClientAbortError, IMAPClientError
from imapclient.imapclient import join_message_ids
from imapclient.response_parser import parse_fetch_response

from intake.config import Limits, Mailbox
from intake.errors import ConfigError, LoginError, MailboxError
from intake.mailbox import answers
from intake.mailbox.answers import Head
from intake.mailbox.faults import FAULTS, TooLargeError, TooSlowError, advise, describe, is_busy, plain

SLOWEST = 10_000  # bytes in a second; a line that is slower is taken for dead
CONNECT_SECONDS = 30.0
LOGOUT_SECONDS = 5.0
SLACK = 2**20  # bytes; some servers (Exchange) announce sizes that are only nearly right

Secret = str | Callable[[], str]  # a callable where it may expire, as an OAuth token does
AnswerT = TypeVar("AnswerT")

# At DEBUG it writes whole message bodies.
logging.getLogger("imapclient.imaplib").setLevel(logging.INFO)


class Watch:
    """Cuts a connection from outside when its time is up."""

    def __init__(self, deadline: float | None) -> None:
        """`deadline` is a time of the monotonic clock after which nothing goes on, None for no such time."""
        self._deadline = deadline
        self._socket: socket.socket | None = None
        self._cut = False

    def guard(self, connection: socket.socket) -> None:
        """Watch over this connection; the duplicate stays valid when TLS takes the socket over."""
        self.release()
        self._socket = socket.socket(fileno=os.dup(connection.fileno()))

    def release(self) -> None:
        """Let the connection go."""
        if self._socket:
            self._socket.close()
        self._socket = None

    @property
    def is_over(self) -> bool:
        """Whether the deadline of the whole has passed."""
        return self._deadline is not None and time.monotonic() >= self._deadline

    @contextlib.contextmanager
    def limit(self, seconds: float) -> Iterator[None]:
        """Give what is inside so many seconds; raises TooSlowError when they were not enough."""
        if self._deadline is not None:
            seconds = max(0.0, min(seconds, self._deadline - time.monotonic()))
        timer = threading.Timer(seconds, self._end)
        timer.daemon = True
        timer.start()
        try:
            yield
        except FAULTS as error:
            if self._cut:
                raise TooSlowError(f"not done within {seconds:.0f} seconds") from error
            raise
        finally:
            timer.cancel()

    def _end(self) -> None:
        self._cut = True
        if self._socket:
            with contextlib.suppress(OSError):  # it may have ended by itself
                self._socket.shutdown(socket.SHUT_RDWR)


class _Protocol(imaplib.IMAP4):
    """imaplib's client with the watch over its socket and a bound on what it takes into memory."""

    def __init__(self, mailbox: Mailbox, context: ssl.SSLContext | None, watch: Watch, largest: int) -> None:
        self._context = context
        self._watch = watch
        self._largest = largest
        self._seconds = min(CONNECT_SECONDS, float(mailbox.timeout))
        super().__init__(mailbox.host, mailbox.real_port)

    def _create_socket(self, timeout: float | None = None) -> socket.socket:
        connection = socket.create_connection((self.host, self.port), timeout=self._seconds)
        self._watch.guard(connection)
        if self._context is None:
            return connection
        return self._context.wrap_socket(connection, server_hostname=self.host)

    def read(self, size: int) -> bytes:
        """Read a literal of that many bytes, unless no message that we take is so large."""
        if size > self._largest:
            raise TooLargeError(f"the server sends {size} bytes, and at most {self._largest} are taken")
        return super().read(size)


class _Client(IMAPClient):  # type: ignore[misc]  # imapclient has no types
    """IMAPClient over that protocol, without its habit of formatting every body for a log nobody reads."""

    def __init__(self, mailbox: Mailbox, context: ssl.SSLContext, watch: Watch, largest: int) -> None:
        implicit = mailbox.security == "tls"
        self._make: Callable[[], _Protocol] = lambda: _Protocol(
            mailbox, context if implicit else None, watch, largest
        )
        timeout = SocketTimeout(min(CONNECT_SECONDS, float(mailbox.timeout)), float(mailbox.timeout))
        super().__init__(mailbox.host, mailbox.real_port, ssl=implicit, ssl_context=context, timeout=timeout)
        self._imap.debug = 0
        self.normalise_times = False  # aware datetimes
        if mailbox.security == "starttls":
            self.starttls(context)

    def heads(self, uids: Sequence[int]) -> dict[int, Head]:
        """Ask for size and date of messages; as IMAPClient.fetch, whose reading of such lines takes ten times longer."""
        if not uids:
            return {}
        tag = self._imap._command("UID", "FETCH", join_message_ids(uids), "(RFC822.SIZE INTERNALDATE)")
        kind, data = self._imap._command_complete("FETCH", tag)
        self._checkok("fetch", kind, data)
        _, lines = self._imap._untagged_response(kind, data, "FETCH")
        found = answers.plain_heads(lines)
        if found is None:
            items = parse_fetch_response(lines, self.normalise_times, True)
            found = {uid: answers.head(one) for uid, one in items.items()}
        return {uid: found[uid] for uid in uids if uid in found}

    def _create_IMAP4(self) -> _Protocol:  # noqa: N802  imapclient's hook
        return self._make()


class Connection:
    """A client that is logged in; every command has its time, every fault is one of FAULTS or an IntakeError."""

    def __init__(self, mailbox: Mailbox, secret: Secret, limits: Limits, deadline: float | None) -> None:
        """Connect and log in.

        Raises MailboxError where the server cannot be reached or will not talk now, LoginError where it
        refuses the user, ConfigError where ca_file cannot be read.
        """
        self._mailbox = mailbox
        self._watch = Watch(deadline)
        self._client: Any = None
        self._seconds = 3.0 * mailbox.timeout  # greeting, STARTTLS and LOGIN may each take their time
        context = _context(mailbox)
        given = secret() if callable(secret) else secret
        try:
            with self._watch.limit(self._seconds):
                self._client = _Client(mailbox, context, self._watch, limits.message_bytes + SLACK)
                self._log_in(given)
        except FAULTS as error:
            self.close()
            raise self.fault("no connection", error) from error
        except BaseException:
            self.close()
            raise

    def run(self, command: Callable[[Any], AnswerT], *, size: int = 0) -> AnswerT:
        """Do one command whose answer has about `size` bytes. Raises one of FAULTS, or MailboxError at the deadline."""
        if self._client is None:
            raise ConnectionError(errno.ENOTCONN, "the connection was lost before")
        with self._watch.limit(self._seconds + size / SLOWEST):
            return command(self._client)

    def fault(self, what: str, error: BaseException) -> MailboxError:
        """Return the error that ends a run, with the server's name and what to do."""
        if self._watch.is_over:
            return MailboxError(
                f"{self.name}: {what}: the time for this run is over", hint="the next run goes on from here"
            )
        return MailboxError(f"{self.name}: {what}: {describe(error)}", hint=advise(error))

    @property
    def name(self) -> str:
        """How messages name the server."""
        return f"mailbox {self._mailbox.name}: {self._mailbox.host}:{self._mailbox.real_port}"

    @property
    def is_over(self) -> bool:
        """Whether the deadline of the whole has passed."""
        return self._watch.is_over

    def close(self, *, politely: bool = False) -> None:
        """End the connection; with LOGOUT only where it is known to work. Raises nothing."""
        client, self._client = self._client, None
        if client is not None:
            with contextlib.suppress(*FAULTS):
                if politely:
                    client.socket().settimeout(LOGOUT_SECONDS)
                    with self._watch.limit(LOGOUT_SECONDS):
                        client.logout()
            with contextlib.suppress(*FAULTS):
                client.shutdown()
        self._watch.release()

    def _log_in(self, secret: str) -> None:
        """Log in; the library calls any failure a LoginError, so look at what it came from."""
        token = _BearerToken(self._mailbox, secret)
        way = self._way(secret)
        try:
            if self._mailbox.auth != "password":
                way(self._mailbox.auth.upper(), token)
            else:
                way(self._mailbox.user, secret)
        except IMAPClientError as error:
            cause = error.__context__
            if isinstance(cause, IMAPClientAbortError) or is_busy(error):
                said = describe(cause or error).replace(secret, "***")
                raise ConnectionAbortedError(errno.ECONNABORTED, said) from None
            said = plain(f"{error} {token.refusal}".replace(secret, "***"))
            raise LoginError(
                f"{self.name}: user {self._mailbox.user!r} is not let in: {said}", hint=_advice(self._mailbox)
            ) from None

    def _way(self, secret: str) -> Callable[..., Any]:
        """Choose how to log in: LOGIN carries ASCII only, and some servers take AUTHENTICATE PLAIN alone."""
        if self._mailbox.auth != "password":
            return cast(Callable[..., Any], self._client.sasl_login)
        disabled = self._client.has_capability("LOGINDISABLED")
        if disabled and not self._client.has_capability("AUTH=PLAIN"):
            raise CapabilityError("the server takes no password on this connection (LOGINDISABLED)")
        ascii_only = secret.isascii() and self._mailbox.user.isascii()
        way = self._client.login if ascii_only and not disabled else self._client.plain_login
        return cast(Callable[..., Any], way)


class _BearerToken:
    """The client's side of XOAUTH2 (Google's and Microsoft's) and OAUTHBEARER (RFC 7628)."""

    def __init__(self, mailbox: Mailbox, token: str) -> None:
        user = mailbox.user.replace("=", "=3D").replace(",", "=2C")
        start = f"user={mailbox.user}\1" if mailbox.auth == "xoauth2" else f"n,a={user},\1"
        self._first: bytes | None = f"{start}auth=Bearer {token}\1\1".encode()
        self._last = b"" if mailbox.auth == "xoauth2" else b"\1"
        self.refusal = ""

    def __call__(self, challenge: bytes) -> bytes:
        """Give the token; a further challenge is the server's reason for a refusal, to be acknowledged."""
        first, self._first = self._first, None
        if first is not None:
            return first
        self.refusal = challenge.decode("utf-8", "replace")
        return self._last


def _advice(mailbox: Mailbox) -> str:
    if mailbox.auth != "password":
        return f"the account must permit IMAP; if it does, run: intake login {mailbox.name}"
    return (
        "check the user and what the password setting gives;"
        ' many companies ask for an app password, or for OAuth (auth = "xoauth2")'
    )


def _context(mailbox: Mailbox) -> ssl.SSLContext:
    """Return a context that verifies the certificate and the host's name."""
    try:
        context = ssl.create_default_context(cafile=str(mailbox.ca_file) if mailbox.ca_file else None)
    except (OSError, ssl.SSLError) as error:
        raise ConfigError(
            f"mailbox {mailbox.name}: {mailbox.ca_file} (ca_file): {error.strerror or 'is no certificate'}",
            hint="ca_file is a file with certificates in PEM form",
        ) from error
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    return context
