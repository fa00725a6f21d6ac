"""The period: what applicants write, read as a careful recruiter would; everything else about time is not a period."""

from __future__ import annotations

import tomllib
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.config import Season
from intake.fields import period
from intake.fields.case import Case
from intake.model import Finding, Role, Status
from support.cases import case, document, programme

CASES = tomllib.loads((Path(__file__).parent / "period_cases.toml").read_text(encoding="utf-8"))["say"]


def received(day: str) -> datetime | None:
    """Noon of a day, None for ''."""
    return datetime.fromisoformat(f"{day}T12:00:00").replace(tzinfo=UTC) if day else None


def shown(finding: Finding) -> str:
    """A finding as the table writes it."""
    value = finding.value
    if finding.status is not Status.PRESENT or not isinstance(value, dict):
        return finding.status.value
    return " ".join(str(value[key] or "-") for key in ("season", "year", "start", "end"))


def quoted(finding: Finding, on: Case) -> bool:
    """Whether the quote stands where the evidence says."""
    evidence = finding.evidence
    if evidence is None:
        return False
    text = next(d.text or "" for d in on.documents if d.source == evidence.source)
    return text[evidence.start : evidence.end] == evidence.quote != ""


@pytest.mark.parametrize("row", CASES, ids=lambda row: row["text"][:60])
def test_what_applicants_write(row: dict[str, str]) -> None:
    on = case(
        row["text"],
        subject=row.get("subject", "Internship application"),
        received=received(row.get("on", "2016-11-03")),
    )
    finding = period.find(on)
    assert shown(finding) == row["period"]
    assert finding.status is not Status.PRESENT or quoted(finding, on)
    assert finding.status is not Status.UNSURE or finding.reason


@pytest.mark.parametrize(
    ("text", "alternatives"),
    [
        ("I could come in summer or fall 2017.", ["fall"]),
        ("My first choice is fall 2017; summer 2017 would also work.", ["summer"]),
        ("I'd like to come in summer 2017.", []),
        ("Summer 2017, June 12 to August 25. I am available from June 12.", []),
    ],
)
def test_other_wishes_are_kept(text: str, alternatives: list[str]) -> None:
    value = period.find(case(text)).value
    assert isinstance(value, dict) and isinstance(value["alternatives"], list)
    assert [other["season"] for other in value["alternatives"] if isinstance(other, dict)] == alternatives


@pytest.mark.parametrize(
    ("text", "inferred", "months"),
    [
        ("I would like to come in summer 2017.", ["start", "end"], 3),
        ("I would like to come in the summer.", ["year", "start", "end"], 3),
        ("I am available from June 5 to August 25, 2017.", [], 3),
        ("I am available from June 5 to August 25.", ["year"], 3),
        ("I could start on January 9, 2017 and stay for 14 weeks.", [], 3),
        ("I can start in May for summer 2017.", ["end"], 4),
        ("I could start on June 5, 2017.", [], None),
    ],
)
def test_what_was_worked_out_is_listed(text: str, inferred: list[str], months: int | None) -> None:
    value = period.find(case(text)).value
    assert isinstance(value, dict)
    assert (value["inferred"], value["months"]) == (inferred, months)


LETTER = document("letter.pdf", "Dear Numenta,\n\nI am available from June 12 to September 1.", Role.LETTER)


def test_the_season_of_the_subject_and_the_dates_of_the_letter_are_one_period() -> None:
    finding = period.find(case("Please see my letter.", LETTER, subject="Summer 2017 internship"))
    assert shown(finding) == "summer 2017 2017-06 2017-09"
    assert finding.source == "attachment:letter.pdf + subject"
    assert finding.rule == "period.range-letter"


def test_the_applicants_own_words_go_before_an_old_letter() -> None:
    old = document("letter.pdf", "I would like to join you for summer 2015.", Role.LETTER)
    finding = period.find(case("I am applying for fall 2017.", old))
    assert shown(finding) == "fall 2017 2017-09 2017-12"


def test_the_applicants_own_dates_go_before_those_of_a_letter_that_has_the_year() -> None:
    old = document("letter.pdf", "I could come from June 5 to August 25, 2017.", Role.LETTER)
    new = "The dates in my letter are outdated: I can now come from May 22 to August 18."
    assert shown(period.find(case(new, old))) == "- 2017 2017-05 2017-08"


def test_two_places_that_disagree_are_for_a_person() -> None:
    other = document("letter.pdf", "I would like to join you for fall 2017.", Role.LETTER)
    finding = period.find(case("I am applying for summer 2017.", other))
    assert finding.status is Status.UNSURE
    assert finding.reason == "the mail says 'summer 2017', the letter says 'fall 2017'"


def test_a_second_choice_in_the_letter_is_no_disagreement() -> None:
    other = document("letter.pdf", "If summer is full, fall 2017 would also be fine.", Role.LETTER)
    finding = period.find(case("I am applying for summer 2017.", other))
    assert shown(finding) == "summer 2017 2017-06 2017-08"


@pytest.mark.parametrize(
    ("resume", "expected"),
    [
        ("ANA RUIZ\nOBJECTIVE\nAn internship in summer 2017.\n\nEDUCATION\nBS 2018", "summer 2017 2017-06 2017-08"),
        ("ANA RUIZ\nAvailable: May 22 - August 18, 2017\nEDUCATION\nBS, expected May 2018", "- 2017 2017-05 2017-08"),
        ("ANA RUIZ\nOBJECTIVE\nA full-time position starting after graduation.\nEDUCATION\nBS, May 2018", "missing"),
        ("ANA RUIZ\nEXPERIENCE\nIntern, Initech, Summer 2016\nIntern, Hooli, June 2017 - August 2017", "missing"),
        ("ANA RUIZ\nOBJECTIVE\nSeeking a summer 2014 internship.\nEDUCATION\nBS 2018", "missing"),
    ],
)  # fmt: skip
def test_of_a_resume_only_what_is_sought(resume: str, expected: str) -> None:
    finding = period.find(case("Resume attached.", document("resume.pdf", resume), subject="Application"))
    assert shown(finding) == expected


def test_a_file_name_is_only_a_hint() -> None:
    finding = period.find(
        case("Resume attached.", document("Ruiz_Summer2017.pdf", "ANA RUIZ"), subject="Application")
    )
    assert (finding.status, finding.evidence) == (Status.UNSURE, None)
    assert finding.reason == "only the file name 'Ruiz_Summer2017.pdf' says 'Summer2017'"


def test_the_pages_own_words_are_not_the_applicants() -> None:
    pasted = (
        "We have filled our technical intern positions for Summer 2016, and are no longer accepting applications. "
        "We do have one open intern position for Fall-Winter 2016, so you can submit an application."
    )
    assert period.find(case(pasted, subject="Hello")).status is Status.MISSING


def test_a_reply_keeps_its_old_subject_only_where_the_mail_names_no_time() -> None:
    assert shown(period.find(case("Thanks, here is my resume.", subject="Re: Summer 2017 internship"))) == (
        "summer 2017 2017-06 2017-08"
    )
    moved = period.find(case("I would rather come in fall 2017.", subject="Re: Summer 2017 internship"))
    assert shown(moved) == "fall 2017 2017-09 2017-12"


@pytest.mark.parametrize(
    ("subject", "text", "reason"),
    [
        ("Summer 2015 internship", "Here is my application.", "asks for 'Summer 2015', which had passed when the mail came"),
        ("Internship", "I am looking for a six month internship.", "names a length (six month) and no dates"),
        ("Internship", "I can start any time.", "says only 'start any time'"),
    ],
)  # fmt: skip
def test_why_a_person_should_look(subject: str, text: str, reason: str) -> None:
    finding = period.find(case(text, subject=subject))
    assert (finding.status, finding.reason) == (Status.UNSURE, reason)


WORDS = st.sampled_from(
    "summer fall 2017 2016 may June 5 25 12 weeks from to until - , . ; ( ) and or not the of in available start "
    "graduate call I can't last next winter 5/15/2017 2016-17 6月 '17 Q1 : \n Subject: first week mid".split(
        " "
    )
)


@given(st.lists(WORDS, max_size=40).map(" ".join), st.booleans())
def test_any_words_give_a_finding_whose_quote_stands_where_it_says(text: str, dated: bool) -> None:
    on = case(text, subject=text[:60].replace("\n", " "), received=received("2016-11-03" if dated else ""))
    finding = period.find(on)
    assert finding.evidence is None or quoted(finding, on)
    assert finding.status is not Status.PRESENT or finding.evidence is not None
    assert finding.status is not Status.UNSURE or finding.reason
    assert period.find(on) == finding


@given(st.text(max_size=300))
def test_any_text_at_all_gives_a_finding(text: str) -> None:
    on = case(text)
    finding = period.find(on)
    assert finding.evidence is None or quoted(finding, on)


def test_another_programme_orders_dates_and_defines_seasons_otherwise() -> None:
    ours = programme()
    other = ours.model_copy(
        update={
            "organisation": ours.organisation.model_copy(
                update={"day_first": True, "hemisphere": "southern"}
            ),
            "seasons": (Season(id="summer", start="12", end="02"),),
        }
    )
    dated = case("I am available from 05/06/2017 to 04/09/2017.", subject="Hello", rules=other)
    assert shown(period.find(dated)) == "- 2017 2017-06 2017-09"
    named = case("I would like to come in summer 2017.", subject="Hello", rules=other)
    assert shown(period.find(named)) == "summer 2017 2017-12 2018-02"
    theirs = case("I am available for the northern summer 2017.", subject="Hello", rules=other)
    assert shown(period.find(theirs)) == "summer 2017 2017-06 2017-08"


def test_a_programme_without_seasons_still_reads_them() -> None:
    bare = programme().model_copy(update={"seasons": ()})
    finding = period.find(case("I would like to come in fall 2017.", subject="Hello", rules=bare))
    assert shown(finding) == "fall 2017 2017-09 2017-12"
