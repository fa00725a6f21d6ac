"""What the tables of both files are made of: frozen, strict, with the kinds of text that a setting may be."""

from __future__ import annotations

from typing import Annotated, TypeVar

from pydantic import BaseModel, ConfigDict, StringConstraints

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Month = Annotated[str, StringConstraints(pattern=r"^(0[1-9]|1[0-2])$")]
HttpsUrl = Annotated[str, StringConstraints(pattern=r"^https://[^\s/]+/")]
Email = Annotated[
    str, StringConstraints(strip_whitespace=True, to_lower=True, pattern=r"^[^@\s<>]+@[^@\s<>]+$")
]
WritableEmail = Annotated[
    str,
    StringConstraints(
        strip_whitespace=True,
        to_lower=True,
        pattern=r"^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-][A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]*@[A-Za-z0-9.-]+$",
    ),
]  # one that stands in a header as it is (RFC 5322 section 3.4.1, dot-atom)

TableT = TypeVar("TableT", bound="Table")


class Table(BaseModel):
    """One table of a TOML file: unknown keys are faults, values cannot change."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)
