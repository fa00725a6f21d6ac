"""An application's files: taken out of its mails behind the fence, for people to open under safe names.

A name is made of the application's number, the file's part in it and a hash of where it stands in the mail,
never of what the sender called it; its ending is one of a few that no program runs. A file that the digest
before held already is taken over without opening the mail again.
"""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from intake.config import Limits
from intake.digest.folder import Folder
from intake.documents.first_page import first_page
from intake.errors import ArchiveError
from intake.model import Attachment, Document
from intake.parse import parse
from intake.process import read_all
from intake.review import ApplicationView, DocumentView, FileView
from intake.workers.pool import Failure, Fence, StepTimeout, Workers

ENDINGS = {
    "application/pdf": ".pdf",
    "application/msword": ".doc",
    "application/rtf": ".rtf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/vnd.oasis.opendocument.text": ".odt",
    "application/zip": ".zip",
    "image/jpeg": ".jpg",
    "image/png": ".png",
    "text/plain": ".txt",
    "text/markdown": ".txt",
    "text/x-tex": ".txt",
    "text/html": ".txt",  # as text: opened from a shared drive, it must not run
}
OTHER_ENDING = ".bin"
_AT_ONCE = 20 * 2**20  # bytes of a mail whose files are taken out together; of a longer one, one at a time
_NOT_TAKEN = "could not be taken out of the mail; it stands in the mailbox"
_ROLES = ("letter+resume", "resume", "letter", "transcript")

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Wanted:
    """A mail's bytes, and which of its files are wanted, by source; of those in `pictured` a picture as well."""

    sha256: str
    raw: bytes
    sources: frozenset[str]
    pictured: frozenset[str]


#: The files that were wanted and their first pages as PNG, by source; what could not be had is left out. Plain
#: values, as these alone are taken from a worker.
Taken = tuple[dict[str, bytes], dict[str, bytes]]


def take(job: Wanted, fence: Fence) -> Taken:
    """Take files out of one mail; a picture that takes too much is left out."""
    found: dict[str, bytes] = {}

    def kept(source: str, attachment: Attachment, limits: Limits) -> tuple[Document, ...]:
        if source in job.sources and len(attachment.content) <= limits.attachment_bytes:
            found[source] = attachment.content
        return ()

    read_all(parse(job.raw, fence.limits), fence.limits, kept)
    pictures: dict[str, bytes] = {}
    for source in sorted(job.pictured & found.keys() - fence.skip.keys()):
        try:
            with fence.step(source):
                drawn = first_page(found[source])
        except (StepTimeout, MemoryError):
            continue
        if drawn is not None:
            pictures[source] = drawn
    return found, pictures


class Enclosures:
    """Puts the files of applications into a digest's folder; a context manager that holds one worker."""

    def __init__(self, read: Callable[[str], bytes], limits: Limits) -> None:
        """`read` gives a mail's bytes by its SHA-256 and may raise ArchiveError."""
        self._read = read
        self._workers: Workers[Wanted, Taken] = Workers(take, 1, limits, preload=__name__)

    def __enter__(self) -> Enclosures:
        return self

    def __exit__(self, *_: object) -> None:
        self._workers.__exit__()

    def put(self, view: ApplicationView, folder: Folder) -> tuple[FileView, ...]:
        """Put an application's files into the folder and tell where each is, letters and resumes first."""
        files = list(_files(view))
        missing = [file for file in files if not _kept(file, folder)]
        for sha256 in dict.fromkeys(file.message for file in missing):
            self._put(sha256, [file for file in missing if file.message == sha256], folder)
        return tuple(_as_it_is(file, folder) for file in files)

    def _put(self, sha256: str, files: Sequence[FileView], folder: Folder) -> None:
        try:
            raw = self._read(sha256)
        except ArchiveError as error:
            log.info("%s", error)
            return
        groups = [files] if len(raw) <= _AT_ONCE else [[file] for file in files]
        for _, outcome in self._workers.run(_wanted(sha256, raw, group) for group in groups):
            if isinstance(outcome, Failure):
                log.info("%s: files not taken out: %s", sha256[:12], outcome.text)
                continue
            for file in files:
                _write(folder, file.path, outcome[0].get(file.source))
                _write(folder, file.picture, outcome[1].get(file.source))


def _wanted(sha256: str, raw: bytes, files: Sequence[FileView]) -> Wanted:
    pictured = frozenset(file.source for file in files if file.picture)
    return Wanted(sha256, raw, frozenset(file.source for file in files), pictured)


def _files(view: ApplicationView) -> Iterator[FileView]:
    """The files of an application: each attachment of its mails, a container instead of what it holds."""
    kept = [document for document in view.documents if document.source.startswith("attachment:")]
    kept.sort(key=lambda d: _ROLES.index(d.role) if d.role in _ROLES else len(_ROLES))
    outermost = {(d.message, d.source) for d in kept if not d.type.startswith("message/")}
    told: set[tuple[str, str]] = set()
    for document in kept:
        if document.type.startswith("message/"):
            continue
        source = _outer(document, outermost)
        if (document.message, source) not in told:
            told.add((document.message, source))
            yield _file(view.id, document, source)


def _outer(document: DocumentView, sources: set[tuple[str, str]]) -> str:
    """The source of the file in the mail that a document comes from: the archive that it stands in, or itself."""
    parts = document.source.split("/")
    for length in range(1, len(parts)):
        outer = "/".join(parts[:length])
        if (document.message, outer) in sources or outer.lower().endswith((".zip", ".msg", ".dat")):
            return outer
    return document.source


def _file(number: int, document: DocumentView, source: str) -> FileView:
    kind = document.type if source == document.source else _container(source)
    key = hashlib.sha256(f"{document.message}\0{source}".encode("utf-8", "replace")).hexdigest()[:12]
    name = f"{number}-{document.role.replace('+', '-and-')}-{key}"
    is_pictured = kind == "application/pdf" and "resume" in document.role
    return FileView(
        message=document.message,
        source=source,
        type=kind,
        role=document.role,
        path=f"files/{name}{ENDINGS.get(kind, OTHER_ENDING)}",
        picture=f"pictures/{name}.png" if is_pictured else None,
        problem=document.problem,
        sha256=document.sha256 if source == document.source else None,
    )


def _container(source: str) -> str:
    return "application/zip" if source.lower().endswith(".zip") else "application/octet-stream"


def _kept(file: FileView, folder: Folder) -> bool:
    """Take a file and its picture over from the digest before, but not one that somebody has changed there."""
    if file.path is None or file.sha256 is None or folder.hash_before(file.path) != file.sha256:
        return False
    if file.picture and not folder.keep(file.picture):
        return False
    return folder.keep(file.path)


def _write(folder: Folder, name: str | None, content: bytes | None) -> None:
    if name is not None and content is not None and not (folder.path / name).exists():
        folder.write(name, content)


def _as_it_is(file: FileView, folder: Folder) -> FileView:
    """The file with the paths that are there."""
    path = file.path if file.path and (folder.path / file.path).exists() else None
    picture = file.picture if file.picture and (folder.path / file.picture).exists() else None
    return replace(file, path=path, picture=picture, problem=file.problem if path else _NOT_TAKEN)
