"""What can be told of a mail's purpose: who speaks in it, of what, and what it brings; the kind is decided on these."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from intake.fields import intent
from intake.fields.case import Case
from intake.fields.passage import Passage
from intake.fields.people import is_ours
from intake.model import Document, Evidence, Layer, Role

_REPLY = re.compile(
    r"^\W{0,3}(?:re|aw|antw|sv|odp|vs|ynt|res|rif|ref|回复|回覆|答复|返信)(?:\[\d{1,3}\])?\s{0,3}[:：]",
    re.IGNORECASE,
)
_PREFIXES = re.compile(
    r"^(?:\W{0,3}(?:re|aw|antw|sv|fwd?|wg|tr|rv|回复|转发|答复)(?:\[\d{1,3}\])?\s{0,3}[:：]\s{0,3}){1,6}",
    re.IGNORECASE,
)
_APPLYING_SUBJECT = re.compile(
    r"\b(?:appl(?:ication|ying|y)|applicant|bewerbung|initiativbewerbung|candidature|candidatura|solicitud|postulaci[oó]n"
    r"|sollicitatie|aplikacja|заявка|отклик)\b|申请|申請|应聘|應聘|求职|応募|지원",
    re.IGNORECASE,
)
_NOT_ABOUT_APPLYING = re.compile(
    r"\b(?:your|questions?|inquiry|enquiry|asking|status|about|regarding|how|when|before|deadline|process|frage)\b|\?",
    re.IGNORECASE,
)
_APPLICATION_MADE = re.compile(
    r"\b(?:(?<!send\s)(?<!send\sus\s)(?<!with\s)your\s(?:\w{1,20}\s)?application|(?:received|got|read|seen|for)\syour\s(?:resume|résumé|cv|cover\sletter)|for\sapplying|you\sapplied|application\sfor"
    r"|internship\sapplication|i\s(?:am|would\slike\sto)\sappl\w{1,3}|(?:ihre|deine)\sbewerbung|votre\scandidature|su\ssolicitud)\b",
    re.IGNORECASE,
)
_ADDING_SUBJECT = re.compile(
    r"\W{0,3}(?:correct(?:ion|ed)|addendum|supplement|updated?|missing|additional|amended|forgot|nachtrag)\b",
    re.IGNORECASE,
)
_QUESTION = re.compile(r"[?？]")
_UNMARKED = re.compile(  # how a question begins that ends without its mark
    r"^\W{0,3}(?:(?:hi|hey|hello|dear)\b[^,!.\n]{0,40}[,!.]\s{0,3})?(?:just\s|so\s|and\s|also\s)?"
    r"(?:(?:are|is|do|does|did|can|could|may|would|will|should)\s(?:i|you|u|we|they|there|it|the|students?|interns?|summer"
    r"|internships?|people|anyone|the\w{0,3}|your|applicants?|housing)"
    r"|(?:what|when|where|how|which|who)(?:['’]s|\s(?:is|are|do|does|can|should|would|will|many|much|long|old|late|early)))\b",
    re.IGNORECASE | re.MULTILINE,
)
_RESUME_NAME = re.compile(
    r"(?:^|[^a-z])(?:resume|résumé|resumé|cv|curriculum|vitae|lebenslauf|application|bewerbung|candidature"
    r"|hoja de vida)(?:[^a-z]|$)"
    r"|简历|簡歷|履歴書|резюме|이력서",
    re.IGNORECASE,
)
_RESUME_LINK = re.compile(
    r"\b(?:resume|résumé|cv|curriculum)\b[^\n]{0,80}?\n?[^\n]{0,20}?https?://|(?:https?://|www\.)[^\s<>]{0,200}(?:resume|lebenslauf|[/_.-]cv\b)"
    r"|\b(?:resume|résumé|cv)\b[^\n]{0,40}?\s[\w-]{1,40}(?:\.[\w-]{1,40}){1,4}/[\w~]",
    re.IGNORECASE,
)
_IMAGES = (
    "image/",
    "text/calendar",
    "text/vcard",
    "text/x-vcard",
    "application/pgp",
    "application/pkcs7",
    "application/ics",
)
_OFFICE = frozenset(
    (
        "application/pdf", "application/zip", "application/msword", "application/rtf", "application/octet-stream",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "application/x-ole-storage",
        "application/vnd.oasis.opendocument.text", "application/vnd.apple.pages", "application/x-iwork-pages-sffpages",
    )
)  # fmt: skip
_GREETING = re.compile(
    r"^(?:hi|hello|hey|dear|good (?:morning|afternoon|evening)|greetings|to whom)\b[^\n]{0,60}$",
    re.IGNORECASE,
)


_ENTRY = 9  # words
_SENTENCE = re.compile(
    r"[.,!?:;]$|^(?:hi|hello|hey|dear|thanks?|thank you|best|cheers|regards|sincerely|yours|kind)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Purpose:
    """The words by which somebody says why they write, and what came with them.

    `text` is what the applicant (or whoever writes) says in the body, `subject` the subject without "Re:".
    """

    case: Case

    @cached_property
    def text(self) -> str:
        """The words of the body that are the writer's own, without signature."""
        return "\n".join(passage.words for passage in self.case.prose)[: intent.MOST]

    @cached_property
    def all_own(self) -> str:
        """The same with the signature, and with the subject where it is the writer's: that of a thread is not."""
        signature = "\n".join(passage.words for passage in self.case.signature)
        subject = "" if self.is_reply and not self.only_looks_like_reply else self.subject
        return "\n".join((subject, self.text, signature))[: intent.MOST]

    @cached_property
    def entries(self) -> int:
        """How many lines of the writer's own text are entries of a list: some words, neither greeting nor sentence."""
        lines = (line.strip() for line in self.text.splitlines())
        return sum(1 < len(line.split()) <= _ENTRY and not _SENTENCE.search(line) for line in lines)

    @cached_property
    def senders_text(self) -> str:
        """The words of whoever sent the mail: where it passes something on, those above it."""
        if self.case.forwarded_by is None:
            return self.text
        return "\n".join(passage.words for passage in self.case.introduction)[: intent.MOST]

    @cached_property
    def senders_words(self) -> str:
        """The same with the subject, and with the signature where the mail is the sender's own."""
        if self.case.forwarded_by is None:
            return self.all_own
        return f"{self.subject}\n{self.senders_text}"[: intent.MOST]

    @cached_property
    def subject(self) -> str:
        """The subject without the prefixes of answers and forwards."""
        return _PREFIXES.sub("", self.case.focus.subject[:300])

    @cached_property
    def words(self) -> int:
        """How many words the writer's own text has, greetings left out; a character of Chinese or Japanese is half a word."""
        lines = [line for line in self.text.splitlines() if not _GREETING.match(line.strip())]
        joined = " ".join(lines)
        native = 0 if joined.isascii() else sum("\u3040" <= c <= "\u9fff" for c in joined)
        return len(joined.split()) + native // 2

    @cached_property
    def is_reply(self) -> bool:
        """Whether it answers an earlier mail: by the thread's headers or "Re:"; what was passed on does not."""
        focus = self.case.focus
        if self.case.forwarded_by is not None:
            return bool(_REPLY.match(focus.subject[:40])) and focus is not self.case.message
        return bool(focus.thread or _REPLY.match(focus.subject[:40]) or self.shows_earlier)

    @cached_property
    def only_looks_like_reply(self) -> bool:
        """Whether "Re:" before a subject is all that makes it an answer: strangers write that too."""
        answers = self.case.focus.thread or self.shows_earlier or self.has_applied
        return self.is_reply and not answers

    @cached_property
    def shows_earlier(self) -> bool:
        """Whether the writer's own earlier mail, or the organisation's, stands quoted or forwarded below."""
        chosen = {(p.start, p.end) for p in self.case.prose}
        return any(
            r.layer is not Layer.OWN
            and (r.start, r.end) not in chosen
            and (r.author == self.case.author or is_ours(r.author, self.case.programme))
            for r in self.case.focus.regions
            if r.author is not None
        )

    @cached_property
    def has_applied(self) -> bool:
        """Whether what is answered, or the subject, speaks of an application that was made."""
        focus = self.case.focus
        quoted = "\n".join(focus.text[r.start : r.end] for r in focus.regions if r.layer is not Layer.OWN)
        answered = focus.subject[:300] if _REPLY.match(focus.subject) else ""
        return bool(_APPLICATION_MADE.search(quoted, 0, intent.MOST) or _APPLICATION_MADE.search(answered))

    @cached_property
    def resumes(self) -> tuple[Document, ...]:
        """Documents that hold a resume, or could not be read and are named like one."""
        unread = tuple(d for d in self.case.attached if d.text is None and _RESUME_NAME.search(_name(d)))
        return (*self.case.with_role(Role.RESUME, Role.LETTER_AND_RESUME), *unread)

    @cached_property
    def files(self) -> tuple[Document, ...]:
        """Whatever was attached but pictures, calendars, cards and keys."""
        return tuple(d for d in self.case.attached if not d.type.startswith(_IMAGES))

    @cached_property
    def scans(self) -> tuple[Document, ...]:
        """Pictures attached as files under a resume's name."""
        return tuple(
            d for d in self.case.attached if d.type.startswith("image/") and _RESUME_NAME.search(_name(d))
        )

    @cached_property
    def papers(self) -> tuple[Document, ...]:
        """Documents of an application: resumes, letters, transcripts, and office files that could not be read.

        The last count where the mail speaks of an internship, or says nothing at all.
        """
        read = [
            d for d in self.case.with_role(Role.LETTER, Role.TRANSCRIPT) if not d.regions and self._speaks(d)
        ]
        unread = [d for d in self.files if d.text is None and d.type in _OFFICE and d not in self.resumes]
        believed = unread if self.on_topic or not (self.words or self.subject.strip()) else []
        return (*self.resumes, *read, *believed, *self.scans)

    def _speaks(self, document: Document) -> bool:
        """Whether a letter or transcript belongs to a mail about an internship, or speaks of one itself."""
        return self.on_topic or bool(intent.applies(document.text or "") or self._names(document.text or ""))

    def _names(self, text: str) -> bool:
        names = self.case.programme.organisation.names
        return any(name.casefold() in text.casefold() for name in names)

    @cached_property
    def on_topic(self) -> bool:
        """Whether it speaks of an internship, of applying, of studies, or names the organisation."""
        text = f"{self.subject}\n{self.text}"
        return bool(intent.TOPIC.search(text)) or self._names(text)

    @cached_property
    def applies(self) -> Evidence | None:
        """The words by which the writer applies, in the body, or a subject that says so; None where they do not."""
        if match := intent.applies(self.text):
            return self.evidence(match.group())
        subject = self.subject
        if (match := _APPLYING_SUBJECT.search(subject)) and not _NOT_ABOUT_APPLYING.search(subject):
            return self.case.subject.evidence() if self.case.subject else None
        return None

    @cached_property
    def sends_resume(self) -> bool:
        """Whether a resume came, or the mail links to one."""
        return bool(
            self.resumes or self.scans or _RESUME_LINK.search(self.text) or _RESUME_LINK.search(self.all_own)
        )

    @cached_property
    def questions(self) -> int:
        """How many questions it asks."""
        words = _without_links(self.text)
        marks = len(_QUESTION.findall(words))
        return max(marks, intent.distinct(intent.ASKS, self.text), len(_UNMARKED.findall(words)))

    def says(self, pattern: re.Pattern[str]) -> bool:
        """Whether the writer's own text or the subject holds one of a pattern's phrases."""
        return bool(pattern.search(self.text) or pattern.search(self.subject))

    def many(self, pattern: re.Pattern[str]) -> int:
        """How many different phrases of a pattern subject, text and signature hold."""
        return intent.distinct(pattern, self.all_own)

    def said(self, pattern: re.Pattern[str]) -> int:
        """How many phrases of a pattern it holds but those of what is still to come ("I will send my application")."""
        answered = self.is_reply and not self.only_looks_like_reply  # then the subject is that of the thread
        named = pattern is intent.ADDS and not answered and bool(_ADDING_SUBJECT.match(self.subject))
        return intent.done(pattern, self.all_own) + named

    def evidence(self, words: str) -> Evidence | None:
        """Where words stand in the writer's own text: the whole sentence, or None where they run over a cut."""
        for passage in self.case.prose:
            at = passage.text.find(words, passage.start, passage.end)
            if at >= 0:
                return _sentence(passage, at).evidence()
        return None


def _sentence(passage: Passage, at: int) -> Passage:
    return next((s for s in passage.sentences() if s.start <= at < s.end), passage)


def _name(document: Document) -> str:
    return (
        document.source.rsplit("/", 1)[-1]
        .removeprefix("attachment:")
        .rsplit(".", 1)[0]
        .replace("_", " ")
        .replace("-", " ")
    )


def _without_links(text: str) -> str:
    return re.sub(r"https?://\S+", "", text)
