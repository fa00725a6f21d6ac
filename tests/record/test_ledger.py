"""The ledger: where to go on from, what cannot be fetched, and the sum."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from intake.model import Kind, Place
from intake.record import Store
from intake.record.rows import Ledger, Outcome, Progress
from support.cases import programme
from support.records import after, digest, keep, record, sight

HERE = ("interns", "INBOX", 7)


def place(uid: int, folder: str = "INBOX") -> Place:
    return Place("interns", folder, 7, uid)


def failed(store: Store, uid: int, *, gone: bool = False, limit: int = 3) -> Outcome:
    return store.fetch_failed(place(uid), "could not be fetched: timed out", gone=gone, limit=limit)


def test_it_goes_on_after_the_highest_uid_and_tries_again_what_failed(store: Store) -> None:
    assert store.progress(*HERE) == Progress(0, ())
    sight(store, "a", 3)
    sight(store, "b", 9)
    failed(store, 5)
    failed(store, 11)
    failed(store, 12, gone=True)
    assert store.progress(*HERE) == Progress(12, (5, 11), known=4)
    assert store.known_uids(*HERE) == {3, 5, 9, 11}
    assert store.progress("interns", "INBOX", 8) == Progress(0, ())
    assert store.progress("interns", "Junk", 7) == Progress(0, ())
    assert store.known_folder("interns", "INBOX") == 7
    assert store.known_folder("interns", "Junk") is None


def test_what_cannot_be_fetched_is_set_aside_at_the_limit(store: Store) -> None:
    assert [failed(store, 5) for _ in range(4)] == ["waiting", "waiting", "set aside", "set aside"]
    assert store.progress(*HERE) == Progress(5, (), known=1)
    (trouble,) = store.set_aside()
    assert (trouble.what, trouble.attempts, trouble.places) == ("fetch", 3, ("interns/INBOX, UID 5",))
    assert store.failures() == []


def test_what_is_fetched_at_last_is_no_failure_any_more(store: Store) -> None:
    failed(store, 5)
    assert len(store.failures()) == 1
    assert sight(store, "a", 5)
    assert store.failures() == []
    assert failed(store, 5) is Outcome.HELD
    assert store.progress(*HERE) == Progress(5, (), known=1)


def test_what_was_held_to_be_gone_and_is_there_again_waits_anew(store: Store) -> None:
    assert failed(store, 5, gone=True) is Outcome.GONE
    assert store.known_uids(*HERE) == set()
    assert failed(store, 5, gone=True) is Outcome.GONE
    assert failed(store, 5, limit=9) is Outcome.WAITING
    assert sight(store, "a", 5)
    assert store.ledger().unexplained == 0


def test_a_message_seen_at_several_places_is_one(store: Store) -> None:
    assert [sight(store, "a", 1), sight(store, "a", 1), sight(store, "a", 2)] == [True, False, False]
    assert not sight(store, "a", 1, folder="Junk")
    assert not sight(store, "a", 1, uidvalidity=8)
    assert store.ledger() == Ledger(sightings=4, new=1, duplicates=3)
    assert len(store.pending(attempts=1)) == 1


def test_a_file_that_holds_another_message_now_is_seen_anew(store: Store) -> None:
    for name in ("a", "b", "a"):
        sight(store, name, 1, folder="/mail/interns.mbox", uidvalidity=0)
    assert store.ledger() == Ledger(sightings=2, new=2)
    assert store.places(digest("b")) == ("interns//mail/interns.mbox, message 1",)


def test_when_it_came_is_what_the_first_mailbox_said(store: Store) -> None:
    store.sight(place(1, "x"), digest("a"), message_id=None, sent=None, internal_date=None, size=1)
    assert store.pending(attempts=1)[0].received is None
    sight(store, "a", 2, when=after(2))
    sight(store, "a", 3, when=after(1))
    assert store.pending(attempts=1)[0].received == after(2)


@pytest.mark.parametrize(
    ("changes", "known"),
    [
        ({}, True),
        ({"size": 1001}, False),
        ({"sent": "Fri, 4 Nov 2016"}, False),
        ({"sent": None}, False),
        ({"message_id": "<b@example.edu>"}, False),
        ({"message_id": None}, False),
        ({"message_id": ""}, False),
    ],
)
def test_a_rebuilt_folder_is_recognised(store: Store, changes: dict[str, object], known: bool) -> None:
    sight(store, "a")
    wanted = {"message_id": "<a@example.edu>", "sent": "Thu, 3 Nov 2016", "size": 1000, **changes}
    assert store.recognise("interns", **wanted) == (digest("a") if known else None)  # type: ignore[arg-type]
    assert store.recognise("others", **wanted) is None  # type: ignore[arg-type]


def test_nothing_is_recognised_where_two_messages_fit(store: Store) -> None:
    for name in ("a", "b"):
        store.sight(
            place(ord(name)),
            digest(name),
            message_id="<x@example.edu>",
            sent=None,
            internal_date=None,
            size=9,
        )
    assert store.recognise("interns", message_id="<x@example.edu>", sent=None, size=9) is None


def test_the_sum_names_everything(store: Store) -> None:
    kinds = [Kind.APPLICATION, Kind.FOLLOW_UP, Kind.QUESTION, Kind.AUTOMATIC, Kind.OTHER]
    keep(store, programme(), *(record(kind.value, kind) for kind in kinds))
    for uid, name in enumerate(("new", "failed", "over"), 10):
        sight(store, name, uid)
    store.process_failed(digest("failed"), "parse", "error", 3)
    store.process_failed(digest("over"), "parse", "error", 1)
    sight(store, "over", 20)
    failed(store, 21)
    failed(store, 22, limit=1)
    failed(store, 23, gone=True)
    ledger = store.ledger()
    assert ledger == Ledger(12, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0)
    assert sum(count for _, count in ledger.parts()) == ledger.sightings
    assert ledger.unexplained == 0


def test_it_can_be_asked_for_by_a_person(store: Store) -> None:
    keep(store, programme(), record())
    sight(store, "ana", 2)
    failed(store, 3)
    rows = [
        tuple(row)
        for row in store._rows("SELECT uid, outcome, duplicate, application FROM ledger ORDER BY uid")
    ]
    assert rows == [(1, "application", 0, 1), (2, "application", 1, 1), (3, "not fetched yet", 0, None)]
    (row,) = store._rows("SELECT * FROM applications")
    assert (row["name"], row["resume"], row["courses"]) == (
        "Ana Ruiz",
        "present",
        "Machine Learning; Linear Algebra",
    )
    assert store._rows("SELECT * FROM missing_items") == []
    assert len(store._rows("SELECT * FROM findings")) == 5


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["sight", "fail", "gone", "save", "break"]), st.integers(1, 4), st.sampled_from("abc")
    ),
    max_size=12,
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(STEPS)
def test_it_balances_whatever_happens(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, int, str]]
) -> None:
    with Store.open(tmp_path_factory.mktemp("store")) as store:
        known: set[str] = set()
        for what, uid, name in steps:
            if what == "sight":
                sight(store, name, uid)
                known.add(name)
            elif what in ("fail", "gone"):
                failed(store, uid, gone=what == "gone", limit=2)
            elif name in known and what == "save":
                store.save(record(name), received=after(uid), programme=programme())
            elif name in known:
                store.process_failed(digest(name), "fields", "error", 2)
        assert store.ledger().unexplained == 0
        assert store.verify([digest(name) for name in known]) == []


def test_how_many_are_known_is_kept_and_not_counted(store: Store) -> None:
    """Whatever becomes of a place; a poll of a large mailbox must not walk over its ledger."""

    def known() -> int:
        counted = store._one("SELECT count(DISTINCT uid) FROM sighting WHERE state <> 'gone'")
        kept = store.progress(*HERE).known
        assert kept == counted
        return kept

    place = Place("interns", "INBOX", 7, 9)
    sight(store, "a", 1)
    sight(store, "a", 1)
    sight(store, "b", 1)
    assert known() == 1
    store.fetch_failed(place, "too slow", gone=False, limit=3)
    assert known() == 2
    store.fetch_failed(place, "gone", gone=True, limit=3)
    assert known() == 1
    sight(store, "c", 9)
    assert known() == 2
    with store.transaction():
        store._run("UPDATE sighting SET state = 'forgotten', message_id = NULL WHERE uid = 9")
    assert known() == 2
    with store.transaction():
        store._run("DELETE FROM sighting WHERE uid = 9")
    assert known() == 1
