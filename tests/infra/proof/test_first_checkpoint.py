"""A record whose oldest checkpoint is younger than its first fact says so."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import time_machine

from infra.proof.first_checkpoint import comes_late
from infra.storage.store import Store
from tests.infra.proof.logs import log_of, record


def test_nothing_is_said_where_it_was_signed_in_time(store: Store) -> None:
    log = log_of(store)
    assert comes_late(log) == ""
    record(log, 3)
    log.advance(at_once=True)
    assert comes_late(log) == ""


def test_a_record_that_was_signed_late_says_so(store: Store) -> None:
    log = log_of(store)
    record(log, 3)
    with time_machine.travel(datetime.now(UTC) + timedelta(days=5)):
        log.advance(at_once=True)
        said = comes_late(log)
    assert "nothing was signed before, or it was taken away" in said
    assert said.startswith("The first fact is of ")
