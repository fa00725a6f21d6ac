"""The text that a reader would see of parts that say the same: plain text, unless only the HTML says something."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from html import unescape

from intake.htmltext import links, to_text
from intake.mime.walk import Text

_MARKUP = re.compile(r"<(/?)[A-Za-z][^<>]{0,200}>")
_HREF = re.compile(r"<a\s[^<>]{0,300}?href\s{0,3}=\s{0,3}[\"']?(https?://[^\"'\s<>]{4,400})", re.IGNORECASE)
_USELESS = 240  # characters; a shorter plain part may only say that there is HTML
_LINKS = 10  # more of them are a newsletter's
_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u2060\ufeff\u00ad"), None) | {0xA0: " ", 0x202F: " "}


def readable(groups: Iterable[Sequence[Text]]) -> list[tuple[str, str]]:
    """Return the stretches of a body, each with the type it was made from; nothing for empty ones.

    Each group holds parts that say the same (multipart/alternative). A page right behind a plain text that has
    the same words is the same again, by a sender who does not know alternatives.
    """
    found: list[tuple[str, str]] = []
    for group in groups:
        stretch = _stretch(group)
        repeats = found and stretch and (found[-1][0], stretch[0]) == ("text/plain", "text/html")
        if stretch and not (repeats and _same_words(found[-1][1], stretch[1])):
            found.append(stretch)
    return found


def _stretch(group: Sequence[Text]) -> tuple[str, str] | None:
    plain = _joined(group, "text/plain")
    rich = [text.text for text in group if text.type == "text/html"]
    if rich and len(plain) < _USELESS:
        shown = "\n".join(filter(None, (to_text(page, quotes=True) for page in rich)))
        if _says_more(shown, plain):
            return "text/html", shown
    if not plain:
        plain = _MARKUP.sub("", _joined(group, "text/enriched") or _joined(group, "text/richtext"))
    for page in rich:
        plain = _with_targets(plain, page)
    return ("text/plain", plain) if plain else None


def _joined(group: Sequence[Text], kind: str) -> str:
    texts = (text.text.translate(_INVISIBLE).strip("\n") for text in group if text.type == kind)
    return "\n\n".join(text for text in texts if text.strip())


def _says_more(shown: str, plain: str) -> bool:
    """Whether a page says what its plain version leaves out, as 'please use an HTML viewer' does."""
    if not plain:
        return bool(shown.strip())
    words = plain.split()
    told = set(shown.split())
    kept = sum(1 for word in words if word in told)
    return len(shown) > 3 * len(plain) + 40 and kept * 2 < len(words)


def _same_words(plain: str, shown: str) -> bool:
    words, told = set(plain.split()), set(shown.split())
    return bool(told) and len(words & told) * 5 >= len(told) * 4


def _with_targets(plain: str, page: str) -> str:
    """Put link targets that only the page has behind their words, as mail programs that make good plain text do.

    'My resume is here' is a link in the page and nothing in the plain text that some programs send with it.
    """
    targets = {unescape(target) for target in _HREF.findall(page)}
    missing = sum(1 for target in targets if target.split("://", 1)[1].rstrip("/") not in plain)
    if not plain or not 0 < missing <= _LINKS:
        return plain
    for words, target in links(page)[: 4 * _LINKS]:
        if target.split("://", 1)[-1].rstrip("/") in plain or not 3 <= len(words) <= 100:
            continue
        places = list(re.finditer(r"\s+".join(map(re.escape, words.split())), plain))
        if len(places) == 1:
            end = places[0].end()
            plain = f"{plain[:end]} <{target}>{plain[end:]}"
    return plain
