"""What was found out about the words of one mail, kept while that mail is looked at.

Several rules ask the same of the same line or document. A function of texts alone, marked `@remembered`, answers
each question once; `forget`, when the next mail is opened, lets go of all of it. So no mail's words outlive it by more
than one mail, and no function keeps more than `MOST` answers, however long a mail is.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import ParamSpec, TypeVar, cast

MOST = 8192  # answers of one function: a mail with twenty pages of papers has 2,000 lines

_Given = ParamSpec("_Given")
_Answer = TypeVar("_Answer")

_FORGETTING: list[Callable[[], None]] = []


def remembered(function: Callable[_Given, _Answer]) -> Callable[_Given, _Answer]:
    """Let a function answer each question once a mail; it is pure, takes values that hash, and gives one nobody changes."""
    kept = lru_cache(maxsize=MOST)(function)
    _FORGETTING.append(kept.cache_clear)
    return cast(Callable[_Given, _Answer], kept)


def forget() -> None:
    """Let go of every answer: the next mail is another's."""
    for clear in _FORGETTING:
        clear()
