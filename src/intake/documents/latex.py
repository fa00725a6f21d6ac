"""LaTeX source to the words it would print: headings, list items and the arguments of resume classes kept.

Nothing is expanded or run. A command that is not known gives its arguments, apart by tabs: resume classes
write their entries so (`\\cventry{2015}{Intern}{Example Lab}...`).
"""

from __future__ import annotations

import re
import unicodedata

from intake.documents.charset import decode
from intake.documents.reading import File, Reader, Reading

_COMMENT = re.compile(r"(?<!\\)%[^\n]*(?:\n[ \t]*(?=\S))?")
_TOKEN = re.compile(
    r"\\(?P<command>[A-Za-z@]+)\*?[ \t]*|\\(?P<sign>[^A-Za-z])|(?P<mark>[{}$&~]|\n[ \t]*\n\s*|\n|---?|``|'')"
    r"|(?P<words>[^\\{}$&~\n`'-]+|[`'-])"
)
_OPTION = re.compile(r"\s?\[[^\][{}]{0,300}\]")
_NEXT_ARGUMENT = re.compile(r"[ \t]*+(?:\n[ \t]*+)?(?=\{)")
_HEADING = re.compile(r"(?:sub)*section|chapter|part|paragraph|cvsection|heading|.*[sS]ection")

# Arguments that print nothing, counted from the first.
_SILENT = {
    "documentclass": 1, "usepackage": 1, "RequirePackage": 1, "setlength": 2, "addtolength": 2, "vspace": 1,
    "hspace": 1, "label": 1, "ref": 1, "cite": 1, "includegraphics": 1, "input": 1, "include": 1, "color": 1,
    "definecolor": 3, "colorlet": 2, "pagestyle": 1, "thispagestyle": 1, "rule": 2, "fontsize": 2, "hypersetup": 1,
    "geometry": 1, "textcolor": 1, "raisebox": 1, "parbox": 1, "moderncvstyle": 1, "moderncvcolor": 1, "photo": 1,
    "href": 1, "pagenumbering": 1, "setcounter": 2, "bibliographystyle": 1, "bibliography": 1, "fontfamily": 1,
    "titleformat": 5, "titlespacing": 4, "newcommand": 2, "renewcommand": 2, "providecommand": 2, "newenvironment": 3,
    "renewenvironment": 3, "def": 1, "hyphenation": 1, "faIcon": 1, "phantom": 1, "hphantom": 1, "vphantom": 1,
}  # fmt: skip
_PREAMBLE = re.compile(
    r"\\(?:name|firstname|familyname|lastname|title|author|address|email|phone|mobile|homepage|position|social|"
    r"github|linkedin|tagline|personalinfo|extrainfo|quote)\b"
)
_LAYOUT = frozenset(
    {"tabular", "tabularx", "longtable", "minipage", "multicols", "array", "paracol", "adjustwidth"}
)
_LETTERS = {"ss": "ß", "o": "ø", "O": "Ø", "l": "ł", "L": "Ł", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "aa": "å",
            "AA": "Å", "i": "ı", "j": "ȷ", "LaTeX": "LaTeX", "TeX": "TeX", "textbullet": "•", "bullet": "•",
            "cdot": "·", "textbar": "|", "ldots": "…", "dots": "…", "textendash": "–", "textemdash": "—",
            "quad": " ", "qquad": " ", "hfill": "\t", "newline": "\n", "par": "\n\n", "item": "\n• ",
            "linebreak": "\n", "newpage": "\n", "clearpage": "\n", "textbackslash": "\\", "copyright": "©",
            "textasciitilde": "~", "tabularnewline": "\n", "cvitemlist": "", "and": "\n"}  # fmt: skip
_ACCENTS = {"'": "\u0301", "`": "\u0300", '"': "\u0308", "^": "\u0302", "~": "\u0303", "=": "\u0304", ".": "\u0307",
            "c": "\u0327", "v": "\u030c", "u": "\u0306", "H": "\u030b", "k": "\u0328", "r": "\u030a"}  # fmt: skip
_ACCENTED = re.compile(r"\s?\{?\s?(?:\\([ij])(?![A-Za-z])|(\w))\s?\}?")
_MARKS = {"$": "", "&": "\t", "~": " ", "\n": "\n", "--": "–", "---": "—", "``": "“", "''": "”"}
_BLANKS = re.compile(r"[ ]{2,}")
_EMPTY_LINES = re.compile(r"\n\s*\n\s*")


def latex_to_text(source: str) -> str:
    """Return the words of LaTeX source; linear in its length."""
    source = _COMMENT.sub("", source)
    preamble, begun, body = source.partition("\\begin{document}")
    if not begun:
        return _Printer(source).text()
    body = body.partition("\\end{document}")[0]
    kept = [_Printer(line).text() for line in preamble.split("\n") if _PREAMBLE.match(line.strip())]
    return "\n".join([*(line for line in kept if line), _Printer(body).text()])


class _Printer:
    """One pass over the source; `_closing` holds what each open group gives when it ends."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._ends = _matching(source)
        self._out: list[str] = []
        self._closing: list[str] = []
        self._at = 0

    def text(self) -> str:
        """Return what the source prints, blank lines single, tabs kept."""
        while self._at < len(self._source):
            token = _TOKEN.match(self._source, self._at)
            if token is None:
                self._at += 1
                continue
            self._at = token.end()
            self._print(token)
        lines = _BLANKS.sub(" ", "".join(self._out)).split("\n")
        return _EMPTY_LINES.sub("\n\n", "\n".join(line.strip() for line in lines)).strip()

    def _print(self, token: re.Match[str]) -> None:
        if token["command"]:
            self._command(token["command"])
        elif token["sign"]:
            self._sign(token["sign"])
        elif token["words"]:
            self._out.append(token["words"])
        elif token["mark"] == "{":
            self._closing.append("")
        elif token["mark"] == "}":
            self._close()
        else:
            self._out.append(_MARKS.get(token["mark"], "\n\n"))

    def _command(self, name: str) -> None:
        if name in _ACCENTS and self._accent(name):
            return
        if name in _LETTERS:
            self._out.append(_LETTERS[name])
            self._options()
        elif name in ("begin", "end"):
            self._environment(name)
        elif name in _SILENT:
            self._skip(_SILENT[name])
        else:
            heading = bool(_HEADING.fullmatch(name))
            self._options()
            first = _NEXT_ARGUMENT.match(self._source, self._at)
            if first:
                self._at = first.end()
                self._out.append("\n\n" if heading else "")
                self._open("\n" if heading else "name" if name == "name" else "argument")

    def _environment(self, name: str) -> None:
        self._out.append("\n")
        end = self._ends.get(self._at, self._at)
        environment = self._source[self._at + 1 : end].rstrip("*")
        self._at = min(end + 1, len(self._source))
        if name == "begin":
            self._options()
            if environment in _LAYOUT:
                self._skip(3)
            elif self._source.startswith("{", self._at):  # a class's own section: \begin{rSection}{Education}
                self._open("\n")

    def _sign(self, sign: str) -> None:
        if sign in _ACCENTS and self._accent(sign):
            return
        if sign == "\\":
            self._options()
            self._out.append("\n")
            self._at += self._source.startswith("\n", self._at)
        elif sign not in "()[]/-!":
            self._out.append(" " if sign in " ,;:\n" else sign)

    def _accent(self, name: str) -> bool:
        letter = _ACCENTED.match(self._source, self._at)
        if letter is None or (name.isalpha() and not self._source.startswith("{", self._at)):
            return False
        self._at = letter.end()
        base = letter.group(1) or letter.group(2)
        self._out.append(unicodedata.normalize("NFC", base + _ACCENTS[name]))
        return True

    def _options(self) -> None:
        while option := _OPTION.match(self._source, self._at):
            self._at = option.end()

    def _skip(self, groups: int) -> None:
        for _ in range(groups):
            self._options()
            start = _NEXT_ARGUMENT.match(self._source, self._at)
            if start is None or start.end() not in self._ends:
                break
            self._at = self._ends[start.end()] + 1
        self._options()

    def _open(self, closing: str) -> None:
        self._closing.append(closing)
        self._at += 1

    def _close(self) -> None:
        closing = self._closing.pop() if self._closing else ""
        following = _NEXT_ARGUMENT.match(self._source, self._at)
        if closing in ("argument", "arguments", "name") and following:
            self._out.append(" " if closing == "name" else "\t")
            self._at = following.end()
            self._open("name" if closing == "name" else "arguments")
        else:
            self._out.append({"argument": "", "name": "\n", "arguments": "\n"}.get(closing, closing))


def _matching(source: str) -> dict[int, int]:
    """The place of each closing brace by that of the opening one."""
    ends, open_at = {}, []
    for brace in re.finditer(r"\\.|[{}]", source, re.DOTALL):
        if brace.group() == "{":
            open_at.append(brace.start())
        elif brace.group() == "}" and open_at:
            ends[open_at.pop()] = brace.start()
    return ends


def _latex(file: File) -> Reading:
    return Reading(latex_to_text(decode(file.content, file.declared)))


READER = Reader("latex", 1, _latex)
