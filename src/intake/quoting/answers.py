"""Answers that stand unmarked within a quoted mail: whose lines they are is told by the answerer's initials, an
arrow, or a question right above, where the words on top announce them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from intake.model import Address
from intake.quoting.lines import Line

_ANNOUNCED = re.compile(
    r"\b(?:answer(?:s|ed)?|repl(?:y|ies|ied)|comments?|respon(?:ses?|ded)|antworten?|réponses?|respuestas?|respostas?"
    r"|risposte|antwoorden)\b[^.\n]{0,60}?\b(?:in-?line|below|between|under|beneath|within|interspersed|in (?:the )?"
    r"(?:\w{1,9} )?(?:blue|red|green|purple|orange|bold|italics?|colou?rs?|capitals|caps)|unten|blau|rot|fett|kursiv"
    r"|ci-dessous|en (?:bleu|rouge|vert|gras|azul|rojo|rojas|verde|vermelho|negrita|negrito)|abajo|abaixo|blauw)\b"
    r"|\b(?:in-?line|below)\b[^.\n]{0,30}\b(?:answers?|repl(?:y|ies)|comments?|responses?)\b"
    r"|\bsee in-?line\b|\[\w{2,4}\] (?:are|is) mine",
    re.IGNORECASE,
)
_ARROW = re.compile(
    r"(?:-{1,3}>|={1,3}>|>{2,3}|→|⇒|»|\*\*\*|###?|(?:answer|antwort|réponse|respuesta|a)\s?[:=]\s)",
    re.IGNORECASE,
)
_ITEM = re.compile(r"(?:[-*•▪◦–]|\(?\d{1,2}[.)]|\(?[a-z][.)])\s")
_MOST_LINES = 8  # of one answer below a question


def announces(words: str) -> bool:
    """Whether words say that answers stand within the mail below them."""
    return _ANNOUNCED.search(words) is not None


def answers(
    lines: Sequence[Line], quoted: Sequence[int], sender: Address | None, announced: bool
) -> Iterator[int]:
    """Yield the indices of quoted lines that are the sender's answers; `quoted` are those without a '>' before them."""
    marked = _mark(sender)
    within, below = False, 0
    last = -2
    for at in quoted:
        words = lines[at].words
        if not words or at != last + 1:
            within, below = False, 0
        last = at
        if not words:
            continue
        if (marked and marked.match(words)) or (announced and _ARROW.match(words)):
            within = True
        elif within and _ITEM.match(words):
            within = False
        elif below and _ITEM.match(words):
            below = 0
        if within or below:
            yield at
        below = max(below - 1, 0)
        if announced and not within and not below and words.endswith("?"):
            below = _MOST_LINES


def _mark(sender: Address | None) -> re.Pattern[str] | None:
    """How a sender marks lines of theirs: "[AR]", "AR:", "Ana>"; None where no name is known."""
    names = [word for word in re.findall(r"[^\W\d_]+", sender.name if sender else "") if word[0].isupper()]
    if not names:
        return None
    signs = {"".join(name[0] for name in names)}
    signs.add(names[0][0] + names[-1][0])
    either = "|".join(re.escape(sign) for sign in sorted({*(s for s in signs if len(s) > 1), names[0]}))
    return re.compile(rf"[\[(<{{*]{{1,2}}(?:{either})[\])>}}*:]{{1,3}}\s?|(?:{either})\s?[:>]+\s")
