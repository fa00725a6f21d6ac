"""People's word: laid over what the program finds, kept when it changes its mind, taken back."""

from __future__ import annotations

import pytest

from intake.errors import UsageError
from intake.model import Kind, Status
from intake.record import Store
from intake.record.corrections import Accuracy
from support.cases import programme
from support.records import FALL, after, findings, keep, person, record, sight


def test_a_correction_counts_and_the_machines_value_stays_beside_it(store: Store) -> None:
    keep(store, programme(), record(items=findings("track")))
    made = store.correct(1, "track", ["algorithms"], "grace", "said so by phone", after(1))
    assert (made.machine_status, made.machine_value, made.at) == (Status.MISSING, None, after(1))
    (row,) = store.applications()
    assert (row.status, row.track, row.items["track"].reason) == (
        "complete",
        "algorithms",
        "said so by phone",
    )
    assert row.items["track"].finding.status is Status.MISSING
    assert row.items["track"].correction == made


def test_processing_again_and_more_mail_leave_it(store: Store) -> None:
    keep(store, programme(), record("first"))
    store.correct(1, "period", FALL, "grace", "", after(0.5))
    store.save(record("first", items=findings("period")), received=after(0), programme=programme())
    sight(store, "b", 2)
    store.save(
        record("b", Kind.FOLLOW_UP, thread=("<first@example.edu>",)), received=after(1), programme=programme()
    )
    (row,) = store.applications()
    assert (row.items["period"].value, row.period, row.opening.value) == (FALL, "fall 2017", "unknown")
    assert row.review == ("period: a mail that came after the correction says something else",)
    assert len(store.corrections(1)) == 1


def test_it_can_be_taken_back_step_by_step(store: Store) -> None:
    keep(store, programme(), record())
    store.correct(1, "resume", None, "grace", "empty file", after(1), status=Status.MISSING)
    store.correct(1, "resume", {"format": "doc"}, "hugh", "", after(2))

    def state() -> tuple[str, object]:
        (row,) = store.applications()
        return row.status, row.items["resume"].value

    assert state() == ("complete", {"format": "doc"})
    undone = store.undo(1, "resume", "grace", after(3))
    assert undone is not None
    assert (undone.value, undone.undone_by, undone.undone_at) == ({"format": "doc"}, "grace", after(3))
    assert state() == ("incomplete", None)
    assert store.undo(1, "resume", "grace", after(4)) is not None
    assert state() == ("complete", {"format": "pdf", "pages": 1})
    assert store.undo(1, "resume", "grace", after(5)) is None
    changes = [event.change for event in store.events()]
    assert changes.count("corrected") == changes.count("correction undone") == 2


def test_the_applicants_own_details_can_be_set(store: Store) -> None:
    keep(store, programme(), record())
    for item, value in (("name", "Ana María Ruiz"), ("email", "ana@home.example.com"), ("phone", None)):
        store.correct(1, item, value, "grace", "", after(1))
    store.save(record(**person("Anna", "wrong@example.com")), received=after(0), programme=programme())
    (row,) = store.applications()
    assert (row.applicant.name, row.applicant.email, row.applicant.phone) == (
        "Ana María Ruiz",
        "ana@home.example.com",
        None,
    )
    assert store.application_of("ana@home.example.com") == 1


@pytest.mark.parametrize(
    ("number", "item", "says"), [(9, "track", "no application 9"), (1, "salary", "no item 'salary'")]
)
def test_what_is_not_there_cannot_be_corrected(store: Store, number: int, item: str, says: str) -> None:
    keep(store, programme(), record())
    with pytest.raises(UsageError, match=says):
        store.correct(number, item, "x", "grace", "", after(1))
    assert store.events()[-1].change == "new application"


def test_an_item_is_asked_for_no_more_once_a_person_has_set_it(store: Store) -> None:
    keep(store, programme(), record(items=findings("track")))
    assert [row.asks for row in store.applications()] == [True]
    store.correct(1, "track", ["algorithms"], "grace", "", after(1))
    assert [row.asks for row in store.applications()] == [False]


def test_how_often_items_were_right_rests_on_applications_that_people_looked_at(store: Store) -> None:
    people = [person(f"Ana {number}", f"{number}@example.edu") for number in "abc"]
    keep(store, programme(), *(record(f"m{n}", resume=str(n), **who) for n, who in enumerate(people)))
    store.correct(1, "period", FALL, "grace", "", after(10))
    store.correct(1, "track", ["algorithms"], "grace", "is right", after(10))
    store.correct(2, "period", FALL, "grace", "", after(11))
    store.correct(3, "period", FALL, "grace", "", after(12))
    store.undo(3, "period", "grace", after(13))
    found = {one.item: one for one in store.accuracy(after(9), after(14))}
    assert found["period"] == Accuracy("period", looked_at=2, wrong=2)
    assert found["track"] == Accuracy("track", looked_at=2, wrong=0)
    assert store.accuracy(after(14), after(20)) == []
