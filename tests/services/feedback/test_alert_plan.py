"""Who is told of an urgent message by when: the rule of design/safety.md, section 1."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from events.feedback.alert import AlertStep
from services.feedback.alert_plan import Recipients, steps_by_now

RAISED = datetime(2026, 12, 1, 10, 0, tzinfo=UTC)
ALL = Recipients(("a",), ("b",), ("team",), ("out of hours",), ("c",))


def due(minutes: int, to: Recipients = ALL, *, is_closed: bool = False) -> list[AlertStep]:
    now = RAISED + timedelta(minutes=minutes)
    return steps_by_now(to, RAISED, now, 60, is_closed=is_closed)


@pytest.mark.parametrize(
    ("minutes", "steps"),
    [
        (0, ["on duty"]),
        (59, ["on duty"]),
        (60, ["on duty", "next on duty"]),
        (120, ["on duty", "next on duty", "team"]),
        (180, ["on duty", "next on duty", "team", "coordinator"]),
        (10_000, ["on duty", "next on duty", "team", "coordinator"]),
    ],
)
def test_each_time_it_is_not_opened_the_next_is_told(minutes: int, steps: list[str]) -> None:
    assert due(minutes) == steps


def test_a_step_that_reaches_nobody_does_not_cost_an_hour() -> None:
    nobody_else = Recipients(on_duty=("a",), coordinators=("c",))
    assert due(60, nobody_else) == ["on duty", "coordinator"]


def test_outside_office_hours_the_contact_and_the_team_are_told_at_once() -> None:
    assert due(0, is_closed=True) == ["on duty", "out of hours", "team"]
    assert due(120, is_closed=True) == ["on duty", "next on duty", "team", "out of hours"]


def test_a_clock_that_runs_behind_still_tells_the_first() -> None:
    assert due(-5) == ["on duty"]
