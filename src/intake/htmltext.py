"""HTML to text as a reader sees it: hidden text left out, table cells apart, link targets beside their words.

inscriptis lays out blocks, lists and white space. Before it sees a page, the tree is made plain: a table row becomes
a line (or its cells blocks, one after the other, so that columns do not run into each other), and what the sender
says of widths and margins is dropped, because inscriptis honours it: 20 KB of HTML can ask for 50 MB of spaces.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from urllib.parse import parse_qs, urlsplit

from inscriptis.css_profiles import CSS_PROFILES
from inscriptis.html_engine import Inscriptis
from inscriptis.html_properties import Display, WhiteSpace
from inscriptis.model.config import ParserConfig
from inscriptis.model.html_element import HtmlElement as Layout
from lxml import etree, html

_MOST = 2**20  # characters of HTML that are read
_DEPTH = 200  # elements within elements; inscriptis recurses once for each
_LINK = 400  # characters; longer targets are a newsletter's tracking
_SHEET = 64 * 1024

# Stand-ins that survive the collapsing of white space, from the private use area.
_CELL, _EMPTY, _OPEN, _CLOSE = "\ue0c0", "\ue0c1", "\ue0c2", "\ue0c3"
_STAND_INS = re.compile(f"[{_CELL}{_EMPTY}{_OPEN}{_CLOSE}]")
_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u2060\ufeff\u00ad"), None) | {0xA0: " ", 0x202F: " "}

_BLOCKS = (
    "section dl dt center form fieldset legend details summary table thead tbody tfoot tr caption hr option"
).split()  # fmt: skip
_CSS = CSS_PROFILES["strict"] | {tag: Layout(display=Display.block) for tag in _BLOCKS}
_CSS |= {tag: Layout(display=Display.none) for tag in ("template", "select", "datalist", "object", "svg")}
_CSS |= {"dd": Layout(display=Display.block, padding_inline=4), "samp": Layout(whitespace=WhiteSpace.pre)}
_BREAKS = frozenset(tag for tag, layout in _CSS.items() if layout.display is Display.block) | {"br"}

_HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|font-size\s*:\s*0(?:\.0*)?(?:px|pt|em|%)?\s*(?:;|!|$)"
    r"|max-height\s*:\s*0(?:px)?\s*(?:;|!|$)|opacity\s*:\s*0(?:\.0*)?\s*(?:;|!|$)",
    re.IGNORECASE,
)
_PREFORMATTED = re.compile(r"white-space\s*:\s*pre", re.IGNORECASE)
_NO_MARGIN = re.compile(r"margin(?:-top)?\s*:\s*0", re.IGNORECASE)
_HIDDEN_CLASS = re.compile(r"\.([\w-]{1,60})\s*$")
_DATA_URI = re.compile(r"""=\s*(["'])data:[^"']*\1""", re.IGNORECASE)
_DECLARATION = re.compile(r"<\?xml[^>]{0,200}\?>", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]{0,2000}>")


def to_text(source: str, *, quotes: bool = False) -> str:
    """Return the visible text of an HTML page or fragment, '' where there is none; never raises.

    Links are shown as `words <target>` where the words do not show the target. With `quotes`, lines of a cited
    blockquote begin with '>' signs, as in plain mail. At most 1 MiB of the source is read.
    """
    if len(source) > _MOST:
        source = _DATA_URI.sub("=''", source)[:_MOST]
    source = _STAND_INS.sub(" ", _DECLARATION.sub("", source, count=1))
    if not _TAG.search(source):
        return _finished(unescape(source))
    try:
        parser = html.HTMLParser(encoding="utf-8", huge_tree=True)
        tree = html.document_fromstring(source.encode("utf-8", "replace"), parser=parser)
        _prepare(tree, quotes)
        text = Inscriptis(tree, ParserConfig(css=_CSS)).get_text()
        if not text.strip() and parser.error_log.filter_from_fatals():
            text = _TAG.sub(" ", source)  # nested deeper than the parser follows
    except (etree.LxmlError, ValueError, AssertionError, RecursionError):
        text = _TAG.sub(" ", source)
    return _finished(text)


def links(source: str) -> list[tuple[str, str]]:
    """Return a page's links in order: their words, white space collapsed, and their targets; never raises."""
    source = _short(source)
    if not source.strip():
        return []
    try:
        parser = html.HTMLParser(encoding="utf-8", huge_tree=True)
        tree = html.document_fromstring(source.encode("utf-8", "replace"), parser=parser)
        found = [
            ("".join(map(str, a.itertext(etree.Element))), _target(a.get("href") or ""))
            for a in tree.iter("a")
        ]
    except (etree.LxmlError, ValueError, AssertionError):
        return []
    return [(" ".join(words.split()), target) for words, target in found if target]


def _short(source: str) -> str:
    """What is read of a page: not its pictures where it is long, and nothing that looks like our stand-ins."""
    if len(source) > _MOST:
        source = _DATA_URI.sub("=''", source)[:_MOST]
    return _STAND_INS.sub(" ", _DECLARATION.sub("", source, count=1))


def _prepare(tree: html.HtmlElement, quotes: bool) -> None:
    """Make a tree plain: hidden parts, deep nesting, links, tables, quotes, and no styles left."""
    hidden = set(_hidden_classes(tree))
    _flatten(tree)
    rows: list[html.HtmlElement] = []
    cited: list[html.HtmlElement] = []
    for element in tree.iter(etree.Element):
        style = element.get("style") or ""
        if _is_hidden(element, style, hidden):
            element.tag = "template"
        elif element.tag == "a":
            _show_target(element)
        elif element.tag == "tr":
            rows.append(element)
        elif element.tag == "table":
            element.tag = "div"
        elif element.tag == "blockquote" and quotes and _is_cited(element, style):
            cited.append(element)
        elif element.tag in {"p", "div", "span"}:
            _plain_block(element, style)
        element.attrib.clear()
        _escape(element)
    for row in rows:
        _lay_out(row)
    for quote in cited:
        _mark(quote)


def _escape(element: html.HtmlElement) -> None:
    """Inscriptis unescapes once more what the parser has unescaped: `&amp;lt;` is to stay `&lt;`."""
    if element.text and "&" in element.text:
        element.text = element.text.replace("&", "&amp;")
    if element.tail and "&" in element.tail:
        element.tail = element.tail.replace("&", "&amp;")


def _flatten(tree: html.HtmlElement) -> None:
    """Cut what is nested deeper than inscriptis can follow down to its text."""
    depth, deep = 0, []
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if event == "start" and depth == _DEPTH:
            deep.append(element)
    for element in deep:
        words = " ".join(element.itertext(etree.Element))
        del element[:]
        element.text = words


def _hidden_classes(tree: html.HtmlElement) -> Iterator[str]:
    """Yield the classes that a style sheet hides outright: `.x {display: none}`, not for some screens only."""
    for sheet in tree.iter("style"):
        depth = 0
        for rule in (sheet.text or "")[:_SHEET].split("}"):
            head, _, body = rule.rpartition("{")
            depth = max(0, depth + rule.count("{") - 1)
            if "@" not in rule and depth == 0 and _HIDDEN.search(body):
                yield from (
                    m[1] for s in head.split(",") if (m := _HIDDEN_CLASS.search(s)) and len(s.split()) == 1
                )


def _is_hidden(element: html.HtmlElement, style: str, classes: set[str]) -> bool:
    if "hidden" in element.attrib:
        return True
    if style and _HIDDEN.search(style[:2000]):
        return True
    return bool(classes) and not classes.isdisjoint((element.get("class") or "").split())


def _is_cited(element: html.HtmlElement, style: str) -> bool:
    named = (element.get("class") or "").lower()
    return element.get("type") == "cite" or "quote" in named or "cite" in named or "border-left" in style


def _plain_block(element: html.HtmlElement, style: str) -> None:
    """Keep pre-formatted lines, the empty lines that are written as a space, and Word's paragraphs close together."""
    if _PREFORMATTED.search(style):
        element.tag = "samp" if element.tag == "span" else "pre"
        return
    if element.tag == "p" and ((element.get("class") or "").startswith("Mso") or _NO_MARGIN.search(style)):
        element.tag = "div"
    if element.tag != "span" and _is_spacer(element):
        element.text = _EMPTY + (element.text or "")


def _is_spacer(element: html.HtmlElement) -> bool:
    """Whether a block holds a no-break space and nothing else, at most three elements down."""
    said = ""
    for _ in range(4):
        said += element.text or ""
        if len(element) != 1:
            break
        element = element[0]
        said += element.tail or ""
    return not len(element) and "\xa0" in said and not said.strip()


def _show_target(link: html.HtmlElement) -> None:
    """Put a link's target behind its words, unless they show it."""
    target = _target(link.get("href") or "")
    words = "".join(link.itertext(etree.Element))[:2000]
    if (
        not target
        or _bare(target) in _bare(words)
        or (len(_bare(words)) > 5 and _bare(words) == _bare(target)[: len(_bare(words))])
    ):
        return
    shown = f" <{target}>"
    if len(link):
        link[-1].tail = (link[-1].tail or "") + shown
    else:
        link.text = (link.text or "") + shown


def _target(href: str) -> str:
    """A link's target without its mail gateway's or search engine's wrapping; '' for what leads nowhere."""
    href = "".join(href.split())[:8000]
    if href[:7].lower() == "mailto:":
        return href[7:].partition("?")[0]
    if not re.match(r"(?:https?|ftp)://", href, re.IGNORECASE):
        return ""
    try:
        parts = urlsplit(href)
        host = parts.netloc.lower()
        wrapped = host.endswith(".safelinks.protection.outlook.com") or (
            host == "www.google.com" and parts.path == "/url"
        )
        inner = parse_qs(parts.query, max_num_fields=50) if wrapped else {}
    except ValueError:
        return ""
    href = next((values[0] for key in ("url", "q") if (values := inner.get(key))), href)
    return href if len(href) <= _LINK and "<" not in href and ">" not in href else ""


def _bare(address: str) -> str:
    return re.sub(r"\A(?:https?://)?(?:www\.)?", "", address.strip().lower()).rstrip("/")


def _lay_out(row: html.HtmlElement) -> None:
    """A row whose cells are one line each becomes one line; else its cells follow each other as blocks."""
    cells = [cell for cell in row if cell.tag in {"td", "th"}]
    inner = [_breaks(cell) for cell in cells]
    row.tag = "div"
    if any(found is None for found in inner):
        for cell in cells:
            cell.tag = "div"
        return
    for number, (cell, found) in enumerate(zip(cells, inner, strict=True)):
        for block in found or ():
            block.tag = "span"
        cell.tag = "span"
        cell.tail = None
        if number:
            cell.text = _CELL + (cell.text or "")


def _breaks(cell: html.HtmlElement) -> list[html.HtmlElement] | None:
    """The one block that a cell's line may be wrapped in; None for a cell of several lines."""
    found: list[html.HtmlElement] = []
    for element in cell.iterdescendants(etree.Element):
        if element.tag in _BREAKS:
            found.append(element)
            if len(found) > 1 or element.tag not in {"p", "div", "center"}:
                return None
    return found


def _mark(quote: html.HtmlElement) -> None:
    """Fence a cited blockquote, so that its lines can be given their '>' signs."""
    first, last = etree.SubElement(quote, "div"), etree.SubElement(quote, "div")
    first.text, last.text = _OPEN, _CLOSE
    first.tail, quote.text = quote.text, None
    quote.insert(0, first)


def _finished(text: str) -> str:
    """Undo the stand-ins, quote cited lines, and leave no more than one empty line anywhere."""
    out: list[str] = []
    depth = 0
    for line in text.translate(_INVISIBLE).split("\n"):
        opened, closed = line.count(_OPEN), line.count(_CLOSE)
        if opened or closed:
            depth = max(0, depth + opened - closed)
            line = line.replace(_OPEN, "").replace(_CLOSE, "")
            if not line.strip():
                continue
        line = line.replace(_CELL, "  ").replace(_EMPTY, "").rstrip()
        if depth:
            line = f"{'>' * min(depth, 30)} {line}".rstrip()
        if line.strip("> ") or (out and out[-1].strip("> ")):
            out.append(line)
    return "\n".join(out).strip("\n")
