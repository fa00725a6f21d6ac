"""Words directly beside a time that make a start or an end of it. One rule a function, None where it does not apply."""

from __future__ import annotations

import re

from intake.fields.period.cues import compiled, nearest
from intake.fields.period.expression import Shape, is_long
from intake.fields.period.near import NEAR, Near
from intake.fields.period.verdict import Judgement, Verdict, rejected, wish
from intake.fields.vocabulary import availability as words
from intake.fields.vocabulary.availability import About

AT_MOST = "as late as"  # the cue of an end that a length named beside it goes before
FROM_NOW = "available now"  # the cue of a time that begins when the mail came
CHANGE = compiled(words.CHANGE)
_NOT_UNTIL = re.compile(
    r"(?:\bnot\b|n[o']t\b|\b(?:do|ca|wo)nt\b|\bcannot\b|\bunable\b|\bnicht\b|\bearliest\b)(?:(?!,\s+and\b)[^.;)]){0,60}"
    r"\b(?:before|until|till|til|earlier\s+than|prior\s+to|vor)\b[^.;,]{0,12}$",
    re.IGNORECASE,
)
_RETURNING = re.compile(r"\b(?:back|return\w*|leave|classes|school|resum\w+)\b", re.IGNORECASE)
_ENDING = re.compile(
    r"\b(?:end(?:ing)?\s+date|last\s+day)(?:\s+(?:on|of(?:\s+work)?|would\s+be|being|is|to\s+be))?\W{0,4}$"
    r"|\b(?:end|finish|to|until|fin|ende)\s*[:=\t–-]\s*(?:(?:no\s+later\s+than|by|on|latest|at\s+the\s+latest)\s+)?$"
    r"|\b(?:leave|leaving|be\s+back|return|go\s+back|get\s+back|be\s+(?:done|finished)|home|completed|over|gone|(?:must|have\s+to|need\s+to|would)\s+finish|wrap\s+up|finish\s+up|stop|conclude)\b(?:(?!\band\s+(?:I|we)\s+(?:can|could|would)\b)[^.;,]){0,50}"
    r"(?:\b(?:by|on|at|before|in|around)|\bback)\s+(?:the\s+)?$"
    r"|\b(?:go|fly|travel|be)\s+(?:home|back)\s+$"
    r"|\b(?:due|and|then|we|I|classes|['’]m|am|we['’]re)\s+(?:back|return(?:ing)?)\s+(?:(?:in|at)\s+(?:school|class|classes|college)\s+)?(?:(?:by|on|before|in|around)\s+)?$"
    r"|\bbe\s+back\s+(?:on|in|at)\s+(?:campus|school|class(?:es)?|college)\s+$"
    r"|[,;:]\s*back\s+(?:(?:in|at|to)\s+(?:school|class|classes|college|campus)\s+)?(?:(?:by|on|before|in|around)\s+)?$"
    r"|\b(?:internship|placement|stay)\s+(?:to|must|should|has\s+to|would\s+have\s+to|needs\s+to)\s+end\s+(?:by|on|before)\s+$"
    r"|\b(?:latest|longest)\s+(?:that\s+)?I\s+(?:can|could|may|would)\s+(?:stay|work|remain|leave|finish|be\s+there)\s+(?:is|would\s+be|until|till)\s+$"
    r"|\b(?:not|no\s+later\s+than|nothing)\s+(?:after|beyond|past|later\s+than)\s+$",
    re.IGNORECASE,
)
_SEMESTER = re.compile(
    r"\b(?:semester|term|quarter|school|class(?:es)?|exams?|finals|lectures|contract)\b", re.IGNORECASE
)
_TERM_IS_OVER = re.compile(
    r"\b(?:semester|term|quarter|school|class(?:es)?|exams?|finals|lectures)(?:\s*\(|\s+(?:is|are|will\s+be)\s+)(?:over|done|finished|completed)\b[^.;,]{0,20}$",
    re.IGNORECASE,
)
_FREE_UNTIL = re.compile(
    r"\b(?P<free>free|available|no\s+(?:obligations|commitments|plans))\b[^.;]{0,40}\b(?:until|till)\b[^.;]{0,50}$",
    re.IGNORECASE,
)
_STAY_UNTIL = re.compile(
    r"(?<!school\s)(?<!course\s)\b(?:work|stay|remain|intern|continue|keep|carry|go)\b"
    r"(?:\s+(?:full[- ]?time|with\s+you|there|here|on))?"
    r"\s+(?:all\s+the\s+way\s+)?(?:through|until|till|up\s+to|thru|into)\s+(?:the\s+)?$"
    r"|\b(?:stay|work|remain)\s+(?:(?:on|there|with\s+you)\s+)?(?P<limit>as\s+late\s+as)\s+$",
    re.IGNORECASE,
)
# "I can start right away and stay until January 31"
_START_NOW = re.compile(
    r"\b(?:start|begin|join|come|available|free)\s+(?:\w+\s+)?(?:now|today|immediately|right\s+(?:away|now)|at\s+once|asap|any\s+day)\b[^.;]{0,50}$",
    re.IGNORECASE,
)
# "I could stay on into the fall"
_STAY_INTO = re.compile(
    r"\b(?:stay|continue|go|extend|carry|keep)\b(?:\s+\w+){0,3}\s+into\s+(?:the\s+)?(?:\w+\s+)?$",
    re.IGNORECASE,
)
# "the internship would be right after, until I start my job in April"
_UNTIL_I_BEGIN = re.compile(
    r"\b(?:until|till|before)\s+(?:I|we)\s+(?:start|begin|take\s+up|go\s+back|have\s+to\s+(?:start|begin))\b[^.;]{0,40}$",
    re.IGNORECASE,
)
_AFTER_EVENT = re.compile(
    r"\b(?:after|once|as\s+soon\s+as|following|nach|après|después\s+de)\b[^.;]{0,80}$", re.IGNORECASE
)
# "after my finals, which end on May 12"
_WHICH_ENDS = re.compile(
    r"\b(?:after|once)\s+(?:my\s+|the\s+)?(?:\w+\s+)?(?:finals|exams?|classes|semester|term|quarter|school)\b,?\s+(?:which|that)\s+(?:ends?|are\s+over|is\s+over|finish\w*)"
    r"[^.;]{0,12}$",
    re.IGNORECASE,
)
_START_BEHIND = re.compile(
    r"\s+(?:start|start\s+date|starting\s+date|beginning|arrival)\b(?!\s+of)", re.IGNORECASE
)
_UNTIL_EVENT = re.compile(r"\b(?:before|until|till)\b", re.IGNORECASE)
_AND_THEN = re.compile(
    r"[,;.]?\s+(?:(?:(?:right|directly|straight)\s+)?after\s+(?:which|that)|and\s+(?:then|after)|then|from\s+then|since\s+then)\b[^.;]{0,40}"
    r"\b(?:available|free|start|begin|come|join|work|intern|internship|yours|disposal)\b"
    r"|[,;]?\s+(?:and|but)\b[^.;]{0,50}\b(?:available|free|looking|intern(?:ship)?|start)\b[^.;]{0,30}"
    r"\b(?:after\s+that|afterwards?|thereafter|danach|(?:right|directly|shortly|straight)\s+after"
    r"|(?:following|next)\s+(?:week|day|morning|(?:mon|tues|wednes|thurs|fri)day))\b"
    r"|[,;]?\s+(?:and|so)\s+(?:I'm|I\s+am|I'll\s+be|I\s+will\s+be)\s+(?:free|available)\b"
    r"(?!\s+(?:from(?!\s+then\b)|in|starting|as|on|for|between|during|after|this|next))",
    re.IGNORECASE,
)
_AFTER_THAT = re.compile(r"[,;.]?\s+(?:and\s+)?after\s+that\b", re.IGNORECASE)
_OTHER_TIMES = (About.EXAMS, About.STUDY, About.COURSE, About.AWAY, About.ELSEWHERE)
_DOING = re.compile(r"\b(?:available|free|start|begin|come|join|work|intern)\b", re.IGNORECASE)
_BARE = re.compile(r"(?:^|[:(,;]|\b\d{4})\s*(?:from\s+)?$")  # nothing, or a label or a season
_FROM_NOW = re.compile(
    r"\b(?:now|today|immediately|asap|ab\s+sofort)\s*(?:[-–—]|to|until|till|through|bis)\s*(?:the\s+)?$",
    re.IGNORECASE,
)


def not_before(near: Near) -> Verdict | None:
    """ "I can't start before June 12", "not available until May 20": a start; "needn't be back before August 28": an end."""
    single = near.expression.shape in (Shape.END, Shape.MOMENT)
    found = _NOT_UNTIL.search(near.left[-90:]) if single else None
    if found is None:
        return None
    if _RETURNING.search(found.group()):
        return Verdict(Judgement.END_ONLY, found.group().split()[0], About.WISH, shape=Shape.END)
    return wish("not before", Shape.START)


def is_end(near: Near) -> Verdict | None:
    """ "End date: August 18", "I have to leave by August 20": an end, unless it is the semester's."""
    found = _ENDING.search(near.left[-80:]) if near.expression.shape in (Shape.MOMENT, Shape.START) else None
    if found is not None and _AND_THEN.match(near.right):  # "back on May 30; after that I'm free"
        return wish("after that", Shape.START)
    if found is not None and _TERM_IS_OVER.search(near.left[-80:]):  # "finals are over on May 26"
        return None
    if found is None:
        return _from_now(near)
    if found.group().rstrip(" ")[-1:] in ":=\t–-" or "date" in found.group():
        return None if _SEMESTER.search(near.left[-30:]) else wish(found.group().split()[0], Shape.END)
    return Verdict(Judgement.END_ONLY, found.group().split()[0], About.WISH, shape=Shape.END)


def _from_now(near: Near) -> Verdict | None:
    """ "Fall-Winter 2016, from now until the end of January": from the day the mail came, where nothing else is told of."""
    lone = near.expression.shape in (Shape.MOMENT, Shape.END)
    now = _FROM_NOW.search(near.left[-30:]) if lone else None
    if now is None or any(cue.about is not About.WISH for cue in near.cues):
        return None
    before = near.left[-NEAR:][: -len(now.group())]
    return wish(FROM_NOW, Shape.RANGE) if near.cues or _BARE.search(before) else None


def start_behind(near: Near) -> Verdict | None:
    """ "A June start would work best"."""
    lone = near.expression.shape is Shape.MOMENT and _START_BEHIND.match(near.right)
    return wish("start", Shape.START) if lone else None


def until_event(near: Near) -> Verdict | None:
    """ "I am free until I start my master's in September": an end, whatever begins then."""
    single = near.expression.shape in (Shape.MOMENT, Shape.END, Shape.START)
    begun = _UNTIL_I_BEGIN.search(near.left[-NEAR:]) if single else None
    found = _FREE_UNTIL.search(near.left[-NEAR:]) if single else None
    if found is None and begun is not None:
        return Verdict(Judgement.END_ONLY, begun.group().split()[0], About.WISH, shape=Shape.END)
    if found is None or _SEMESTER.search(near.left[-NEAR:][: found.start()]):
        return None
    if _FROM_NOW.search(near.left[-30:]):
        return wish(FROM_NOW, Shape.RANGE)
    return wish(found.group("free"), Shape.END)


def stays_until(near: Near) -> Verdict | None:
    """ "and work through August 18": an end, where a start is named too."""
    single = near.expression.shape in (Shape.MOMENT, Shape.END)
    found = _STAY_UNTIL.search(near.left[-60:]) if single else None
    if found is None:
        return None
    if _START_NOW.search(near.left[-NEAR:]):
        return wish(FROM_NOW, Shape.RANGE)
    cue = AT_MOST if found.group("limit") else found.group().split()[0]
    return Verdict(Judgement.END_ONLY, cue, About.WISH, shape=Shape.END)


def stays_into(near: Near) -> Verdict | None:
    """ "I could even stay on into the fall": more than what is asked for."""
    season = near.expression.shape is Shape.SEASON and _STAY_INTO.search(near.left[-60:])
    return rejected("into", About.DECLINED) if season else None


def after_event(near: Near) -> Verdict | None:
    """ "I can start after I graduate in May 2017", "done in December 2016, after which I am available": a start."""
    expression = near.expression
    then = _AND_THEN.match(near.right)
    # "ends on May 12, and I could start the Monday after"
    ended = expression.shape is Shape.END and then is not None
    if not ended and expression.shape not in (Shape.MOMENT, Shape.START, Shape.RANGE):
        return None
    cue = nearest(near.cues, expression)
    finals = cue is None and _WHICH_ENDS.search(near.left[-NEAR:]) is not None
    lone = (
        cue is None and then is not None and _AFTER_THAT.match(near.right) is not None
    )  # "I walk on May 20, after that"
    if not (finals or lone) and (
        cue is None or not (cue.about in _OTHER_TIMES or (then and cue.about is About.DEADLINE))
    ):
        return None
    event = _AFTER_EVENT.search(near.left, max(0, len(near.left) - NEAR))
    begun = near.left[: event.start()] if event and not _UNTIL_EVENT.search(event.group()) else ""
    doing = _DOING.search(begun) or then
    if doing is None:
        return None
    long = expression.shape is Shape.RANGE and is_long(expression) and then is None
    return wish(doing.group(), Shape.RANGE if long else Shape.START)


def moved(near: Near) -> Verdict | None:
    """ "move the start from June 5 to June 19": the later day is the start."""
    short = near.expression.shape is Shape.RANGE and not is_long(near.expression)
    return wish("moved", Shape.START) if short and CHANGE.search(near.left[-60:]) else None
