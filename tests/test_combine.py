"""What several mails say together: a table, and what holds for any mails and corrections."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.combine import EARLIER_MAIL, Correction, Said, combine
from intake.model import Evidence, Finding, Kind, Status

START = datetime(2016, 11, 3, tzinfo=UTC)
P, U, M = Status.PRESENT, Status.UNSURE, Status.MISSING


def found(status: Status, value: str = "") -> Finding:
    evidence = None if status is M else Evidence("body", 0, 1, "x")
    return Finding("period", status, value or None, evidence, reason="why" if status is U else None)


def said(day: float, finding: Finding, kind: Kind = Kind.APPLICATION) -> Said:
    return Said(f"mail {day}", kind, START + timedelta(days=day), {"period": finding})


def corrected(number: int, day: float, value: str, *, undone: bool = False, status: Status = P) -> Correction:
    at = START + timedelta(days=day)
    return Correction(number, "period", status, value, "grace", at, undone_at=at if undone else None)


@pytest.mark.parametrize(
    ("mails", "expected"),
    [
        ([found(P, "a")], (P, "a", "mail 0")),
        ([found(P, "a"), found(M)], (P, "a", "mail 0")),
        ([found(P, "a"), found(U, "b")], (P, "a", "mail 0")),
        ([found(P, "a"), found(P, "b")], (P, "b", "mail 1")),
        ([found(M), found(P, "b"), found(M)], (P, "b", "mail 1")),
        ([found(U, "a"), found(M)], (U, "a", "mail 0")),
        ([found(U, "a"), found(U, "b")], (U, "b", "mail 1")),
        ([found(M), found(M)], (M, None, "mail 1")),
    ],
)
def test_the_latest_mail_that_has_it_counts(
    mails: Sequence[Finding], expected: tuple[Status, str, str]
) -> None:
    item = combine([said(day, finding) for day, finding in enumerate(mails)])["period"]
    assert (item.status, item.value, item.message) == expected


def test_what_the_other_mails_say_stays_beside_it() -> None:
    mails = [said(0, found(P, "a")), said(1, found(U, "b")), said(2, found(P, "c")), said(3, found(M))]
    item = combine(mails)["period"]
    assert [(message, other.value) for message, other in item.others] == [("mail 1", "b"), ("mail 0", "a")]


def test_mails_that_neither_apply_nor_add_do_not_count() -> None:
    mails = [said(0, found(M)), said(1, found(P, "a"), Kind.QUESTION), said(2, found(P, "b"), Kind.AUTOMATIC)]
    assert combine(mails)["period"].status is M
    assert combine([said(1, found(P, "a"), Kind.OTHER)]) == {}


def test_nothing_is_missing_for_sure_where_the_first_mail_is_not_here() -> None:
    item = combine([said(0, found(M), Kind.FOLLOW_UP)])["period"]
    assert (item.status, item.reason) == (U, EARLIER_MAIL)
    assert combine([said(0, found(P, "a"), Kind.FOLLOW_UP)])["period"].status is P


def test_a_correction_lies_on_top_and_the_one_before_counts_when_it_is_undone() -> None:
    mails = [said(0, found(P, "a"))]
    first, second = corrected(1, 1, "b"), corrected(2, 2, "", status=M)
    assert combine(mails, [second, first])["period"].status is M
    item = combine(mails, [first, corrected(2, 2, "", undone=True, status=M)])["period"]
    assert (item.value, item.finding.value, item.correction) == ("b", "a", first)


@pytest.mark.parametrize(
    ("day", "value", "newer"),
    [(2, "c", True), (2, "b", False), (0.5, "c", False)],
    ids=["says something else", "says the same", "came before"],
)
def test_a_mail_after_a_correction_is_noticed(day: float, value: str, newer: bool) -> None:
    item = combine([said(0, found(P, "a")), said(day, found(P, value))], [corrected(1, 1, "b")])["period"]
    assert (item.value, item.newer) == ("b", newer)


FINDINGS = st.builds(found, st.sampled_from([P, U, M]), st.sampled_from(["a", "b", "c"]))
MAILS = st.lists(
    st.tuples(st.integers(0, 9), FINDINGS, st.sampled_from([Kind.APPLICATION, Kind.FOLLOW_UP])),
    min_size=1,
    max_size=6,
).map(
    lambda rows: [
        Said(f"mail {n}", k, START + timedelta(days=d), {"period": f}) for n, (d, f, k) in enumerate(rows)
    ]
)


@given(MAILS, st.randoms())
def test_the_order_in_which_mails_are_read_does_not_matter(mails: list[Said], random: Random) -> None:
    shuffled = sorted(mails, key=lambda _: random.random())
    assert combine(shuffled) == combine(mails)


@given(MAILS)
def test_nothing_is_erased(mails: list[Said]) -> None:
    item = combine(mails)["period"]
    here = {finding.value for mail in mails if (finding := mail.findings["period"]).status is not M}
    kept = {other.value for _, other in item.others} | ({item.value} if item.status is not M else set())
    assert here <= kept
    assert (item.status is P) == any(mail.findings["period"].status is P for mail in mails)


@given(MAILS, MAILS)
def test_more_mail_never_makes_what_is_there_missing(mails: list[Said], more: list[Said]) -> None:
    order = [M, U, P]
    before, after = combine(mails)["period"], combine([*mails, *more])["period"]
    if any(mail.kind is Kind.APPLICATION for mail in mails):
        assert order.index(after.status) >= order.index(before.status)


@given(MAILS, st.integers(0, 9), st.sampled_from([P, U, M]))
def test_a_correction_always_counts(mails: list[Said], day: int, status: Status) -> None:
    correction = corrected(1, day, "z", status=status)
    item = combine(mails, [correction])["period"]
    assert (item.status, item.value, item.correction) == (status, "z", correction)
    assert item.finding == combine(mails)["period"].finding
