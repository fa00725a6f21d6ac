"""The record stage: the ledger, messages, applications and corrections in SQLite, and the lock of a run."""

from intake.record.ledger import Seen
from intake.record.lock import lock
from intake.record.store import Store

__all__ = ["Seen", "Store", "lock"]
