"""Mails that hang a MIME parser or a header's reader, swell it, or bring characters that nobody should meet."""

from __future__ import annotations

import base64
from collections.abc import Callable, Mapping

HEAD = (
    b"From: Mal <mal@example.com>\r\nTo: interns@numenta.com\r\nSubject: Internship\r\n"
    b"Message-ID: <hostile@example.com>\r\nMIME-Version: 1.0\r\n"
)
MIXED = b"Content-Type: multipart/mixed; boundary=B\r\n\r\n"
LETTER = (
    b"Dear team,\r\n\r\nI would like to apply for the Algorithms internship in summer 2017.\r\n\r\nMal\r\n"
)


def with_file(content: bytes, name: str = "resume.pdf", kind: str = "application/pdf") -> bytes:
    """A mail with a letter and one file."""
    part = f'Content-Type: {kind}; name="{name}"\r\nContent-Transfer-Encoding: base64\r\n\r\n'.encode()
    coded = base64.encodebytes(content).replace(b"\n", b"\r\n")
    return (
        HEAD
        + MIXED
        + b"--B\r\nContent-Type: text/plain\r\n\r\n"
        + LETTER
        + b"--B\r\n"
        + part
        + coded
        + b"--B--\r\n"
    )


def text(body: bytes, kind: bytes = b"text/plain; charset=utf-8", coded: bytes = b"8bit") -> bytes:
    """A mail of one part."""
    return HEAD + b"Content-Type: %s\r\nContent-Transfer-Encoding: %s\r\n\r\n" % (kind, coded) + body


def headed(line: bytes) -> bytes:
    """A letter with one header more."""
    return line + b"\r\n" + HEAD + b"\r\n" + LETTER


def ten_thousand_parts() -> bytes:
    """Ten thousand parts without a header."""
    return HEAD + MIXED + b"--B\r\n\r\nx\r\n" * 10_000 + b"--B--\r\n"


def ten_thousand_files() -> bytes:
    """Ten thousand files, each a PDF by its name."""
    return (
        HEAD
        + MIXED
        + b"--B\r\nContent-Type: application/pdf; name=a.pdf\r\n\r\nx\r\n" * 10_000
        + b"--B--\r\n"
    )


def thousand_deep() -> bytes:
    """A thousand multiparts within each other."""
    levels = (b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (n, n) for n in range(1000))
    return HEAD + b"".join(levels) + b"\r\nx"


def deep_and_long() -> bytes:
    """Three hundred levels, and a hundred thousand lines to hold against each of them."""
    levels = (b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (n, n) for n in range(300))
    return HEAD + b"".join(levels) + b"\r\n" + b"--x\r\n" * 100_000


def messages_in_messages() -> bytes:
    """A thousand messages within each other."""
    return HEAD + b"Content-Type: message/rfc822\r\n\r\n" * 1000 + b"x"


def messages_with_a_body() -> bytes:
    """Two hundred messages within each other, the last one of a megabyte."""
    head = b"Content-Type: message/rfc822\r\nContent-Disposition: attachment\r\n\r\n"
    return HEAD + head * 200 + b"Subject: x\r\n\r\n" + (b"y" * 69 + b"\n") * 15_000


def many_headers() -> bytes:
    """Two hundred thousand headers."""
    return b"".join(b"X-H%d: v\r\n" % number for number in range(200_000)) + HEAD + b"\r\n" + LETTER


def many_hops() -> bytes:
    """Twenty thousand Received headers."""
    hop = b"Received: from a (b [192.0.2.1]) by c with SMTP id d; Mon, 1 Jan 2024 10:00:00 +0200\r\n"
    return hop * 20_000 + HEAD + b"\r\n" + LETTER


def many_receivers() -> bytes:
    """Fifty thousand addresses in one header."""
    return headed(b"Cc: " + b", ".join(b'"A %d" <a%d@example.com>' % (n, n) for n in range(50_000)))


def open_comments() -> bytes:
    """An address that is all open brackets."""
    return b"From: " + b"(" * 500_000 + b"\r\nTo: interns@numenta.com\r\n\r\n" + LETTER


def open_quotes() -> bytes:
    """An address that is all quotes."""
    return b"From: " + b'"\\"<' * 200_000 + b"\r\nTo: interns@numenta.com\r\n\r\n" + LETTER


def coded_words() -> bytes:
    """A subject of seventy thousand encoded words."""
    return headed(b"Subject: " + b" =?utf-8?q?a?=" * 70_000)


def coded_words_broken() -> bytes:
    """A subject of beginnings of encoded words."""
    return headed(b"Subject: " + b"=?" * 300_000)


def folded() -> bytes:
    """A subject on two hundred thousand lines."""
    return headed(b"Subject: a" + b"\r\n b" * 200_000)


def parameters() -> bytes:
    """A Content-Type of eighty thousand parameters."""
    return headed(b"Content-Type: text/plain; " + b"; ".join(b"p%d*0=x" % n for n in range(80_000)))


def continuations() -> bytes:
    """A file name in fifty thousand pieces (RFC 2231)."""
    return headed(b"Content-Type: application/pdf; " + b"; ".join(b"name*%d=x" % n for n in range(50_000)))


def blank_boundary() -> bytes:
    """A boundary of sixty thousand spaces."""
    blank = b" " * 60_000
    return (
        HEAD
        + b'Content-Type: multipart/mixed; boundary="'
        + blank
        + b'"\r\n\r\n'
        + (b"--" + blank + b"\r\n") * 20
    )


def bracketed_date() -> bytes:
    """A date within six hundred thousand brackets."""
    return headed(b"Date: " + b"(" * 300_000 + b")" * 300_000 + b"Mon, 1 Jan 2024 10:00:00 +0200")


def long_hops() -> bytes:
    """Received headers of a hundred thousand words."""
    hop = b"Received: from " + b"a " * 20_000 + b"by " + b"b " * 20_000 + b"with " + b"c " * 20_000 + b"\r\n"
    return hop * 3 + HEAD + b"\r\n" + LETTER


def long_thread() -> bytes:
    """References to a hundred thousand mails."""
    return headed(b"References: " + b" ".join(b"<%d@example.com>" % n for n in range(100_000)))


def controls() -> bytes:
    """NUL, bell, escape, backspace and marks that turn the direction of writing, wherever text stands."""
    odd = "\x00\x07\x1b[2J\x1b]0;owned\x07\x08\u202e\u2066\ufeff\u200f".encode()
    head = b"From: Mal%s <mal@example.com>\r\nTo: interns@numenta.com\r\nSubject: In%sternship\r\n" % (
        odd,
        odd,
    )
    kind = b'Content-Type: text/plain; name="cv%s.txt"; charset=utf-8\r\n' % odd
    return (
        head
        + MIXED
        + b"--B\r\n\r\n"
        + LETTER
        + odd
        + b"\r\n--B\r\n"
        + kind
        + b"\r\nResume"
        + odd
        + b"\r\n--B--\r\n"
    )


def names_that_lead_out() -> bytes:
    """File names with folders in them."""
    names = (
        b"../../etc/cron.d/x",
        b"/etc/passwd",
        b"..\\..\\boot.ini",
        b"C:\\a.txt",
        b"..",
        b".",
        b"=HYPERLINK(1).txt",
    )
    part = (
        b'--B\r\nContent-Type: text/plain\r\nContent-Disposition: attachment; filename="%s"\r\n\r\nwords\r\n'
    )
    return HEAD + MIXED + b"".join(part % name for name in names) + b"--B--\r\n"


def injected_headers() -> bytes:
    """A name and a subject that would begin another header in an answer."""
    odd = b"=?utf-8?q?a=0D=0ABcc=3A_all=40example=2Ecom=0D=0A=0D=0A<script>alert(1)</script>?="
    return (
        b"From: "
        + odd
        + b" <mal@example.com>\r\nTo: interns@numenta.com\r\nSubject: "
        + odd
        + b"\r\n\r\n"
        + LETTER
    )


def punycode() -> bytes:
    """A megabyte in a charset whose decoding takes the square of its length."""
    return text(b"abc-" + b"99" * 500_000, b"text/plain; charset=punycode")


def utf7() -> bytes:
    """A megabyte of UTF-7's shifts."""
    return text(b"+AGE-" * 200_000, b"text/plain; charset=utf-7")


def quoted_printable() -> bytes:
    """Eight megabytes of quoted-printable on one line."""
    return text(b"h=C3=A9llo world this is a line=\r\n" * 250_000, coded=b"quoted-printable")


def one_line() -> bytes:
    """Ten megabytes without a line's end."""
    return text(b"a" * 10_000_000)


def empty_lines() -> bytes:
    """Ten megabytes of line ends."""
    return text(b"\r\n" * 5_000_000)


def quote_signs() -> bytes:
    """A megabyte of '>' signs, and a megabyte of lines that begin with many."""
    return text(b">" * 1_000_000 + b"\r\n" + b"> > > > > > > > x\r\n" * 60_000)


def uuencoded() -> bytes:
    """Fifty thousand beginnings of uuencoded files."""
    return text(b"begin 644 a.pdf\r\n#0V%T\r\n" * 50_000)


def page() -> bytes:
    """Eight megabytes of HTML, with a style sheet of as many rules as fit."""
    style = b"<style>" + b".a{display:none}" * 60_000 + b"</style>"
    return text(b"<html>" + style + b"<table>" + b"<tr><td>x<td>y" * 400_000, b"text/html; charset=utf-8")


def reports() -> bytes:
    """A delivery report of ten thousand parts."""
    head = b'Content-Type: multipart/report; report-type=delivery-status; boundary="B"\r\n\r\n'
    return (
        HEAD
        + head
        + b"--B\r\nContent-Type: message/delivery-status\r\n\r\nStatus: 5.0.0\r\n" * 10_000
        + b"--B--\r\n"
    )


def base64_of_nothing() -> bytes:
    """Ten megabytes that claim to be base64 and are not."""
    return text(b"?!" * 5_000_000, b"application/pdf; name=cv.pdf", b"base64")


def no_header() -> bytes:
    """Bytes that are no mail at all."""
    return bytes(range(256)) * 4000


BOMBS: Mapping[str, Callable[[], bytes]] = {
    make.__name__.replace("_", " "): make
    for make in (
        ten_thousand_parts, ten_thousand_files, thousand_deep, deep_and_long, messages_in_messages,
        messages_with_a_body, many_headers, many_hops, many_receivers, open_comments, open_quotes, coded_words,
        coded_words_broken, folded, parameters, continuations, blank_boundary, bracketed_date, long_hops, long_thread,
        controls, names_that_lead_out, injected_headers, punycode, utf7, quoted_printable, one_line, empty_lines,
        quote_signs, uuencoded, page, reports, base64_of_nothing, no_header,
    )
}  # fmt: skip
