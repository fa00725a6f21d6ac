"""Zip archives: each file in them, bounded; nothing is ever written to disk."""

from __future__ import annotations

import re
import zipfile

from intake.documents.archive_safety import open_zip, take
from intake.documents.reading import File, Reader, Reading, Unreadable
from intake.model import Attachment

_JUNK = re.compile(r"(?:^|/)(?:__MACOSX/|\.DS_Store$|\._[^/]*$|Thumbs\.db$|desktop\.ini$)", re.IGNORECASE)
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def _zip(file: File) -> Reading:
    with open_zip(file.content) as archive:
        infos = [
            i
            for i in archive.infolist()
            if not i.is_dir() and not _JUNK.search(i.filename.replace("\\", "/"))
        ]
        if not infos:
            raise Unreadable("the archive is empty")
        members = []
        for number, info in enumerate(infos, 1):
            if file.budget.members <= 0:
                break
            member = _member(archive, info, number, min(file.budget.size, file.limits.attachment_bytes))
            file.budget.members -= 1
            file.budget.size -= len(member.content)
            members.append(member)
    skipped = len(infos) - len(members)
    problem = f"{skipped} more files in the archive were not opened" if skipped > 0 else None
    return Reading(None, problem, members=tuple(members))


def _member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, number: int, most: int) -> Attachment:
    name = base_name(info.filename, number)
    try:
        return Attachment(name, "application/octet-stream", take(archive, info, most))
    except Unreadable as why:
        return Attachment(name, "application/octet-stream", b"", problem=str(why))


def base_name(path: str, number: int) -> str:
    """Return the last component of a member's path, without control characters; `part-N` where none is left."""
    name = _CONTROLS.sub("", path.replace("\\", "/").rsplit("/", 1)[-1]).strip()
    return name[:200] if name.strip(".") else f"part-{number}"


READER = Reader("zip", 1, _zip)
