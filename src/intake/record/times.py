"""Times as the database holds them: UTC, ISO 8601, which sort as text."""

from __future__ import annotations

from datetime import UTC, datetime


def text(when: datetime) -> str:
    """The text of a time; one without a zone is taken as UTC."""
    if when.tzinfo is None:
        return when.replace(tzinfo=UTC).isoformat()
    try:
        return when.astimezone(UTC).isoformat()
    except OverflowError:  # the year 1 or 9999 in a mail's header, moved over the calendar's end
        return when.replace(tzinfo=UTC).isoformat()


def maybe_text(when: datetime | None) -> str | None:
    """The text of a time, or None."""
    return text(when) if when is not None else None


def time(value: str) -> datetime:
    """The time of a text that `text` made."""
    return datetime.fromisoformat(value)


def maybe_time(value: str | None) -> datetime | None:
    """The time of a text that `text` made, or None."""
    return time(value) if value is not None else None
