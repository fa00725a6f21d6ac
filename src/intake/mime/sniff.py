"""An extension for a file that came without a name, from its first bytes, else from its declared type."""

from __future__ import annotations

_MAGIC = (
    (b"%PDF-", ".pdf"),
    (b"{\\rtf", ".rtf"),
    (b"\x89PNG", ".png"),
    (b"\xff\xd8\xff", ".jpg"),
    (b"GIF8", ".gif"),
    (b"\xd0\xcf\x11\xe0", ".doc"),
    (b"II*\0", ".tif"),
    (b"MM\0*", ".tif"),
    (b"x\x9f\x3e\x22", ".dat"),
    (b"BEGIN:VCARD", ".vcf"),
    (b"BEGIN:VCALENDAR", ".ics"),
)
_ZIPPED = ((b"word/", ".docx"), (b"ppt/", ".pptx"), (b"xl/", ".xlsx"), (b"opendocument.text", ".odt"))
_DECLARED = {
    "application/pdf": ".pdf",
    "application/msword": ".doc",
    "application/rtf": ".rtf",
    "text/rtf": ".rtf",
    "text/plain": ".txt",
    "text/html": ".html",
    "text/markdown": ".md",
    "text/calendar": ".ics",
    "text/vcard": ".vcf",
    "text/x-vcard": ".vcf",
    "application/zip": ".zip",
    "application/ms-tnef": ".dat",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/vnd.oasis.opendocument.text": ".odt",
    "image/jpeg": ".jpg",
    "image/png": ".png",
    "image/gif": ".gif",
    "message/delivery-status": ".txt",
    "text/rfc822-headers": ".txt",
    "application/pkcs7-mime": ".p7m",
}


def extension_of(content: bytes, declared: str) -> str:
    """Return an extension with its dot, `.bin` where nothing tells."""
    head = content[:1024]
    for magic, extension in _MAGIC:
        if head.startswith(magic):
            return extension
    if head.startswith(b"PK\x03\x04"):
        start = content[:4096]
        return next((extension for mark, extension in _ZIPPED if mark in start), ".zip")
    if b"%PDF-" in head:
        return ".pdf"
    return _DECLARED.get(declared, ".bin")
