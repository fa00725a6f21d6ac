"""Where applicants write their own name: under a mail or letter, in its first sentence, on top of a resume."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from intake.fields.applicant.contact import emails
from intake.fields.case import Case
from intake.fields.forms import name_in
from intake.fields.memory import remembered
from intake.fields.passage import Passage
from intake.fields.people import clean_name, folded, in_case, is_full, is_name
from intake.fields.roles import own_words
from intake.fields.roles.anatomy import dissect_body
from intake.model import Document, Role

_TOP = 4  # lines on top of a resume that can be its title
_SEARCHED = 60  # lines of it that are searched for a name like its address
_BOTTOM = 6  # lines at the end of a letter
_SAID = re.compile(
    r"(?:\b(?:[Mm]y name is|[Ii] am called|[Mm]ein Name ist|[Jj]e m['’]appelle|[Mm]e llamo|[Mm]i nombre es|[Mm]eu nome é"
    r"|[Mm]i chiamo|[Mm]am na imię)\s{1,4}|[Мм]еня зовут\s{1,4}|我叫|我是"
    r"|^(?:(?:[Hh]i|[Hh]ello|[Hh]ey|[Dd]ear|[Gg]reetings)\b[^\n,.!]{0,30}[,.!]{1,2}\s{1,3})?"
    r"(?:[Ii]['’]m|[Ii] am|[Tt]his is)\s{1,4})"
    r"((?:[^\W\d_][\w'’.-]{0,30}\s{1,3}){0,4}[^\W\d_][\w'’-]{1,30})",
    re.MULTILINE,
)
_APPLIED = re.compile(
    r"(?:^|\bfrom\s{1,3}|\bby\s{1,3})((?:[A-Z][\w'’.-]{0,30}\s{1,3}){1,3}[A-Z][\w'’-]{1,30})(?=\s{1,3}(?:has\s{1,3})?(?:just\s{1,3})?(?:applied|submitted)\b|\s*$)",
    re.MULTILINE,
)
_SIGN_OFF = re.compile(
    r"^\W{0,2}(?:(?:best|kind|warm|warmest|many|with|yours|sincerely|regards|thanks|thank you|thx|cheers|respectfully|cordially"
    r"|all the best|take care|mit freundlichen|viele|freundliche|liebe|beste|cordialement|bien|saludos|atentamente|un cordial"
    r"|с уважением|此致|敬礼|祝好|gracias|merci|grazie|obrigad[oa])\b[^\n]{0,40})$",
    re.IGNORECASE | re.MULTILINE,
)
_CUT = re.compile(r"\s*(?:[,|·•;(\[<]|\s[-–—]\s|\s{3,}|\t|https?:|\+?\d).*$", re.DOTALL)
_SPACED = re.compile(r"(?:[^\W\d_] ){2,}[^\W\d_]")
_RESUME_OF = re.compile(
    r"^(?:\w{1,12}\s)?(?:resume|résumé|cv|curriculum vitae|lebenslauf)\b(?:\s(?:of|for|von|de))?\W{1,4}(?=\w)"
    r"|['’]s\s(?:resume|résumé|cv|curriculum vitae)$|\s(?:[-–—|]\s)?(?:resume|résumé|cv|curriculum vitae|lebenslauf)$",
    re.IGNORECASE,
)
_LABELLED = re.compile(
    r"^\W{0,3}(?:full\s+)?(?:name|nom|nombre|姓名|имя|фио)\s{0,3}[:：]\s{0,3}", re.IGNORECASE
)
_FILE_WORDS = re.compile(
    r"\b(?:resume|résumé|cv|curriculum|vitae|cover|letter|final|updated?|new|internship|intern|copy|v?\d+|scan|doc"
    r"|document|en|eng|english)\b|[()\d]",
    re.IGNORECASE,
)


def signed(case: Case) -> list[str]:
    """Names under the applicant's own words: in the signature, behind a sign-off, in the letter's last lines."""
    found = [name for p in case.signature for name in _names_in(p, _BOTTOM)]
    found += [
        name for p in case.signature for line in _SIGN_OFF.findall(p.words) for name in _same_line(line)
    ]
    for passage in case.prose:
        found.extend(_behind_sign_off(passage))
    for letter in case.with_role(Role.LETTER):
        if not letter.regions:
            found.extend(_behind_sign_off(Passage.whole(letter)))
    return found


def said(case: Case) -> list[str]:
    """Names that applicants say of themselves: "My name is Ana Ruiz"."""
    matches = (m for p in case.prose for m in _SAID.finditer(p.text, p.start, min(p.end, p.start + 4000)))
    return [name for match in matches if (name := _longest(match.group(1)))]


def passed_on(case: Case) -> list[str]:
    """Names that a machine gives to an application it sends on: "Name: Ana Ruiz", "Ana Ruiz has applied to ..."."""
    own = [*case.prose, *([case.subject] if case.subject else [])]
    applied = (
        m.group(1) for p in own for m in _APPLIED.finditer(p.text, p.start, min(p.end, p.start + 4000))
    )
    return [
        name
        for said in (*map(name_in, case.prose), *applied)
        if (name := written_name(said)) and is_full(name)
    ]


def titled(case: Case) -> list[str]:
    """Names on top of resumes."""
    documents = case.with_role(Role.RESUME, Role.LETTER_AND_RESUME)
    names = [_pasted(d, case) if d.regions else title(d) for d in documents]
    return [name for name in names if name]


def _pasted(document: Document, case: Case) -> str:
    """The name on top of a resume that stands in the mail itself, under the letter or without one."""
    own = own_words(document, case)
    resume = dissect_body(own).resume if own else None
    return next(_names_in(resume, _TOP), "") if resume else ""


def title(document: Document) -> str:
    """The name that a resume is titled with, or '': one that its e-mail address is made of, else one on its very top."""
    return _title(Passage.whole(document))


@remembered
def _title(whole: Passage) -> str:
    local = next(iter(emails([whole])), "@").split("@", 1)[0]
    names = itertools.chain(_names_in(whole, _SEARCHED), _in_two_lines(whole))
    written = next((name for name in names if _spells(name, local)), "")
    return written or next(_names_in(whole, _TOP), "") or next(_in_two_lines(whole), "")


def _spells(name: str, local: str) -> bool:
    """Whether an address is made of a name: aruiz, ruiz.ana, anaruiz42."""
    return any(len(word) > 3 and word in local.casefold() for word in folded(name))


def _in_two_lines(passage: Passage) -> Iterator[str]:
    """Given and family name on two lines on top of a page."""
    lines = [line.words.strip() for line in itertools.islice(passage.lines(), 3)]
    for first, second in itertools.pairwise(lines):
        name = in_case(f"{first} {second}") if first.isupper() == second.isupper() else ""
        if len(name.split()) == 2 and is_name(name):
            yield name


def in_file_names(case: Case) -> list[str]:
    """Names that files are called by: "Ruiz_Ana_resume.pdf" has one, turned."""
    found = []
    for document in case.attached:
        stem = document.source.rsplit("/", 1)[-1].removeprefix("attachment:").rsplit(".", 1)[0]
        words = re.sub(r"(?<=[a-zà-ÿ])(?=[A-ZÀ-Þ])", " ", re.sub(r"[_+-]", " ", stem))
        name = in_case(" ".join(_FILE_WORDS.sub(" ", words).split()))
        if is_name(name):
            found.append(name)
    return found


def _names_in(passage: Passage, most: int) -> Iterator[str]:
    """Full names that lines of the first `most` begin with."""
    for count, line in enumerate(passage.lines()):
        if count >= most:
            return
        name = written_name(line.words)
        if name and is_full(name):
            yield name


def _behind_sign_off(passage: Passage) -> Iterator[str]:
    last: re.Match[str] | None = None
    for last in _SIGN_OFF.finditer(passage.text, passage.start, passage.end):  # noqa: B007
        pass
    if last is not None:
        yield from _same_line(last.group())
        yield from _names_in(passage.cut(last.end(), passage.end), 3)
        return
    lines = list(passage.lines())[-3:]
    for line in reversed(lines):
        name = written_name(line.words)
        if name and is_full(name) and len(line.words.split()) <= 6:
            yield name


def _same_line(closing: str) -> Iterator[str]:
    """The name in "Best regards, Ana Ruiz"."""
    parts = re.split(r"[,!–—-]\s{1,3}", closing, maxsplit=1)
    name = written_name(parts[1]) if len(parts) > 1 else ""
    if name and is_full(name):
        yield name


@remembered
def written_name(line: str) -> str:
    """The name that a line begins with ("Jane Doe, MIT, 555-0100"), letter-spacing and headings' "Name:" undone; or ''."""
    line = _RESUME_OF.sub("", _LABELLED.sub("", line[:200].strip().strip("#*_=~-–—>| \t")))
    if _SPACED.fullmatch(line.replace("  ", " ").strip()) or _SPACED.match(line):
        line = " ".join(_joined(word) for word in re.split(r"\s{2,}", line))
    name = clean_name(_CUT.sub("", line).strip(" .*_"))
    return in_case(name) if is_name(in_case(name)) else ""


def _joined(word: str) -> str:
    return word.replace(" ", "") if _SPACED.fullmatch(word) else word


def _longest(text: str) -> str:
    """As many of the first words as are written like a name."""
    words = text.split()
    count = 0
    while count < len(words) and (words[count][0].isupper() or not words[count][0].islower()):
        count += 1
        if words[count - 1][-1] in ".!?" and len(words[count - 1]) > 2:
            break
    name = " ".join(words[:count]).strip(".,!?")
    while name and not is_name(name) and " " in name:
        name = name.rsplit(" ", 1)[0]
    return name if is_name(name) else ""
