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
_GUESSES = ["gb18030", "big5", "cp932", "euc_jp", "cp949", "cp1251", "koi8_r", "cp1250", "cp1253", "cp1252"]
_NO_CHARSETS = frozenset(
    {"idna", "punycode", "unicode_escape", "raw_unicode_escape", "undefined", "mbcs", "oem"}
)
_SAMPLE = 16 * 1024
_HIGH = re.compile(rb"[\x80-\xff]+")
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
    if b"\x1b$" in data:  # ISO 2022, whatever is declared: no text holds these escapes by chance
        text = _strict(data, "iso2022_jp_ext") or _strict(data, "iso2022_kr")
        if text is not None:
            return text
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
    if not getattr(info, "_is_text_encoding", True) or info.name.replace("-", "_") in _NO_CHARSETS:
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
    """The text of bytes that nobody says, or says wrongly, how to read."""
    if data[:2] in {b"\xff\xfe", b"\xfe\xff"} and len(data) >= 4:
        return data.decode("utf-16", "replace")
    text = _strict(data, "utf-8") or _nearly_utf8(data)
    if text is not None:
        return text.removeprefix("\ufeff")
    codec = _likeliest(data[:_SAMPLE])
    return _western(data) if codec == "cp1252" else data.decode(codec, "replace")


def _likeliest(data: bytes) -> str:
    """Tell a charset by how its high bytes stand: alone in Western words, whole words in Cyrillic, in pairs in Chinese."""
    runs = _HIGH.findall(data)
    high = b"".join(runs)
    if len(high) < 2 * len(runs):
        return "cp1252"
    # Cyrillic letters lie above 0xBF, in KOI8-R the small ones below 0xE0; the second bytes of GBK lie anywhere.
    if sum(1 for byte in high if byte < 0xC0) * 8 < len(high):
        return "cp1251" if sum(1 for byte in high if byte >= 0xE0) * 2 >= len(high) else "koi8_r"
    chinese = _strict(b" ".join(runs[:500]), "gb18030")
    if chinese is not None and all(
        "\u4e00" <= c <= "\u9fff" or c in " ，。、！？：；（）“”《》·—" for c in chinese
    ):
        return "gb18030"
    best = from_bytes(data, cp_isolation=_GUESSES).best()
    return best.encoding if best else "cp1252"


def _western(data: bytes) -> str:
    text = _strict(data, "cp1252")
    return data.decode("latin-1") if text is None else text
