"""Documents stage: the bytes of an attachment to texts, by readers chosen from what the bytes are.

    bytes | sniff | reader of that type | clean, cut -> Document; a container's files go the same way

A file that cannot be read is a Document without text whose `problem` says why.
"""

from __future__ import annotations

from intake.documents.stage import READERS, read, versions

__all__ = ["READERS", "read", "versions"]
