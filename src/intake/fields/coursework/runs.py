"""Names of courses that follow one another in a sentence, read word by word."""

from __future__ import annotations

import re
from collections.abc import Iterator

from intake.fields.coursework import judge
from intake.fields.vocabulary import courses as vocabulary

_TOKEN = re.compile(r"[^\W_](?:[\w'’+#\-]|\.(?![A-Z][a-z]))*[\w+#]|[^\W_]|&|[,;/()]|[.!?:]|[–—-]")
# With these something other than a list goes on.
_ENDING = frozenset(("i", "i'll", "i’ll", "will", "but", "because", "which", "who"))
_WITH = frozenset(("in", "with", "using"))
_BETWEEN = 9  # words between one name and the next


class Runs:
    """A reader of the names that follow one another in a sentence."""

    def __init__(self, text: str, start: int, limit: int, loose: bool) -> None:
        self.text, self.start, self.end = text, start, start
        self.loose = loose  # names in small letters count
        self.tokens = list(_TOKEN.finditer(text, start, limit))
        self.at = 0

    def read(self) -> Iterator[str]:
        """Yield the raw text of each run; stop where something other than a list goes on."""
        between = 0
        while self.at < len(self.tokens) and between <= _BETWEEN:
            run = self._run()
            if run:
                self.end = self.tokens[self.at - 1].end()
                yield run
                between = 0
                self._aside()
            else:
                word = self.tokens[self.at].group()
                if self.end == self.start and word.casefold() not in vocabulary.FILLERS:
                    return
                if word == "." and self.tokens[self.at - 1].group().casefold() in {
                    "prof",
                    "dr",
                    "mr",
                    "ms",
                    "mrs",
                }:
                    word = ","
                if word in ".!?" or word.casefold() in _ENDING:
                    return
                between += word not in ",;:"
                self.at += 1

    def anywhere(self) -> Iterator[tuple[str, int, int]]:
        """Yield the raw text of each run with its offsets, wherever it stands: the words between say nothing here."""
        while self.at < len(self.tokens):
            start = self.tokens[self.at].start()
            run = self._run()
            if run:
                yield run, start, self.tokens[self.at - 1].end()
            else:
                self.at += 1

    def _aside(self) -> None:
        """Pass over a bracket behind a name."""
        if self.at < len(self.tokens) and self.tokens[self.at].group() == "(":
            for ahead in range(self.at + 1, min(self.at + 14, len(self.tokens))):
                if self.tokens[ahead].group() == ")":
                    self.end = self.tokens[ahead].end()
                    self.at = ahead + 1
                    return

    def _run(self) -> str:
        """The longest name that begins here, '' for none."""
        first = self.tokens[self.at]
        code = judge.CODE.match(self.text, first.start())
        if code:
            return self._numbered(code)
        if not self._names(self.at):
            return ""
        start, last = first.start(), self.at
        ahead = self.at + 1
        while ahead < len(self.tokens) and not judge.CODE.match(self.text, self.tokens[ahead].start()):
            if self._names(ahead) or self._numeral(ahead) or self._is_language(ahead):
                last = ahead
            elif not (self.tokens[ahead].group().casefold() in vocabulary.LINKS and self._links(ahead)):
                break
            ahead += 1
        self.at = last + 1
        return self.text[start : self.tokens[last].end()]

    def _numbered(self, code: re.Match[str]) -> str:
        """A course's number with the name behind it: "CSE 446 (Machine Learning)", "CS 229 Machine Learning"."""
        rest = self.text[code.end() : code.end() + 90]
        inner = re.match(r"\s?[(:]\s?([^():]{3,70})\)", rest)
        end = code.end() + (inner.end() if inner else 0)
        while self.at < len(self.tokens) and self.tokens[self.at].start() < end:
            self.at += 1
        if not inner and self.at < len(self.tokens) and self._names(self.at):
            start = code.start()
            run = self._run()
            return self.text[start : self.tokens[self.at - 1].end()] if run else code.group()
        return self.text[code.start() : end]

    def _names(self, at: int) -> bool:
        """Whether a word can be part of a name: a capital, or a subject in small letters."""
        word = self.tokens[at].group()
        folded = word.casefold()
        if folded in vocabulary.STOPS or not word[0].isalpha():
            return False
        if judge.is_tool(word) and not self._makes_course(at + 1):
            return False
        if word[0].isupper():
            return folded not in vocabulary.CLAUSE_WORDS
        return self.loose and (
            judge.is_subject(word)
            or folded in vocabulary.DANGLING - vocabulary.LINKS - vocabulary.OTHER_LINKS
        )

    def _is_language(self, at: int) -> bool:
        """Whether a word is the language that a course is held with: "Data Structures in C++"."""
        word, before = self.tokens[at].group(), self.tokens[at - 1].group().casefold()
        return before in _WITH and word[0].isupper() and judge.is_tool(word)

    def _makes_course(self, at: int) -> bool:
        """Whether a word makes a course of the language before it: "Java Programming I"."""
        return at < len(self.tokens) and self.tokens[at].group().casefold() in vocabulary.OF_TOOLS

    def _numeral(self, at: int) -> bool:
        word = self.tokens[at].group()
        if word not in vocabulary.NUMERALS:
            return False
        after = self.text[self.tokens[at].end() : self.tokens[at].end() + 12].lstrip()
        return word != "I" or not after[:1].isalpha() or after.startswith(("and ", "or "))

    def _links(self, at: int) -> bool:
        """Whether a small word joins two parts of one name: what follows must be able to go on with it."""
        link = self.tokens[at].group().casefold()
        ahead = at + 1
        while (
            ahead < len(self.tokens)
            and self.tokens[ahead].group().casefold() in vocabulary.LINKS
            and ahead < at + 3
        ):
            ahead += 1
        if ahead >= len(self.tokens):
            return False
        word = self.tokens[ahead].group()
        if link in {"and", "&"} and self._numeral(ahead):
            return True
        if judge.CODE.match(self.text, self.tokens[ahead].start()):
            return False
        if link == "for" and word[0].isupper() and word.endswith("s"):  # "Statistics for Psychologists"
            return True
        if self._is_language(ahead):
            return True
        if link == "with" and word.casefold() in vocabulary.LABORATORY:
            return True
        if link in {"with", "in", "on", "from", "using", "for", "a", "the"} and not judge.is_subject(word):
            return False
        return self._names(ahead)
