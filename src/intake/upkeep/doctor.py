"""`intake doctor`: whether runs will work here, and what they will cost. Writes nothing, in no mailbox and on no disk.

Each finding says what was found and what to do about it; what hinders a run is a fault and has its exit code.
"""

from __future__ import annotations

import importlib.util
import os
import shutil
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from intake.config import Config, Limits, Mailbox, Programme
from intake.errors import ConfigError, IntakeError, StoreError
from intake.mailbox import imap, login
from intake.mailbox.survey import Survey, survey
from intake.measuring.proof import prove
from intake.preview import lines
from intake.record import Store
from intake.upkeep.status import ago, open_to_others

NEWEST = 20  # mails that are understood on trial
SAMPLE = 500  # mails whose size is asked for
KEPT = 1.6  # bytes on disk for a byte of mail: the mail itself, its texts and their index
SKEW = timedelta(minutes=5)
USED = ("IDLE", "UIDPLUS", "SPECIAL-USE", "MOVE", "LITERAL+", "LITERAL-", "ID")


@dataclass(frozen=True, slots=True)
class Found:
    """One finding; `code` is the exit code of a run that it hinders, 0 where it hinders none."""

    what: str
    said: str
    advice: str = ""
    code: int = 0

    def __str__(self) -> str:
        mark = "FAULT" if self.code else "look " if self.advice else "ok   "
        said = self.said.replace("\n", "\n" + " " * 7)
        return f"{mark}  {self.what}: {said}" + (f"\n       -> {self.advice}" if self.advice else "")


def examine(config: Config, programme: Programme, now: datetime) -> Iterator[Found]:
    """Yield the findings: configuration, optional parts, store, then mailbox by mailbox."""
    yield from _configured(config, programme)
    yield from _optional(config)
    yield from _store(config)
    if not config.mailboxes:
        yield Found("mailbox", "none is configured", "add a table [[mailboxes]], or use `intake import`")
    for mailbox in config.mailboxes:
        try:
            yield from _mailbox(config, programme, mailbox, now)
        except IntakeError as error:
            yield _fault(f"mailbox {mailbox.name}", error)


def _fault(what: str, error: IntakeError) -> Found:
    return Found(what, error.message.removeprefix(f"{what}: "), error.hint or "try again", error.exit_code)


def _configured(config: Config, programme: Programme) -> Iterator[Found]:
    for warning in config.warnings:
        said, _, advice = warning.partition("; ")
        yield Found("configuration", said, advice)
    faults, proved = prove(programme)
    if faults:
        yield Found(
            "programme", "; ".join(faults), "correct the examples or the words", ConfigError.exit_code
        )
    else:
        yield Found("programme", f"{programme.organisation.name}, {proved} examples proved")


def _optional(config: Config) -> Iterator[Found]:
    """What is asked for in the configuration and not installed is a fault; what might be useful is told."""
    scans = config.limits.ocr_pages > 0
    if shutil.which("tesseract"):
        off = "" if scans else "limits.ocr_pages = 3 lets scans be read"
        yield Found("tesseract", f"is installed; {config.limits.ocr_pages} pages of a scan are read", off)
    else:
        advice = (
            "install tesseract-ocr, or set limits.ocr_pages = 0; until then scans are for a person to read"
        )
        yield Found("tesseract", "is not installed", advice if scans else "")
    needed = (
        ("authlib", "oauth", any(mailbox.oauth for mailbox in config.mailboxes)),
        ("prometheus_client", "metrics", config.watch.metrics_file is not None),
        ("openpyxl", "xlsx", False),
    )
    for module, extra, is_needed in needed:
        there = importlib.util.find_spec(module) is not None
        code = ConfigError.exit_code if is_needed and not there else 0
        advice = "" if there or not is_needed else f"pip install 'intake[{extra}]'"
        yield Found(f"extra {extra}", "is installed" if there else "is not installed", advice, code)


def _store(config: Config) -> Iterator[Found]:
    directory = config.store.directory
    above = next(path for path in (directory, *directory.parents) if path.exists())
    if not above.is_dir() or not os.access(above, os.W_OK | os.X_OK):
        advice = "let the user that runs intake own it, or name another store.directory"
        yield Found("store", f"{above}: this user cannot write there", advice, StoreError.exit_code)
        return
    free = shutil.disk_usage(above).free
    short = free < config.watch.min_free_bytes
    advice = (
        f"at least {_size(config.watch.min_free_bytes)} are wanted (watch.min_free_bytes)" if short else ""
    )
    yield Found("disk", f"{directory}: {_size(free)} free", advice, StoreError.exit_code if short else 0)
    if opened := open_to_others(directory) if directory.exists() else ():
        advice = f"chmod -R go= {directory}; the next run does so too"
        yield Found("permissions", f"open to others: {', '.join(map(str, opened))}", advice)
    yield _database(directory)


def _database(directory: Path) -> Found:
    if not (directory / "intake.db").exists():
        return Found("database", "is made by the first run")
    try:
        with Store.open(directory, readonly=True) as store:
            ledger = store.ledger()
    except StoreError as error:
        return _fault("database", error)
    code = StoreError.exit_code if ledger.unexplained else 0
    advice = "run `intake verify`" if ledger.unexplained else ""
    return Found("database", f"{ledger.sightings} mails seen, {ledger.unexplained} unexplained", advice, code)


def _mailbox(config: Config, programme: Programme, mailbox: Mailbox, now: datetime) -> Iterator[Found]:
    what = f"mailbox {mailbox.name}"
    secret = login.secret(mailbox)
    offered = survey(mailbox, secret, config.limits)
    named = f" ({offered.server})" if offered.server else ""
    yield Found(what, f"{mailbox.user} is let in by {mailbox.host}:{mailbox.real_port}{named}")
    some = ", ".join(one for one in USED if one in offered.capabilities) or "IMAP4rev1 alone"
    yield Found(what, f"offers {some}; folders within folders are written with {offered.delimiter!r}")
    yield from _folders(what, mailbox, offered)
    with imap.connect(mailbox, secret, config.limits) as box:
        for folder in mailbox.folders:
            try:
                yield from _folder(config, programme, mailbox, box, folder, now)
            except IntakeError as error:
                yield _fault(f"{what}, {folder}", error)


def _folders(what: str, mailbox: Mailbox, offered: Survey) -> Iterator[Found]:
    """Mail that a filter took for junk is lost to recruiters, unless its folder is read too."""
    read = {name.casefold() for name in mailbox.folders}
    for name, flags in offered.folders.items():
        last = name.rpartition(offered.delimiter or "/")[2].casefold()
        if ("\\junk" in flags or last in ("junk", "spam")) and name.casefold() not in read:
            yield Found(what, f"the folder {name!r} for junk is not read", f"add {name!r} to `folders`")


def _folder(
    config: Config, programme: Programme, mailbox: Mailbox, box: imap.ImapMailbox, folder: str, now: datetime
) -> Iterator[Found]:
    what = f"mailbox {mailbox.name}, {folder}"
    state = box.open(folder)
    known, highest = _seen(config, mailbox, state)
    rebuilt = known is not None and known != state.uidvalidity
    yield Found(
        what,
        f"{state.exists} mails, UIDVALIDITY {state.uidvalidity}",
        f"it was {known} before: the folder was rebuilt, and the next poll recognises its mail"
        if rebuilt
        else "",
    )
    uids = box.uids(0)
    newest = uids[-NEWEST:]
    began = time.monotonic()
    trial = list(lines(box.fetch(newest), programme, config.workers.count, config.limits)) if newest else []
    seconds = (time.monotonic() - began) / max(1, len(newest))
    fresh = [uid for uid in uids if uid > highest]
    yield from _cost(config, what, box, fresh, seconds)
    yield from _clock(what, box, newest, now)
    if trial:
        yield Found(what, "\n".join([f"the newest {len(newest)} would become", *trial]))


def _seen(config: Config, mailbox: Mailbox, state: imap.FolderState) -> tuple[int | None, int]:
    """The UIDVALIDITY under which a folder was seen last, and its highest UID in the ledger."""
    if not (config.store.directory / "intake.db").exists():
        return None, 0
    with Store.open(config.store.directory, readonly=True) as store:
        known = store.known_folder(mailbox.name, state.name)
        return known, store.progress(mailbox.name, state.name, state.uidvalidity).highest


def _cost(
    config: Config, what: str, box: imap.ImapMailbox, fresh: Sequence[int], seconds: float
) -> Iterator[Found]:
    """What the next poll takes: sizes of some of the new mails, and the time that the newest ones took."""
    if not fresh:
        yield Found(what, "nothing new for the next poll")
        return
    some = (
        [fresh[number * len(fresh) // SAMPLE] for number in range(SAMPLE)] if len(fresh) > SAMPLE else fresh
    )
    sizes = [seen.size for seen in box.glimpse(sorted(set(some)))]
    whole = int(sum(sizes) / max(1, len(sizes)) * len(fresh))
    above = next(path for path in (config.store.directory, *config.store.directory.parents) if path.exists())
    short = shutil.disk_usage(above).free - whole * KEPT < config.watch.min_free_bytes
    span = ago(timedelta(seconds=seconds * len(fresh)))
    yield Found(
        what,
        f"the next poll fetches {len(fresh)} mails, about {_size(whole)}, in about {span};"
        f" they take about {_size(int(whole * KEPT))} on disk",
        "make room first" if short else _advice(config.limits, seconds * len(fresh)),
        StoreError.exit_code if short else 0,
    )


def _advice(limits: Limits, seconds: float) -> str:
    if seconds < limits.session_seconds:
        return ""
    return "begin with `intake poll --limit 1000`, and let the polls that follow go on from there"


def _clock(what: str, box: imap.ImapMailbox, newest: Sequence[int], now: datetime) -> Iterator[Found]:
    """The only clock that a mail server shows is the time at which it took a mail (INTERNALDATE)."""
    taken = [seen.internal_date for seen in box.glimpse(newest) if seen.internal_date]
    if not taken:
        return
    latest = max(taken)
    if latest - now > SKEW:
        advice = "set this machine's clock (timedatectl set-ntp true), or ask the mail server's administrator"
        yield Found(what, f"the newest mail came {ago(latest - now)} from now by the server's clock", advice)
    else:
        yield Found(what, f"the newest mail came {ago(now - latest)} ago: the clocks agree")


def _size(count: int) -> str:
    for unit, size in (("GB", 2**30), ("MB", 2**20)):
        if count >= size:
            return f"{count / size:.1f} {unit}"
    return f"{count / 1024:.0f} kB"
