"""What a writer's lines do: prose, signature, footer."""

from __future__ import annotations

import re
from collections.abc import Sequence

from intake.model import Address, Part
from intake.quoting.closings import BANNER, DEVICE, FOOTER, LIST_FOOTER, PUNCTUATION
from intake.quoting.signatures import Stretch, bare_signature, name_words, paragraphs, signature_end

_FOOTER_CHARACTERS = 6000
_RULE = re.compile(r"[-_=*#~─━ ]{4,}\Z")
_LINKED = re.compile(r"https?:|www\.|@|click|here\b", re.IGNORECASE)


def parts(lines: Sequence[str], author: Address | None, last: bool = True) -> list[Part]:
    """Return the part of each line (stripped, without quote signs) of one writer's stretch.

    `last` tells that the writer says nothing more below: only then is a bare name a signature, between
    quoted questions it may be an answer.
    """
    found = [Part.PROSE] * len(lines)
    end = _footers(lines, found)
    _signatures(Stretch(lines[:end], name_words(author)), found, last)
    for index in range(1, len(lines)):
        if not lines[index]:  # an empty line goes with what stands above it
            found[index] = found[index - 1]
    return found


def _signatures(stretch: Stretch, found: list[Part], last: bool) -> None:
    at, signed, end = 0, False, len(stretch.lines)
    while at < end:
        until = signature_end(stretch, at)
        _mark(found, at, until)
        signed = signed or until > at
        at = max(until, at + 1)
    if last and not signed:
        _mark(found, bare_signature(stretch), end)


def _mark(found: list[Part], start: int, end: int) -> None:
    for index in range(start, end):
        if found[index] is Part.PROSE:
            found[index] = Part.SIGNATURE


def _footers(lines: Sequence[str], found: list[Part]) -> int:
    """Mark banners at the top, devices' lines anywhere, footers at the end; return the line where those begin."""
    for index, line in enumerate(lines):
        if line and len(line) < 120 and DEVICE.match(line.strip(PUNCTUATION + "[]<>")):
            found[index] = Part.FOOTER
    _armour(lines, found)
    blocks = paragraphs(lines)
    for start, stop in blocks[:2]:
        if BANNER.search(" ".join(lines[start : min(stop, start + 8)])[:400]):
            found[start:stop] = [Part.FOOTER] * (stop - start)
            break
    end = len(lines)
    for start, stop in reversed(blocks):
        cut = _footer_start(lines, start, stop)
        if cut is None:
            if any(found[index] is not Part.FOOTER for index in range(start, stop)):
                break
            cut = start
        found[cut:end] = [Part.FOOTER] * (end - cut)
        end = cut
        if cut != start:
            break
    return end


def _armour(lines: Sequence[str], found: list[Part]) -> None:
    """Mark the wrapping of a mail that is signed in its text (RFC 9580 section 7)."""
    inside = False
    for index, line in enumerate(lines):
        if line[:10] == "-----BEGIN":
            inside = line in {"-----BEGIN PGP SIGNED MESSAGE-----", "-----BEGIN PGP SIGNATURE-----"}
        if inside:
            found[index] = Part.FOOTER
            inside = line != "-----END PGP SIGNATURE-----" and (bool(line) or lines[index - 1][:5] != "Hash:")


def _footer_start(lines: Sequence[str], start: int, stop: int) -> int | None:
    """The line of a paragraph at which a footer begins, None where it is none."""
    ruled = next((i for i in range(stop - 1, max(start - 1, stop - 40), -1) if _RULE.match(lines[i])), None)
    below = " ".join(lines[ruled + 1 : stop])[:_FOOTER_CHARACTERS] if ruled is not None else ""
    if ruled is not None and (not below or LIST_FOOTER.search(below) or FOOTER.search(below)):
        return ruled
    text = " ".join(lines[start:stop])[:_FOOTER_CHARACTERS]
    short = len(text) < 600 and (stop - start == 1 or _LINKED.search(text) is not None)
    if start and short and LIST_FOOTER.search(text):
        return start
    first = FOOTER.search(text)
    if first is None:
        return None
    # A disclaimer may stand right under the signature: it begins with the line that its words begin on.
    offset = 0
    for index in range(start, stop):
        offset += len(lines[index]) + 1
        if offset > first.start():
            return _sentence_start(lines, start, index)
    return start


def _sentence_start(lines: Sequence[str], start: int, index: int) -> int:
    """Go up from a line to the one that its sentence begins on: the line above is as wide as a wrapped one."""
    while index > start and len(lines[index - 1]) >= 50 and lines[index - 1][-1] not in ".!?:":
        index -= 1
    return index
