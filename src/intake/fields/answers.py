"""What rules said of a mail: an answer that was kept stands while nothing that it depends on has changed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any, TypeVar

from intake.config import Programme
from intake.fields.rules import OPENS, RULES
from intake.model import Json
from intake.plain import from_plain, to_plain

AnswerT = TypeVar("AnswerT")


class UnansweredError(Exception):
    """A rule would have to be asked, where only what was kept is wanted."""


class Answers:
    """The answers to all that is asked about one mail, kept ones first; `as_text` keeps them for the next time."""

    def __init__(self, programme: Programme, kept: str = "", *, asks: bool = True) -> None:
        """`kept` is the text of earlier answers about the very same mail and documents, or ''.

        Without `asks`, a question that has no answer raises UnansweredError. Raises ValueError where `kept` is no JSON.
        """
        self._dependencies = _dependencies(programme, tuple(rule.version for rule in RULES.values()))
        self._asks = asks
        before = json.loads(kept) if kept else {}
        self._kept: dict[str, Any] = before if isinstance(before, dict) else {}
        self._now: dict[str, tuple[str, Json]] = {}
        self._hashes: dict[str, str] = {}

    def of(self, name: str, ask: Callable[[], AnswerT]) -> AnswerT:
        """The answer of a rule: the kept one, else what `ask` says. Rules whose answers it needs come before it."""
        key = self._dependencies[name] + "".join(map(self._hash_of, RULES[name].needs))
        before = self._kept.get(name)
        if isinstance(before, list) and len(before) == 2 and before[0] == key:
            answer: AnswerT = from_plain(RULES[name].gives, before[1])
            self._now[name] = (key, before[1])
            return answer
        if not self._asks:
            raise UnansweredError(name)
        answer = ask()
        self._now[name] = (key, to_plain(answer))
        return answer

    def as_text(self) -> str:
        """The answers, each with what it depends on, as JSON."""
        return json.dumps(self._now, separators=(",", ":"))

    def _hash_of(self, name: str) -> str:
        """A hash of an answer; '-' where it was not asked for."""
        if name not in self._now:
            return "-"
        if name not in self._hashes:
            self._hashes[name] = f" {_hash(self._now[name][1])}"
        return self._hashes[name]


@lru_cache(maxsize=8)
def _dependencies(programme: Programme, _: tuple[int, ...]) -> Mapping[str, str]:
    """For each rule its version, those of the rules that it uses, and a hash of what it reads of the programme."""
    return {
        name: " ".join(
            [
                *(str(used.version) for used in (rule, *(RULES[used] for used in rule.uses))),
                digest_of(programme, (*OPENS, *rule.reads)),
            ]
        )
        for name, rule in RULES.items()
    }


@lru_cache(maxsize=32)
def digest_of(programme: Programme, parts: tuple[str, ...]) -> str:
    """A hash of these parts of a programme."""
    return _hash([repr(getattr(programme, part)) for part in parts])


def _hash(value: Json) -> str:
    return hashlib.sha256(json.dumps(value).encode()).hexdigest()[:16]
