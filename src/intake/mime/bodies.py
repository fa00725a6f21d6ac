"""The text that a reader would see of parts that say the same: plain text, unless only the HTML says something."""

from __future__ import annotations

import re
from collections.abc import Sequence

from intake.htmltext import to_text
from intake.mime.walk import Text

_MARKUP = re.compile(r"<(/?)[A-Za-z][^<>]{0,200}>")
_USELESS = 240  # characters; a shorter plain part may only say that there is HTML
_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u2060\ufeff\u00ad"), None) | {0xA0: " ", 0x202F: " "}


def readable(group: Sequence[Text]) -> list[tuple[str, str]]:
    """Return the stretches of a body, each with the type it was made from; nothing for empty ones."""
    plain = _joined(group, "text/plain")
    rich = [text.text for text in group if text.type == "text/html"]
    if rich and len(plain) < _USELESS:
        shown = "\n".join(filter(None, (to_text(page, quotes=True) for page in rich)))
        if _says_more(shown, plain):
            return [("text/html", shown)]
    if not plain:
        plain = _MARKUP.sub("", _joined(group, "text/enriched") or _joined(group, "text/richtext"))
    return [("text/plain", plain)] if plain else []


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
