"""Word's binary .doc (Word 97 to 2003), by legacy-doc."""

from __future__ import annotations

import re

from legacy_doc import ExtractionOptions, LegacyDocError, extract_text

from intake.documents.clean import tidy_lines
from intake.documents.reading import File, Reader, Reading, Unreadable

_CELL_MARK = re.compile(r"\x07+")
# Codes of fields (links, page numbers, embedded objects), which Word shows by their result alone.
_FIELD_CODE = re.compile(
    r'\bHYPERLINK +(?:\\l +)?"[^"\n]{0,500}"(?: +\\[a-z](?: +"[^"\n]{0,300}")?){0,3} ?'
    r"|\bPAGEREF +\S{1,60}(?: +\\h)? ?|\bEMBED +[\w.]{1,60}(?: +\\s)? ?|\bSEQ +\w{1,40} +\\\* +ARABIC ?"
    r"|\bTOC +(?:\\[a-z] +(?:\"[^\"\n]{0,40}\" +)?){1,8}"
)


def _doc(file: File) -> Reading:
    options = ExtractionOptions(
        max_file_bytes=file.limits.attachment_bytes, max_text_bytes=4 * file.limits.text_characters
    )
    try:
        text = extract_text(file.content, options=options).text
    except LegacyDocError as fault:
        encrypted = "encrypt" in str(fault).lower() or "password" in str(fault).lower()
        reason = (
            "is protected by a password"
            if encrypted
            else "an old Word file that cannot be read; ask for a PDF"
        )
        raise Unreadable(reason) from None
    return Reading(tidy_lines(_FIELD_CODE.sub("", _CELL_MARK.sub("\t", text))))


READER = Reader("doc", 1, _doc)
