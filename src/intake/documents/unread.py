"""Why a type of file has no text for us, in a recruiter's words."""

from __future__ import annotations

_REASONS = {
    "application/x-empty": "the file is empty",
    "application/x-encrypted-office": "is protected by a password",
    "application/vnd.ms-powerpoint": "slides, not read",
    "application/vnd.ms-excel": "a spreadsheet, not read",
    "application/pkcs7-signature": "a digital signature, no document",
    "application/pgp-signature": "a digital signature, no document",
    "application/pgp-encrypted": "is encrypted; ask for it without encryption",
    "application/pkcs7-mime": "is encrypted; ask for it without encryption",
    "application/vnd.wordperfect": "needs WordPerfect to open; ask for a PDF",
    "application/x-rar": "a RAR archive, not opened; ask for the files themselves",
    "application/x-7z-compressed": "a 7-Zip archive, not opened; ask for the files themselves",
    "application/gzip": "a compressed archive, not opened; ask for the files themselves",
    "application/x-tar": "a tar archive, not opened; ask for the files themselves",
    "application/x-executable": "a program, not opened",
    "application/postscript": "a PostScript file, not read; ask for a PDF",
}


def reason_unread(kind: str) -> str:
    """Return why a file of that MIME type has no text."""
    if kind in _REASONS:
        return _REASONS[kind]
    family = kind.partition("/")[0]
    if family == "image":
        return "is a picture: its text cannot be read"
    if family in ("audio", "video"):
        return f"is a {'sound recording' if family == 'audio' else 'video'}, not read"
    return "is of a kind that cannot be read; ask for a PDF"
