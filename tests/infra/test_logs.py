"""One fault that comes at every look is written once a minute, and another is not hidden by it."""

from __future__ import annotations

import logging

import pytest
from eventsourcing.persistence import OperationalError

from infra.logs import NotAgain


def record(
    words: str, error: Exception | None = None, level: int = logging.ERROR
) -> logging.LogRecord:
    given = (type(error), error, None) if error else None
    return logging.LogRecord("infra.worker", level, "here", 1, words, (), given)


def test_the_same_fault_is_written_once_a_minute(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [0.0]
    monkeypatch.setattr("infra.logs.time.monotonic", lambda: now[0])
    once = NotAgain()
    assert [once.filter(record("could not look", ValueError())) for _ in range(16)].count(True) == 1
    assert once.filter(record("could not look", OSError()))
    assert once.filter(record("could not send", ValueError()))
    now[0] = 61
    assert once.filter(record("could not look", ValueError()))


def test_a_store_that_is_away_is_one_line_a_minute_for_all_partnerships() -> None:
    once, written = NotAgain(), []
    for slug in ("norfolk", "surrey", "norfolk"):
        each = record("%s could not be followed", OperationalError("10.1.2.3 is gone"))
        each.args = (slug,)
        if once.filter(each):
            written.append(logging.Formatter().format(each))
    assert written == ["norfolk could not be followed (OperationalError: the store is away)"], (
        "one line, without a trace and without an address"
    )


def test_what_is_no_fault_is_always_written() -> None:
    once = NotAgain()
    assert all(once.filter(record("caught up", level=logging.INFO)) for _ in range(3))
