"""The clock of an urgent message runs from the moment it came until somebody acts."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from uuid import UUID

import pytest

from projections.deadlines.service_standards import Promised
from projections.feedback.triage_rows import TriageItem
from web.deadlines.standard_kept import urgent_standing

WEEK = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
PROMISED = Promised(UUID(int=1), 1, 1, WEEK, "09:00", "17:00")
CAME = "2026-11-24T10:00:00+00:00"
RAISED = TriageItem(UUID(int=2), CAME, "web", "", "", "", "", False, False, raised=True)


@pytest.mark.parametrize(
    ("now", "shape", "words"),
    [
        ("10:30", "soon", "due 24 November 2026, 11:00"),
        ("11:30", "late", "it was due 24 November 2026, 11:00"),
    ],
)
def test_what_is_raised_is_due_within_the_hours_promised(now: str, shape: str, words: str) -> None:
    stands = urgent_standing(RAISED, PROMISED, datetime.fromisoformat(f"2026-11-24T{now}+00:00"))
    assert stands
    assert (stands.shape, stands.words) == (shape, words)


def test_what_somebody_escalated_was_in_time_or_not() -> None:
    now = datetime.fromisoformat("2026-11-25T10:00+00:00")
    for at, shape in (("10:59", "done"), ("11:01", "done late")):
        item = replace(RAISED, status="read", red_at=f"2026-11-24T{at}:00+00:00")
        stands = urgent_standing(item, PROMISED, now)
        assert stands
        assert stands.shape == shape


def test_what_they_add_once_a_concern_was_escalated_is_urgent_again() -> None:
    """Acting in time on the first message does not count for the second."""
    more = replace(
        RAISED, red_at="2026-11-24T10:30:00+00:00", waiting_since="2026-11-24T14:00:00+00:00"
    )
    stands = urgent_standing(more, PROMISED, datetime.fromisoformat("2026-11-24T15:30+00:00"))
    assert stands
    assert (stands.shape, stands.words) == ("late", "it was due 24 November 2026, 15:00")
    first = replace(more, status="read")
    stands = urgent_standing(first, PROMISED, datetime.fromisoformat("2026-11-24T15:30+00:00"))
    assert stands
    assert stands.shape == "done"


def test_nothing_is_urgent_that_was_read_or_never_raised_or_where_nothing_is_promised() -> None:
    now = datetime.fromisoformat("2026-11-24T10:30+00:00")
    for item in (replace(RAISED, status="read"), replace(RAISED, raised=False)):
        assert urgent_standing(item, PROMISED, now) is None
    assert urgent_standing(RAISED, replace(PROMISED, days=()), now) is None
