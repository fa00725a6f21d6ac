"""A file put in place whole: readable by its owner only, and there either as before or complete."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from intake.errors import DeliveryError


def place(path: Path, content: bytes | Iterable[bytes], hint: str = "name another place") -> None:
    """Write a file, whole or from pieces, beside its place, and move it there.

    Raises DeliveryError naming it, with what to do as `hint`; then the old one stands.
    """
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        try:
            with os.fdopen(handle, "wb") as file:
                file.writelines([content] if isinstance(content, bytes) else content)
                file.flush()
                os.fsync(file.fileno())
            Path(temporary).replace(path)
        except (
            BaseException
        ):  # whatever ends it, a piece that fails or a signal: applicants' data is not left lying
            with suppress(OSError):
                Path(temporary).unlink()
            raise
    except OSError as error:
        raise DeliveryError(f"{path}: cannot be written: {error.strerror}", hint=hint) from error
