"""Mailing the digest: composed from what is new since the last mail, noted as intended, sent, noted as sent.

A mail's Message-ID is made from what it tells of. One whose sending failed is tried again by the next run under the
same name as long as nothing new has come; one that was sent is never sent again, as the next tells of what came
after it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP

from intake.config import Config, DigestMail, Mailbox, Programme
from intake.digest.mail import Mail, mail
from intake.errors import ConfigError
from intake.mailbox import drafts, login
from intake.outgoing import smtp
from intake.outgoing.digesting import overdue
from intake.record import Store, lock
from intake.reporting import digest_data
from intake.review import DigestData
from intake.run import Clock, now

LOCK = "delivery"  # a lock of its own: a poll at the same minute keeps no digest from being sent


@dataclass(frozen=True, slots=True)
class Delivered:
    """What became of a mail: `to` is () where there was nothing new to tell; `refused` are addresses and why."""

    to: tuple[str, ...] = ()
    where: str = ""
    refused: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Sending:
    """One mail that is about to be sent."""

    raw: bytes
    message_id: str
    when: datetime
    was_tried: bool


def deliver(config: Config, programme: Programme, *, clock: Clock = now) -> Delivered:
    """Mail what is new since the last mail to those whom the configuration names.

    Raises ConfigError without [digest.mail], DeliveryError, MailboxError or LoginError where it cannot be sent now:
    then nothing has moved on. Raises StoreBusyError while another run sends.
    """
    settings = config.digest.mail
    if settings is None:
        raise ConfigError(
            "the digest has nobody to go to", hint="write a table [digest.mail] into intake.toml"
        )
    directory = config.store.directory
    Store.open(directory, readonly=True).close()  # one that is not there yet is not made
    with lock(directory / LOCK), Store.open(directory) as store:
        last, upto, made = store.last_mail(), store.last_event(), clock()
        since, after = (last.at, last.upto) if last else (None, None)
        data = digest_data(store, config, programme, made, since, after)
        data = replace(data, overdue=overdue(data.last_good_run, made, config.most_hours_without_poll))
        message_id = _message_id(store, settings, data, after, upto)
        state = store.mail_state(message_id)
        if state == "sent" or (after == upto and data.overdue is None):
            return Delivered()
        raw = compose(mail(data, config.digest.base_url), settings, programme, message_id, made)
        store.mail_intended(message_id, upto, made)
        delivered = _send(config, settings, _Sending(raw, message_id, made, state is not None))
        store.mail_sent(message_id)
        return delivered


def _message_id(store: Store, settings: DigestMail, data: DigestData, after: int | None, upto: int) -> str:
    """A name made from what the mail tells of; that polls fail is told once a day."""
    told = (str(store.path.resolve()), settings.sender, after, upto, data.overdue and f"{data.made:%Y-%m-%d}")
    digest = hashlib.sha256(repr(told).encode()).hexdigest()[:32]
    domain = settings.sender.rpartition("@")[2]
    return f"<digest-{digest}@{domain if domain.isascii() else 'localhost'}>"


def compose(
    written: Mail, settings: DigestMail, programme: Programme, message_id: str, when: datetime
) -> bytes:
    """A digest's mail as a message (RFC 5322): its text, and the same as HTML beside it; `when` is aware."""
    message = EmailMessage(policy=SMTP)
    message["Date"] = when
    message["Message-ID"] = message_id
    message["From"] = Address(f"{programme.organisation.name} internships", addr_spec=settings.sender)
    message["To"] = [Address(addr_spec=address) for address in settings.to]
    message["Subject"] = written.subject
    message["Auto-Submitted"] = "auto-generated"  # RFC 3834: nobody's vacation replies to it
    message.set_content(written.text, cte="quoted-printable")
    message.add_alternative(written.html, subtype="html", cte="quoted-printable")
    return message.as_bytes()


def _send(config: Config, settings: DigestMail, sending: _Sending) -> Delivered:
    if settings.smtp is not None:
        account = _mailbox(config, settings.smtp.login) if settings.smtp.login else None
        refused = smtp.send(sending.raw, settings.sender, settings.to, settings.smtp, account)
        taken = tuple(address for address in settings.to if address not in refused)
        return Delivered(taken, f"by {settings.smtp.host}", refused)
    mailbox = _mailbox(config, settings.mailbox)
    with drafts.Folder(mailbox, login.secret(mailbox), config.limits, settings.folder) as folder:
        if not (sending.was_tried and folder.holds(sending.message_id)):
            folder.append(sending.raw, sending.when)
        return Delivered(settings.to, f"in {folder.name}")


def _mailbox(config: Config, name: str | None) -> Mailbox:
    return next(mailbox for mailbox in config.mailboxes if mailbox.name == name)
