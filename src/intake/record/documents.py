"""The texts of a message: one row for each distinct text, so that the same resume sent twice is kept once."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence

from intake.model import Document, Kept, Role
from intake.record.connection import Connected, Row, scrub

_MESSAGE_READERS = ("header-", "body-")  # what the mail's own parts are read by, not a file


class DocumentRows(Connected):
    """The part of the Store that keeps texts."""

    def cached_documents(self, sha256: str, readers: Iterable[str]) -> Mapping[str, tuple[Document, ...]]:
        """The documents of a message's attachments that need not be read again, by the source they were read as.

        `readers` are today's readers as documents name them ("pdf-3"). What comes out of a container (a zip's
        members) stands under the container's source, and only where all of it was read by today's readers;
        what could not be read at all, for a fault of the moment, is left out and so tried again. A document's
        `sha256` tells of which bytes it is.
        """
        current = set(readers)
        rows = self._rows(
            "SELECT a.source, a.inline, d.type, d.text, d.problem, d.pages, d.sha256, d.size, d.reader, d.ocr"
            " FROM attachment a JOIN document d ON d.id = a.document_id JOIN message m ON m.id = a.message_id"
            " WHERE m.sha256 = ? ORDER BY a.position",
            sha256,
        )
        inner = {row["source"] for row in rows if row["reader"].startswith(_MESSAGE_READERS)}
        groups: dict[str, list[Row]] = {}
        for row in rows:
            if row["source"] not in inner:
                groups.setdefault(_root(row["source"], inner), []).append(row)
        return {
            source: tuple(_document(row) for row in group)
            for source, group in groups.items()
            if all(row["reader"] in current for row in group)
        }

    def kept(self, sha256: str) -> tuple[Kept, tuple[Document, ...]] | None:
        """What was kept of a message when it was understood, and all its documents, without roles and regions; or None."""
        row = self._row(
            "SELECT k.* FROM kept k JOIN message m ON m.id = k.message_id WHERE m.sha256 = ? AND m.state = 'done'",
            sha256,
        )
        if row is None:
            return None
        rows = self._rows(
            "SELECT a.source, a.inline, d.type, d.text, d.problem, d.pages, d.sha256, d.size, d.reader, d.ocr"
            " FROM attachment a JOIN document d ON d.id = a.document_id WHERE a.message_id = ? ORDER BY a.position",
            row["message_id"],
        )
        kept = Kept(row["opened_by"], row["digest"], row["mail"], row["answers"])
        return kept, tuple(map(_document, rows))

    def _put_kept(self, message: int, kept: Kept | None) -> None:
        """Replace what was kept of a message; None where nothing of it may be used again."""
        if kept is None:
            self._run("DELETE FROM kept WHERE message_id = ?", message)
            return
        self._run(
            "INSERT INTO kept (message_id, opened_by, digest, mail, answers) VALUES (?, ?, ?, ?, ?)"
            " ON CONFLICT (message_id) DO UPDATE SET opened_by = excluded.opened_by, digest = excluded.digest,"
            " mail = excluded.mail, answers = excluded.answers",
            message,
            kept.opened_by,
            kept.digest,
            kept.mail,
            kept.answers,
        )

    def _put_documents(self, message: int, documents: Sequence[Document]) -> None:
        """Replace a message's documents; texts that nothing refers to any more are removed."""
        before = [
            row["document_id"]
            for row in self._rows("SELECT document_id FROM attachment WHERE message_id = ?", message)
        ]
        self._run("DELETE FROM attachment WHERE message_id = ?", message)
        kept = [self._document_id(document) for document in documents]
        self._run_many(
            "INSERT INTO attachment (message_id, position, source, document_id, role, role_reason, inline)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            [
                (message, position, d.source, kept[position], d.role.value, d.role_reason, d.inline)
                for position, d in enumerate(documents)
            ],
        )
        self._run_many(
            "DELETE FROM document WHERE id = ? AND NOT EXISTS"
            " (SELECT 1 FROM attachment a WHERE a.document_id = document.id)",
            [(old,) for old in set(before) - set(kept)],
        )

    def _document_id(self, document: Document) -> int:
        values = (
            document.sha256,
            document.type,
            document.size,
            document.text,
            document.pages,
            document.reader,
            document.ocr,
            document.problem,
        )
        scrubbed = json.dumps([scrub(value) for value in values], ensure_ascii=False)
        fingerprint = hashlib.sha256(scrubbed.encode()).hexdigest()
        found = self._one("SELECT id FROM document WHERE fingerprint = ?", fingerprint)
        if found is not None:
            return int(found)
        return self._run(
            "INSERT INTO document (fingerprint, sha256, type, size, text, pages, reader, ocr, problem)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            fingerprint,
            *values,
        )

    def _texts(self, message: int) -> list[str | None]:
        """The texts of a message's documents, in their order."""
        rows = self._rows(
            "SELECT d.text FROM attachment a JOIN document d ON d.id = a.document_id"
            " WHERE a.message_id = ? ORDER BY a.position",
            message,
        )
        return [row["text"] for row in rows]


def _root(source: str, inner: set[str]) -> str:
    """The source of the attachment that a document came out of: the first step of its path that is no message."""
    end = source.find("/")
    while end != -1:
        if source[:end] not in inner and source[:end] != "attachment:":
            return source[:end]
        end = source.find("/", end + 1)
    return source


def _document(row: Row) -> Document:
    return Document(
        source=row["source"],
        type=row["type"],
        text=row["text"],
        problem=row["problem"],
        pages=row["pages"],
        sha256=row["sha256"],
        size=row["size"],
        reader=row["reader"],
        ocr=bool(row["ocr"]),
        inline=bool(row["inline"]),
        role=Role.OTHER,  # roles are given anew
    )
