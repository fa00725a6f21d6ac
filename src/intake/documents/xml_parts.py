"""XML inside zip packages, parsed without entities, network or huge trees."""

from __future__ import annotations

import zipfile

from lxml import etree

from intake.documents.archive_safety import take
from intake.documents.reading import DAMAGED, Unreadable

MOST_XML = 20 * 2**20  # bytes of one XML part


def parse_xml(content: bytes) -> etree._Element:
    """Parse a part, mending what can be mended; raises Unreadable where nothing is left."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=True
    )
    element = etree.fromstring(content, parser)
    if element is None:
        raise Unreadable(f"{DAMAGED}its text cannot be found")
    return element


def part(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> etree._Element:
    """Unpack and parse one member."""
    return parse_xml(take(archive, info, MOST_XML))


def local(element: etree._Element) -> str:
    """Return an element's name without its namespace, '' for comments and the like."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""
