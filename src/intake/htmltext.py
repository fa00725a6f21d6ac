"""HTML to text as a reader sees it: hidden text left out, table cells apart, link targets beside their words."""

from __future__ import annotations

import re

from inscriptis.css_profiles import CSS_PROFILES
from inscriptis.html_engine import Inscriptis
from inscriptis.model.config import ParserConfig
from lxml import etree, html

_MOST = 4 * 2**20  # characters of HTML
_DEPTH = 150  # elements within elements; inscriptis recurses once for each
_CSS = CSS_PROFILES["strict"]
_BLANK_LINES = re.compile(r"\n[ \t\xa0]*\n(?:[ \t\xa0]*\n)+")


def to_text(source: str) -> str:
    """Return the visible text of an HTML page or fragment, '' where there is none; never raises.

    Links are shown as `words <target>` where the words do not show the target.
    """
    source = source[:_MOST]
    if not source.strip():
        return ""
    try:
        tree = html.document_fromstring(
            source.encode("utf-8", "replace"), parser=html.HTMLParser(encoding="utf-8")
        )
        text = Inscriptis(tree, ParserConfig(css=_CSS)).get_text()
    except (etree.LxmlError, ValueError, RecursionError):
        text = re.sub(r"<[^<>]*>", " ", source)
    return _tidy(text)


def _tidy(text: str) -> str:
    lines = "\n".join(line.rstrip() for line in text.replace("\xa0", " ").split("\n"))
    return _BLANK_LINES.sub("\n\n", lines).strip("\n")
