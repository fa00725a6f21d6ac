"""Whole mails, as different people write them: what stands side by side in one must not be taken for each other."""

from __future__ import annotations

import tomllib
from datetime import UTC, datetime
from email.message import EmailMessage
from email.utils import format_datetime
from pathlib import Path
from typing import Any

import pytest

from intake import as_json, process
from support.cases import programme

MAILS = tomllib.loads((Path(__file__).parent / "whole_mails.toml").read_text(encoding="utf-8"))["mail"]
ON = datetime(2016, 11, 3, 9, 12, tzinfo=UTC)


def mail(row: dict[str, Any]) -> bytes:
    """The mail of a row, its resume as a text file."""
    name = row.get("sender", "Robin Lake")
    message = EmailMessage()
    message["From"] = f"{name} <{name.split()[0].lower()}@example.com>"
    message["To"] = "interns@numenta.com"
    message["Subject"] = row.get("subject", "Internship application")
    message["Date"] = format_datetime(row.get("on", ON))
    message.set_content(row["body"])
    if "resume" in row:
        message.add_attachment(
            row["resume"].encode(), maintype="text", subtype="plain", filename="resume.txt"
        )
    return message.as_bytes()


@pytest.mark.parametrize("row", MAILS, ids=lambda row: " ".join(row["body"].split())[:60])
def test_what_is_read_of_a_whole_mail(row: dict[str, Any]) -> None:
    record: dict[str, Any] = as_json(process(mail(row), programme()))
    assert record["kind"] == row["kind"]
    asked = [name for name in ("cover_letter", "period", "track") if name in row]
    assert {name: _said(record["items"][name]) for name in asked} == {name: row[name] for name in asked}
    if "courses" in row:
        named = "; ".join(record["items"]["coursework"]["value"]).casefold()
        assert [course for course in row["courses"] if course.casefold() not in named] == []
        assert [other for other in row.get("others", ()) if other.casefold() in named] == []
    if "eligibility" in row:
        assert record["signals"]["eligibility"]["value"] == row["eligibility"]


def _said(item: dict[str, Any]) -> str:
    """An item as the table writes it."""
    value = item["value"]
    if item["status"] != "present" or value is None:
        return str(item["status"])
    if isinstance(value, list):
        return ",".join(value)
    return " ".join(str(value[key] or "-") for key in ("season", "year", "start", "end"))
