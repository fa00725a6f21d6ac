"""Parameters and file names (RFC 2231), right and wrong."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.mime.parameters import clean_name, file_name, parameters


@pytest.mark.parametrize(
    ("value", "name"),
    [
        ('attachment; filename="resume.pdf"', "resume.pdf"),
        ("attachment; filename=resume.pdf", "resume.pdf"),
        ("attachment; filename=my resume.pdf; size=3", "my resume.pdf"),
        ("ATTACHMENT ; FileName = 'resume.pdf'", "'resume.pdf'"),
        ("attachment; filename*=utf-8''R%C3%A9sum%C3%A9.pdf", "Résumé.pdf"),
        ("attachment; filename*=iso-8859-1'fr'R%E9sum%E9.pdf", "Résumé.pdf"),
        ("attachment; filename=\"R_sum_.pdf\"; filename*=UTF-8''R%C3%A9sum%C3%A9.pdf", "Résumé.pdf"),
        (
            'attachment; filename*0="a very "; filename*1="long "; filename*2="name.pdf"',
            "a very long name.pdf",
        ),
        ('attachment; filename*1="b.pdf"; filename*0="a"', "ab.pdf"),
        ("attachment; filename*0*=utf-8''R%C3; filename*1*=%A9sum%C3%A9; filename*2=\".pdf\"", "Résumé.pdf"),
        ('attachment; filename="=?utf-8?q?R=C3=A9sum=C3=A9.pdf?="', "Résumé.pdf"),
        ("attachment; filename==?utf-8?B?UsOpc3Vtw6kucGRm?=", "Résumé.pdf"),
        ('attachment; filename="=?utf-8?q?R=C3=A9sum=C3=A9_?= =?utf-8?q?Ana.pdf?="', "Résumé Ana.pdf"),
        ('attachment; filename="a;b.pdf"', "a;b.pdf"),
        (r'attachment; filename="a\"b.pdf"', 'a"b.pdf'),
        (r'attachment; filename="C:\Users\ana\cv.pdf"', "cv.pdf"),
        ('attachment; filename="../../etc/passwd"', "passwd"),
        ('attachment; filename="unclosed.pdf', "unclosed.pdf"),
        ('attachment; filename=""', ""),
        ("attachment", ""),
        ("", ""),
        ('attachment; filename="Re\u0301sume\u0301.pdf"', "Résumé.pdf"),
        ('attachment; filename="cv\u202efdp.exe"', "cvfdp.exe"),
        ('attachment; filename="a\tb\x07.pdf"', "a b.pdf"),
        ('attachment; filename=".."', ""),
    ],
)
def test_file_names(value: str, name: str) -> None:
    assert file_name(value, "") == name


def test_the_disposition_comes_before_the_type() -> None:
    assert file_name('attachment; filename="a.pdf"', 'application/pdf; name="b.pdf"') == "a.pdf"
    assert file_name("inline", 'application/pdf; name="b.pdf"') == "b.pdf"


def test_long_names_keep_their_extension() -> None:
    name = clean_name("x" * 5000 + ".pdf")
    assert len(name) == 180
    assert name.endswith("x.pdf")


def test_parameters_of_a_type() -> None:
    assert parameters('text/plain; charset="UTF-8"; format=flowed; delsp=yes') == {
        "charset": "UTF-8",
        "format": "flowed",
        "delsp": "yes",
    }


@given(st.text(alphabet=";=*'\"\\%0123 abfilename\té/."))
def test_any_header_gives_a_plain_name(value: str) -> None:
    name = file_name(f"attachment; filename{value}", value)
    assert not set(name) & set("/\\\n\r\t\0")
    assert len(name) <= 180


@pytest.mark.parametrize("piece", ["p%d*0=x; ", "name*%d=x; ", ';="', 'a="\\', "'' ; "])
def test_long_headers_are_read_in_part(piece: str) -> None:
    value = "application/pdf; " + "".join(piece % i if "%d" in piece else piece for i in range(20_000))
    assert len(parameters(value)) < 20_000
