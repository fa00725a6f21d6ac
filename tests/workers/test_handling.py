"""What a worker makes of a message, and what of that may be kept for the next time."""

from __future__ import annotations

from golden import FOLDER, programme_of
from intake.config import Limits
from intake.workers.fence import Fence
from intake.workers.handling import Job, understand

RAW = (FOLDER / "01-complete.eml").read_bytes()


def fence(**skip: str) -> Fence:
    return Fence(skip, Limits(), lambda name, needed: None)


def test_what_was_kept_gives_the_same_record_without_the_mail() -> None:
    programme = programme_of(FOLDER)
    first = understand(programme, Job("one", RAW), fence())
    again = understand(programme, Job("one", b"", kept=first.kept, documents=first.documents), fence())
    assert (repr(again), again.kept) == (repr(first), first.kept)


def test_a_mail_of_which_a_document_was_given_up_is_read_anew_the_next_time() -> None:
    """It failed for a fault of the moment: another time it may be read."""
    programme = programme_of(FOLDER)
    whole = understand(programme, Job("one", RAW), fence())
    source = next(d.source for d in whole.documents if d.source.startswith("attachment:"))
    record = understand(programme, Job("one", RAW), fence(**{source: "took too long"}))
    assert any("took too long" in (d.problem or "") for d in record.documents)
    assert record.kept is None
