"""Full-text search over letters, resumes and everything else that was read."""

# ruff: noqa: S608  what is put into statements is our own: names of columns, numbers and question marks
from __future__ import annotations

from intake.model import Kind
from intake.record.connection import Connected, Row
from intake.record.rows import Hit

_OPEN, _CLOSE = "\x02", "\x03"  # around what was found; no reader leaves control characters in a text
_WORDS = 24  # in a snippet


class Search(Connected):
    """The part of the Store that searches."""

    def search(self, words: str, *, limit: int = 50) -> list[Hit]:
        """Documents that hold all of the words ("in quotes" a phrase), the best first; case and accents do not count."""
        query = self._db.quote_fts(words.replace("\0", " "))
        if not query.strip():
            return []
        rows = self._rows(_SEARCH, query, limit)
        return [_hit(row) for row in rows]


_SEARCH = f"""
WITH found AS (
  SELECT rowid AS document, rank, snippet(document_fts, 0, '{_OPEN}', '{_CLOSE}', ' … ', {_WORDS}) AS snippet
  FROM document_fts WHERE document_fts MATCH ?1 ORDER BY rank LIMIT ?2
)
SELECT m.application_id, m.sha256, m.kind, m.subject, t.source, t.role, f.snippet,
  coalesce(a.name, m.applicant_name) AS name, coalesce(a.email, m.applicant_email) AS email
FROM found f JOIN attachment t ON t.document_id = f.document JOIN message m ON m.id = t.message_id
  LEFT JOIN application a ON a.id = m.application_id
ORDER BY f.rank, m.id, t.position LIMIT ?2
"""


def _hit(row: Row) -> Hit:
    return Hit(
        application_id=row["application_id"],
        sha256=row["sha256"],
        kind=Kind(row["kind"]) if row["kind"] else None,
        name=row["name"],
        email=row["email"],
        subject=row["subject"],
        source=row["source"],
        role=row["role"],
        snippet=_pieces(row["snippet"]),
    )


def _pieces(snippet: str) -> tuple[tuple[str, bool], ...]:
    pieces: list[tuple[str, bool]] = []
    for number, part in enumerate(snippet.split(_OPEN)):
        found, mark, rest = part.partition(_CLOSE)
        if number and mark:
            pieces += [(found, True), (rest, False)]
        else:
            pieces.append((part, False))
    return tuple((text, is_found) for text, is_found in pieces if text)
