"""How long urgent messages took: until somebody was told, until one opened it, until passed on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from math import ceil

from projections.feedback.alerts import Alert, EarlierAlert


@dataclass(frozen=True)
class AlertTime:
    """One measure over several alerts. Half took at most ``half``, nine in ten at most ``most``."""

    what: str
    count: int
    half: str
    most: str


def times_of(alerts: Iterable[Alert | EarlierAlert]) -> list[AlertTime]:
    """The three measures, each over the alerts that have got so far."""
    known = [each for each in alerts if not each.demo]
    return [
        _measured(what, [(each.raised_at, getattr(each, field)) for each in known])
        for what, field in (
            ("Somebody was told", "sent_at"),
            ("Somebody opened it", "opened_at"),
            ("A concern was escalated", "passed_on_at"),
        )
    ]


def _measured(what: str, spans: list[tuple[str, str]]) -> AlertTime:
    seconds = sorted(_seconds(start, end) for start, end in spans if end)
    if not seconds:
        return AlertTime(what, 0, "", "")
    return AlertTime(what, len(seconds), _words(_at(seconds, 0.5)), _words(_at(seconds, 0.9)))


def _at(ordered: list[float], share: float) -> float:
    return ordered[max(0, ceil(len(ordered) * share) - 1)]


def _seconds(start: str, end: str) -> float:
    between = datetime.fromisoformat(end) - datetime.fromisoformat(start)
    return max(0.0, between.total_seconds())


def _words(seconds: float) -> str:
    if seconds < 90:
        return f"{seconds:.0f} seconds"
    if seconds < 90 * 60:
        return f"{seconds / 60:.0f} minutes"
    return f"{seconds / 3600:.1f} hours"
