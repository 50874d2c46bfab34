"""When the office closes and opens again, over weekends and bank holidays."""

from __future__ import annotations

from datetime import datetime

import pytest

from events.office_hours import OfficeHours
from events.uk_time import UK

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
OFFICE = OfficeHours(WEEKDAYS, "09:00", "17:00")


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UK)


@pytest.mark.parametrize(
    ("moment", "opens"),
    [
        ("2026-12-01T08:00", "2026-12-01T09:00"),
        ("2026-12-01T09:00", "2026-12-02T09:00"),
        ("2026-12-01T20:00", "2026-12-02T09:00"),
        ("2026-12-04T17:00", "2026-12-07T09:00"),
        ("2026-12-24T18:00", "2026-12-29T09:00"),  # Christmas Day, and Boxing Day's substitute
        ("2026-03-27T18:00", "2026-03-30T09:00"),  # the clocks go forward that weekend
    ],
)
def test_it_opens_again_on_the_next_day_with_hours(moment: str, opens: str) -> None:
    assert OFFICE.opens_next(at(moment)) == at(opens)


def test_an_office_without_days_never_opens() -> None:
    assert OfficeHours((), "09:00", "17:00").opens_next(at("2026-12-01T08:00")) is None


def test_it_closes_on_the_same_day() -> None:
    assert OFFICE.closes_at(at("2026-12-01T10:30")) == at("2026-12-01T17:00")
