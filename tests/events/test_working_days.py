"""Working days of England, by the vectors that the partnerships' deadlines rest on."""

from __future__ import annotations

from datetime import date

import hypothesis
import hypothesis.strategies as st
import pytest

from events.period import months_after
from events.working_days import ENGLAND, Calendar

DAYS = st.dates(date(2019, 1, 1), date(2028, 12, 31))


def on(text: str) -> date:
    return date.fromisoformat(text)


@pytest.mark.parametrize(
    ("start", "five", "fifteen"),
    [
        ("2020-05-01", "2020-05-11", "2020-05-26"),  # May Day was moved to Friday 8 May
        ("2020-12-14", "2020-12-21", "2021-01-07"),  # Boxing Day was kept on Monday 28
        ("2022-05-20", "2022-05-27", "2022-06-14"),  # the Platinum Jubilee
        ("2022-09-12", "2022-09-20", "2022-10-04"),  # the State Funeral
        ("2023-04-27", "2023-05-05", "2023-05-22"),  # the Coronation
        ("2026-12-18", "2026-12-29", "2027-01-13"),
        ("2026-11-21", "2026-11-27", "2026-12-11"),  # a Saturday is day 0
    ],
)
def test_the_day_of_the_event_is_day_0_and_bank_holidays_do_not_count(
    start: str, five: str, fifteen: str
) -> None:
    assert ENGLAND.after(on(start), 5) == on(five)
    assert ENGLAND.after(on(start), 15) == on(fifteen)


def test_seven_working_days_before_publication() -> None:
    assert ENGLAND.before(on("2027-01-06"), 7) == on("2026-12-23")


@pytest.mark.parametrize(
    ("start", "end"),
    [("2026-01-15", "2026-07-15"), ("2026-08-31", "2027-02-28"), ("2027-08-29", "2028-02-29")],
)
def test_six_months_end_on_the_same_day_or_on_the_last_of_a_shorter_month(
    start: str, end: str
) -> None:
    assert months_after(on(start), 6) == on(end)


def test_a_holiday_that_is_proclaimed_later_moves_what_is_counted_over_it() -> None:
    later = Calendar("a test", frozenset({on("2026-11-25")}))
    assert later.after(on("2026-11-21"), 5) == on("2026-11-30")


def test_a_calendar_says_its_version() -> None:
    assert "holidays 0." in ENGLAND.version


@hypothesis.given(DAYS, st.integers(0, 30))
def test_counting_forth_and_between_agree(day: date, days: int) -> None:
    assert ENGLAND.between(day, ENGLAND.after(day, days)) == days
    assert ENGLAND.is_working(ENGLAND.after(day, days)) or not days


@hypothesis.given(DAYS, DAYS)
def test_between_is_the_same_backwards_but_for_its_sign(day: date, other: date) -> None:
    assert ENGLAND.between(day, other) == -ENGLAND.between(other, day)
