"""Mail that is made to cost much: what the fence lets it cost, in seconds and in memory."""

from __future__ import annotations

import io
import time
import zipfile
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from email.message import EmailMessage
from pathlib import Path

from intake.config import Limits
from intake.workers.handling import Job, workers
from intake.workers.pool import Failure
from support import files
from support.cases import programme

LIMITS = Limits()


@dataclass(frozen=True)
class Cost:
    """What one mail came to: seconds, MB of memory that the worker had at its peak (None where it was killed)."""

    seconds: float
    peak: int | None
    outcome: str


def cost(raw: bytes) -> Cost:
    """Understand a message in a worker of its own, after a small one, which costs the imports."""
    with workers(programme(), 1, LIMITS) as running:
        list(running.run([Job("small", b"Subject: x\r\n\r\nhello\r\n")]))
        first = running._workers[0].process.pid
        began = time.monotonic()
        ((_, outcome),) = running.run([Job("bomb", raw)])
        seconds = time.monotonic() - began
        now = running._workers[0].process.pid
        peak = _peak(now) if now == first else None
    if isinstance(outcome, Failure):
        return Cost(seconds, peak, f"failed: {outcome.text.strip().splitlines()[-1][:80]}")
    problems = [document.problem for document in outcome.documents if document.problem]
    return Cost(seconds, peak, problems[0] if problems else "read")


def _peak(process: int | None) -> int:
    """The most memory that a process has had, in MB (proc(5), VmHWM)."""
    said = Path(f"/proc/{process}/status").read_text(encoding="utf-8")
    (line,) = (line for line in said.splitlines() if line.startswith("VmHWM:"))
    return int(line.split()[1]) // 1024


def mail(name: str, kind: str, content: bytes) -> bytes:
    """A mail with one file."""
    message = EmailMessage()
    message["From"], message["Subject"] = "Zora <zora@example.edu>", "Internship"
    message.set_content("I would like to apply. My resume is attached.\n")
    main, sub = kind.split("/")
    message.add_attachment(content, maintype=main, subtype=sub, filename=name)
    return message.as_bytes()


def zipped(members: Mapping[str, bytes]) -> bytes:
    """A zip file."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


def nested_zip() -> bytes:
    """Nine zips in each other, the innermost of 10 MB of nothing."""
    content = zipped({"resume.txt": bytes(10_000_000)})
    for _ in range(9):
        content = zipped({"more.zip": content})
    return content


def xml_bomb() -> bytes:
    """A DOCX whose document has a billion laughs."""
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    document = f'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY l0 "ha">{entities}]><d>&l9;</d>'.encode()
    content = {"word/document.xml": document}
    kinds = (
        b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName='
        b'"/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.'
        b'document.main+xml"/></Types>'
    )
    return zipped({"[Content_Types].xml": kinds, **content})


def pdf_bomb(times: int = 2) -> bytes:
    """A PDF page whose content is 1 GB of spaces, packed once or twice."""
    pack = zlib.compressobj(9)
    packed = b"".join(pack.compress(b" " * 10**7) for _ in range(100)) + pack.flush()
    for _ in range(times - 1):
        packed = zlib.compress(packed, 9)
    filters = b" ".join([b"/FlateDecode"] * times)
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R >>",
        b"<< /Length %d /Filter [%s] >>\nstream\n%s\nendstream" % (len(packed), filters, packed),
    ]
    body, offsets = b"%PDF-1.7\n", []
    for number, each in enumerate(objects, 1):
        offsets.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    end = b"xref\n0 5\n0000000000 65535 f \n%strailer\n<< /Size 5 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n"
    return body + end % (table, len(body))


def many_parts() -> bytes:
    """10,000 MIME parts."""
    part = b"--x\r\nContent-Type: text/plain\r\n\r\nI would like to apply.\r\n"
    return (
        b"Subject: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n"
        + part * 10_000
    )


def deep_parts() -> bytes:
    """1,000 multiparts in each other."""
    head = b"".join(
        b"--b%d\r\nContent-Type: multipart/mixed; boundary=b%d\r\n\r\n" % (n, n + 1) for n in range(1000)
    )
    return (
        b"Subject: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b0\r\n\r\n"
        + head
        + b"x\r\n"
    )


def deep_messages() -> bytes:
    """1,000 messages in each other."""
    return b"Subject: x\r\nContent-Type: message/rfc822\r\n\r\n" * 1000 + b"\r\nhello\r\n"


def long_pdf() -> bytes:
    """A PDF of 200 full pages."""
    return files.pdf(*["\n".join(f"Course {n}: reading and writing of letters" for n in range(45))] * 200)


PDF, ZIP = "application/pdf", "application/zip"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
BOMBS: tuple[tuple[str, Callable[[], bytes]], ...] = (
    ("zip of 1 GB of nothing", lambda: mail("all.zip", ZIP, zipped({"resume.txt": bytes(10**9)}))),
    ("ten zips in each other", lambda: mail("all.zip", ZIP, nested_zip())),
    ("DOCX with a billion laughs", lambda: mail("resume.docx", WORD, xml_bomb())),
    ("PDF with 1 GB in a page, packed once", lambda: mail("resume.pdf", PDF, pdf_bomb(1))),
    ("PDF with 1 GB in a page, packed twice", lambda: mail("resume.pdf", PDF, pdf_bomb())),
    ("PDF of 200 full pages", lambda: mail("resume.pdf", PDF, long_pdf())),
    ("10,000 MIME parts", many_parts),
    ("1,000 multiparts in each other", deep_parts),
    ("1,000 messages in each other", deep_messages),
    ("1 MB of one letter", lambda: b"Subject: x\r\n\r\n" + b"a" * 10**6),
    ("1 MB of opening quotes and brackets", lambda: b"Subject: x\r\n\r\n" + b"> (<[" * 200_000),
    ("1 MB of half dates", lambda: b"Subject: x\r\n\r\n" + b"from May 2017 to " * 60_000),
)
