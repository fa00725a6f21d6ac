"""What kind of file bytes are: from magic numbers, zip directories and OLE streams, never from a declared type.

The file name is asked only where bytes cannot tell: between plain text, Markdown and other text formats.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib

import olefile

UNKNOWN = "application/octet-stream"
_OPEN_XML = "application/vnd.openxmlformats-officedocument."
_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"{\\rtf", "application/rtf"),
    (b"\x78\x9f\x3e\x22", "application/ms-tnef"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
    (b"\x00\x00\x01\x00", "image/x-icon"),
    (b"\xffWPC", "application/vnd.wordperfect"),
    (b"%!PS", "application/postscript"),
    (b"Rar!\x1a\x07", "application/x-rar"),
    (b"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"),
    (b"\x1f\x8b", "application/gzip"),
    (b"MZ", "application/x-executable"),
    (b"\x7fELF", "application/x-executable"),
    (b"OggS", "audio/ogg"),
    (b"ID3", "audio/mpeg"),
    (b"\x1aE\xdf\xa3", "video/webm"),
)
_ZIP_PARTS: tuple[tuple[str, str], ...] = (
    ("word/document.xml", _OPEN_XML + "wordprocessingml.document"),
    ("ppt/presentation.xml", _OPEN_XML + "presentationml.presentation"),
    ("xl/workbook.xml", _OPEN_XML + "spreadsheetml.sheet"),
)
_OLE_STREAMS: tuple[tuple[str, str], ...] = (
    ("EncryptedPackage", "application/x-encrypted-office"),
    ("WordDocument", "application/msword"),
    ("__properties_version1.0", "application/vnd.ms-outlook"),
    ("PowerPoint Document", "application/vnd.ms-powerpoint"),
    ("Workbook", "application/vnd.ms-excel"),
    ("Book", "application/vnd.ms-excel"),
)
_TEXT_SIGNS: tuple[tuple[re.Pattern[bytes], str], ...] = (
    (
        re.compile(rb"\s*(?:<!--[^>]{0,500}-->\s*)?<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE),
        "text/html",
    ),
    (re.compile(rb"\s*<\?xml[^>]{0,200}>\s*(?:<!doctype\s+html|<html)\b", re.IGNORECASE), "text/html"),
    (re.compile(rb"\s*BEGIN:VCARD\b", re.IGNORECASE), "text/vcard"),
    (re.compile(rb"\s*BEGIN:VCALENDAR\b", re.IGNORECASE), "text/calendar"),
    (re.compile(rb"\s*-----BEGIN PGP SIGNATURE-----"), "application/pgp-signature"),
    (re.compile(rb"\s*-----BEGIN PGP MESSAGE-----"), "application/pgp-encrypted"),
)
_MAIL = re.compile(
    rb"(?:Return-Path|Received|Message-ID|MIME-Version|X-[\w-]{1,60}|From|Date|Subject|Delivered-To):",
    re.IGNORECASE,
)
_SURELY_MAIL = re.compile(rb"^(?:Received|Message-ID|MIME-Version):", re.IGNORECASE | re.MULTILINE)
_LATEX = re.compile(rb"\\documentclass\b|\\begin\{document\}|\\documentstyle\b")
_TAGS = re.compile(rb"<(?:p|div|br|table|h[1-6]|ul|span)\b", re.IGNORECASE)
_NAMED = {".md": "text/markdown", ".markdown": "text/markdown", ".tex": "text/x-tex"}


def sniff(content: bytes, name: str = "") -> str:
    """Return the MIME type that the bytes are, `application/octet-stream` where nothing is recognised."""
    if not content:
        return "application/x-empty"
    head = content[:1024]
    for magic, kind in _MAGIC:
        if head.startswith(magic):
            return kind
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zip_kind(content)
    if head.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return _ole_kind(content)
    if b"%PDF-" in head:  # behind other bytes too, but not as what an archive begins with
        return "application/pdf"
    return _offset_kind(content) or (_text_kind(content, name.lower()) if _is_text(content) else UNKNOWN)


def _offset_kind(content: bytes) -> str | None:
    if content[:4] == b"RIFF":
        return {b"WEBP": "image/webp", b"WAVE": "audio/wav"}.get(content[8:12], "video/x-msvideo")
    if content[4:8] == b"ftyp":
        return "image/heic" if content[8:12] in (b"heic", b"heix", b"mif1", b"heif") else "video/mp4"
    if content[:2] in (b"\xff\xfb", b"\xff\xf3", b"\xff\xf2"):
        return "audio/mpeg"
    if content[257:262] == b"ustar":
        return "application/x-tar"
    if content[:2] == b"BM" and content[6:10] == b"\0\0\0\0":
        return "image/bmp"
    if content[:1] == b"\x30" and b"\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07" in content[:64]:
        sealed = b"\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x03" in content[:64]
        return "application/pkcs7-mime" if sealed else "application/pkcs7-signature"
    return None


def _zip_kind(content: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = {info.filename.replace("\\", "/").lower(): info for info in archive.infolist()[:5000]}
            for part, kind in _ZIP_PARTS:
                if part in names:
                    return kind
            if "mimetype" in names and names["mimetype"].file_size < 200:
                return archive.read(names["mimetype"]).decode("ascii", "replace").strip() or "application/zip"
    except (zipfile.BadZipFile, zlib.error, ValueError, OSError, EOFError, RuntimeError, NotImplementedError):
        return "application/zip"
    if any(
        n.startswith(("quicklook/", "index/document.iwa", "index.zip")) or n == "index.xml" for n in names
    ):
        return "application/vnd.apple.pages"
    return "application/zip"


def _ole_kind(content: bytes) -> str:
    try:
        with olefile.OleFileIO(io.BytesIO(content)) as ole:
            for stream, kind in _OLE_STREAMS:
                if ole.exists(stream):
                    return kind
    except Exception:  # olefile raises many things on damaged files
        return "application/x-ole-storage"
    return "application/x-ole-storage"


def _is_text(content: bytes) -> bool:
    head = content[:65536]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    controls = sum(head.count(bytes([c])) for c in (*range(9), *range(14, 27), *range(28, 32), 127))
    return controls * 100 <= len(head)


def _text_kind(content: bytes, name: str) -> str:
    head = content[:4096].removeprefix(b"\xef\xbb\xbf")
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = head.decode("utf-16", "ignore").encode()
    for sign, kind in _TEXT_SIGNS:
        if sign.match(head):
            return kind
    if _MAIL.match(head) and _SURELY_MAIL.search(head.replace(b"\r\n", b"\n").partition(b"\n\n")[0]):
        return "message/rfc822"
    if _LATEX.search(content[:65536]):
        return "text/x-tex"
    ending = name[name.rfind(".") :] if "." in name else ""
    if ending in (".html", ".htm", ".xhtml") and _TAGS.search(content[:65536]):
        return "text/html"
    return _NAMED.get(ending, "text/plain")
