"""People erased everywhere, and kept away; old applications purged."""

from __future__ import annotations

import pytest

from intake.errors import StoreError
from intake.model import Address, Applicant, Kind, Place
from intake.record import Store
from intake.record.forgetting import KEY
from intake.record.rows import Ledger
from support.cases import programme
from support.records import after, digest, findings, keep, person, record, sight

ZORA = person("Zora Quillfeather", "zora@example.edu")
LUIS = {"resume": "luis.pdf", **person("Luis Ruiz", "luis@example.edu")}
WORDS = ("quillfeather", "zora@example", "xylophone", "zora.pdf")


def fill(store: Store) -> None:
    saved = keep(
        store,
        programme(),
        record("zora", resume="zora.pdf", text="I play the xylophone.", items=findings("track"), **ZORA),
        record(
            "more", Kind.FOLLOW_UP, thread=("<zora@example.edu>",), resume="", text="Xylophone again.", **ZORA
        ),
        record("luis", text="I know zora@example.edu well.", **LUIS),
    )
    number = saved[0].application_id or 0
    store.correct(number, "name", "Zora Quillfeather", "grace", "xylophone", after(4))
    store.draft_intended(number, ["track"], "<draft@example.com>", after(4))
    store.digest_written(after(4), "/digests/one.html", store.last_event())


def leftovers(store: Store) -> list[str]:
    """The words of the erased person in any file of the store."""
    found = []
    for path in store.path.parent.iterdir():
        raw = path.read_bytes().lower()
        found += [f"{word} in {path.name}" for word in WORDS if word.encode() in raw]
    return found


def test_a_person_is_erased_everywhere(store: Store) -> None:
    keep(store, programme(), record("luis", text="Hello.", **LUIS), first=9)
    fill(store)
    store.save(record("luis", text="Hello.", **LUIS), received=after(3), programme=programme())
    assert leftovers(store) != []
    erased = store.forget(" Zora@Example.edu", after(5))
    assert store.scour()
    assert (erased.applications, erased.digests) == ((2,), ("/digests/one.html",))
    assert set(erased.messages) == {digest("zora"), digest("more")}
    assert leftovers(store) == []
    assert [row.applicant.name for row in store.applications()] == ["Luis Ruiz"]
    assert store.verify() == []
    assert store.ledger() == Ledger(sightings=4, applications=1, duplicates=1, forgotten=2)


def test_what_would_be_erased_is_told_first_and_mentions_are_for_a_person_to_see(store: Store) -> None:
    fill(store)
    told = store.person("zora@example.edu")
    assert told.mentions == (digest("luis"),)
    assert len(list(store.applications())) == 2
    assert store.forget("zora@example.edu", after(5)) == told


def test_neither_mailbox_nor_import_bring_them_back(store: Store) -> None:
    fill(store)
    store.forget("zora@example.edu", after(5))
    assert store.is_forgotten(digest("zora"))
    assert store.is_forgotten(digest("rewritten by a server"), "<zora@example.edu>")
    assert not store.is_forgotten(digest("luis"), "<luis@example.edu>")
    assert not sight(store, "zora", 1, uidvalidity=8)
    assert len(store.pending(attempts=9)) == 0
    here = Place("files", "/mail/old.eml", 0, 1)
    store.sight(here, digest("old"), message_id=None, sent=None, internal_date=after(1), size=9)
    saved = store.save(record("old", message_id=None, **ZORA), received=after(1), programme=programme())
    assert (saved.application_id, saved.change) == (None, "forgotten")
    assert [row.applicant.name for row in store.applications()] == ["Luis Ruiz"]
    assert store.ledger().forgotten == 4
    assert store.verify() == []


def test_who_applies_anew_later_is_welcome(store: Store) -> None:
    fill(store)
    store.forget("zora@example.edu", after(5))
    sight(store, "anew", 50, when=after(60))
    saved = store.save(record("anew", **ZORA), received=after(60), programme=programme())
    assert saved.change == "new application"


def test_who_only_passed_it_on_loses_nobodys_application(store: Store) -> None:
    teacher = Address("Prof. Hill", "hill@example.edu")
    student = Applicant("Ana Ruiz", "ana@example.edu")
    keep(store, programme(), record(sender=teacher, applicant=student, forwarded_by=teacher))
    assert store.forget("hill@example.edu", after(5)).messages == ()
    assert len(list(store.applications())) == 1


def test_the_key_is_kept_apart_and_needed(store: Store) -> None:
    fill(store)
    store.forget("zora@example.edu", after(5))
    key = store.path.with_name(KEY)
    assert (key.stat().st_mode & 0o777, len(key.read_bytes())) == (0o600, 32)
    (store.path.parent / "backup").mkdir()
    store.backup(store.path.parent / "backup" / "intake.db")
    with Store.open(store.path.parent / "backup") as copy:
        assert copy.is_forgotten(digest("zora"))
    assert (store.path.parent / "backup" / KEY).stat().st_mode & 0o777 == 0o600
    key.unlink()
    with Store.open(store.path.parent) as second, pytest.raises(StoreError, match="erased with it"):
        second.is_forgotten(digest("zora"))


def test_purge_erases_what_is_over(store: Store) -> None:
    keep(
        store,
        programme(),
        record("question", Kind.QUESTION, **LUIS),
        record("first"),
        record("other", Kind.OTHER, resume=""),
        record("b", Kind.FOLLOW_UP, thread=("<first@example.edu>",)),
        record("new", **LUIS),
    )
    sight(store, "waiting", 90)
    assert store.expired(after(0)).messages == ()
    told = store.expired(after(3))
    assert (told.applications, set(told.messages)) == ((), {digest("question"), digest("other")})
    assert store.purge(after(4), after(9)).applications == (1,)
    assert [row.id for row in store.applications()] == [2]
    assert store.search("cortical") and {hit.application_id for hit in store.search("cortical")} == {2}
    assert not sight(store, "first", 1, uidvalidity=8)
    assert store.ledger() == Ledger(sightings=7, applications=1, new=1, forgotten=5)
    assert store.verify() == []
