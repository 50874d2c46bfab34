"""Remembering the past: in the background, once, and closed before its key is gone."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import get_type_hints
from uuid import UUID

import pytest

from events.fact import CATALOGUE, Fact
from events.privacy.erasure import ForgettingConfirmed
from infra.partnerships import every_projection
from infra.time_travel.history import RecordHistory
from infra.time_travel.masking import CLOSED
from projections.engine.as_of import AsOf
from projections.feedback.triage_queue import TriageQueue
from projections.privacy.withheld_words import WithheldWords
from tests.infra.time_travel.conftest import Record
from tests.infra.time_travel.test_history import CANARY, TOLD, submitted


def test_a_view_of_another_version_is_remembered_anew(
    record: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    record.ledger.save(*submitted(1))
    past = record.past()
    mark = past.memory.reach(TriageQueue, 1)
    assert past.memory.reach(TriageQueue, 1) == mark
    monkeypatch.setattr(TriageQueue, "version", 99)
    again = past.memory.reach(TriageQueue, 1)
    assert again != mark
    past.drop_all()
    assert past.memory.reach(TriageQueue, 1) not in {mark, again}
    with past.read(TriageQueue, AsOf(1)) as view:
        assert view.waiting()[0].words == CANARY


def test_who_comes_first_at_the_same_time_as_others_comes_in_step(
    fresh: Callable[[], Record],
) -> None:
    """A page and the worker: each finds no table yet, and one makes it."""
    for _ in range(5):
        record, together = fresh(), Barrier(4)
        record.ledger.save(*submitted(1))

        def reach(past: RecordHistory, together: Barrier = together) -> str:
            together.wait()
            return past.memory.reach(TriageQueue, 1)

        with ThreadPoolExecutor(4) as pool:
            marks = list(pool.map(reach, [record.past() for _ in range(4)]))
        assert len(set(marks)) == 1


def test_what_is_personal_is_words_or_several_of_them() -> None:
    for kind in CATALOGUE.values():
        hints = get_type_hints(kind)
        assert {hints[name] for name in kind.PERSONAL} <= {str, tuple[str, ...]}, kind


def test_nothing_is_shown_where_nobody_can_tell_what_is_closed(
    record: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cannot(self: WithheldWords, fact: Fact) -> None:
        raise ValueError("cannot")

    record.ledger.save(*submitted(1))
    monkeypatch.setattr(WithheldWords, "apply", cannot)
    with (
        pytest.raises(LookupError, match="whose words are closed"),
        record.past().read(TriageQueue, AsOf(1)),
    ):
        pass


def test_the_past_is_remembered_in_the_background(record: Record) -> None:
    record.ledger.save(*submitted(1), *submitted(2))
    past, views = record.past(), every_projection()
    steps = 0
    while past.remember(views, 2):
        steps += 1
        assert steps < 100
    marks = [past.memory.reach(view, 2) for view in views]
    assert marks == [record.past().memory.reach(view, 2) for view in views]
    assert not past.remember(views, 2)
    assert past.remember(views, 3)


def test_two_processes_remember_each_fact_once(record: Record) -> None:
    record.ledger.save(*submitted(1), *submitted(2))
    one, other = record.past(), record.past()
    for each in (one, other, one, other):
        each.memory.advance(TriageQueue)
    record.ledger.save(*submitted(3))
    for each in (other, one):
        each.memory.advance(TriageQueue)
    with one.read(TriageQueue, AsOf(3)) as view:
        assert view.count("waiting") == 3


def test_what_is_to_be_forgotten_is_closed_before_its_key_is_gone(record: Record) -> None:
    id = UUID(int=1)
    confirmed = ForgettingConfirmed(UUID(int=9), 1, TOLD, id, "feedback", "kept long enough", (id,))
    record.ledger.save(*submitted(1), confirmed)
    with record.past().read(TriageQueue, AsOf(1)) as view:
        assert view.waiting()[0].words == CLOSED
