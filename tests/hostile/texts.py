"""Texts that are made to take long: one piece over and over, the beginnings of what rules look for, long lines."""

from __future__ import annotations

from collections.abc import Mapping

PIECES = {
    "letters": "a",
    "capitals": "A",
    "digits": "1",
    "blanks": " ",
    "blanks and letters": "a          ",
    "line ends": "\n",
    "blank lines": " \n",
    "tabs": "x\t",
    "quote signs": ">",
    "quoted lines": "> > > a\n",
    "open brackets": "(",
    "brackets": "(a) [b] ",
    "quotation marks": "\"'",
    "points": ".",
    "pointed letters": "a.",
    "commas": "a, ",
    "hyphens": "a-",
    "rules": "-----",
    "slashes": "a/",
    "colons": "a: ",
    "bullets": "• a\n",
    "addresses": "a@a.",
    "beginnings of addresses": "a@",
    "links": "http://a.a/",
    "beginnings of links": "http://www.",
    "years": "2017 ",
    "days": "1/2/2017 - ",
    "digits apart": "1 ",
    "telephone": "(614) 555-",
    "months": "May ",
    "months to months": "from May to ",
    "seasons": "summer or ",
    "words": "word ",
    "capital words": "Word ",
    "names": "Ana Maria ",
    "sentences": "I would like to apply. ",
    "wishes": "I am interested in the ",
    "courses": "CS 101 Machine Learning, ",
    "course lines": "CS 101 Machine Learning  A  3.0\n",
    "course labels": "Relevant coursework: ",
    "headings": "EDUCATION\n",
    "heading words": "EXPERIENCE ",
    "headers": "From: a@example.com\nSubject: x\n",
    "beginnings of headers": "From: ",
    "introductions": "On Mon, 1 Jan 2017, Ana <a@example.com> wrote:\n",
    "beginnings of introductions": "On Mon, ",
    "forward marks": "---------- Forwarded message ----------\n",
    "signatures": "-- \n",
    "closings": "Best regards,\nAna\n",
    "greetings": "Dear team,\n",
    "questions": "When? ",
    "schools": "University of ",
    "degrees": "B.Sc. in ",
    "other scripts": "申し込み",
    "accents": "é́",
    "citizens": "I am a U.S. citizen and not a ",
    "attached": "please find attached my resume and ",
    "organisation": "Numenta ",
    "areas": "Algorithms, Software Engineering and ",
    "markup": "<div class=a>",
    "open markup": "<",
    "entities": "&amp;",
    "commands": "\\x{",
    "underscores": "_",
    "stars": "* ",
    "numbered": "1. a\n",
    "times": "10:15 ",
    "equals": "a=",
    "pipes": "a | ",
    "ordinals": "1st ",
    "semesters": "Fall 2016: ",
    "grades": "GPA: 3.9/4.0 ",
    "not yet": "I do not have ",
}


def long(piece: str, size: int) -> str:
    """A piece over and over, so many characters of it, with an end that fits nothing; marks and blanks stand between
    two letters, so that a rule for the end of a text meets a run that is not there."""
    if not any(character.isalpha() for character in piece):
        return "a" + (piece * (size // len(piece) + 1))[: size - 2] + "a"
    return (piece * (size // len(piece) + 1))[: size - 2] + "\x1f!"


def texts(size: int) -> Mapping[str, str]:
    """Each text by its name, of so many characters."""
    return {name: long(piece, size) for name, piece in PIECES.items()}
