"""Expressions of time: what is read of them, before anything says what they are about."""

from __future__ import annotations

from itertools import pairwise

import pytest

from intake.fields.passage import Passage
from intake.fields.period.expression import Expression, Shape
from intake.fields.period.expressions import find_expressions
from intake.fields.period.lex import lex
from intake.fields.period.reader import Moment


def read(text: str, *, day_first: bool = False) -> list[Expression]:
    """The expressions of a text written in 2016."""
    return list(find_expressions(Passage("body", text, 0, len(text)), day_first, 2016))


def shown(moment: Moment | None) -> str:
    """A moment as year-month-day, what is not said left out."""
    if moment is None:
        return "-"
    return "-".join(str(part) for part in (moment.year, moment.month, moment.first) if part is not None)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("May 16 through August 12", "5-16", "8-12"),
        ("29 May - 25 August 2017", "5-29", "2017-8-25"),
        ("5/15/2017 to 8/20/2017", "2017-5-15", "2017-8-20"),
        ("15/05/2017 - 20/08/2017", "2017-5-15", "2017-8-20"),
        ("01.07.2017-30.09.2017", "2017-7-1", "2017-9-30"),
        ("2017-06-05 to 2017-08-25", "2017-6-5", "2017-8-25"),
        ("2017/07/01 ~ 2017/09/30", "2017-7-1", "2017-9-30"),
        ("06/2017 - 08/2017", "2017-6", "2017-8"),
        ("Jun/2017 - Aug/2017", "2017-6", "2017-8"),
        ("9 Jan 17 - 31 Mar 17", "2017-1-9", "2017-3-31"),
        ("5/15 - 8/20", "5-15", "8-20"),
        ("15.5. bis 20.8.", "5-15", "8-20"),
        ("mid-May to late August", "5-15", "8-22"),
        ("mid june thru august", "6-15", "8"),
        ("Sept. 12 to Dec. 16, 2016", "9-12", "2016-12-16"),
        ("June 5 (after my exams) until August 25", "6-5", "8-25"),
        ("mid-May until school resumes on August 22", "5-15", "8-22"),
        ("June 19 and stay until September 15", "6-19", "9-15"),
        ("5 to 25 June 2017", "2017-6-5", "2017-6-25"),
        ("between June and September", "6", "9"),
        ("the 5th of June to the 25th of August", "6-5", "8-25"),
        ("the first week of June to the last week of August", "6-1", "8-25"),
        ("Q1 2017", "2017-1", "2017-3"),
        ("the first quarter of next year", "2017-1", "2017-3"),
        ("the second half of 2017", "2017-7", "2017-12"),
        ("New Year until Easter", "1-1", "4-16"),
        ("Anfang Juni bis Ende August", "6-1", "8-22"),
        ("du 1er juin au 31 août 2017", "6-1", "2017-8-31"),
        ("del 5 de junio al 25 de agosto de 2017", "6-5", "2017-8-25"),
        ("de junho a agosto de 2017", "6", "2017-8"),
        ("dal 5 giugno al 25 agosto", "6-5", "8-25"),
        ("с 5 июня по 25 августа 2017", "6-5", "2017-8-25"),
        ("2017年6月5日至8月25日", "2017-6-5", "8-25"),
        ("明年2月到5月", "2017-2", "5"),
    ],
)
def test_ranges(text: str, first: str, last: str) -> None:
    found = read(text)
    assert [e.shape for e in found] == [Shape.RANGE]
    assert (shown(found[0].first), shown(found[0].last)) == (first, last)


def test_the_order_of_day_and_month_is_the_programmes_where_both_are_possible() -> None:
    american, european = read("5/6/2017 - 4/9/2017")[0], read("5/6/2017 - 4/9/2017", day_first=True)[0]
    assert (shown(american.first), shown(american.last)) == ("2017-5-6", "2017-4-9")
    assert (shown(european.first), shown(european.last)) == ("2017-6-5", "2017-9-4")


@pytest.mark.parametrize(
    ("text", "start", "length"),
    [
        ("12 weeks from June 5, 2017", "2017-6-5", (12, 12, "week")),
        ("June 5 for 12 weeks", "6-5", (12, 12, "week")),
        ("twelve (12) weeks from May 22nd", "5-22", (12, 12, "week")),
        ("a 12-week internship starting on June 5", "6-5", (12, 12, "week")),
        ("30 May and stay for 14 weeks", "5-30", (14, 14, "week")),
        ("three to four months starting in September 2016", "2016-9", (3, 4, "month")),
        ("sechs Monate ab März", "3", (6, 6, "month")),
        ("3 mois à partir du 1er juin", "6-1", (3, 3, "month")),
    ],
)
def test_starts_with_a_length(text: str, start: str, length: tuple[int, int, str]) -> None:
    (found,) = read(text)
    assert (found.shape, shown(found.first)) == (Shape.LENGTH, start)
    assert found.duration and (found.duration.least, found.duration.most, found.duration.unit) == length


@pytest.mark.parametrize(
    ("text", "seasons", "year"),
    [
        ("Summer '17", ("summer",), 2017),
        ("Summer 17", ("summer",), 2017),
        ("the summer of 2017", ("summer",), 2017),
        ("2017 summer internship", ("summer",), 2017),
        ("Summer Software Engineering Internship 2017", ("summer",), 2017),
        ("summer next year", ("summer",), 2017),
        ("Fall-Winter 2016", ("fall", "winter"), 2016),
        ("fall/winter 2016-17", ("fall", "winter"), 2016),
        ("winter 2016-17", ("winter",), 2017),
        ("autumn 2017", ("fall",), 2017),
        ("Summer/Fall 2017", ("summer", "fall"), 2017),
        ("the fall semester", ("fall",), None),
        ("im Sommer 2017", ("summer",), 2017),
        ("cet été", ("summer",), None),
        ("летом 2017 года", ("summer",), 2017),
        ("明年夏天", ("summer",), 2017),
    ],
)
def test_seasons(text: str, seasons: tuple[str, ...], year: int | None) -> None:
    (found,) = read(text)
    assert found.named and (found.named.seasons, found.named.year) == (seasons, year)


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        ("from June onwards", Shape.START),
        ("ab Juni", Shape.START),
        ("starting in June", Shape.START),
        ("until the end of August", Shape.END),
        ("in February", Shape.MOMENT),
        ("June, July and August", Shape.MONTHS),
        ("12 weeks", Shape.DURATION),
        ("in 2017", Shape.YEAR),
    ],
)
def test_what_says_less(text: str, shape: Shape) -> None:
    assert [e.shape for e in read(text)] == [shape]


@pytest.mark.parametrize(
    "text",
    [
        "it may be", "May I ask", "they march on", "we fall behind", "a spring in the bed", "il a été fait",
        "Max Winter wrote", "max.winter@example.com", "page 12", "24/7", "version 3.11", "at 10:30", "call 555-0137",
    ],
)  # fmt: skip
def test_no_time_at_all(text: str) -> None:
    assert read(text) == []


def test_tokens_stand_where_they_say() -> None:
    text = "l'été 2016-17, from 9–31 March ('17) bis Ende\nAugust 夏季"
    assert all(
        text[token.start : token.end] == token.text for token in lex(Passage("body", text, 0, len(text)))
    )


def test_expressions_do_not_overlap_and_are_bounded() -> None:
    found = read("June 5 to August 25, or the summer of 2017; " * 1000)
    assert len(found) == 400
    assert all(one.end <= two.start for one, two in pairwise(found))
