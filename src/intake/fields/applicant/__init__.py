"""Who applies: the name as its owner writes it, the address to answer to, a phone number, links.

Nothing is inferred from a name. Where a mail was passed on, nothing of the forwarder's is taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from intake.fields.applicant import naming
from intake.fields.applicant.contact import Phone, emails, links, phones
from intake.fields.automatic import is_relay
from intake.fields.case import Case
from intake.fields.forwarding import authors
from intake.fields.passage import Passage
from intake.fields.people import agree, clean_name, folded, in_case, is_full, is_name, is_ours
from intake.model import Address, Applicant, Role

VERSION = 7

_BORROWED = re.compile(
    r"\b(?:from|using|on|with|borrow\w{0,4})\s{1,4}(?:my\s{1,4}\w{1,20}['’]s?|a\s{1,4}friend['’]s|his|her|someone\s{1,4}else['’]s)\s{1,4}"
    r"(?:\w{1,15}\s{1,4}){0,2}(?:account|address|e-?mail|laptop|computer|phone|gmail)\b"
    r"|\bmy\s{1,4}(?:son|daughter|brother|sister|friend|husband|wife|roommate|cousin|nephew|niece)\b[^.?]{0,80}?\basked\s{1,4}me\s{1,4}to\s{1,4}(?:send|forward|mail)\b"
    r"|\b(?:our|a)\s{1,4}shared\s{1,4}(?:\w{1,10}\s{1,4})?(?:account|address|e-?mail|mailbox)\b",
    re.IGNORECASE,
)
_INNER = re.compile(r"[^\W\d_A-Z][A-Z]|['’][A-Z]")  # McRae, DeShawn, O'Neil: capitals that their owner writes
_NATIVE = 4  # characters of a whole name in Chinese
_DEVICE = re.compile(
    r"\b(?:iphone|ipad|android|samsung|galaxy|laptop|macbook|user|home|pc|me|mail|account)\b", re.IGNORECASE
)
_LOCAL_NAME = re.compile(r"([a-z]{2,20})[._]([a-z]{2,20})\d{0,4}")


def find(case: Case) -> Applicant:
    """The applicant of a mail; '' and None for what it does not say. Called when documents have their roles."""
    borrowed = _borrowed(case)
    return Applicant(_name(case, borrowed), _email(case, borrowed), _phone(case), _links(case))


def several(case: Case) -> tuple[str, ...]:
    """The names of the people whose applications one mail holds, where there is more than one; else ()."""
    forwarded = authors(case.message, case.programme)
    if len(forwarded) > 1:
        return tuple(clean_name(a.name) or a.email for a in forwarded)
    named = [
        (naming.title(d), set(emails([Passage.whole(d)])))
        for d in case.with_role(Role.RESUME, Role.LETTER_AND_RESUME)
    ]
    people: list[tuple[str, set[str]]] = []
    for name, addresses in named:
        if name and not any(agree(name, other) or addresses & theirs for other, theirs in people):
            people.append((name, addresses))
    return tuple(name for name, _ in people) if len(people) > 1 else ()


def review(case: Case) -> tuple[str, ...]:
    """Why a person should look at who applies, each a short sentence; mostly ()."""
    notes = []
    if names := several(case):
        notes.append(
            f"holds the documents of {len(names)} people ({', '.join(names)}): enter one application for each"
        )
    elif case.author is None and case.forwarded_by is not None:
        notes.append(f"{_shown(case)} hands in somebody else's documents")
    if _borrowed(case) and not _spelt_in_address(case):
        notes.append(f"seems to be written from somebody else's account ({_shown(case)})")
    return tuple(notes)


def _shown(case: Case) -> str:
    sender = case.forwarded_by or case.message.sender
    return (clean_name(sender.name) or sender.email) if sender else "the sender"


# --- name --------------------------------------------------------------------------------------------


def _borrowed(case: Case) -> bool:
    """Whether the account is somebody else's: they say so, or sign and title everything with another name."""
    header = clean_name(case.author.name) if case.author else ""
    if case.author is None or not is_full(header):
        return case.author is not None and _says_borrowed(case)
    signed, titled = naming.signed(case), naming.titled(case)
    others = [name for name in (*naming.said(case), *signed) if not agree(name, header)]
    relatives = [n for n in (*naming.said(case), *signed, *titled) if is_full(n) and _is_relative(n, header)]
    if (others or relatives) and _says_borrowed(case):
        return True
    agreed = any(agree(name, other) for name in others for other in titled)
    return agreed and not any(agree(name, header) for name in (*signed, *titled))


def _says_borrowed(case: Case) -> bool:
    """ "I'm writing from my mom's account"."""
    return any(_BORROWED.search(p.words) for p in case.prose)


def _is_relative(name: str, header: str) -> bool:
    """Whether two full names share a family name and no given one: "Oscar Lind" and "Maria Lind"."""
    return name.split()[-1] == header.split()[-1] and not agree(name.split()[0], header.split()[0])


def _spelt_in_address(case: Case) -> bool:
    """Whether the account's address is made of a name that the applicant signs with: theirs, whatever it displays."""
    local = case.author.email.split("@", 1)[0] if case.author else ""
    return any(len(word) > 2 and word in local for name in naming.signed(case) for word in folded(name))


def _name(case: Case, borrowed: bool) -> str:
    header = clean_name(case.author.name) if case.author and not borrowed else ""
    if is_relay(case.author) and (name := _of_relay(case, header)):
        return name
    written = [*naming.signed(case), *naming.said(case), *naming.titled(case)]
    if borrowed:  # the account's owner signs below
        written = [*naming.said(case), *naming.titled(case), *naming.signed(case)]
    if is_full(header):
        return _as_written(header, written)
    for name in written:
        if (
            is_full(name)
            and (not is_name(header) or agree(header, name))
            and (not header or _fits(header, name))
        ):
            return _as_written(name, written)
    full = next(
        (
            name
            for name in (*naming.titled(case), *naming.in_file_names(case))
            if is_full(name) and _fits(header, name)
        ),
        "",
    )
    return full or in_case(header) or next(iter(written), "") or _from_address(_email(case, borrowed))


def _of_relay(case: Case, header: str) -> str:
    """The name in what a machine sends on: the one that it and the resume agree on, else its own words', or ''."""
    given, titles = naming.passed_on(case), naming.titled(case)
    if any(agree(header, name) for name in (*given, *titles)):
        return header if is_full(header) else ""
    agreed = (name for name in given if any(agree(name, title) for title in titles))
    return next(agreed, "") or next(iter((*titles, *given)), "")


def _fits(header: str, name: str) -> bool:
    """Whether a partial display name ("Tyler B", "jsmith42", "") can be a full name's."""
    if _DEVICE.search(header):
        return True
    if not header or re.search(r"[\d_@]", header) or len(header.split()) == 1:
        words, said = folded(name), "".join(folded(header))
        return (
            not header
            or not name.isascii()
            or any(word[:3] in said or said[:3] in word for word in words)
            or not folded(header)
        )
    return agree(header, name)


def _as_written(name: str, written: list[str]) -> str:
    """The same name with its accents, hyphens and capitals where somebody wrote them with more care."""
    same = [other for other in written if set(folded(other)) == set(folded(name))]
    longer = next(
        (other for other in written if not name.isascii() and name != other and _whole_native(name, other)),
        "",
    )
    if longer:
        return longer
    accented = next((other for other in same if not other.isascii()), "") if name.isascii() else ""
    if accented:
        return accented
    if name.isupper() or name.islower():
        return next((other for other in same if not other.isupper() and not other.islower()), "") or in_case(
            name
        )
    return next((other for other in same if _INNER.search(other) and not _INNER.search(name)), name)


def _whole_native(given: str, other: str) -> bool:
    """Whether another written name is a given name in a native script with the family name before it."""
    return (
        not folded(given)[0].isascii()
        and " " not in other
        and len(other) <= _NATIVE
        and other.endswith(given)
    )


def _from_address(email: str) -> str:
    """Ana Ruiz from ana.ruiz@: an address made of two names, the last resort."""
    match = _LOCAL_NAME.fullmatch(email.split("@", 1)[0])
    return (
        f"{match.group(1).capitalize()} {match.group(2).capitalize()}" if match and is_answered(email) else ""
    )


# --- address, phone, links -----------------------------------------------------------------------------


def _email(case: Case, borrowed: bool) -> str:
    author = case.author
    own = next((e for p in case.prose for e in emails([p]) if borrowed and is_answered(e)), None)
    if own is not None and (author is None or own != author.email):
        return own  # "please write back to ..., not here"
    if (
        author is not None
        and author.email
        and not is_relay(author)
        and (not borrowed or (_spelt_in_address(case) and is_full(clean_name(author.name))))
    ):
        return author.email
    if is_relay(author):
        answer = next(
            (a for a in case.focus.reply_to if not is_relay(a) and not is_ours(a, case.programme)), None
        )
        if answer is not None:
            return answer.email
    taken = {a.email for a in (case.forwarded_by, author) if a is not None} | set(
        case.programme.organisation.addresses
    )
    stated = [e for e in emails(_texts(case)) if e not in taken and is_answered(e)]
    return stated[0] if stated else (author.email if author else "")


def is_answered(email: str) -> bool:
    """Whether somebody reads what is sent to an address that stands in a text."""
    return not is_relay(Address("", email))


def _texts(case: Case) -> Iterator[Passage]:
    """Where applicants write of themselves: signature, own words, resume, letter."""
    yield from case.signature
    yield from case.prose
    for document in case.with_role(Role.RESUME, Role.LETTER_AND_RESUME):
        if not document.regions:
            yield Passage.whole(document)
    for document in case.with_role(Role.LETTER):
        if not document.regions:
            yield Passage.whole(document)


def _phone(case: Case) -> str | None:
    """The number in the applicant's own words, a changed one first, then the signature's, the resume's, the letter's."""
    region = case.programme.organisation.region
    prose = [phone for p in case.prose for phone in phones(p, region)]
    signature = [phone for p in case.signature for phone in phones(p, region)]
    stated = [phone for phone in prose if phone.mine and not phone.old]
    papers = [p for p in _texts(case) if p not in case.prose and p not in case.signature]
    written = next((best.written for p in papers if (best := _best(phones(p, region)))), None)
    if written is not None and _borrowed(case):  # the account's owner gives a number in the mail
        return written
    for found in (stated, signature, prose):
        if best := _best(found):
            return best.written
    return written


def _best(found: Sequence[Phone]) -> Phone | None:
    return next((phone for phone in found if not phone.old), None)


def _links(case: Case) -> tuple[str, ...]:
    return links(
        [*case.prose, *case.signature, *(p for p in _texts(case) if p.source not in ("body", "subject"))],
        case.programme,
    )
