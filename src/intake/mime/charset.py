"""Bytes to text, whatever charset they claim: the declared one, then UTF-8, then the likeliest.

Senders label windows-1252 as ISO-8859-1, GBK as gb2312 and UTF-8 as anything; the WHATWG Encoding Standard
(section 4.2) lists which labels mean which superset, and its choice is followed here.
"""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

_SUPERSETS = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "hz": "hz",
    "big5": "big5hkscs",
    "euc_kr": "cp949",
    "shift_jis": "cp932",
    "iso2022_jp": "iso2022_jp_ext",
}
_ALIASES = {
    "x-gbk": "gb18030",
    "gb_2312-80": "gb18030",
    "gb2312-80": "gb18030",
    "x-sjis": "cp932",
    "windows-31j": "cp932",
    "ks_c_5601-1987": "cp949",
    "ks_c_5601": "cp949",
    "x-windows-949": "cp949",
    "windows-874": "cp874",
    "dos-874": "cp874",
    "unicode-1-1-utf-7": "utf-7",
    "unicode-1-1-utf-8": "utf-8",
    "iso-8859-8-i": "iso8859-8",
    "iso-8859-6-i": "iso8859-6",
    "x-mac-roman": "mac-roman",
    "x-mac-cyrillic": "mac-cyrillic",
    "x-cp1252": "cp1252",
    "x-cp1251": "cp1251",
    "cp-850": "cp850",
    "ansi_x3.110-1983": "cp1252",
}
_SINGLE_BYTE_WESTERN = {"cp1252", "cp1254", "iso8859-15"}
_GUESSES = ["gb18030", "big5", "cp932", "euc_jp", "cp949", "cp1251", "koi8_r", "cp1252", "cp1250", "cp1253"]
_SAMPLE = 16 * 1024
# Codecs that turn bytes into bytes, run code pages of the host or swell their input are no charsets.
_TEXT = re.compile(r"[a-z0-9][a-z0-9_.:\-]{1,39}\Z")


def scrub(text: str) -> str:
    """Return a text without NUL and with U+FFFD for lone surrogates, its line ends as \\n."""
    if "\0" in text:
        text = text.replace("\0", "")
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text


def decode(data: bytes, declared: str | None = None) -> str:
    """Return the text of some bytes; never raises.

    `declared` is the charset that a header names, or the likeliest by the rest of the message; it is held to
    only where the bytes bear it out.
    """
    if data.isascii() and not _stateful(data, declared):
        return data.decode("ascii")
    codec = codec_of(declared)
    if codec is None or codec in _SINGLE_BYTE_WESTERN:
        # Western text whose high bytes happen to be whole UTF-8 sequences is UTF-8 under a wrong label.
        text = _strict(data, "utf-8") or _nearly_utf8(data)
        if text is not None:
            return text.removeprefix("\ufeff")
    if codec is not None:
        text = _declared(data, codec)
        if text is not None:
            return text.removeprefix("\ufeff")
    return _guess(data)


def codec_of(label: str | None) -> str | None:
    """Return the codec for a charset label, widened to what senders mean by it; None for unknown labels."""
    name = (label or "").strip().strip("\"'").lower()
    name = _ALIASES.get(name, name)
    if not _TEXT.match(name):
        return None
    try:
        info = codecs.lookup(name)
    except (LookupError, ValueError):
        return None
    if not getattr(info, "_is_text_encoding", True) or info.name in {
        "idna",
        "punycode",
        "unicode_escape",
        "raw_unicode_escape",
        "undefined",
        "mbcs",
        "oem",
    }:
        return None
    return _SUPERSETS.get(info.name, info.name)


def _stateful(data: bytes, declared: str | None) -> bool:
    """Tell whether 7-bit bytes may stand for other letters: ISO-2022-*, HZ, UTF-7 and UTF-16."""
    if b"\x1b" in data or b"\0" in data:
        return True
    return codec_of(declared) in {"hz", "utf-7", "utf-16", "utf-16-le", "utf-16-be"}


def _declared(data: bytes, codec: str) -> str | None:
    text = _strict(data, codec)
    if text is not None:
        return text
    if codec == "cp1252":
        return data.decode("latin-1") if _strict(data, "utf-8") is None else None
    try:
        text = data.decode(codec, "replace")
    except (UnicodeError, ValueError, LookupError):
        return None
    broken = text.count("\ufffd")
    wide = len(text) - len(text.encode("ascii", "ignore")) - broken
    return text if broken <= 2 or broken * 4 <= wide else None


def _strict(data: bytes, codec: str) -> str | None:
    try:
        return data.decode(codec)
    except (UnicodeError, ValueError, LookupError):
        return None


def _nearly_utf8(data: bytes) -> str | None:
    """UTF-8 with a few broken bytes, as a cut or a search-and-replace on its way leaves it; None for anything else."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    wide = len(text) - len(text.encode("ascii", "ignore")) - broken
    return text if wide >= 4 and broken * 8 <= wide else None


def _guess(data: bytes) -> str:
    if b"\x1b$" in data or b"\x1b(" in data:
        text = _strict(data, "iso2022_jp_ext")
        if text is not None:
            return text
    for mark, codec in ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark) and len(data) >= 4:
            return data.decode(codec, "replace")
    text = _strict(data, "utf-8") or _nearly_utf8(data)
    if text is not None:
        return text.removeprefix("\ufeff")
    best = from_bytes(data[:_SAMPLE], cp_isolation=_GUESSES, preemptive_behaviour=False).best()
    codec = best.encoding if best else "cp1252"
    return data.decode(codec, "replace") if codec != "cp1252" else _western(data)


def _western(data: bytes) -> str:
    text = _strict(data, "cp1252")
    return data.decode("latin-1") if text is None else text
