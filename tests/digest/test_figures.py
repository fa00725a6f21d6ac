"""The season in pictures: numbers that add up, bars within their picture."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from intake.digest.figures import OTHER_AREAS, SHADES, WEEKS, WIDTH, figures
from intake.model import Status
from support.views import COMPLETE, LACKING, NOW, OPEN, data, item, person


def test_no_picture_of_nothing() -> None:
    assert figures(data()) == ()


def test_each_application_counts_once() -> None:
    weekly, periods, completeness = figures(data(COMPLETE, LACKING, OPEN))
    assert weekly.head == ("Week from", "Algorithms", "no area")
    assert weekly.rows == (("14 Nov 2016", (1, 2)),)
    assert periods.rows == (("summer 2017", (1,)), ("no period", (2,)))
    assert dict(completeness.rows)["resume"] == (0, 1, 1)
    assert completeness.summary == "1 of 3 applications complete."


def test_weeks_are_those_of_the_office() -> None:
    late = replace(COMPLETE, first_received=NOW.replace(day=21, hour=5))  # still Sunday in California
    assert figures(data(late))[0].rows[0][0] == "14 Nov 2016"


def test_the_latest_weeks_are_shown_without_gaps() -> None:
    spread = [replace(LACKING, id=n, first_received=NOW - timedelta(weeks=3 * n)) for n in range(20)]
    weekly = figures(data(*spread))[0]
    assert len(weekly.rows) == WEEKS
    assert [sum(numbers) for _, numbers in weekly.rows[-4:]] == [1, 0, 0, 1]


def test_many_periods_are_shown_as_the_common_ones_and_the_rest() -> None:
    people = [
        person(n, item("period", Status.PRESENT, {"start": f"2017-{n % 12 + 1:02}"}, "x")) for n in range(40)
    ]
    rows = figures(data(*people))[1].rows
    assert len(rows) == 9
    assert rows[-1][0] == "other periods"
    assert sum(numbers[0] for _, numbers in rows) == 40


def test_bars_stay_within_their_picture() -> None:
    crowd = [replace(COMPLETE, id=n, first_received=NOW - timedelta(hours=n)) for n in range(3000)]
    for figure in figures(data(*crowd, LACKING, OPEN)):
        assert figure.bars
        for bar in figure.bars:
            assert bar.x >= 0
            assert bar.y >= 0
            assert bar.x + bar.width <= WIDTH + 0.01
            assert bar.y + bar.height <= figure.height


def test_more_areas_than_shades_are_shown_as_the_common_ones_and_the_rest() -> None:
    tracks = {f"t{n}": f"Track {n}" for n in range(12)}
    asked = [item("track", Status.PRESENT, [f"t{n % 12 if n < 24 else n % 3}"], "x") for n in range(60)]
    weekly = figures(data(*(person(n, one) for n, one in enumerate(asked)), LACKING, tracks=tracks))[0]
    assert [shade for shade, _ in weekly.legend] == [*(f"area{n}" for n in range(SHADES)), "nothing"]
    assert weekly.head[-2:] == (OTHER_AREAS, "no area")
    assert {"Track 0", "Track 1", "Track 2"} <= set(weekly.head)
    assert sum(sum(numbers) for _, numbers in weekly.rows) == 61
