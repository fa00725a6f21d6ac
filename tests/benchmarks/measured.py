"""One command of intake in a process of its own, for tests/benchmarks/scale.py: `measured.py PEAK [--canned] WORDS...`.

Writes to the file PEAK what memory this process held at most, in kB, its workers apart (proc(5), VmHWM). With
`--canned` messages are not understood: each gets the record of the first of its kind with its own names and text, so
that what is left is the work of the one process that archives, joins and records.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, Self

from intake import understanding
from intake.cli import main
from intake.config import Programme
from intake.model import Applicant, Record
from intake.process import process
from intake.workers.handling import Job

_FROM = re.compile(r"From: (.+) <(.+)>")
_NAME = re.compile(r"Message-ID: (\S+)")


class Canned:
    """In the place of workers: a record for each message that is just as large as the real one."""

    def __init__(self, programme: Programme) -> None:
        """Nothing is started."""
        self._programme = programme
        self._made: dict[bool, Record] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def run(self, jobs: Iterable[Job]) -> Iterator[tuple[Job, Any]]:
        """Yield each job with a record made from the first of its kind."""
        for job in jobs:
            yield job, self._record(job)

    def _record(self, job: Job) -> Record:
        text = job.raw.decode().replace("\r\n", "\n")
        kind = "Subject: Question" in text
        if kind not in self._made:
            self._made[kind] = process(job.raw, self._programme, job.received)
        like, body = self._made[kind], text.partition("\n\n")[2]
        who, name = _FROM.search(text), _NAME.search(text)
        assert who and name and like.sender
        documents = (like.documents[0], replace(like.documents[1], text=body), *like.documents[2:])
        return replace(
            like,
            sha256=job.name,
            message_id=name[1],
            sender=replace(like.sender, name=who[1], email=who[2]),
            applicant=Applicant(who[1], who[2]) if like.applicant.email else like.applicant,
            received=job.received,
            documents=documents,
            kept=None,
        )


if __name__ == "__main__":
    peak, *words = sys.argv[1:]
    if words[0] == "--canned":
        words = words[1:]
        vars(understanding)["engine"] = lambda config, programme, _: Canned(programme)
    try:
        main(words)
    finally:
        held = re.search(r"VmHWM:\s*(\d+) kB", Path("/proc/self/status").read_text())
        Path(peak).write_text(held[1] if held else "0")
