"""Whose mail lands in whose application: each rule with what must be kept apart."""

from __future__ import annotations

from typing import Any

import pytest

from intake.model import Address, Applicant, Kind, Record, Signals, Status
from intake.record import Store
from intake.record.joining import agree, same_time
from support.cases import programme
from support.records import FALL, SUMMER, after, digest, findings, keep, person, record, sight

FIRST = ("<first@example.edu>",)
LUIS = person("Luis Ruiz", "luis@example.edu")
STAFF = Address("Grace Hill", "grace@numenta.com")
CENTER = Address("Career Services", "careers@example.edu")
NO_PERIOD: dict[str, Any] = {"items": findings("period")}


def forwarded(name: str, student: Applicant, by: Address, **changes: Any) -> Record:
    return record(name, sender=by, applicant=student, forwarded_by=by, **changes)


ANA = Applicant("Ana Ruiz", "ana@example.edu")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param(record("first"), record("b", Kind.FOLLOW_UP, thread=FIRST), id="reply"),
        pytest.param(
            record("first", thread=("<root@example.edu>",)),
            record("b", Kind.FOLLOW_UP, thread=("<root@example.edu>", "<lost@example.edu>")),
            id="both refer to a mail that is not here",
        ),
        pytest.param(
            record("b", Kind.FOLLOW_UP, thread=FIRST),
            record("first"),
            id="the follow-up is read before the first",
        ),
        pytest.param(
            record("first"), record("b", thread=FIRST, **NO_PERIOD), id="a whole application as a reply"
        ),
        pytest.param(
            record("first", applicant=Applicant("Ana Ruiz", "ana@home.example.com")),
            record("b", Kind.FOLLOW_UP, thread=FIRST),
            id="reply from the account that the application was sent from",
        ),
        pytest.param(
            forwarded("first", ANA, STAFF),
            record("b", Kind.FOLLOW_UP, thread=FIRST),
            id="reply by the student whom staff passed on",
        ),
        pytest.param(record("first"), record("b", Kind.FOLLOW_UP), id="says that it adds to an earlier mail"),
        pytest.param(
            record("first", applicant=Applicant("Ana Ruiz", "ana@home.example.com")),
            record("b", Kind.FOLLOW_UP, resume=""),
            id="adds to it from the account that the application was sent from",
        ),
        pytest.param(record("first"), record("b", Kind.QUESTION, thread=FIRST), id="question in the thread"),
        pytest.param(record("first"), record("b", Kind.QUESTION), id="question by who applied"),
        pytest.param(record("first"), record("b"), id="applies again for the same time"),
        pytest.param(record("first"), record("b", **NO_PERIOD), id="applies again and names no time"),
        pytest.param(
            record("first"),
            record("b", message_id="<first@example.edu>", items=findings(period=FALL)),
            id="the same mail through another list",
        ),
        pytest.param(
            record("first"),
            record("b", **person("Ana Ruiz", "ana@home.example.com")),
            id="the same name and resume from another address",
        ),
        pytest.param(
            record("first"),
            forwarded("b", Applicant("Ana Ruiz", ""), CENTER),
            id="the same name and resume passed on",
        ),
    ],
)
def test_mail_of_one_person_is_one_application(store: Store, first: Record, second: Record) -> None:
    saved = keep(store, programme(), first, second)
    assert saved[0].application_id == saved[1].application_id is not None
    (row,) = store.applications()
    assert row.mails == 2


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param(
            record("first"),
            record("b", Kind.FOLLOW_UP, thread=FIRST, resume="", **LUIS),
            id="a reference alone",
        ),
        pytest.param(record("first"), record("b", **LUIS), id="a subject alone"),
        pytest.param(
            record("first"),
            record("b", Kind.FOLLOW_UP, thread=FIRST, signals=Signals(authentication="dmarc=fail, spf=fail")),
            id="a forged sender who knows the Message-ID",
        ),
        pytest.param(
            record("first"), record("b", signals=Signals(authentication="dmarc=fail")), id="a forged sender"
        ),
        pytest.param(
            record("first"),
            record("b", thread=FIRST, resume="luis.pdf", applicant=Applicant("Luis Ruiz", "ana@example.edu")),
            id="two people with one account",
        ),
        pytest.param(
            record("first"), record("b", items=findings(period=FALL), resume="fall.pdf"), id="another time"
        ),
        pytest.param(
            forwarded("first", Applicant("Ana Ruiz", CENTER.email), CENTER),
            forwarded("b", Applicant("Bo Lind", CENTER.email), CENTER, thread=FIRST, resume="bo.pdf"),
            id="two students whom one office passes on in one thread",
        ),
        pytest.param(
            record("first", applicant=Applicant("Ana Ruiz", "ana@home.example.com"), sender=CENTER),
            record(
                "b",
                applicant=Applicant("Bo Lind", "bo@home.example.com"),
                sender=CENTER,
                thread=FIRST,
                resume="",
            ),
            id="two students whose professor writes for them",
        ),
        pytest.param(
            record("first", applicant=Applicant("Ana Ruiz", "ana@home.example.com"), sender=CENTER),
            record(
                "b",
                Kind.FOLLOW_UP,
                sender=CENTER,
                applicant=Applicant("Career Services", CENTER.email),
                resume="",
            ),
            id="an office that wrote for a student adds to nobody knows whose application",
        ),
        pytest.param(
            record("first", applicant=Applicant("Ana", "ana@home.example.com"), sender=CENTER),
            record(
                "b",
                applicant=Applicant("Ana Lind", "lind@home.example.com"),
                sender=CENTER,
                resume="lind.pdf",
            ),
            id="two of the same first name for whom one office writes",
        ),
        pytest.param(
            record("first", **person("Grace Hill", "grace@numenta.com")),
            record("b", Kind.FOLLOW_UP, thread=FIRST, resume="", **person("Grace Hill", "grace@numenta.com")),
            id="our own staff is nobody who applies",
        ),
        pytest.param(
            record("first"),
            record("b", resume="other.pdf", **person("Ana Ruiz", "ana@home.example.com")),
            id="the same name alone",
        ),
        pytest.param(
            record("first"),
            record("b", **person("Bo Lind", "bo@home.example.com")),
            id="the same resume alone",
        ),
        pytest.param(
            record("first"),
            record("b", items=findings(period=FALL), **person("Ana Ruiz", "ana@home.example.com")),
            id="the same name and resume for another time",
        ),
    ],
)
def test_mail_of_someone_else_or_for_another_time_stays_apart(
    store: Store, first: Record, second: Record
) -> None:
    saved = keep(store, programme(), first, second)
    assert saved[0].application_id != saved[1].application_id
    assert [row.mails for row in store.applications()] == [1, 1]


def test_what_was_kept_apart_is_shown_to_a_person(store: Store) -> None:
    keep(store, programme(), record("first"), record("b", Kind.FOLLOW_UP, thread=FIRST, resume="", **LUIS))
    rows = list(store.applications())
    assert "refers to application 1, but is kept apart: it comes from someone else" in rows[1].review
    assert rows[1].status == "complete"


def test_a_follow_up_supplies_what_was_missing_and_erases_nothing(store: Store) -> None:
    first = record("first", items=findings("coursework", "track"))
    second = record("b", Kind.FOLLOW_UP, thread=FIRST, items=findings("cover_letter resume period", "track"))
    third = record(
        "c", Kind.FOLLOW_UP, thread=FIRST, items=findings("cover_letter resume coursework", period=FALL)
    )
    assert [saved.change for saved in keep(store, programme(), first, second, third)] == [
        "new application",
        "joined an application",
        "completed an application",
    ]
    (row,) = store.applications()
    assert row.status == "complete"
    assert row.items["period"].value == FALL
    assert [other.value for _, other in row.items["period"].others] == [SUMMER]
    assert row.items["coursework"].message == digest("b")
    assert row.completed is not None and row.completed > row.first


def test_a_follow_up_without_its_first_mail_lacks_nothing_for_sure(store: Store) -> None:
    keep(store, programme(), record("b", Kind.FOLLOW_UP, items=findings("resume")))
    (row,) = store.applications()
    assert row.items["resume"].status is Status.UNSURE
    assert not row.asks
    sight(store, "first", 2)
    store.save(record("first", items=findings("resume")), received=after(-1), programme=programme())
    (row,) = store.applications()
    assert row.items["resume"].status is Status.MISSING
    assert row.asks


def test_a_follow_up_that_fits_two_applications_joins_neither(store: Store) -> None:
    keep(
        store,
        programme(),
        record("first", resume="one.pdf"),
        record("second", items=findings(period=FALL), resume="two.pdf"),
        record("b", Kind.FOLLOW_UP, resume=""),
    )
    assert [row.mails for row in store.applications()] == [1, 1, 1]


def test_long_after_it_is_another_application(store: Store) -> None:
    keep(store, programme(), record("first"))
    sight(store, "late", 2, when=after(200))
    again = record("late", resume="new.pdf", **NO_PERIOD)
    assert store.save(again, received=after(200), programme=programme()).application_id == 2
    sight(store, "later", 3, when=after(700))
    again = record("later", Kind.FOLLOW_UP, resume="")
    assert store.save(again, received=after(700), programme=programme()).application_id == 3


def test_better_rules_take_a_mail_out_of_an_application(store: Store) -> None:
    keep(store, programme(), record("first"), record("b", Kind.FOLLOW_UP, thread=FIRST))
    saved = store.save(
        record("b", Kind.FOLLOW_UP, thread=FIRST, resume="", **LUIS), received=after(1), programme=programme()
    )
    assert saved.application_id == 2
    assert [(row.mails, row.applicant.name) for row in store.applications()] == [
        (1, "Ana Ruiz"),
        (1, "Luis Ruiz"),
    ]


def test_better_rules_bring_two_applications_of_one_person_together(store: Store) -> None:
    wrong = person("Ana R", "somebody@example.com")
    first, second = record("first"), record("b", Kind.FOLLOW_UP, thread=FIRST, resume="")
    keep(store, programme(), first, record("b", Kind.FOLLOW_UP, thread=FIRST, resume="", **wrong))
    assert store.save(second, received=after(1), programme=programme()).application_id == 1
    assert [row.id for row in store.applications()] == [1]
    assert [row.id for row in store.applications(active=None)] == [1]


def test_an_application_that_a_person_worked_on_does_not_vanish(store: Store) -> None:
    wrong = person("Ana R", "somebody@example.com")
    keep(store, programme(), record("first"), record("b", Kind.FOLLOW_UP, thread=FIRST, resume="", **wrong))
    store.correct(2, "name", "Ana Ruiz", "grace", "", after(2))
    second = record("b", Kind.FOLLOW_UP, thread=FIRST, resume="")
    assert store.save(second, received=after(1), programme=programme()).application_id == 2


def test_ids_stay_when_all_mail_is_understood_again(store: Store) -> None:
    records = [
        record("first"),
        record("other", resume="luis.pdf", **LUIS),
        record("b", Kind.FOLLOW_UP, thread=FIRST),
        record("again"),
        record("fall", items=findings(period=FALL), resume="fall.pdf"),
        record("question", Kind.QUESTION, thread=FIRST),
    ]
    saved = keep(store, programme(), *records)
    for _ in range(2):
        redone = [
            store.save(one, received=after(number), programme=programme())
            for number, one in enumerate(records)
        ]
        assert [one.application_id for one in redone] == [one.application_id for one in saved]
        assert {one.change for one in redone} == {"unchanged"}


def test_a_kind_that_changes_and_changes_back_keeps_its_application(store: Store) -> None:
    keep(store, programme(), record("first"))
    store.save(record("first", Kind.OTHER), received=after(0), programme=programme())
    assert list(store.applications()) == []
    assert store.save(record("first"), received=after(0), programme=programme()).application_id == 1
    assert [row.id for row in store.applications()] == [1]


def test_a_flood_from_one_address_does_not_grow_one_application(store: Store) -> None:
    flood = [record(f"flood {number}") for number in range(130)]
    keep(store, programme(), *flood)
    assert [row.mails for row in store.applications()] == [100, 30]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Ana Ruiz", "ana ruiz", True),
        ("Ana M. Ruiz", "Ana Ruíz", True),
        ("Ruiz, Ana", "Ana Ruiz", True),
        ("Ana", "Ana Ruiz", True),
        ("Ana Ruiz", "Luis Ruiz", False),
        ("", "Ana Ruiz", False),
        ("王伟", "王伟", True),
        ("王伟", "李娜", False),
        ("---", "---", False),
    ],
)
def test_names(one: str, other: str, expected: bool) -> None:
    assert agree(one, other) is expected
    assert agree(other, one) is expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (SUMMER, SUMMER, True),
        (SUMMER, FALL, False),
        (SUMMER, {"start": "2017-05", "end": "2017-08"}, True),
        (SUMMER, {"start": "2017-08", "end": "2017-12"}, False),
        (SUMMER, {**SUMMER, "year": 2018, "start": "2018-06", "end": "2018-08"}, False),
        (SUMMER, {"start": "soon", "end": 4}, False),
        ({}, {}, False),
    ],
)
def test_periods(one: dict[str, Any], other: dict[str, Any], expected: bool) -> None:
    assert same_time(one, other) is expected
    assert same_time(other, one) is expected
