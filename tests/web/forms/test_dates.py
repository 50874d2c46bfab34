"""Days as people write them."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime

import pytest
import time_machine
from hypothesis import given
from hypothesis import strategies as st
from marshmallow import ValidationError

from web.forms.dates import HINT, read_day
from web.forms.day_fields import Day, Moment, When


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2026-11-21", "2026-11-21"),
        ("2026-11", "2026-11"),
        ("2026", "2026"),
        ("21/11/2026", "2026-11-21"),
        ("1/4/2027", "2027-04-01"),
        ("21 November 2026", "2026-11-21"),
        ("1 apr 2027", "2027-04-01"),
        ("November, 2026", "2026-11"),
        ("12-Jun-24", "2024-06-12"),
        ("03/10/24", "2024-10-03"),
        ("01/02/85", "1985-02-01"),
        ("1st March 2024", "2024-03-01"),
        ("Monday 2nd of Sept 2024", "2024-09-02"),
        ("31-03-2025", "2025-03-31"),
        ("31.3.2025", "2025-03-31"),
        ("2024-09-09T09:30:00", "2024-09-09"),
        ("2024-09-09 09:30:00+01:00", "2024-09-09"),
        ("29 February 2024", "2024-02-29"),
    ],
)
def test_a_day_is_read_as_people_in_the_uk_write_it(typed: str, day: str) -> None:
    assert read_day(typed).text == day


@pytest.mark.parametrize(
    "typed",
    [
        *("", "soon", "2026-13-45", "31/02/2026", "11/21/2026", "32 May 2026", "21 Foo 2026"),
        *(
            "0026-12-15",
            "0206-01-01",
            "9999-12-31",
            "29 February 2025",
            "1/2/3",
            "0000",
            "\u0661/\u0662/\u0662\u0660\u0662\u0666",
        ),
    ],
)
def test_what_is_no_day_is_refused(typed: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - any of them says that it is no day
        read_day(typed)


def test_what_is_no_day_is_answered_with_the_form_that_the_hint_tells() -> None:
    with pytest.raises(ValidationError) as refused:
        Day().deserialize("soon")
    assert HINT[1:] in str(refused.value)
    told = HINT.removeprefix("As ").partition(",")[0]
    assert read_day(told).text == "2026-11-21"


@pytest.mark.parametrize(
    ("typed", "understood"),
    [
        ("31/02/2026", "31 February 2026"),
        ("11/21/2026", "21/11/2026"),
        ("0026-12-15", "the year 26"),
        ("9999-12-31", "the year 9999"),
        ("next week", "“next week”"),
    ],
)
def test_a_day_that_cannot_be_read_is_answered_with_what_was_understood(
    typed: str, understood: str
) -> None:
    with pytest.raises(ValidationError) as refused:
        Day().deserialize(typed)
    assert understood in str(refused.value)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("2026-11-21T14:05", "21 November 2026, 14:05"),
        ("2026-11-21 14:05:30", "21 November 2026, 14:05"),
        ("21/11/26 9.05", "21 November 2026, 09:05"),
        ("21 November 2026 at 14:05", "21 November 2026, 14:05"),
        ("2026-04-01T00:30", "1 April 2026, 00:30"),
        ("2026-10-25T01:30", "25 October 2026, 01:30"),
    ],
)
def test_a_moment_is_read_by_the_clock_in_the_uk(typed: str, read: str) -> None:
    with time_machine.travel("2026-12-01", tick=False):
        assert Moment(needed="When?").deserialize(typed) == read


@pytest.mark.parametrize(
    "typed",
    [
        *("0001-01-01T00:00", "0206-11-21T14:05", "0026-11-21T14:05", "9999-12-31T23:59"),
        *("2026-03-29T01:30", "2026-11-21T25:00", "2026-11-21", "2026-11 14:05", "soon at 14:05"),
        *("2026-11-21T14:05Z", "2026-11-21T14:05+05:00", "2026-12-01T00:01"),
    ],
)
def test_a_moment_that_cannot_be_meant_is_refused(typed: str) -> None:
    """Among them one that the clock left out, and one by another clock."""
    with time_machine.travel("2026-12-01", tick=False), pytest.raises(ValidationError):
        Moment(needed="When?").deserialize(typed)


@given(st.text(max_size=30) | st.datetimes().map(str) | st.datetimes().map(datetime.isoformat))
def test_whatever_is_typed_as_a_day_or_moment_is_read_or_refused(typed: str) -> None:
    for field in (Day(), Day(past=True), When(), Moment(needed="When?")):
        with suppress(ValidationError):
            field.deserialize(typed)
