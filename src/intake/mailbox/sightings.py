"""What becomes of a message that a server does not give: a sighting that says why."""

from __future__ import annotations

from intake.mailbox.answers import Head
from intake.mailbox.faults import TooLargeError, describe
from intake.model import Place, Sighting


def failed(place: Place, error: BaseException, most: int) -> Sighting:
    """Return the sighting of a message that brought the connection down; at most `most` bytes are taken."""
    if isinstance(error, TooLargeError):
        return too_large(place, None, 0, most)
    return Sighting(place, None, problem=f"could not be fetched: {describe(error)}")


def lacking(place: Place, *, is_there: bool) -> Sighting:
    """Return the sighting of a message that was left out of an answer; `is_there`: the folder lists it."""
    if is_there:
        problem = "could not be fetched: the server lists the message, but does not give its content"
        return Sighting(place, None, problem=problem)
    return Sighting(place, None, problem="is gone from the folder", gone=True)


def too_large(place: Place, head: Head | None, size: int, most: int) -> Sighting:
    """Return the sighting of a message over `most` bytes; `size` is what came, the head what was announced."""
    size = max(size, head.size if head else 0)
    found = f" ({size / 1e6:.1f} MB)" if size else ""
    return Sighting(place, None, head.taken if head else None, f"is larger than {most / 1e6:.1f} MB{found}")
