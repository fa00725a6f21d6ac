"""What a mailbox is entered with: a password from the environment, a file, a command or the configuration, or OAuth.

No password is ever part of a message, a log line or a traceback's text.
"""

from __future__ import annotations

import contextlib
import os
import shlex
import signal
import stat
import subprocess
import unicodedata
from pathlib import Path

from intake.config import Mailbox
from intake.errors import ConfigError, LoginError
from intake.mailbox.client import Secret

COMMAND_SECONDS = 60.0
_SHELL_WORDS = frozenset({"|", "||", "&&", "&", ";", ">", ">>", "<", "2>", "2>&1", "2>/dev/null"})
_LONGEST = 64 * 1024  # characters; tokens of 10,000 exist


def secret(mailbox: Mailbox) -> Secret:
    """Return the mailbox's password, without the line end after it; with OAuth, what gives access tokens.

    Raises ConfigError where the configured place does not exist or is open to others, LoginError where the
    password command fails or gives nothing that can be a password.
    """
    if mailbox.auth != "password":
        return _token_source(mailbox)
    if mailbox.password_command is not None:
        found = _from_command(mailbox, mailbox.password_command)
    elif mailbox.password_file is not None:
        found = _from_file(mailbox, mailbox.password_file)
    elif mailbox.password_env is not None:
        found = _from_environment(mailbox, mailbox.password_env)
    else:
        found = mailbox.password or ""
    return _checked(mailbox, found)


def _token_source(mailbox: Mailbox) -> Secret:
    try:
        from intake.mailbox.oauth import TokenSource
    except ImportError as error:
        raise ConfigError(
            f"mailbox {mailbox.name}: auth = {mailbox.auth!r} needs the package {error.name}",
            hint="pip install 'intake[oauth]'",
        ) from None
    return TokenSource(mailbox)


def _from_environment(mailbox: Mailbox, name: str) -> str:
    try:
        return os.environ[name]
    except KeyError:
        raise ConfigError(
            f"mailbox {mailbox.name}: the environment variable {name} (password_env) is not set",
            hint="cron starts with an almost empty environment: set it in the crontab or the service's unit",
        ) from None


def _from_file(mailbox: Mailbox, path: Path) -> str:
    """Read a file that its owner, and at most a group, may read: root:intake 0640 is a usual way."""
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise ConfigError(f"mailbox {mailbox.name}: {path} (password_file) is not a file")
        if status.st_mode & 0o027:
            raise ConfigError(
                f"mailbox {mailbox.name}: {path} (password_file) is open to other users"
                f" (mode {stat.S_IMODE(status.st_mode):04o})",
                hint=f"chmod 600 {shlex.quote(str(path))}",
            )
        return path.read_bytes()[:_LONGEST].decode("utf-8")
    except OSError as error:
        raise ConfigError(
            f"mailbox {mailbox.name}: {path} (password_file) cannot be read: {error.strerror}",
            hint="name a file that the user who runs intake may read",
        ) from None
    except UnicodeDecodeError:
        raise ConfigError(f"mailbox {mailbox.name}: {path} (password_file) is not UTF-8 text") from None


def _from_command(mailbox: Mailbox, command: str) -> str:
    """Run a command without a shell and return the first line it prints, as `pass` and its like mean it.

    What it prints on standard error goes to ours: the administrator sees it, and nothing keeps it.
    """
    words = _words(mailbox, command)
    try:
        process = subprocess.Popen(  # noqa: S603  the administrator's own command, without a shell
            words, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, start_new_session=True
        )
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it holds a NUL character"
        raise ConfigError(
            f"mailbox {mailbox.name}: password_command cannot be started: {words[0]}: {reason}",
            hint="name the program with its full path; cron knows few directories",
        ) from None
    output = _output(mailbox, process)
    if process.returncode != 0:
        raise LoginError(
            f"mailbox {mailbox.name}: password_command failed ({_ending(process.returncode)})",
            hint="run it by hand as the user and in the environment that cron uses",
        )
    try:
        return output[:_LONGEST].decode("utf-8").lstrip("\ufeff").partition("\n")[0]
    except UnicodeDecodeError:
        raise LoginError(f"mailbox {mailbox.name}: password_command prints no UTF-8 text") from None


def _words(mailbox: Mailbox, command: str) -> list[str]:
    try:
        words = shlex.split(command)
    except ValueError as error:
        raise ConfigError(f"mailbox {mailbox.name}: password_command: {error}") from None
    shell = next((word for word in words if word in _SHELL_WORDS or word.startswith("$(")), None)
    if shell is not None:
        raise ConfigError(
            f"mailbox {mailbox.name}: password_command is run without a shell, where {shell!r} means nothing",
            hint="""write it as: password_command = "sh -c 'COMMAND'" """.strip(),
        )
    if not words:
        raise ConfigError(f"mailbox {mailbox.name}: password_command is empty")
    return words


def _output(mailbox: Mailbox, process: subprocess.Popen[bytes]) -> bytes:
    """Wait for the command; one that takes too long is ended with everything it started."""
    try:
        return process.communicate(timeout=COMMAND_SECONDS)[0]
    except subprocess.TimeoutExpired:
        raise LoginError(
            f"mailbox {mailbox.name}: password_command has not ended within {COMMAND_SECONDS:.0f} seconds",
            hint="does it ask for a passphrase? Nobody answers under cron: let an agent hold the key",
        ) from None
    finally:
        if process.poll() is None:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()
        if process.stdout:
            process.stdout.close()


def _ending(code: int) -> str:
    return f"exit code {code}" if code >= 0 else f"ended by signal {-code}"


def _checked(mailbox: Mailbox, found: str) -> str:
    """Strip one line end; refuse what no IMAP string can carry, as a line break would start another command."""
    found = found.removesuffix("\n").removesuffix("\r")
    if not found:
        raise LoginError(f"mailbox {mailbox.name}: the password is empty", hint=_look(mailbox))
    if len(found) >= _LONGEST or any(unicodedata.category(character) in ("Cc", "Cs") for character in found):
        raise LoginError(
            f"mailbox {mailbox.name}: the password is too long or holds control characters or several lines",
            hint=_look(mailbox),
        )
    return found


def _look(mailbox: Mailbox) -> str:
    way = next(
        (name for name in ("password_command", "password_file", "password_env") if getattr(mailbox, name)),
        "password",
    )
    return f"look at what {way} of this mailbox gives"
