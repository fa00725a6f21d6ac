"""Links that stand for a resume: a shared file, a profile, "my resume is on my site"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from intake.fields.claims import RESUME_WORDS
from intake.fields.passage import Passage
from intake.model import Evidence

_URL = re.compile(
    r"(?:https?://|www\.)[^\s<>\"']{3,300}|(?<![\w@.])[\w-]{2,60}(?:\.[\w-]{2,60}){1,3}/[^\s<>\"']{1,200}",
    re.IGNORECASE,
)
_SHARED = re.compile(
    r"drive\.google|docs\.google|dropbox\.com|1drv\.ms|onedrive|sharepoint\.com|box\.com|icloud\.com|wetransfer|we\.tl|overleaf|sharelatex"
    r"|mega\.nz|pan\.baidu|yadi\.sk|disk\.yandex|cloud\.mail\.ru|scribd|issuu|evernote|notion\.so|resume\.io|standardresume|visualcv",
    re.IGNORECASE,
)
_PROFILE = re.compile(
    r"linkedin\.com|xing\.com|indeed\.com|hh\.ru|joinhandshake|angel\.co|stackoverflow\.com/(?:cv|jobs|story)",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(
    r"\b(?:on|at|via|through|under|from|auf|sur|en|no|sul)\s+(?:my|the|our|meiner?|mon|mi|meu|mio)?\s*(?:\w+\s+)?"
    r"(?:website|web\s?site|site|web\s?page|home\s?page|page|blog|linkedin|linked\s?in|github|google\s+drive|dropbox|profile|portfolio|drive|webseite)\b"
    r"|\b(?:is|available|viewed|see|seen|found|download\w*|access\w*)\s+(?:online|here)\b|(?:here|online)\s*[.!]?\s*$|this\s+link|following\s+link|link\s+below|по\s+ссылке|链接",
    re.IGNORECASE,
)
_NOT_RESUME = re.compile(
    r"transcript|portfolio|video|demo|slides|poster|paper|code|repo|project|cover\s*letter|talk|thesis|app\b",
    re.IGNORECASE,
)
_BACKGROUND = re.compile(
    r"background|experience|profile|history|qualifications|about\s+me|more\s+(?:about|on|information)|who\s+i\s+am",
    re.IGNORECASE,
)


def resume_link(passages: Iterable[Passage]) -> Evidence | None:
    """The words that say where on the web the resume is; None where no link is offered as one.

    A bare profile address in a signature is no resume; "my background is at linkedin.com/in/..." is.
    """
    for passage in passages:
        for sentence in passage.sentences():
            found = _offered(sentence)
            if found is not None:
                return found
    return None


def _offered(sentence: Passage) -> Evidence | None:
    word = RESUME_WORDS.search(sentence.text, sentence.start, sentence.end)
    if word:
        url = _URL.search(sentence.text, word.start(), min(sentence.end, word.end() + 300))
        url = url or _URL.search(sentence.text, sentence.start, sentence.end)
        place = url or _ELSEWHERE.search(sentence.text, sentence.start, sentence.end)
        if place:
            return _around(sentence, min(word.start(), place.start()), max(word.end(), place.end()))
    for line in sentence.lines():
        found = _by_host(line, sentence)
        if found is not None:
            return found
    return None


def _by_host(line: Passage, sentence: Passage) -> Evidence | None:
    """A shared file that is not said to be something else, or a profile said to hold the background."""
    url = _URL.search(line.text, line.start, line.end)
    if url is None:
        return None
    if _SHARED.search(url.group()) and not _NOT_RESUME.search(line.text, line.start, url.start()):
        return _around(line, line.start, line.end)
    if _PROFILE.search(url.group()) and _BACKGROUND.search(sentence.text, sentence.start, sentence.end):
        return _around(line, line.start, line.end)
    return None


def _around(passage: Passage, start: int, end: int) -> Evidence:
    return passage.evidence(start, min(end, start + 400))
