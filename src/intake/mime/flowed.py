"""format=flowed (RFC 3676): soft line breaks undone, quotes kept with their depth."""

from __future__ import annotations


def unflow(text: str, delsp: bool = False) -> str:
    """Return the text with its flowed paragraphs on one line each; quoted lines keep their '>' signs."""
    out: list[str] = []
    depth_open = -1  # quote depth of the paragraph that goes on, -1 for none
    for line in text.split("\n"):
        bare = line.lstrip(">")
        depth = len(line) - len(bare)
        bare = bare.removeprefix(" ")  # space-stuffing, section 4.4
        flows = bare.endswith(" ") and bare != "-- "
        if flows and delsp:
            bare = bare[:-1]
        if depth == depth_open and bare != "-- ":
            out[-1] += bare
        else:
            out.append((">" * depth + " " if depth else "") + bare)
        depth_open = depth if flows else -1
    return "\n".join(out)
