"""Content streams: text operators with their operands, from well and badly written syntax."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pdfminer.psparser import PSLiteral

from intake.documents.pdf.content import operations


def told(content: bytes) -> list[tuple[str, list[Any]]]:
    def plain(value: Any) -> Any:
        if isinstance(value, PSLiteral):
            return "/" + str(value.name)
        return [plain(v) for v in value] if isinstance(value, list) else value

    return [(name.decode(), [plain(value) for value in operands]) for name, operands in operations(content)]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"BT /F1 12 Tf ET", [("BT", []), ("Tf", ["/F1", 12]), ("ET", [])]),
        (b"72 700.5 Td(Hi)Tj", [("Td", [72, 700.5]), ("Tj", [b"Hi"])]),
        (b"[(A)-120(B)<4344 4>]TJ", [("TJ", [[b"A", -120, b"B", b"CD@"]])]),
        (rb"(a\(b\)\\ \101\7\n\q(c(d))) Tj", [("Tj", [b"a(b)\\ A\x07\nq(c(d))"])]),
        (b"0 0 1 rg 1 2 m 3 4 l S (x)'", [("'", [b"x"])]),
        (b'1 2 (x)" T*', [('"', [1, 2, b"x"]), ("T*", [])]),
        (b"% (comment) Tj\n(x)Tj", [("Tj", [b"x"])]),
        (b"/Na#20me Do/P<</MCID 0>>BDC(x)Tj EMC", [("Do", ["/Na me"]), ("Tj", [b"x"])]),
        (b"--5 .5 Td -.5 1. Td 1.2.3 5-3 Td", [("Td", [-5, 0.5]), ("Td", [-0.5, 1]), ("Td", [1.2, 5])]),
        (b"BI /W 1 /H 1 ID (\x00) Tj EIx EI (x) Tj", [("BI", []), ("Tj", [b"x"])]),
        (b"1 Td (never closed Tj", []),
        (b"[(a) (b)] [(c)] TJ ] ] Tj", [("TJ", [[b"c"]])]),
        (b"", []),
    ],
)  # fmt: skip
def test_operations(content: bytes, expected: list[tuple[str, list[Any]]]) -> None:
    assert told(content) == expected


PIECES = [bytes([c]) for c in b"()[]<>/\\ 1.-%\n\xff"] + [b"TJ", b"Tj", b"BI", b"ID", b"EI"]


@given(st.lists(st.sampled_from(PIECES)))
def test_any_bytes_give_operations(parts: list[bytes]) -> None:
    assert all(isinstance(name, bytes) for name, _ in operations(b"".join(parts)))


@pytest.mark.parametrize("piece", [b"(", b"((a)", b"[", b"<", b"(\\", b"1.1.", b"BI ID ", b"/#"])
def test_a_megabyte_of_one_piece_comes_to_an_end(piece: bytes) -> None:
    assert list(operations(piece * (2**20 // len(piece)))) is not None
