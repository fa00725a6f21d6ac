"""All extractors together: what no vocabulary here can read is for a person, never missing."""

from __future__ import annotations

from intake.fields.extract import extract
from intake.model import Status
from support.cases import case, document

JAPANESE = (
    "東京大学の田中と申します。2017年6月から8月までのインターンシップに応募いたします。HTM理論に大変興味があり、"
    "NuPICを使って研究をしています。履歴書をお送りします。よろしくお願いいたします。"
)


def test_a_language_without_vocabulary_leaves_nothing_missing() -> None:
    resume = document(
        "resume.pdf", "Hanako Tanaka\nEDUCATION\nUniversity of Tokyo, 2014 - 2018\nSKILLS\nPython, C++\n"
    )
    items = extract(case(JAPANESE, resume, subject="Internship application")).items
    assert {item: found.status for item, found in items.items()} == {
        "cover_letter": Status.UNSURE,
        "resume": Status.PRESENT,
        "coursework": Status.UNSURE,
        "period": Status.UNSURE,
        "track": Status.UNSURE,
    }
    assert all(found.reason for found in items.values() if found.status is Status.UNSURE)


def test_a_language_that_is_read_leaves_missing_what_is_missing() -> None:
    text = "I would like to apply for an internship. I built a detector with NuPIC last year, and I want to learn more."
    items = extract(case(text, subject="Internship application")).items
    assert items["period"].status is Status.MISSING
    assert items["track"].status is Status.MISSING
