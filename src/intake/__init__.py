"""intake reads an internship mailbox and shows recruiters what each applicant sent, with the words that show it.

For other programs (docs/api.md): `process` understands one message, `load_programme` reads a programme.toml,
`as_json` and `dumps` put a Record into JSON. Each is imported when it is first asked for, so that `import intake`
costs nothing.
"""

import importlib
import sys
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from intake.config import Limits as Limits
    from intake.config import Programme as Programme
    from intake.config import load_programme as load_programme
    from intake.model import Record as Record
    from intake.process import process as process
    from intake.record_json import as_json as as_json
    from intake.record_json import dumps as dumps

__version__ = "0.1.0"
__all__ = ["Limits", "Programme", "Record", "as_json", "dumps", "load_programme", "process"]

_HOMES = {
    "Limits": "config",
    "Programme": "config",
    "Record": "model",
    "as_json": "record_json",
    "dumps": "record_json",
    "load_programme": "config",
    "process": "process",
}


def __getattr__(name: str) -> object:
    """Import a public name from its module."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(f"{__name__}.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    """The public names, imported or not."""
    return sorted({*globals(), *__all__})


class _Package(ModuleType):
    """A package whose `process` stays the function: the import of a module of that name would put itself there."""

    def __setattr__(self, name: str, value: object) -> None:
        if not (name in _HOMES and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package
