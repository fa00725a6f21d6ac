"""HTML to text: what a reader sees, in reading order, at bounded cost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.htmltext import to_text


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("", ""),
        ("   \n ", ""),
        ("no markup\nat all &amp; so", "no markup\nat all & so"),
        ("<p>one</p><p>two</p>", "one\n\ntwo"),
        ("<p style='margin:0'>one</p><p style='margin:0'>two</p>", "one\ntwo"),
        ("<p class=MsoNormal>one</p><p class=MsoNormal>&nbsp;</p><p class=MsoNormal>two</p>", "one\n\ntwo"),
        ("<div>one</div><div><br></div><div>two</div>", "one\n\ntwo"),
        ("<div>one</div><p><span><u>&nbsp;</u></span></p><div>two</div>", "one\n\ntwo"),
        ("a<br>b<hr>c", "a\nb\nc"),
        ("<b>a</b><i>b</i> c  d", "ab c d"),
        ("<ul><li>x<li>y</ul><ol><li>k</ol>", "  * x\n  * y\n 1. k"),
        ("<pre>a\n  b</pre>", "a\n  b"),
        ("<div style='white-space: pre-wrap'>a\n  b</div>", "a\n  b"),
        ("x &amp;lt; y &lt; z", "x &lt; y < z"),
        ("a\u200b\u00adb\xa0c", "ab c"),
        ("<title>no</title><style>no{}</style><script>no</script>yes", "yes"),
        ("<?xml version='1.0' encoding='latin-1'?><html><body>Größe</body></html>", "Größe"),
        ("<p>a<!-- no -->b</p>", "ab"),
        ("a < b and <unknown>c", "a < b and c"),
    ],
)
def test_blocks_and_white_space(source: str, expected: str) -> None:
    assert to_text(source) == expected


@pytest.mark.parametrize(
    "hidden",
    [
        '<p style="display:none">no</p>',
        '<p style="DISPLAY : NONE !important">no</p>',
        '<p style="color:red; visibility:hidden">no</p>',
        '<span style="font-size:0">no</span>',
        '<span style="font-size:0px;line-height:0">no</span>',
        '<div style="max-height:0;overflow:hidden">no</div>',
        '<div style="mso-hide:all">no</div>',
        "<p hidden>no</p>",
        "<style>.h, .k {display:none}</style><p class='a k'>no</p>",
        "<template>no</template>",
        "<div style='display:none'><table><tr><td>no</td></tr></table></div>",
    ],
)
def test_hidden_text_is_left_out_and_what_follows_it_kept(hidden: str) -> None:
    assert to_text(f"<div>{hidden}yes</div>") == "yes"


@pytest.mark.parametrize(
    "shown",
    [
        '<p style="font-size:0.9em">yes</p>',
        '<p style="opacity:0.5">yes</p>',
        '<p style="max-height:0.5em">yes</p>',
        "<style>@media (max-width:500px) {.h {display:none}}</style><p class=h>yes</p>",
        "<style>table .h {display:none}</style><p class=h>yes</p>",
    ],
)
def test_shown_text_is_not_taken_for_hidden(shown: str) -> None:
    assert to_text(shown) == "yes"


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (
            "<tr><td>Start</td><td>May 15</td></tr><tr><td>End</td><td>August 18</td></tr>",
            "Start  May 15\nEnd  August 18",
        ),
        ("<tr><th>Start</th><td><p>May 15</p></td></tr>", "Start  May 15"),
        ("<tr><td>one<br>two</td><td>three<br>four</td></tr>", "one\ntwo\nthree\nfour"),
        ("<tr><td><table><tr><td>a</td><td>b</td></tr></table></td><td>c</td></tr>", "a  b\nc"),
    ],
)
def test_cells_stay_apart_and_columns_do_not_run_into_each_other(source: str, expected: str) -> None:
    assert to_text(f"<table>{source}</table>") == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ('<a href="https://example.com/cv.pdf">my resume</a>', "my resume <https://example.com/cv.pdf>"),
        ('<a href="https://example.com/ana/">example.com/ana</a>', "example.com/ana"),
        ('<a href="http://www.example.com">https://example.com/</a>', "https://example.com/"),
        ('<a href="mailto:ana@example.edu?subject=x">Ana</a>', "Ana <ana@example.edu>"),
        ('<a href="mailto:ana@example.edu">ana@example.edu</a>', "ana@example.edu"),
        ('<a href="https://example.com/a"><img src=x></a>', "<https://example.com/a>"),
        ('<a href="javascript:alert(1)">x</a><a href="#top">y</a>', "xy"),
        (
            '<a href="https://nam02.safelinks.protection.outlook.com/?url=https%3A%2F%2Fexample.com%2Fcv&amp;data=1">cv</a>',
            "cv <https://example.com/cv>",
        ),
        (f'<a href="https://example.com/{"t" * 500}">x</a>', "x"),
        ('<a href="http://[broken">x</a>', "x"),
    ],
)
def test_targets_are_shown_where_the_words_do_not_show_them(source: str, expected: str) -> None:
    assert to_text(source).strip() == expected


def test_cited_blockquotes_get_their_signs_for_bodies_only() -> None:
    source = "<p>mine</p><blockquote type=cite>theirs<blockquote class=gmail_quote>older</blockquote></blockquote>end"
    assert to_text(source, quotes=True) == "mine\n\n> theirs\n>> older\nend"
    assert to_text(source) == "mine\n\ntheirs\nolder\nend"


def test_a_blockquote_that_only_indents_is_no_quote() -> None:
    assert to_text("<blockquote>address</blockquote>", quotes=True) == "address"


@pytest.mark.parametrize(
    "source",
    [
        "<div style='padding-left:99999em;margin-top:99999em'>a</div>" * 200,
        "<table><tr><td>"
        + "x" * 20_000
        + "</td><td>b</td></tr>"
        + "<tr><td>a</td><td>b</td></tr>" * 500
        + "</table>",
        "<div>" * 1000 + "a",
        "<table><tr><td>" * 300 + "a<br>b",
        "<p style='" + "style:" * 3000 + "'>a",
        "<a href=" * 2000,
        "<style>" + ".a{" * 5000,
        "\ue0c2" * 1000 + "<p>a",
    ],
)
def test_hostile_pages_give_no_more_text_than_they_hold(source: str) -> None:
    assert len(to_text(source, quotes=True)) <= len(source) + 100


@pytest.mark.parametrize("depth", [150, 250, 1900, 5000])
def test_deeply_nested_text_is_not_lost(depth: int) -> None:
    assert "deep down" in to_text("<div>" * depth + "deep down" + "</div>" * depth)


_PIECES = [
    *"<>/=\"' &;abp!-\n\xa0",
    "<div",
    "<table>",
    "<tr>",
    "<td>",
    "<style>",
    "<blockquote type=cite>",
    "</",
]


@given(st.lists(st.sampled_from(_PIECES)).map("".join))
def test_any_text_is_converted(source: str) -> None:
    text = to_text(source, quotes=True)
    assert not set(text) & set("\ue0c0\ue0c1\ue0c2\ue0c3\r\xa0")
