"""Emails broken in ways that keep most of their structure, through the whole middle: nothing may raise or run away.

    python tests/fuzz.py            # a minute; FUZZ_SECONDS for longer, FUZZ_SEED for another path
    make fuzz

Each find is written to `.fuzz/` with its seed; it becomes a row in tests/hostile/test_found.py.
"""

from __future__ import annotations

import base64
import hashlib
import json
import os
import random
import re
import signal
import sys
import time
import traceback
from collections.abc import Callable, Sequence
from pathlib import Path

from golden import FOLDER
from hostile.texts import PIECES
from intake import documents
from intake.config import Limits
from intake.corrections.exporting import cell
from intake.model import Attachment, Record, Role
from intake.parse import parse
from intake.process import process
from intake.quoting import regions
from intake.record_json import dumps
from support.cases import case, document, programme

SEEDS = [path.read_bytes() for path in sorted(FOLDER.glob("*.eml"))]
LIMITS = Limits(text_characters=40_000, parts=60, archive_bytes=2**22)
SECONDS = 10.0  # of computing that one broken mail may take; the slowest whole one takes a tenth of one
PLACE = Path(".fuzz")

_CHARSETS = (
    b"utf-8 utf-16 utf-7 us-ascii iso-2022-jp iso-8859-1 cp1252 gb18030 big5 shift_jis koi8-r hz utf-32 punycode idna"
    b" rot13 zlib unicode_escape mbcs utf_8_sig cp037 x-unknown ''"
).split()
_ENCODINGS = b"7bit 8bit binary quoted-printable base64 x-uuencode bas64".split()
_KINDS = (
    b"text/plain text/html text/enriched multipart/mixed multipart/alternative multipart/digest multipart/signed message/rfc822"
    b" message/delivery-status application/pdf application/zip application/ms-tnef application/octet-stream"
    b" image/png text text/ / application/pkcs7-mime text/calendar application/rtf application/vnd.ms-outlook"
).split()
_WORDS = (
    b"\x00", b"\r\n\r\n", b"\n", b"=?utf-8?b?", b"=?utf-8?q?=00=0D=0A?=", b"=?iso-2022-jp?b?GyRC?=", b"\xff\xfe",
    b"\xed\xa0\x80", b"--", b"\xe2\x80\xae", b"%PDF-1.7", b"PK\x03\x04", b"{\\rtf1", b"<html><table><tr><td>",
    b"begin 644 a\r\n", b"99999999999999999999", b"-1", b"31/02/2017", b"00/00/0000", b"Summer 99999", b"May 2017 - ",
    b"From: ", b">" * 50, b"(" * 50, b'"', b"\\", b"@", b"::", b";",
)  # fmt: skip
_HEADER = re.compile(rb"^([A-Za-z-]{1,40}): ?(.*(?:\r?\n[ \t].*)*)\r?\n", re.MULTILINE)
_BASE64 = re.compile(rb"(?:[A-Za-z0-9+/]{60,76}\r?\n){2,}[A-Za-z0-9+/=]*")


class RanAway(BaseException):
    """A mail took longer than a mail may."""


# --- breaking ------------------------------------------------------------------------------------------


def flip(chance: random.Random, raw: bytes) -> bytes:
    """Change some bytes."""
    out = bytearray(raw)
    for _ in range(chance.choice((1, 3, 20))):
        if out:
            out[chance.randrange(len(out))] = chance.choice((0, 10, 13, 255, chance.randrange(256)))
    return bytes(out)


def cut(chance: random.Random, raw: bytes) -> bytes:
    """Leave out a stretch."""
    start = chance.randrange(len(raw) + 1)
    length = chance.choice((1, 10, 100, 5000, len(raw)))
    return raw[:start] + raw[start + length :]


def splice(chance: random.Random, raw: bytes) -> bytes:
    """Put a stretch of another mail in, or a piece of this one once more."""
    other = chance.choice((raw, chance.choice(SEEDS)))
    start = chance.randrange(len(other) + 1)
    piece = other[start : start + chance.choice((10, 200, 5000))] * chance.choice((1, 1, 2, 30))
    at = chance.randrange(len(raw) + 1)
    return raw[:at] + piece + raw[at:]


def insert(chance: random.Random, raw: bytes) -> bytes:
    """Put a telling word in, once or over and over."""
    word = chance.choice((*_WORDS, chance.choice(list(PIECES.values())).encode()))
    at = chance.randrange(len(raw) + 1)
    return raw[:at] + word * chance.choice((1, 1, 10, 2000)) + raw[at:]


def lie(chance: random.Random, raw: bytes) -> bytes:
    """Say another charset, encoding or type than is true."""
    pattern, truths = chance.choice(
        (
            (rb'charset="?[\w.-]+"?', [b"charset=" + name for name in _CHARSETS]),
            (rb"Content-Transfer-Encoding: [\w-]+", [b"Content-Transfer-Encoding: " + name for name in _ENCODINGS]),
            (rb"Content-Type: [\w./-]+", [b"Content-Type: " + name for name in _KINDS]),
        )
    )  # fmt: skip
    return re.sub(pattern, lambda _: chance.choice(truths), raw, count=chance.choice((0, 1)))


def swap_headers(chance: random.Random, raw: bytes) -> bytes:
    """Give headers each other's values, or twice, or none."""
    found = list(_HEADER.finditer(raw))
    if len(found) < 2:
        return raw
    one, two = sorted(chance.sample(found, 2), key=lambda match: match.start())
    line = one.group(1) + b": " + two.group(2) + b"\r\n"
    return raw[: one.start()] + line * chance.choice((0, 1, 2, 500)) + raw[one.end() :]


def double_parts(chance: random.Random, raw: bytes) -> bytes:
    """Repeat what stands between two boundaries, or nest it."""
    boundary = re.search(rb'boundary="?([^"\r\n;]+)', raw)
    parts = raw.split(b"--" + boundary[1]) if boundary else []
    if len(parts) < 3:
        return raw
    at = chance.randrange(1, len(parts))
    parts[at:at] = [parts[at]] * chance.choice((1, 2, 80))
    if chance.random() < 0.3:
        chance.shuffle(parts)
    return (b"--" + boundary[1]).join(parts) if boundary else raw


def break_file(chance: random.Random, raw: bytes) -> bytes:
    """Break an attached file within its base64, so that its reader sees the damage."""
    found = list(_BASE64.finditer(raw))
    if not found:
        return raw
    match = chance.choice(found)
    try:
        content = base64.b64decode(match.group())
    except ValueError:
        return raw
    for _ in range(chance.choice((1, 2, 5))):
        content = chance.choice((flip, cut, splice, insert))(chance, content)
    return raw[: match.start()] + base64.encodebytes(content).replace(b"\n", b"\r\n") + raw[match.end() :]


BREAKERS: Sequence[Callable[[random.Random, bytes], bytes]] = (
    flip, cut, splice, insert, lie, swap_headers, double_parts, break_file, break_file, break_file,
)  # fmt: skip


def broken(seed: int) -> bytes:
    """The mail of a seed: one of the fixtures, broken one to six times."""
    chance = random.Random(seed)
    raw = chance.choice(SEEDS)
    for _ in range(chance.choice((1, 1, 2, 3, 6))):
        raw = chance.choice(BREAKERS)(chance, raw)
        raw = raw[:300_000]
    return raw


# --- holding it against the program --------------------------------------------------------------------


def look(raw: bytes) -> None:
    """Understand a mail, write what is found as JSON and as cells; raises where a promise is broken."""
    record = process(raw, programme(), limits=LIMITS)
    dumps(record, "fuzz")
    _hold(record)


def look_at_file(seed: int) -> None:
    """Give a reader a file of another kind by its name, and broken; what it says is text that all can bear."""
    chance = random.Random(seed)
    files = [a for raw in chance.sample(SEEDS, 3) for a in parse(raw).attachments]
    if not files:
        return
    file = chance.choice(files)
    content = chance.choice((flip, cut, splice, insert))(chance, file.content)
    name = chance.choice(("cv.pdf", "cv.tex", "cv.html", "cv.md", "cv.eml", "cv", file.name))
    for found in documents.read("attachment:x", Attachment(name, file.declared, content), LIMITS):
        assert found.text is not None or found.problem
        (found.text or "").encode()


def look_at_text(seed: int) -> None:
    """Give the rules a text of broken lines as a letter, a resume and a transcript."""
    chance = random.Random(seed)
    lines = [line for raw in chance.sample(SEEDS, 2) for line in parse(raw, LIMITS).text.splitlines()]
    lines += [chance.choice(list(PIECES.values())) * chance.choice((1, 5, 200)) for _ in range(5)]
    chance.shuffle(lines)
    text = chance.choice(("\n", " ", "\t", "\n\n")).join(lines)
    regions(text, subject="", sender=None)
    from intake.fields.extract import EXTRACTORS

    made = case(text, document("a.pdf", text, chance.choice(list(Role))))
    for find in EXTRACTORS.values():
        finding = find(made)
        for evidence in (finding.evidence,) if finding.evidence else ():
            whole = next(d.text for d in made.documents if d.source == evidence.source)
            if evidence.source != "body":
                assert (whole or "")[evidence.start : evidence.end] == evidence.quote


def _hold(record: Record) -> None:
    texts = {one.source: one.text or "" for one in record.documents}
    for one in record.documents:
        assert one.text is not None or one.problem, "neither a text nor a problem"
        assert "\0" not in (one.text or ""), "NUL in a text"
        (one.text or "").encode()
        assert not re.search(r"[\x00-\x1f]", one.source), "a control character in a name"
    for finding in record.items.values():
        for said in (finding.evidence,) if finding.evidence else ():
            assert texts[said.source][said.start : said.end] == said.quote, "a quote that is not there"
    for shown in (record.subject, record.applicant.name or "", record.applicant.email):
        assert not re.search(r"[\x00-\x1f\x7f]", shown), "a control character in what is shown"
        assert not cell(shown).startswith(("=", "+", "-", "@")), "a formula"


def _stop(signum: int, frame: object) -> None:
    raise RanAway(f"took more than {SECONDS} seconds")


def attempt(seed: int) -> str | None:
    """Hold one seed's mail, file or text against the program: a traceback, or None."""
    signal.signal(signal.SIGPROF, _stop)
    signal.setitimer(signal.ITIMER_PROF, SECONDS)
    try:
        if seed % 4 == 3:
            (look_at_file if seed % 8 == 3 else look_at_text)(seed)
        else:
            look(broken(seed))
    except (Exception, RanAway):
        return traceback.format_exc(limit=-8)
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    return None


def main() -> int:
    """Try seeds until the time is over; 1 where something was found."""
    until = time.monotonic() + float(os.environ.get("FUZZ_SECONDS", "60"))
    first = int(os.environ.get("FUZZ_SEED", "0"))
    seed, found = first, {}
    while time.monotonic() < until:
        fault = attempt(seed)
        if fault is not None:
            key = hashlib.sha256("".join(re.findall(r"File .*", fault)[-2:]).encode()).hexdigest()[:12]
            if key not in found:
                found[key] = seed
                PLACE.mkdir(exist_ok=True)
                (PLACE / f"{key}.txt").write_text(f"seed {seed}\n{fault}")
                print(f"seed {seed}:\n{fault}", flush=True)
        seed += 1
    print(json.dumps({"tried": seed - first, "from": first, "found": found}))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
