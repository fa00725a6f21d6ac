"""Words directly beside a time that settle what it is, whatever else the sentence says. One rule a function."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from intake.fields.period.cues import Cue, compiled, nearest
from intake.fields.period.expression import Expression, Shape, is_long
from intake.fields.period.verdict import Judgement, Verdict, declined, rejected, wish
from intake.fields.vocabulary import availability as words
from intake.fields.vocabulary.availability import About

_NEAR = 110
_SMALL_WORDS = r"\s+(?:(?:in|for|from|the|during|im|en|this|a)\s+){0,2}$"
_NOT_THIS = compiled(words.NOT_THIS, _SMALL_WORDS)
_OVER_THIS = re.compile(
    r"\b(?:prefer\w*|rather|happier|better)\b[^.;]{0,60}\b(?:over|than(?:\s+with)?)" + _SMALL_WORDS,
    re.IGNORECASE,
)
_CHANGE = compiled(words.CHANGE)
_INTO = re.compile(r"\s*(?:to|into|until|→|->|auf)\s+(?:the\s+|from\s+)?", re.IGNORECASE)
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
    r"|[,;:]\s*back\s+(?:(?:in|at|to)\s+(?:school|class|classes|college|campus)\s+)?(?:(?:by|on|before|in|around)\s+)?$"
    r"|\b(?:internship|placement|stay)\s+(?:to|must|should|has\s+to|would\s+have\s+to|needs\s+to)\s+end\s+(?:by|on|before)\s+$"
    r"|\b(?:not|no\s+later\s+than|nothing)\s+(?:after|beyond|past|later\s+than)\s+$",
    re.IGNORECASE,
)
_SEMESTER = re.compile(
    r"\b(?:semester|term|quarter|school|class(?:es)?|exams?|finals|lectures|contract)\b", re.IGNORECASE
)
_TERM_IS_OVER = re.compile(
    r"\b(?:semester|term|quarter|school|class(?:es)?|exams?|finals|lectures)\s+(?:is|are|will\s+be)\s+(?:over|done|finished|completed)\b[^.;,]{0,20}$",
    re.IGNORECASE,
)
_FREE_UNTIL = re.compile(
    r"\b(?P<free>free|available|no\s+(?:obligations|commitments|plans))\b[^.;]{0,40}\b(?:until|till)\b[^.;]{0,50}$",
    re.IGNORECASE,
)
_STAY_UNTIL = re.compile(
    r"(?<!school\s)(?<!course\s)\b(?:work|stay|remain|intern|continue|keep|carry|go)\b"
    r"(?:\s+(?:full[- ]?time|with\s+you|there|here|on))?"
    r"\s+(?:all\s+the\s+way\s+)?(?:through|until|till|up\s+to|thru)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
# "I could stay on into the fall"
_STAY_INTO = re.compile(
    r"\b(?:stay|continue|go|extend|carry|keep)\b(?:\s+\w+){0,3}\s+into\s+(?:the\s+)?(?:\w+\s+)?$",
    re.IGNORECASE,
)
# "I will be in the Bay Area in the first week of January"
_VISITING = re.compile(
    r"\b(?:be|am|['’]m)\s+(?:back\s+)?(?:in|around)\s+(?:town|the\s+(?:bay\s+)?area|your\s+(?:area|town|city)|the\s+city|san\s+francisco"
    r"|sf|california|silicon\s+valley|the\s+valley)\b[^.;]{0,20}$",
    re.IGNORECASE,
)
# "the internship would be right after, until I start my job in April"
_UNTIL_I_BEGIN = re.compile(
    r"\b(?:until|till|before)\s+I\s+(?:start|begin|take\s+up|go\s+back|have\s+to\s+(?:start|begin))\b[^.;]{0,40}$",
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
_IS_OPEN = re.compile(
    r"\s+(?:is|are|would\s+be|looks?)\s+(?:wide\s+|still\s+|all\s+)?(?:open|free|possible|perfect|best|ideal|good|great|fine|clear|yours|okay|ok)\b(?!\s+for\s+(?:a\s+call|an\s+interview))",
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
_OTHER_TIMES = (About.EXAMS, About.STUDY, About.COURSE, About.AWAY, About.ELSEWHERE)
_DOING = re.compile(r"\b(?:available|free|start|begin|come|join|work|intern)\b", re.IGNORECASE)
_AT_PLACE = re.compile(r"\s*(?:internship\s+|position\s+|offer\s+)?(?:at|with|from)\s+(?P<name>[A-Z]\w+)")
_SETTLED = re.compile(
    r"\b(?:i\s+will|i'll|i\s+am|i'm|i\s+have|i've|already|accepted|committed|signed)\b(?:\s+[\w-]+){0,6}\s*$",
    re.IGNORECASE,
)
_NOW = re.compile(
    r"\s*(?:[-–—]|to|until|till|bis)\s*(?:now|present|current\w*|today|date|heute|ongoing|сейчас)\b",
    re.IGNORECASE,
)
_FROM_NOW = re.compile(
    r"\b(?:now|today|immediately|asap|ab\s+sofort)\s*(?:[-–—]|to|until|till|through|bis)\s*$", re.IGNORECASE
)
_IF = re.compile(r"\b(?:if|in\s+case|should|unless|when)\s+(?:the\s+|your\s+)?$", re.IGNORECASE)
_BE_FULL = re.compile(
    r"\s*(?:is|are|be|has\s+been|should\s+be)\s+(?:already\s+)?(?:full|taken|filled|closed|gone|no\s+longer)\b",
    re.IGNORECASE,
)
_BY = re.compile(r"\bby\s+(?:the\s+)?$", re.IGNORECASE)
_EDGE_OF = re.compile(
    r"\b(?:end|close|begin(?:ning)?|start|rest|middle|remainder)\s+of\s+(?:(?:the|my|our|this)\s+)?$"
    r"|\bbetween\s+(?:(?:[^.;]{0,60}\band|the|my|our)\s+){0,2}$",
    re.IGNORECASE,
)
_TERM = re.compile(r"\s+(?:terms?|semesters?|quarters?|trimesters?|classes|session)\b", re.IGNORECASE)
_SO = re.compile(r"\b(?:so|meaning|that\s+is|i\.e\.)\s*,?\s*(?:in\s+|from\s+)?$", re.IGNORECASE)
_ASKED_FOR = re.compile(r"\b(?:for|of|from)\s+$", re.IGNORECASE)
_TERM_OVER = re.compile(
    r"\s+(?:terms?|semesters?|quarters?|trimesters?|classes|session|finals|exams)\s+(?:here\s+)?(?:(?:is|are|will\s+be|gets?)\s+(?:over|done|finished|out)|ends?"
    r"|finish(?:es)?|wraps?\s+up|closes?|runs?|goes|lasts?|starts?|begins?|kicks?\s+off)\b",
    re.IGNORECASE,
)
_STUDENT = re.compile(
    r"\b(?:students?|freshman|sophomore|junior|senior|undergrad(?:uate)?|graduate|candidate|admit(?:ted)?|degree|major|program(?:me)?|university|college)"
    r"\s*\(\s*(?:starting|beginning|from|since|in|as\s+of)?\s*$",
    re.IGNORECASE,
)
_COURSES = re.compile(
    r"\b(?:course\s?work|courses?|classes|taken|taking|completed)\b"
    r"(?:(?!\b(?:intern|placement|position|appl(?:y|ied)|want|like|look|seek|join))[^.;!?]){0,200}$",
    re.IGNORECASE,
)
# "This spring: Databases, Compilers.": names behind a term, and no day or month.
_LISTED = re.compile(r"\s?:\s+[A-Z][A-Za-z &/+-]{2,40}(?:,\s*[A-Z][A-Za-z &/+-]{2,40})+(?:[.;\n]|$)")
_TO_TAKE = re.compile(
    r"[\s,]*I(?:['’]ll|['’]m|\s+am|\s+will)?\s+(?:(?:hope|plan|intend|want|hoping|planning|going|registered|enrolled)\s+(?:to\s+|for\s+|in\s+))?(?:(?:take|enrol\w*)\s+)(?-i:[A-Z])\w+",
    re.IGNORECASE,
)
_EXAMPLE = re.compile(
    r"(?:\be\.g\.?|\beg\b|\bfor\s+example|\bsuch\s+as|\bz\.\s?b\.)[^)\n;]{0,60}$", re.IGNORECASE
)
_NO_STAY = re.compile(
    r"[ \t]*(?:school|camp|admissions?|courses?|class(?:es)?|of\s+code|olympics|olympiad|break|boot|mvc|framework|hibernate|data"
    r"|cloud|security|games|jobs?\s+at|behind|into|asleep|short|,\s*hibernate)\b",
    re.IGNORECASE,
)
_STATED = re.compile(
    r"\bi\s+(?:\w+\s+)?(?:wrote|said|stated|mentioned|gave|put|typed|asked\s+for|applied\s+for|indicated|listed)\b",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?]\s|\n\s{0,9}\n")
_AS_STATED = re.compile(r"\bas\s+i\b", re.IGNORECASE)
_TAKEN_BACK = re.compile(
    r"\b(?:meant|mean|should|correct\w*|instead|typo|mistake\w*|changed?|wrong\w*|don'?t\s+work|no\s+longer|sorry"
    r"|actually|error|updat\w*)\b",
    re.IGNORECASE,
)
_MEANT = re.compile(
    r"\b(?:meant|mean|should\s+(?:be|read|have\s+been)|instead|correct\w*|is\s+now|but|(?<!have\s)(?<!need\s)to)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Near:
    """An expression with the text of its sentence before it, the text behind it, and the cues of its clause.

    `between` is what stands between it and the next expression, None behind the last one. `names` are the first words,
    case folded, of the organisation's names.
    """

    expression: Expression
    left: str
    right: str
    around: str
    between: str | None
    cues: tuple[Cue, ...]
    names: frozenset[str] = frozenset()


def judge_directly(near: Near) -> Verdict | None:
    """The verdict of the first rule that applies, None where none does."""
    return next((verdict for verdict in (rule(near) for rule in _RULES) if verdict), None)


def _last_season(near: Near) -> Verdict | None:
    """ "last summer"."""
    named = near.expression.named
    return rejected("last", About.PAST) if named and named.past else None


def _did_then(near: Near) -> Verdict | None:
    """ "I returned to school this fall to begin a master's": what was done then, not what is to begin."""
    named = near.expression.named
    if named is None or named.relative != "this" or named.year or _ASKED_FOR.search(near.left):
        return None
    before = [cue for cue in near.cues if cue.end <= near.expression.start]
    last = max(before, key=lambda cue: cue.end, default=None)
    return rejected(last.text, About.PAST) if last is not None and last.about is About.PAST else None


def _term_over(near: Near) -> Verdict | None:
    """ "our winter term is over at the end of April", "the end of the spring term": a term of study."""
    if near.expression.named is None:
        return None
    found = _TERM_OVER.match(near.right)
    if found is None and _EDGE_OF.search(near.left) and _TERM.match(near.right):
        return rejected("term", About.EXAMS)
    return rejected(found.group().strip(), About.EXAMS) if found else None


def _of_student(near: Near) -> Verdict | None:
    """ "an incoming M.S. student (Fall 2017)": when studies begin or end."""
    bracketed = _STUDENT.search(near.left[-60:]) if near.expression.named else None
    if bracketed is None or not near.right.lstrip().startswith(")"):
        return None
    return rejected(bracketed.group().split("(")[0].strip(), About.STUDY)


def _of_courses(near: Near) -> Verdict | None:
    """ "courses: Logic, Databases (this spring)", "This spring: Compilers, Networks.": a term in which courses are taken."""
    if near.expression.named is None:
        return None
    if _TO_TAKE.match(near.right):  # "In the spring of 2018 I hope to take Number Theory"
        return rejected("take", About.COURSE)
    bracketed = near.left.rstrip(" ").endswith("(") and near.right.lstrip().startswith(")")
    if bracketed and _COURSES.search(near.left):
        return rejected("courses", About.COURSE)
    listed = near.expression.named.relative and _LISTED.match(near.right)
    return rejected("courses", About.COURSE) if listed else None


def _until_now(near: Near) -> Verdict | None:
    """ "September 2016 - present"."""
    return rejected("present", About.PAST) if _NOW.match(near.right) else None


def _example(near: Near) -> Verdict | None:
    """ "(e.g.: summer, January-March, etc.)"."""
    found = _EXAMPLE.search(near.left[-_NEAR:])
    return rejected(found.group()[:4], About.EXAMPLE) if found else None


def _no_stay(near: Near) -> Verdict | None:
    """ "summer school", "spring break", "Spring Boot", "fall behind"."""
    named = near.expression.named
    found = _NO_STAY.match(near.right) if named else None
    if found is None or (named and named.seasons[0] in ("summer", "winter") and "break" in found.group()):
        return None
    return rejected(found.group().strip(), About.COURSE)


def _not_before(near: Near) -> Verdict | None:
    """ "I can't start before June 12", "not available until May 20": a start; "needn't be back before August 28": an end."""
    single = near.expression.shape in (Shape.END, Shape.MOMENT)
    found = _NOT_UNTIL.search(near.left[-90:]) if single else None
    if found is None:
        return None
    if _RETURNING.search(found.group()):
        return Verdict(Judgement.END_ONLY, found.group().split()[0], About.WISH, shape=Shape.END)
    return wish("not before", Shape.START)


def _not_this(near: Near) -> Verdict | None:
    """ "not 2016", "rather than fall", "I prefer summer over" fall."""
    found = _NOT_THIS.search(near.left[-40:]) or _OVER_THIS.search(near.left[-_NEAR:])
    return declined(found.group().strip()) if found else None


def _stated_before(near: Near) -> Verdict | None:
    """ "the June to August dates that I gave you don't work any more", "I wrote 2016 but" ..."""
    right = near.right if near.between is None else near.right[: len(near.between)]
    behind = _STATED.search(_SENTENCE_END.split(right[:60])[0])
    before = _STATED.search(near.left[-60:])
    if _AS_STATED.search(near.left[-60:]):
        return None
    if not (behind or before) or not _TAKEN_BACK.search(near.around):
        return None
    meant = before and _MEANT.search(near.left[-60:], before.end())
    return None if meant else declined("stated before")


def _changed_from(near: Near) -> Verdict | None:
    """The first time of "change my dates from A to B"."""
    if near.between is None or not _INTO.fullmatch(near.between) or not _CHANGE.search(near.left[-60:]):
        return None
    return declined("changed")


def _ends(near: Near) -> Verdict | None:
    """ "End date: August 18", "I have to leave by August 20": an end, unless it is the semester's."""
    found = _ENDING.search(near.left[-80:]) if near.expression.shape in (Shape.MOMENT, Shape.START) else None
    if found is not None and _AND_THEN.match(near.right):  # "back on May 30; after that I'm free"
        return wish("after that", Shape.START)
    if found is not None and _TERM_IS_OVER.search(near.left[-80:]):  # "finals are over on May 26"
        return None
    if found is None:
        now = _FROM_NOW.search(near.left[-30:]) if near.expression.shape is Shape.MOMENT else None
        return wish("available now", Shape.END) if now else None
    if found.group().rstrip(" ")[-1:] in ":=\t–-" or "date" in found.group():
        return None if _SEMESTER.search(near.left[-30:]) else wish(found.group().split()[0], Shape.END)
    return Verdict(Judgement.END_ONLY, found.group().split()[0], About.WISH, shape=Shape.END)


def _is_open(near: Near) -> Verdict | None:
    """ "February to May is open"."""
    found = _IS_OPEN.match(near.right) if is_long(near.expression) else None
    return wish(found.group().strip()) if found else None


def _start_behind(near: Near) -> Verdict | None:
    """ "A June start would work best"."""
    lone = near.expression.shape is Shape.MOMENT and _START_BEHIND.match(near.right)
    return wish("start", Shape.START) if lone else None


def _until_event(near: Near) -> Verdict | None:
    """ "I am free until I start my master's in September": an end, whatever begins then."""
    single = near.expression.shape in (Shape.MOMENT, Shape.END, Shape.START)
    begun = _UNTIL_I_BEGIN.search(near.left[-_NEAR:]) if single else None
    found = _FREE_UNTIL.search(near.left[-_NEAR:]) if single else None
    if found is None and begun is not None:
        return Verdict(Judgement.END_ONLY, begun.group().split()[0], About.WISH, shape=Shape.END)
    if found is None or _SEMESTER.search(near.left[-_NEAR:][: found.start()]):
        return None
    return wish(found.group("free"), Shape.END)


def _stays_until(near: Near) -> Verdict | None:
    """ "and work through August 18": an end, where a start is named too."""
    single = near.expression.shape in (Shape.MOMENT, Shape.END)
    found = _STAY_UNTIL.search(near.left[-60:]) if single else None
    cue = found.group().split()[0] if found else ""
    return Verdict(Judgement.END_ONLY, cue, About.WISH, shape=Shape.END) if found else None


def _stays_into(near: Near) -> Verdict | None:
    """ "I could even stay on into the fall": more than what is asked for."""
    season = near.expression.shape is Shape.SEASON and _STAY_INTO.search(near.left[-60:])
    return rejected("into", About.DECLINED) if season else None


def _visiting(near: Near) -> Verdict | None:
    """ "I will be in the Bay Area in the first week of January": a visit."""
    lone = near.expression.shape is Shape.MOMENT and _VISITING.search(near.left[-80:])
    return rejected("be in", About.TALK) if lone else None


def _after_event(near: Near) -> Verdict | None:
    """ "I can start after I graduate in May 2017", "done in December 2016, after which I am available": a start."""
    expression = near.expression
    then = _AND_THEN.match(near.right)
    # "ends on May 12, and I could start the Monday after"
    ended = expression.shape is Shape.END and then is not None
    if not ended and expression.shape not in (Shape.MOMENT, Shape.START, Shape.RANGE):
        return None
    cue = nearest(near.cues, expression)
    finals = cue is None and _WHICH_ENDS.search(near.left[-_NEAR:]) is not None
    if not finals and (
        cue is None or not (cue.about in _OTHER_TIMES or (then and cue.about is About.DEADLINE))
    ):
        return None
    event = _AFTER_EVENT.search(near.left, max(0, len(near.left) - _NEAR))
    begun = near.left[: event.start()] if event and not _UNTIL_EVENT.search(event.group()) else ""
    doing = _DOING.search(begun) or then
    if doing is None:
        return None
    long = expression.shape is Shape.RANGE and is_long(expression) and then is None
    return wish(doing.group(), Shape.RANGE if long else Shape.START)


def _moved(near: Near) -> Verdict | None:
    """ "move the start from June 5 to June 19": the later day is the start."""
    short = near.expression.shape is Shape.RANGE and not is_long(near.expression)
    return wish("moved", Shape.START) if short and _CHANGE.search(near.left[-60:]) else None


def _by_then(near: Near) -> Verdict | None:
    """ "I hope to be done by summer": a deadline."""
    season = near.expression.shape is Shape.SEASON
    return rejected("by", About.STUDY) if season and _BY.search(near.left[-12:]) else None


def _if_full(near: Near) -> Verdict | None:
    """ "if summer is full, fall would do": the first choice."""
    asked = _BE_FULL.match(near.right) and _IF.search(near.left[-20:])
    return wish("if it is full") if asked else None


def _follows(near: Near) -> Verdict | None:
    """ "I'd be back on June 30, so July and August": what is left over is offered."""
    if not is_long(near.expression) or near.expression.named is not None or near.cues:
        return None
    found = _SO.search(near.left[-20:])
    return wish(found.group().split()[0]) if found else None


def _elsewhere(near: Near) -> Verdict | None:
    """ "I will spend summer 2017 at Initech", "an offer for summer 2017 from Initech": taken already."""
    place = _AT_PLACE.match(near.right)
    settled = _SETTLED.search(near.left[-_NEAR:])
    if place is None or settled is None or place.group("name").casefold() in near.names:
        return None
    return rejected(place.group("name"), About.ELSEWHERE)


_RULES: tuple[Callable[[Near], Verdict | None], ...] = (
    _last_season, _did_then, _term_over, _of_student, _of_courses, _until_now, _example, _no_stay,
    _not_before, _not_this, _stated_before, _changed_from,
    _moved, _by_then, _if_full, _elsewhere, _follows, _is_open, _start_behind, _until_event, _stays_until, _stays_into, _visiting,
    _ends, _after_event,
)  # fmt: skip
