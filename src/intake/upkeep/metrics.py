"""What a monitor reads: Prometheus metrics in a text file, and a heartbeat. No name, address or subject is in them."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from intake.config import Config
from intake.errors import ConfigError, DeliveryError
from intake.upkeep.status import State, lines

if TYPE_CHECKING:
    from prometheus_client import CollectorRegistry

READABLE = 0o644  # the collector is another user, and nothing in the file is about a person


def write(path: Path, state: State, config: Config) -> None:
    """Write the metrics for node_exporter's textfile collector, in one move, so that none is read by halves.

    Times are in seconds, moments in seconds since 1970 (UTC). Raises ConfigError where prometheus-client is not
    installed, DeliveryError where the file cannot be written.
    """
    try:
        from prometheus_client import CollectorRegistry, write_to_textfile
    except ImportError as error:
        raise ConfigError(
            "metrics need the package prometheus-client", hint="pip install 'intake[metrics]'"
        ) from error
    registry = CollectorRegistry()
    for name, what, value in _simple(state, config):
        _gauge(registry, name, what, {"": value})
    _gauge(
        registry, "intake_ledger_sightings", "Sightings by what became of them.", dict(state.ledger.parts())
    )
    if state.last_poll:
        counts = dict(state.last_poll.counts)
        _gauge(registry, "intake_last_poll_messages", "Messages of the last poll by outcome.", counts)
    try:
        write_to_textfile(str(path), registry)
    except OSError as error:
        raise DeliveryError(
            f"{path}: cannot be written: {error.strerror}", hint="name another file for metrics"
        ) from error
    with suppress(OSError):
        path.chmod(READABLE)


def beat(path: Path) -> None:
    """Touch the heartbeat's file: its time is that of the last good poll. Raises DeliveryError."""
    try:
        path.touch()
    except OSError as error:
        raise DeliveryError(
            f"{path}: cannot be touched: {error.strerror}", hint="name another watch.heartbeat_file"
        ) from error


def _gauge(registry: CollectorRegistry, name: str, what: str, values: Mapping[str, float]) -> None:
    """Put a gauge into the registry: one value, or one for each state."""
    from prometheus_client import Gauge

    gauge = Gauge(name, what, [] if "" in values else ["state"], registry=registry)
    for state, value in values.items():
        (gauge.labels(state) if state else gauge).set(value)


def _simple(state: State, config: Config) -> list[tuple[str, str, float]]:
    """Name, help and value of each metric that has no labels; one that has no value now is left out."""
    found: list[tuple[str, str, float]] = [
        ("intake_ledger_unexplained", "Sightings that nothing accounts for.", state.ledger.unexplained),
        ("intake_failed_polls", "Polls that failed since the last good one.", state.failed_polls),
        ("intake_store_free_bytes", "Free bytes on the disk of the store.", state.free),
        (
            "intake_is_well",
            "1 where `intake status` finds all well.",
            all(x.is_well for x in lines(state, config)),
        ),
    ]
    if state.last_good and state.last_good.ended:
        moment = state.last_good.ended.timestamp()
        found.append(("intake_last_good_poll_timestamp_seconds", "When the last good poll ended.", moment))
    if state.last_poll and state.last_poll.ended:
        seconds = (state.last_poll.ended - state.last_poll.started).total_seconds()
        found.append(("intake_last_poll_seconds", "How long the last poll took.", seconds))
        found.append(("intake_last_poll_ok", "1 where the last poll ended well.", bool(state.last_poll.ok)))
    if state.oldest:
        moment = state.oldest.timestamp()
        found.append(
            ("intake_oldest_unprocessed_timestamp_seconds", "When the oldest such mail came.", moment)
        )
    return found
