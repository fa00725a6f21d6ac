"""Asking for what is missing: one draft for each incomplete application, put into its mailbox's folder for drafts.

    who lacks what | what has been drafted | the letter | noted as intended, put there, noted as placed

Nothing is ever sent: a person reads a draft, changes it, sends it or throws it away. A run that was killed
leaves an intention with its Message-ID, by which the next run sees whether the draft is there.
"""

from __future__ import annotations

import secrets
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from email.headerregistry import Address

from intake.check import label
from intake.config import Config, Mailbox, Programme, Templates
from intake.errors import ArchiveError, ConfigError, IntakeError, LoginError, MailboxError, UsageError
from intake.mailbox import drafts, login
from intake.model import Kind, Status
from intake.outgoing.letters import Asking, Letter, letter, mime, obstacle, references
from intake.record.rows import ApplicationRow, ApplicationView, Draft, Mail
from intake.record.store import Store
from intake.run import Office
from intake.wording import day


@dataclass(frozen=True, slots=True)
class Plan:
    """One draft that is to be placed."""

    row: ApplicationRow
    mail: Mail
    asking: Asking
    letter: Letter
    named: Sequence[str]  # what it asks for, as people call it

    @property
    def items(self) -> list[str]:
        """What it asks for, in an order that does not change with the programme's file."""
        return sorted(self.asking.missing)

    @property
    def line(self) -> str:
        """`#5 Ines Calder <ines@example.edu>: asks for cover letter, period`."""
        return (
            f"#{self.row.id} {self.row.applicant.name} <{self.letter.to}>: asks for {', '.join(self.named)}"
        )


@dataclass(slots=True)
class Outcome:
    """What a run did: counts by name, lines for people, faults of mailboxes."""

    counts: Counter[str] = field(default_factory=Counter)
    lines: list[str] = field(default_factory=list)
    faults: list[IntakeError] = field(default_factory=list)

    @property
    def exit_code(self) -> int:
        """0 fine, else the first fault's own code."""
        return self.faults[0].exit_code if self.faults else 0


def templates(programme: Programme) -> Templates:
    """The wording of drafts. Raises ConfigError where the programme has none."""
    if programme.templates is None:
        raise ConfigError("the programme has no [templates]", hint="write [templates] with ask = ... into it")
    return programme.templates


def plans(store: Store, programme: Programme, outcome: Outcome) -> Iterator[Plan]:
    """The drafts that are still to be placed, by ascending number of their applications.

    Only what is missing is asked for, and only where the store says that the applicant may be asked: never for
    what is unsure, for automatic mail or for what no application came with.
    """
    wording = templates(programme)
    done = {(draft.application_id, draft.items): draft for draft in store.drafts()}
    for row in asked(store):
        draft = done.get((row.id, tuple(sorted(row.missing))))
        if draft is not None and draft.state != "intended":
            outcome.counts["waiting in the mailbox"] += 1
            continue
        why = obstacle(row.applicant.email, programme)
        if why is not None:
            outcome.counts["cannot be asked"] += 1
            outcome.lines.append(f"#{row.id} {row.applicant.name}: cannot be asked: {why}")
            continue
        view = store.application(row.id)
        mail = _answered(view) if view else None
        if mail is not None:
            asking = _asking(row, mail)
            named = [label(item, programme) for item in row.missing]
            yield Plan(row, mail, asking, letter(asking, programme, wording), named)


def asked(store: Store) -> list[ApplicationRow]:
    """The applications whose applicants may be asked for what is missing."""
    return [row for row in store.applications(status="incomplete") if row.asks and row.missing]


def _answered(view: ApplicationView) -> Mail | None:
    """The mail to answer: the applicant's latest, else the latest that was passed on for them."""
    counted = [mail for mail in view.messages if mail.kind in (Kind.APPLICATION, Kind.FOLLOW_UP)]
    own = [mail for mail in counted if mail.sender_email == view.row.applicant.email]
    latest = own or counted
    return latest[-1] if latest else None


def _asking(row: ApplicationRow, mail: Mail) -> Asking:
    return Asking(
        name=row.applicant.name,
        email=row.applicant.email,
        missing=row.missing,
        present=[name for name, item in row.items.items() if item.status is Status.PRESENT],
        subject=mail.subject,
        message_id=mail.message_id,
        forwarded=mail.forwarded_by is not None,
    )


def settle(store: Store, zone: str, outcome: Outcome) -> None:
    """Withdraw the drafts that ask for something else than what is missing now; take back what was withdrawn wrongly."""
    wanted = {(row.id, tuple(sorted(row.missing))) for row in asked(store)}
    for draft in store.drafts():
        is_wanted = (draft.application_id, draft.items) in wanted
        if draft.state == "placed" and not is_wanted:
            store.draft_withdrawn(draft.id)
            outcome.counts["withdrawn"] += 1
            outcome.lines.append(
                f"#{draft.application_id}: the draft of {day(draft.at, zone)} asks for what is no longer missing"
                f" ({', '.join(draft.items)}): delete it"
            )
        elif draft.state == "withdrawn" and is_wanted:
            store.draft_placed(draft.id)


def place(office: Office) -> Outcome:
    """Put a draft into the mailbox for every application that lacks something and was not asked for it yet.

    A mailbox that cannot be reached does not keep the others from getting theirs: its fault is in the outcome.
    Raises ConfigError without templates, UsageError where no mailbox is configured.
    """
    outcome = Outcome()
    templates(office.programme)
    settle(office.store, office.programme.organisation.time_zone, outcome)
    waiting: dict[str, list[Plan]] = {}
    for plan in plans(office.store, office.programme, outcome):
        waiting.setdefault(_mailbox(office, plan.mail).name, []).append(plan)
    for mailbox in office.config.mailboxes:
        if mailbox.name in waiting:
            try:
                _into(office, mailbox, waiting[mailbox.name], outcome)
            except (MailboxError, LoginError) as error:
                outcome.faults.append(error)
    return outcome


def _mailbox(office: Office, mail: Mail) -> Mailbox:
    """The mailbox that a mail came to; the first one for mail that was imported."""
    mailboxes = office.config.mailboxes
    if not mailboxes:
        raise UsageError("no mailbox is configured", hint="drafts need a table [[mailboxes]]")
    name = office.store.mailbox_of(mail.sha256)
    return next((mailbox for mailbox in mailboxes if mailbox.name == name), mailboxes[0])


def _into(office: Office, mailbox: Mailbox, waiting: Sequence[Plan], outcome: Outcome) -> None:
    limits, secret = office.config.limits, login.secret(mailbox)
    sender = sender_of(mailbox, office.programme)
    with drafts.Folder(mailbox, secret, limits, mailbox.drafts_folder) as folder:
        for plan in waiting:
            own = f"<intake-{plan.row.id}-{secrets.token_hex(12)}@{sender.domain}>"
            draft = office.store.draft_intended(plan.row.id, plan.items, own, office.clock())
            if draft is None:
                continue
            is_new = draft.message_id == own
            if is_new or not folder.holds(draft.message_id):
                _append(office, folder, plan, sender, draft)
            office.store.draft_placed(draft.id)
            outcome.counts["placed"] += 1
            outcome.lines.append(f"{plan.line} (in {folder.name})")


def _append(office: Office, folder: drafts.Folder, plan: Plan, sender: Address, draft: Draft) -> None:
    when = office.clock()
    try:
        thread = references(office.archive.read(plan.mail.sha256))
    except ArchiveError:
        thread = ()  # the mail's own Message-ID alone still joins the draft to it
    asking = replace(plan.asking, references=thread)
    folder.append(mime(plan.letter, asking, sender, draft.message_id, when), when, drafts.DRAFT)


def sender_of(mailbox: Mailbox, programme: Programme) -> Address:
    """Who a draft is from: the account where it is one of the programme's addresses, else the first of these."""
    own = programme.organisation
    address = mailbox.user.lower() if mailbox.user.lower() in own.addresses else own.addresses[0]
    return Address(own.name, addr_spec=address)


def preview(config: Config, programme: Programme) -> Outcome:
    """Say in full what would be placed; touches no mailbox and writes nothing."""
    outcome = Outcome()
    with Store.open(config.store.directory, readonly=True) as store:
        for plan in plans(store, programme, outcome):
            outcome.counts["would be placed"] += 1
            head = f"To: {plan.letter.to}\nSubject: {plan.letter.subject}"
            outcome.lines.append(f"{plan.line}\n\n{head}\n\n{plan.letter.text}")
    return outcome
