"""Who wrote an application that somebody passed on, and where in the mail it stands.

Told by the header blocks that mail programs put above a forwarded mail, by messages attached to it, and by what
the sender's own words say. A copy of the organisation's own mail or page is nobody's application.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from intake.config import Programme
from intake.fields import intent
from intake.fields.page import page_spans
from intake.fields.people import is_ours, same_person
from intake.model import Address, Layer, Message, Part, Region

_FEW_WORDS = 25  # with which people pass on a mail of their own, and say nothing new
_RESENT_WORDS = 60  # with which they say why a mail comes again
_MOST = 50  # mails within one body that are looked at
_SUBJECT = ("fwd:", "fw:", "wg:", "tr:", "rv:", "enc:", "i:", "転送:", "转发:")


@dataclass(frozen=True, slots=True)
class Block:
    """One mail inside a body: its regions, the author its header names, how deep it stands."""

    author: Address | None
    depth: int
    regions: tuple[Region, ...]
    text: str  # its prose
    header: str


def blocks(text: str, regions: tuple[Region, ...], layer: Layer = Layer.FORWARDED) -> tuple[Block, ...]:
    """The forwarded mails (or quoted ones) of a body in order, each with the regions that are its author's."""
    found: dict[tuple[int, Address | None, str | None], list[Region]] = {}
    for region in regions:
        if region.layer is layer:
            found.setdefault((region.depth, region.author, region.subject), []).append(region)
    return tuple(_block(text, members) for members in list(found.values())[:_MOST])


def _block(text: str, members: list[Region]) -> Block:
    def words(part: Part) -> str:
        return "\n".join(text[r.start : r.end] for r in members if r.part is part)

    return Block(members[0].author, members[0].depth, tuple(members), words(Part.PROSE), words(Part.HEADER))


def own_text(message: Message) -> str:
    """The prose of the sender's own that stands in a message."""
    return "\n".join(
        message.text[r.start : r.end]
        for r in message.regions
        if r.layer is Layer.OWN and r.part is Part.PROSE
    )


def others_mail(message: Message, programme: Programme) -> Block | None:
    """The forwarded mail within a body whose author applies, or None where the sender's own words count.

    The innermost is taken that is not the organisation's own; where the sender applies in the first person, what
    stands below is only shown along.
    """
    own = own_text(message)
    candidates = [b for b in _candidates(message) if _counts(b, programme)]
    mine = [b for b in candidates if same_person(b.author, message.sender)]
    if mine and len(mine) == len(candidates):
        return mine[-1] if _only_passes_on(own, mine[-1], programme) else None
    if not candidates or intent.first_person(own):
        return None
    applying = [b for b in candidates if intent.first_person(b.text)]
    return max(applying or candidates, key=lambda b: b.depth)


def authors(message: Message, programme: Programme) -> tuple[Address, ...]:
    """The different people whose forwarded or attached mails apply, in order."""
    found: list[Address] = []
    inner = [(m.sender, own_text(m)) for m in message.inner]
    for author, words in [
        *((b.author, b.text) for b in _candidates(message) if _counts(b, programme)),
        *inner,
    ]:
        known = (
            author is None or is_ours(author, programme) or any(same_person(author, other) for other in found)
        )
        if author and not known and intent.first_person(words):
            found.append(author)
    return tuple(found)


def _candidates(message: Message) -> Iterator[Block]:
    """Forwarded mails; where none is marked as such, quoted ones that the subject or the words above pass on."""
    forwarded = blocks(message.text, message.regions)
    yield from forwarded
    if forwarded:
        return
    named = message.subject.casefold().startswith(_SUBJECT)
    passed_on = named or (
        any(r.layer is Layer.QUOTED for r in message.regions) and _passes_on(own_text(message))
    )
    for block in blocks(message.text, message.regions, Layer.QUOTED) if passed_on else ():
        if block.author and (named or intent.first_person(block.text)):
            yield block


def _passes_on(own: str) -> bool:
    speaks = any(p.search(own, 0, intent.MOST) for p in (intent.SUBMITS_ANOTHER, intent.FOR_OTHERS))
    return speaks and not intent.first_person(own)


def _counts(block: Block, programme: Programme) -> bool:
    """Whether a block can be somebody's application: neither the organisation's nor the page's words."""
    if is_ours(block.author, programme) or not block.text.strip():
        return False
    theirs = sum(end - start for start, end in page_spans(block.text, programme))
    return theirs < len(block.text) / 2


def _only_passes_on(own: str, block: Block, programme: Programme) -> bool:
    """Whether somebody who forwards a mail of their own says nothing new above it.

    One that had gone to the programme already is an earlier mail, and the words above it are the new one.
    """
    again = intent.RESENDS.search(own, 0, intent.MOST) is not None
    short = len(own.split()) <= (_RESENT_WORDS if again else _FEW_WORDS)
    sent_here = any(address in block.header.casefold() for address in programme.organisation.addresses)
    return short or (not sent_here and not intent.first_person(own))


def applicants_message(message: Message, programme: Programme) -> Message | None:
    """The attached message that holds the application, or None: the sender's own words count, or there are several."""
    candidates = [m for m in message.inner if not is_ours(m.sender, programme) and _person_wrote(m)]
    if len(candidates) != 1:
        return None
    (inner,) = candidates
    own, few = own_text(message), len(own_text(message).split()) <= _FEW_WORDS
    if same_person(inner.sender, message.sender):
        return inner if few and (own_text(inner).strip() or inner.attachments) else None
    if intent.first_person(own):
        return None
    can_apply = inner.attachments or inner.inner or intent.first_person(inner.text)
    return inner if can_apply or few or intent.FOR_OTHERS.search(own, 0, intent.MOST) else None


def _person_wrote(message: Message) -> bool:
    submitted = (message.header("auto-submitted") or "no").casefold()
    return not message.content_type.startswith("multipart/report") and submitted.startswith("no")


def hands_in_another(message: Message, programme: Programme) -> bool:
    """Whether the sender hands in somebody else's documents, or several people's mails: a professor, an office."""
    own = own_text(message)
    if intent.first_person(own):
        return False
    if sum(not is_ours(m.sender, programme) and _person_wrote(m) for m in message.inner) > 1:
        return len(authors(message, programme)) > 1
    return bool(message.attachments and intent.SUBMITS_ANOTHER.search(own, 0, intent.MOST))
