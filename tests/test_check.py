"""The check: what is missing and unsure, the opening on the day the mail came, the length of the stay."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from intake.check import check
from intake.model import Evidence, Finding, Json, Kind, Status
from support.cases import programme

QUOTE = Evidence("body", 0, 1, "x")


def period(season: str | None, year: int | None, start: str | None, end: str | None, **more: Json) -> Finding:
    value: dict[str, Json] = {"season": season, "year": year, "start": start, "end": end, "months": None}
    return Finding("period", Status.PRESENT, {**value, "inferred": [], "alternatives": [], **more}, QUOTE)


@pytest.mark.parametrize(
    ("found", "day", "state", "name"),
    [
        (period("summer", 2016, "2016-06", "2016-08"), "2016-05-31", "open", "Summer 2016"),
        (period("summer", 2016, "2016-06", "2016-08"), "2016-06-02", "filled", "Summer 2016"),
        (period("summer", 2017, "2017-06", "2017-08"), "2016-09-30", "not-yet-open", "Summer 2017"),
        (period("summer", 2017, "2017-06", "2017-08"), "2016-10-01", "open", "Summer 2017"),
        (period(None, 2017, "2017-05", "2017-08"), "2016-11-01", "open", "Summer 2017"),
        (period("fall", 2016, "2016-09", "2016-12"), "2016-08-01", "open", "Fall-Winter 2016"),
        (period(None, 2017, "2017-06", None), "2016-11-01", "open", "Summer 2017"),
        (period("spring", 2019, "2019-01", "2019-05"), "2018-11-01", "unknown", None),
        (Finding("period", Status.MISSING), "2016-11-01", "unknown", None),
    ],
)
def test_the_opening_is_that_of_the_day(found: Finding, day: str, state: str, name: str | None) -> None:
    received = datetime.fromisoformat(f"{day}T20:00:00+00:00")
    opening = check(Kind.APPLICATION, {"period": found}, programme(), received).opening
    assert (opening.value, opening.period) == (state, name)


def test_the_day_is_the_offices_day() -> None:
    received = datetime(2016, 10, 1, 5, 0, tzinfo=UTC)  # still September 30 in California
    found = {"period": period("summer", 2017, "2017-06", "2017-08")}
    checked = check(Kind.APPLICATION, found, programme(), received)
    assert checked.opening.value == "not-yet-open"
    assert "Summer 2017 takes applications from October 1, 2016 on" in checked.review


@pytest.mark.parametrize(
    ("months", "inferred", "noted"),
    [
        (1, [], True),
        (1.5, [], True),
        (2, [], False),
        (3, [], False),
        (5, [], False),
        (6, [], True),
        (9, ["end"], False),
    ],
)
def test_a_stay_that_does_not_fit_is_noted(months: float, inferred: list[Json], noted: bool) -> None:
    found = {"period": period(None, 2017, "2017-06", "2017-08", months=months, inferred=inferred)}
    review = check(Kind.APPLICATION, found, programme(), None).review
    assert any("3 to 4 months are asked for" in note for note in review) is noted


def test_missing_and_unsure_items_are_named_with_the_reason() -> None:
    items = {
        "resume": Finding("resume", Status.UNSURE, reason="is protected by a password"),
        "track": Finding("track", Status.MISSING),
    }
    checked = check(Kind.APPLICATION, items, programme(), None)
    assert (checked.missing, checked.unsure) == (("track",), ("resume",))
    assert checked.review == ("resume: is protected by a password",)
    assert check(Kind.FOLLOW_UP, items, programme(), None).missing == ()
