"""Answers are remembered within one mail and no longer."""

from __future__ import annotations

from golden import FOLDER, programme_of
from intake.fields.memory import forget, remembered
from intake.process import process


def test_a_question_is_answered_once_until_it_is_forgotten() -> None:
    asked: list[str] = []

    @remembered
    def shout(word: str) -> str:
        asked.append(word)
        return word.upper()

    assert [shout("hi"), shout("ho"), shout("hi")] == ["HI", "HO", "HI"]
    assert asked == ["hi", "ho"]
    forget()
    assert shout("hi") == "HI"
    assert asked == ["hi", "ho", "hi"]


def test_the_mail_before_tells_nothing() -> None:
    programme = programme_of(FOLDER)
    first, second = ((FOLDER / name).read_bytes() for name in ("01-complete.eml", "23-thread-first.eml"))
    alone = process(second, programme)
    process(first, programme)
    assert process(second, programme) == alone
