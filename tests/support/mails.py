"""Cases made from small mails of invented people, through the real parser, with the roles of files given."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from email.message import EmailMessage
from email.message import Message as Mime

from intake.fields.case import Case, open_case
from intake.model import Attachment, Document, Message, Role
from intake.parse import parse
from support.cases import programme

Files = Mapping[str, tuple[Role, str | None]]
RESUME: Files = {
    "resume.txt": (Role.RESUME, "Ana Ruiz\nana.ruiz@example.edu\n\nEducation\nBS Computer Science, 2018\n")
}


def mime(
    body: str,
    *,
    subject: str = "Internship",
    sender: str = "Ana Ruiz <ana.ruiz@example.edu>",
    to: str = "interns@numenta.com",
    headers: Mapping[str, str] | None = None,
    files: Files | None = None,
    attached: tuple[Mime, ...] = (),
) -> EmailMessage:
    """A mail with these files (a text of None stands for a file that cannot be read) and messages attached to it."""
    message = EmailMessage()
    for name, value in (("From", sender), ("To", to), ("Subject", subject), *(headers or {}).items()):
        if value:
            message[name] = value
    message.set_content(body)
    for name, (_, text) in (files or {}).items():
        message.add_attachment((text or "").encode(), maintype="application", subtype="x-file", filename=name)
    for inner in attached:
        message.add_attachment(inner, filename="message.eml")
    return message


def opened(message: EmailMessage, files: Files | None = None, *more: Files) -> Case:
    """The case of a mail, its files in the roles given."""
    parsed = parse(message.as_bytes())
    known = {name: kept for group in (files or {}, *more) for name, kept in group.items()}
    subject = Document("subject", "text/plain", parsed.subject)
    return open_case(parsed, (subject, *_documents(parsed, "body", "attachment:", known)), programme(), None)


def case_of(body: str, *, files: Files | None = None, **headers: object) -> Case:
    """The case of a mail made from these words."""
    return opened(mime(body, files=files, **headers), files)  # type: ignore[arg-type]


def in_role(case: Case, source: str, role: Role) -> Case:
    """The same case with one document in another role."""
    documents = tuple(replace(d, role=role) if d.source == source else d for d in case.documents)
    return replace(case, documents=documents)


def _documents(message: Message, source: str, prefix: str, known: Files) -> list[Document]:
    found = [Document(source, "text/plain", message.text, regions=message.regions)]
    found += [_file(prefix, attachment, known) for attachment in message.attachments]
    for inner in message.inner:
        found += _documents(inner, f"{prefix}{inner.name}", f"{prefix}{inner.name}/", known)
    return found


def _file(prefix: str, attachment: Attachment, known: Files) -> Document:
    role, text = known.get(attachment.name, (Role.OTHER, attachment.content.decode("utf-8", "replace")))
    problem = "cannot be read" if text is None else None
    return Document(f"{prefix}{attachment.name}", "application/pdf", text, problem, role=role)
