"""Hours as people write them."""

from __future__ import annotations

import pytest
from marshmallow import ValidationError

from web.forms.durations import Hours
from web.site.formatting import in_hours


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [
        ("2", 120),
        ("1.5", 90),
        ("1,25", 75),
        (" 2 hours ", 120),
        ("1:05", 65),
        ("0h45", 45),
        ("", 0),
    ],
)
def test_hours_are_read(typed: str, minutes: int) -> None:
    assert Hours().deserialize(typed) == minutes


@pytest.mark.parametrize("typed", ["soon", "-1", "1:5", "٢", "100", "1.555", "1:75"])
def test_what_is_no_time_is_refused(typed: str) -> None:
    with pytest.raises(ValidationError):
        Hours().deserialize(typed)


@pytest.mark.parametrize("typed", ["1000", "100", "250.5"])
def test_more_hours_than_a_day_has_are_called_that(typed: str) -> None:
    with pytest.raises(ValidationError, match="longer than a day"):
        Hours().deserialize(typed)


def test_minutes_in_words() -> None:
    assert in_hours(60) == "1 hour"
    assert in_hours(61) == "1 hour 1 minute"
    assert in_hours(45) == "45 minutes"
    assert in_hours(0) == "no time written down"
