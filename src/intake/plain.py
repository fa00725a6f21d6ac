"""Values of the model as plain JSON and back: what is kept between two runs is read as data, never as a program.

A dataclass is the list of its fields, a tuple a list, a time its ISO 8601 text, bytes Latin-1 text; what a value
is made of is told by its type.
"""

from __future__ import annotations

import types
from collections.abc import Callable, Hashable
from dataclasses import fields, is_dataclass
from datetime import datetime
from enum import Enum
from functools import lru_cache
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from intake.model import Json

ValueT = TypeVar("ValueT")

_Reading = Callable[[Any], Any]
_AS_THEY_ARE = (str, int, bool, float, type(None))


def to_plain(value: object) -> Json:
    """The JSON of a value: a dataclass, tuple, time, bytes, or what is JSON already. Raises TypeError for others."""
    kind = type(value)
    if kind in _AS_THEY_ARE:
        return cast(Json, value)
    if kind in (tuple, list):
        return [to_plain(one) for one in cast(list[object], value)]
    if is_dataclass(kind):
        return [to_plain(getattr(value, name)) for name in _names(kind)]
    if isinstance(value, Enum):
        return cast(str, value.value)
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, bytes):
        return value.decode("latin-1")
    if isinstance(value, dict):
        return {key: to_plain(one) for key, one in value.items()}
    raise TypeError(f"{kind.__name__} is no value of the model")


def from_plain(kind: type[ValueT], value: Json) -> ValueT:
    """The value of a type that was made plain: `from_plain(Finding, to_plain(finding)) == finding`.

    Raises ValueError, TypeError or KeyError where the JSON is not that of such a value.
    """
    return cast(ValueT, _reading(cast(Hashable, kind))(value))


@lru_cache(maxsize=64)
def _names(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


@lru_cache(maxsize=256)
def _reading(kind: Hashable) -> _Reading:
    """What reads plain JSON as a type. JSON itself (a union of more than a type and None) is left as it is."""
    if isinstance(kind, type) and is_dataclass(kind):
        return lambda value: kind(*[read(one) for read, one in zip(_fields(kind), value, strict=True)])
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind
    if kind is datetime:
        return datetime.fromisoformat
    if kind is bytes:
        return lambda value: value.encode("latin-1")
    given = get_args(kind)
    if get_origin(kind) is tuple:
        return _tuple(given)
    if get_origin(kind) in (Union, types.UnionType) and len(given) == 2 and type(None) in given:
        (inner,) = (_reading(one) for one in given if one is not type(None))
        return inner if inner is _same else lambda value: None if value is None else inner(value)
    return _same


def _tuple(given: tuple[Any, ...]) -> _Reading:
    if len(given) == 2 and given[1] is Ellipsis:
        one = _reading(given[0])
        return tuple if one is _same else lambda value: tuple([one(each) for each in value])
    each = tuple(_reading(one) for one in given)
    if all(one is _same for one in each):
        return tuple
    return lambda value: tuple([read(one) for read, one in zip(each, value, strict=True)])


@lru_cache(maxsize=64)
def _fields(kind: type) -> tuple[_Reading, ...]:
    hints = get_type_hints(kind)
    return tuple(_reading(hints[name]) for name in _names(kind))


def _same(value: Any) -> Any:
    return value
