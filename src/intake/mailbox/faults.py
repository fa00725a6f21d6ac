"""What goes wrong between us and a mail server, said so that an administrator knows what to do.

Server texts are shown (they name quotas and blocks); texts that could hold a stretch of somebody's mail, as the
libraries quote answers they cannot read, are not.
"""

from __future__ import annotations

import re
import socket
import ssl

from imapclient.exceptions import CapabilityError, IMAPClientError, ProtocolError

# Whatever the library makes of an answer: it parses what servers send with int(), indexing and recursion.
FAULTS = (
    IMAPClientError,
    OSError,
    ValueError,
    TypeError,
    LookupError,
    AttributeError,
    ArithmeticError,
    RecursionError,
)

# RFC 5530 response codes, and Microsoft's and Google's own words, that mean: not now, whatever is asked.
_BUSY = re.compile(
    r"\[(?:UNAVAILABLE|INUSE|LIMIT|OVERQUOTA|THROTTLED|SERVERBUG)\b"
    r"|too many (?:simultaneous )?connections|exceeded .{0,40}limits|not connected",
    re.IGNORECASE,
)
_QUOTES_MAIL = re.compile(r"unexpected response|unterminated line|unexpected tagged response|got more than")
_LONGEST = 300  # characters of a server's words


class TooSlowError(TimeoutError):
    """A command took longer than its time, though bytes may have trickled in."""


class TooLargeError(OSError):
    """The server announces more bytes in one piece than any message may have."""


def describe(error: BaseException) -> str:
    """Return what happened in a few words, with neither mail nor line breaks in them."""
    if isinstance(error, TooSlowError | TooLargeError | CapabilityError):
        return str(error)
    if isinstance(error, TimeoutError):
        return "no answer within the time that `timeout` allows"
    if isinstance(error, ssl.SSLCertVerificationError):
        return f"its TLS certificate is not accepted: {error.verify_message}"
    if isinstance(error, ssl.SSLError):
        return f"TLS failed: {error.reason or 'the connection broke off'}"
    if isinstance(error, socket.gaierror):
        return f"the name is not known: {error.strerror}"
    if isinstance(error, OSError):
        return error.strerror or "the connection failed"
    return _of_answer(error)


def _of_answer(error: BaseException) -> str:
    text = str(error)
    if text.endswith("EOF"):
        return "the server closed the connection"
    if (
        not isinstance(error, IMAPClientError)
        or isinstance(error, ProtocolError)
        or _QUOTES_MAIL.search(text)
    ):
        return f"an answer that cannot be understood ({type(error).__name__})"
    return f"the server says: {plain(text)}"


def plain(text: str) -> str:
    """Return a server's words on one line of bounded length, without the library's own framing."""
    text = re.sub(r"^(?:command: \w+ => |\w+ (?:failed|command error): )+", "", text)
    text = re.sub(r"(?:^|\[)b'(.*)'(?:\]|$)", r"\1", text)
    return " ".join("".join(c if c.isprintable() else " " for c in text[:_LONGEST]).split())


def advise(error: BaseException) -> str:
    """Return what to do about it."""
    if isinstance(error, ssl.SSLCertVerificationError):
        if "expired" in error.verify_message:
            return "renew the server's certificate; intake never goes on without a valid one"
        if "match" in error.verify_message:
            return "set `host` to a name that the certificate was issued for"
        return "name the certificate authority of the server with ca_file"
    if isinstance(error, ssl.SSLError):
        return 'does the port speak TLS? security = "tls" is port 993, "starttls" port 143'
    if isinstance(error, socket.gaierror):
        return "check `host`, and whether this machine resolves names"
    if isinstance(error, ConnectionRefusedError):
        return "check `host` and `port`, and whether the server runs"
    if isinstance(error, CapabilityError):
        return 'set security = "tls" and the port for it, or auth as the provider asks'
    return "nothing is lost: the next run tries again"


def is_busy(error: BaseException) -> bool:
    """Tell whether the server refuses everything for now, so that asking on would only make it worse."""
    return isinstance(error, IMAPClientError) and bool(_BUSY.search(str(error)[:2000]))
