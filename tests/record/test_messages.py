"""Messages recorded, read back, recorded again."""

from __future__ import annotations

import pytest

from intake.errors import StoreError
from intake.model import Kind, Place, Status
from intake.record import Store
from intake.record_json import as_json
from support.cases import programme
from support.records import SUMMER, after, digest, findings, keep, record, sight


def test_a_record_comes_back_as_it_was(store: Store) -> None:
    one = record()
    keep(store, programme(), one)
    assert store.record_of(one.sha256) == as_json(one)
    assert store.versions_of(one.sha256) == one.versions
    assert store.record_of(digest("nobody")) is None


def test_an_application_is_listed_with_what_it_says(store: Store) -> None:
    keep(store, programme(), record(items=findings("coursework", "track")))
    (row,) = store.applications()
    assert (row.status, row.missing, row.unsure) == ("incomplete", ("coursework",), ("track",))
    assert (row.applicant.name, row.period, row.period_start) == ("Ana Ruiz", "summer 2017", "2017-06")
    assert row.items["period"].finding.evidence is not None
    assert row.review == ("area: hard to tell",)
    assert row.asks and row.completed is None


def test_pending_holds_what_is_new_or_failed_in_the_order_it_came(store: Store) -> None:
    assert store.oldest_waiting() is None
    for number, name in enumerate(("c", "a", "b")):
        sight(store, name, number + 1, when=after(-number))
    assert store.oldest_waiting() == after(-2)
    assert [p.sha256 for p in store.pending(attempts=3)] == [digest(n) for n in "bac"]
    assert [p.sha256 for p in store.pending(limit=1, attempts=3)] == [digest("b")]
    assert store.process_failed(digest("b"), "fields", "ValueError", 2) == "failed"
    assert [p.attempts for p in store.pending(attempts=2)] == [1, 0, 0]
    assert store.process_failed(digest("b"), "fields", "ValueError", 2) == "set aside"
    assert [p.sha256 for p in store.pending(attempts=9)] == [digest(n) for n in "ac"]
    (trouble,) = store.set_aside()
    assert (trouble.what, trouble.problem, trouble.is_over) == ("fields", "ValueError", True)
    assert trouble.places == ("interns/INBOX, UID 3",)


def test_processing_again_changes_values_and_no_ids(store: Store) -> None:
    first = record("one")
    (saved,) = keep(store, programme(), first)
    changes = [
        store.save(again, received=after(0), programme=programme())
        for again in (record("one", items=findings("period")), first, first)
    ]
    assert [change.application_id for change in changes] == [saved.application_id] * 3
    assert [change.change for change in changes] == ["changed", "completed an application", "unchanged"]
    assert changes[0].detail == {"period": [["present", SUMMER], ["missing", None]]}


def test_stale_records_are_selected(store: Store) -> None:
    keep(store, programme(), record("old"), record("new", versions={"period": 3}))
    today = ({"period": 3}, programme().fingerprint)
    assert [p.sha256 for p in store.selected(stale=today)] == [digest("old")]
    assert len(store.selected(stale=({"period": 3}, "another programme"))) == 2
    assert [p.sha256 for p in store.selected(since=after(1))] == [digest("new")]
    assert [p.sha256 for p in store.selected(until=after(1))] == [digest("old")]
    assert len(store.selected(ids=[])) == 0
    assert len(store.selected(ids=[1])) == 2


def test_texts_read_by_todays_readers_need_not_be_read_again(store: Store) -> None:
    one = record()
    keep(store, programme(), one)
    (cached,) = store.cached_documents(one.sha256, {"pdf-3"})["attachment:ana.pdf"]
    assert (cached.text, cached.sha256, cached.pages) == (one.documents[2].text, digest("ana.pdf"), 1)
    assert store.cached_documents(one.sha256, {"pdf-4"}) == {}


def test_hostile_text_is_kept_readable(store: Store) -> None:
    keep(store, programme(), record(subject="a\0b\ud800c", text="x\0y\udfff z"))
    found = store.record_of(digest("ana"))
    assert found is not None
    (row,) = store.applications()
    assert row.status == "complete"
    assert [mail.subject for mail in store.messages()] == ["a\ufffdb\ufffdc"]


@pytest.mark.parametrize("kind", [Kind.AUTOMATIC, Kind.OTHER])
def test_mail_that_is_no_application_joins_none(store: Store, kind: Kind) -> None:
    keep(store, programme(), record("one"), record("two", kind, thread=("<one@example.edu>",)))
    (row,) = store.applications()
    assert row.mails == 1
    assert all(item.status is Status.PRESENT for item in row.items.values())


def test_when_a_mail_came_stands_where_nothing_tells_it(store: Store) -> None:
    one = record(received=None)
    here = Place("files", "/mail/ana.eml", 0, 1)
    store.sight(here, one.sha256, message_id=None, sent=None, internal_date=None, size=9)
    store.save(one, received=after(1), programme=programme())
    assert store.save(one, received=after(9), programme=programme()).change == "unchanged"
    assert [row.received for row in store.applications()] == [after(1)]


def test_a_message_that_failed_when_understood_again_keeps_what_it_said(store: Store) -> None:
    one = record()
    keep(store, programme(), one)
    store.process_failed(one.sha256, "fields", "ValueError", 3)
    assert (store.ledger().failed, store.ledger().applications) == (1, 0)
    assert [row.status for row in store.applications()] == ["complete"]
    store.save(one, received=after(0), programme=programme())
    assert (store.ledger().failed, store.ledger().applications) == (0, 1)
    assert store.failures() == []


def test_new_versions_that_find_the_same_are_not_stale(store: Store) -> None:
    keep(store, programme(), record())
    newer = record(versions={"period": 9})
    assert store.save(newer, received=after(0), programme=programme()).change == "unchanged"
    assert len(store.selected(stale=({"period": 9}, programme().fingerprint))) == 0


def test_another_label_is_shown_when_the_programme_changes(store: Store) -> None:
    keep(store, programme(), record(items=findings("", "track")))
    required = [
        r.model_copy(update={"label": "team"}) if r.item == "track" else r for r in programme().required
    ]
    changed = programme().model_copy(update={"required": tuple(required), "fingerprint": "other"})
    store.save(record(items=findings("", "track")), received=after(0), programme=changed)
    assert [row.review for row in store.applications()] == [("team: hard to tell",)]


def test_what_was_never_seen_cannot_be_recorded(store: Store) -> None:
    with pytest.raises(StoreError, match="must be sighted"):
        store.save(record(), received=after(0), programme=programme())
