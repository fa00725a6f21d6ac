"""What can go wrong in the world around the mail; faults inside a message are values, never exceptions."""

from __future__ import annotations


class IntakeError(Exception):
    """A fault that ends a run with a message for the administrator and its own exit code (sysexits.h)."""

    exit_code = 70

    def __init__(self, message: str, *, hint: str = "") -> None:
        """`message` names the file, server or setting and what was found; `hint` says what to do."""
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message}\n  {self.hint}" if self.hint else self.message


class ConfigError(IntakeError):
    """A configuration file is absent or faulty; all its faults are in `faults`."""

    exit_code = 78  # EX_CONFIG

    def __init__(self, message: str, *, hint: str = "", faults: tuple[str, ...] = ()) -> None:
        super().__init__(message, hint=hint)
        self.faults = faults

    def __str__(self) -> str:
        return "\n".join([super().__str__(), *(f"  {fault}" for fault in self.faults)])


class UsageError(IntakeError):
    """The command line names something that is not there, or words that do not go together."""

    exit_code = 64  # EX_USAGE


class InputError(IntakeError):
    """A file that was named cannot be read as what it should be."""

    exit_code = 1


class MailboxError(IntakeError):
    """The mail server or folder cannot be reached now; the next run tries again."""

    exit_code = 75  # EX_TEMPFAIL


class FolderError(MailboxError):
    """The server says no to one folder: it is gone, renamed, or not for this user; the others can be read."""


class LoginError(IntakeError):
    """The mail server refuses the user or password; trying again changes nothing."""

    exit_code = 77  # EX_NOPERM


class ArchiveError(IntakeError):
    """A message cannot be kept on disk; nothing was recorded of it, so the next run fetches it again."""

    exit_code = 74  # EX_IOERR


class LostError(ArchiveError):
    """A message that was kept is not in the archive any more, or is damaged there; the others are not touched by it."""


class StoppedError(IntakeError):
    """Somebody stops the run from outside; what was recorded stands, and the next run goes on."""

    exit_code = 75


class ClusterError(IntakeError):
    """The cluster that was to do the work is not there; the next run tries again."""

    exit_code = 75


class WorkersError(IntakeError):
    """Workers end before they have begun: no message is to blame, and none is given up for it."""


class StoreError(IntakeError):
    """The database cannot be read or written."""

    exit_code = 74


class StoreBusyError(StoreError):
    """Another run holds the lock or the database; the next run tries again."""

    exit_code = 75


class DeliveryError(IntakeError):
    """The digest or a draft could not be written or sent; it is tried again at the next run."""

    exit_code = 75
