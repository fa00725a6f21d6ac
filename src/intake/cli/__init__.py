"""The command line: thin. Each command reads its options, calls one function of the shell and says what came of it.

Modules here import only click; what a command needs is imported when it runs, so that `--help` is quick.
"""

from __future__ import annotations

import contextlib
import importlib
import signal
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import click

from intake import __version__, logs
from intake.errors import IntakeError

# command -> module of this package that holds it
COMMANDS: Mapping[str, str] = {
    "backup": "upkeep",
    "browse": "browsing",
    "check-config": "settings",
    "completion": "admin",
    "correct": "correcting",
    "demo": "demonstration",
    "digest": "output",
    "doctor": "admin",
    "drafts": "asking",
    "eval": "measure",
    "explain": "reading",
    "export": "output",
    "forget": "upkeep",
    "import": "mail",
    "init": "admin",
    "inspect": "inspect",
    "list": "reading",
    "login": "admin",
    "poll": "mail",
    "purge": "upkeep",
    "reprocess": "mail",
    "search": "reading",
    "show": "reading",
    "status": "admin",
    "verify": "upkeep",
}

EPILOG = """\b
Exit codes: 0 fine; 1 some messages or files failed; 64 wrong use of a command; 70 a fault of intake itself;
74 disk or database; 75 try again later (server, network, lock); 77 login refused; 78 configuration;
130 and 143 stopped by SIGINT or SIGTERM: what was recorded stands, and the next run goes on from there."""


class _Stopped(KeyboardInterrupt):
    """A signal has asked the program to end.

    A class of its own: CPython ends by SIGINT, and not by an exit code, where KeyboardInterrupt itself has once left
    code that ran from a string (as a dataclass is made) and the program was started as `python -m`.
    """


class _Ended:
    """Turns the signals that end a program into one exception, so that every `with` is left in its order."""

    def __init__(self) -> None:
        self.signal: int = signal.SIGINT

    @contextlib.contextmanager
    def caught(self) -> Iterator[None]:
        """Catch SIGTERM and SIGINT while the block runs; a second one does not disturb the first's clearing up."""
        before = {}
        with contextlib.suppress(ValueError):  # not the main thread: signals are somebody else's there
            before = {number: signal.signal(number, self._end) for number in (signal.SIGTERM, signal.SIGINT)}
        try:
            yield
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)

    def _end(self, number: int, _: object) -> None:
        self.signal = number
        for each in (signal.SIGTERM, signal.SIGINT):
            signal.signal(each, signal.SIG_IGN)
        raise _Stopped


class Commands(click.Group):
    """A group that imports a command's module when the command is wanted, and turns faults into messages."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All names, in order."""
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import and return one command, or None where there is none of that name."""
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"intake.cli.{COMMANDS[cmd_name]}")
        command = getattr(module, cmd_name.replace("-", "_").removesuffix("_") + "_command")
        assert isinstance(command, click.Command)  # noqa: S101 - a fault of this table, found by the tests
        return command

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; an IntakeError is said in words and ends with its own exit code, and so does a signal."""
        ended = _Ended()
        try:
            with ended.caught():
                return super().invoke(ctx)
        except _Stopped:
            logs.faults.error("stopped; what was recorded stands, and the next run goes on from there")
            ctx.exit(128 + ended.signal)
        except IntakeError as error:
            logs.tell(error)
            ctx.exit(error.exit_code)


@click.group(cls=Commands, epilog=EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="intake")
@click.option(
    "--config",
    "config_path",
    type=click.Path(path_type=Path),
    envvar="INTAKE_CONFIG",
    help="The intake.toml to use. Default: config/intake.toml here, else /etc/intake/intake.toml.",
)
@click.option("-v", "--verbose", count=True, help="Say more on standard error; twice: what servers say.")
@click.option(
    "--log-format",
    type=click.Choice(logs.FORMATS),
    default="text",
    show_default=True,
    envvar="INTAKE_LOG_FORMAT",
    help="Standard error for people, or as one JSON object a line.",
)
@click.pass_context
def main(ctx: click.Context, config_path: Path | None, verbose: int, log_format: str) -> None:
    """Read an internship mailbox; show what each applicant sent, with the words that show it."""
    ctx.obj = config_path
    logs.set_up(verbose, log_format)
