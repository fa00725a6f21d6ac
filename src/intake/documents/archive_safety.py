"""Bounds on zip archives, looked at in the directory before anything is unpacked."""

from __future__ import annotations

import io
import zipfile

from intake.config import Limits
from intake.documents.reading import DAMAGED, Unreadable

_RATIO = 200  # bytes unpacked for each packed one; text rarely passes 20


def open_zip(content: bytes) -> zipfile.ZipFile:
    """Open an archive, or raise Unreadable with why not."""
    try:
        return zipfile.ZipFile(io.BytesIO(content))
    except (zipfile.BadZipFile, ValueError, EOFError, OSError, NotImplementedError):
        raise Unreadable(f"{DAMAGED}it breaks off") from None


def take(archive: zipfile.ZipFile, info: zipfile.ZipInfo, most: int) -> bytes:
    """Unpack one member of at most `most` bytes, whatever its directory entry claims; or raise Unreadable."""
    if info.flag_bits & 0x1:
        raise Unreadable("is protected by a password")
    if info.file_size > most or info.file_size > _RATIO * max(info.compress_size, 5000):
        raise Unreadable("unpacks to more than the limit")
    try:
        with archive.open(info) as member:
            content = member.read(most + 1)
    except (zipfile.BadZipFile, EOFError, OSError, ValueError):
        raise Unreadable(f"{DAMAGED}it breaks off") from None
    except (RuntimeError, NotImplementedError):
        raise Unreadable("is packed in a way that cannot be opened") from None
    if len(content) > most:
        raise Unreadable("unpacks to more than the limit")
    return content


def check_directory(archive: zipfile.ZipFile, limits: Limits, members: int = 2000) -> list[zipfile.ZipInfo]:
    """Return the members of an office file; raises Unreadable for a bomb's directory or an encrypted one."""
    infos = archive.infolist()
    if len(infos) > members or sum(info.file_size for info in infos) > 4 * limits.archive_bytes:
        raise Unreadable("unpacks to more than the limit")
    if any(info.flag_bits & 0x1 for info in infos):
        raise Unreadable("is protected by a password")
    return infos
