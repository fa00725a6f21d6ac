"""pdfminer's interpreter with a quick reader of content streams, text operators alone, and bounds."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pdfminer.pdfinterp import PDFPageInterpreter
from pdfminer.pdftypes import stream_value
from pdfminer.psexceptions import PSException

from intake.documents.pdf.content import operations
from intake.documents.pdf.glyphs import GlyphDevice

MOST_FORMS = 3000  # of a page: icons and pictures are forms
_MOST_CONTENT = 20 * 2**20  # bytes of a page's content, unpacked; a page full of drawings has 2 MB
_METHODS = {b"T*": "do_T_a", b"'": "do__q", b'"': "do__w"}


class TextInterpreter(PDFPageInterpreter):
    """Carries out a page's text operators on a GlyphDevice, in which it counts forms and pictures."""

    device: GlyphDevice

    def execute(self, streams: Sequence[object]) -> None:
        """Carry out content streams as one; a stream that is being carried out already is left out."""
        self.stream_ids.clear()
        parts = []
        for stream in map(stream_value, streams):
            if stream.objid is not None and stream.objid not in self.parent_stream_ids:
                self.stream_ids.add(stream.objid)
                parts.append(stream.get_data())
        for operator, operands in operations(b"\n".join(parts)[:_MOST_CONTENT]):
            method = getattr(self, _METHODS.get(operator) or f"do_{operator.decode()}")
            try:
                method(*operands)
            except (TypeError, ValueError, LookupError, AttributeError, OverflowError, PSException):
                continue  # one operator that makes no sense does not lose the page

    def do_TJ(self, seq: Any) -> None:  # noqa: N802
        """Show text."""
        if self.textstate.font is not None:
            self.device.render_string(self.textstate, seq, None, None)

    def do_BI(self) -> None:  # noqa: N802
        """Count a picture that stands in the content itself."""
        self.device.pictures += 1

    def do_Do(self, xobjid_arg: Any) -> None:  # noqa: N802
        """Draw a form or picture, unless the page has drawn too many: ten forms of ten forms each, ten deep."""
        self.device.forms += 1
        if self.device.forms <= MOST_FORMS:
            super().do_Do(xobjid_arg)
