"""A stretch of text as tokens of time: words with their meaning in the vocabulary, numbers, dates in digits, signs.

One pass, each character looked at a bounded number of times; offsets count characters of the whole text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from intake.fields.passage import Passage
from intake.fields.vocabulary.calendar import Kind, Meaning, meanings

MOST_CHARACTERS = 60_000  # of one passage: longer letters than 20 pages do not exist, longer attacks do
_LONGEST_PHRASE = 5
CENTURY = 70  # '70 to '99 are of the last century

_TOKEN = re.compile(
    r"""(?P<iso>\b(?:19|20)\d\d(?P<dash>[-/.])\d{1,2}(?P=dash)\d{1,2}\b|\b(?:19|20)\d\d\.\s\d{1,2}\.\s\d{1,2}\b)
      | (?P<yearmonth>\b(?:19|20)\d\d[./](?:0?[1-9]|1[0-2])\b(?![/\d]|\.\d))
      | (?P<numeric>\b\d{1,2}(?P<mark>[./-])\d{1,2}(?P=mark)(?:(?:19|20)\d\d|\d\d)\b)
      | (?P<split>\b(?:19|20)\d\d(?:\s?[-/–]\s?(?:19|20)\d\d|[-/–]['’]?\d\d)\b(?![-/\d]))
      | (?P<monthyear>\b(?:0?[1-9]|1[0-2])[./](?:19|20)\d\d\b|(?<![\d-])(?:0[1-9]|1[0-2])-(?:19|20)\d\d\b(?!-))
      | (?P<quarter>\b[Qq][1-4](?!\d)|\b[1-4]Q(?!\w))
      | (?P<short>['’‘`´]\d\d\b)
      | (?P<number>\d{1,6})(?P<ordinal>(?:st|nd|rd|th|er|º|ª|°)\b)?
      | (?P<cjk>[\u3400-\u9fff])
      | (?P<word>[^\W\d_\u3400-\u9fff]+(?:['’][^\W\d_\u3400-\u9fff]+)*)
      | (?P<sign>[^\w\s])""",
    re.VERBOSE,
)
_ELIDED = re.compile(r"(?:l|d|dell|nell|all|dall|quest|jusqu|qu|c|s)['’](?=\w)", re.IGNORECASE)
# One word that says a length: "dreimonatiges", "трёхмесячная".
_LENGTH_WORD = re.compile(
    r"(?P<number>ein|zwei|drei|vier|fünf|fuenf|sechs|sieben|acht|neun|zehn|elf|zwölf|zwoelf|двух|тр[её]х"
    r"|четыр[её]х|пяти|шести|dwu|trzy|cztero|sześcio)"
    r"(?P<unit>monatig(?:e[mnrs]?)?|wöchig(?:e[mnrs]?)?|woechig(?:e[mnrs]?)?|месячн\w{2,3}|недельн\w{2,3}"
    r"|miesięczn\w{1,3}|tygodniow\w{1,3})",
    re.IGNORECASE,
)
_TERMS = {"su": "summer", "fa": "fall", "sp": "spring", "wi": "winter"}
_LENGTH_LETTERS = 9  # of the shortest of them: "elfwöchig"


class Token(NamedTuple):
    """One word, phrase, number or sign; `gap` counts the line ends before it; `text` is as written."""

    kind: Kind
    value: int | str
    start: int
    end: int
    text: str
    gap: int = 0
    ordinal: bool = False

    @property
    def folded(self) -> str:
        """The text, case folded."""
        return self.text.casefold()


def lex(passage: Passage, year: int | None = None) -> tuple[Token, ...]:
    """The tokens of a passage, of its first 60,000 characters where it is longer; `year` is the one it was written in."""
    end = min(passage.end, passage.start + MOST_CHARACTERS)
    raw: list[Token] = []
    last = passage.start
    for match in _TOKEN.finditer(passage.text, passage.start, end):
        gap = passage.text.count("\n", last, match.start())
        last = match.end()
        raw.extend(_tokens(match, gap))
    return tuple(_said_month(_said_year(token, year) for token in _phrases(raw, passage.text)))


def _said_month(tokens: Iterable[Token]) -> Iterator[Token]:
    """ "the 15th of that month" as the month that was named last."""
    named: Token | None = None
    for token in tokens:
        if token.kind is Kind.RELATIVE and token.value == "that month":
            same = token._replace(kind=Kind.MONTH, value=named.value) if named else None
            yield same or token._replace(kind=Kind.WORD, value="")
            continue
        named = token if token.kind is Kind.MONTH else named
        yield token


def _said_year(token: Token, year: int | None) -> Token:
    """ "next year" as the year it is, where it is known when that was said."""
    if token.kind is not Kind.RELATIVE or token.value not in ("this year", "next year"):
        return token
    if year is None:
        return token._replace(kind=Kind.WORD, value="")
    return token._replace(kind=Kind.YEAR, value=year + (token.value == "next year"))


def _tokens(match: re.Match[str], gap: int) -> list[Token]:
    text, group = match.group(), match.lastgroup
    start, end = match.span()
    if group in ("iso", "numeric", "yearmonth", "monthyear"):
        return [Token(Kind.DATE, text, start, end, text, gap)]
    if group == "split":
        return _split_years(match, gap)
    if group == "quarter":
        return [Token(Kind.QUARTER, int(text.strip("Qq")), start, end, text, gap)]
    if group == "short":
        value = int(text[1:])
        return [Token(Kind.YEAR, value + (1900 if value >= CENTURY else 2000), start, end, text, gap)]
    if group in ("number", "ordinal"):
        return [_number(match, gap)]
    length = _LENGTH_WORD.fullmatch(text) if group == "word" and len(text) >= _LENGTH_LETTERS else None
    if length:
        cut = start + len(length["number"])
        return [
            Token(Kind.WORD, "", start, cut, length["number"], gap),
            Token(Kind.WORD, "", cut, end, length["unit"]),
        ]
    elided = _ELIDED.match(text) if group == "word" and not text.isalpha() else None
    if elided and elided.group()[:-1].casefold() != "jusqu":
        cut = start + elided.end()
        return [
            Token(Kind.WORD, "", start, cut - 1, text[: elided.end() - 1], gap),
            Token(Kind.WORD, "", cut, end, text[elided.end() :]),
        ]
    return [Token(Kind.SIGN if group == "sign" else Kind.WORD, "", start, end, text, gap)]


def _number(match: re.Match[str], gap: int) -> Token:
    digits = match.group("number")
    value, ordinal = int(digits), match.group("ordinal") is not None
    year = len(digits) == 4 and 1950 <= value <= 2100 and not ordinal
    return Token(Kind.YEAR if year else Kind.NUMBER, value, *match.span(), match.group(), gap, ordinal)


def _split_years(match: re.Match[str], gap: int) -> list[Token]:
    """Tell "2016-17", one year of study with two numbers, from "2017-06", a month, and "2017-25 August"."""
    text, (start, end) = match.group(), match.span()
    first, second = int(text[:4]), int(text[-2:])
    cut = len(text) - (4 if len(text) > 8 else 2)
    follows = len(text) > 8 or second == (first + 1) % 100
    if not follows and 1 <= second <= 12:
        return [Token(Kind.DATE, text, start, end, text, gap)]
    century = first // 100 * 100
    value = int(text[cut:]) if len(text) > 8 else century + second if follows else second
    return [
        Token(Kind.YEAR, first, start, start + 4, text[:4], gap),
        Token(Kind.SIGN, "", start + 4, start + cut, text[4:cut].strip(" '’")),
        Token(Kind.YEAR if follows else Kind.NUMBER, value, start + cut, end, text[cut:]),
    ]


@lru_cache(maxsize=1)
def _by_first() -> Mapping[str, tuple[tuple[tuple[str, ...], Meaning], ...]]:
    """Phrases by their first word, the longest first; written without spaces for Chinese."""
    found: dict[str, list[tuple[tuple[str, ...], Meaning]]] = {}
    for words, meaning in meanings().items():
        if "\u3400" <= words[0][0] <= "\u9fff":
            words = tuple(words[0])
        found.setdefault(words[0], []).append((words, meaning))
    return {first: tuple(sorted(rows, key=lambda row: -len(row[0]))) for first, rows in found.items()}


def _phrases(raw: list[Token], text: str) -> list[Token]:
    """Join words to the phrases of the vocabulary, the longest first."""
    tokens: list[Token] = []
    plain = [token.text.casefold().replace("’", "'") for token in raw]
    at = 0
    while at < len(raw):
        token = raw[at]
        if term := _term(raw, plain, at):
            tokens += term
            at += 2
            continue
        found = _longest(raw, plain, at) if token.kind in (Kind.WORD, Kind.SIGN) else None
        if found:
            length, (kind, value) = found
            end = raw[at + length - 1].end
            tokens.append(Token(kind, value, token.start, end, text[token.start : end], token.gap))
            at += length
        else:
            tokens.append(token)
            at += 1
    return tokens


def _term(raw: list[Token], plain: list[str], at: int) -> tuple[Token, Token] | None:
    """The season and year of "Su17" and "FA16", as universities write their terms; None where there is none."""
    season = _TERMS.get(plain[at])
    year = raw[at + 1] if season and at + 1 < len(raw) else None
    if season is None or year is None or year.kind is not Kind.NUMBER or year.start != raw[at].end:
        return None
    if len(year.text) != 2 or not raw[at].text[:1].isupper():
        return None
    token = raw[at]
    return token._replace(kind=Kind.SEASON, value=season), year._replace(
        kind=Kind.YEAR, value=2000 + int(year.value)
    )


def _longest(raw: list[Token], plain: list[str], at: int) -> tuple[int, Meaning] | None:
    for words, meaning in _by_first().get(plain[at], ()):
        if len(words) == 1:
            return 1, meaning
        end = at + min(len(words), _LONGEST_PHRASE)
        if tuple(plain[at:end]) == words and all(token.gap < 2 for token in raw[at + 1 : end]):
            return len(words), meaning
    return None
