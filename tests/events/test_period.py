"""Days and periods as they are stated."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.period import PartialDate, Period


@pytest.mark.parametrize(
    ("text", "first", "last", "words"),
    [
        ("2020-03-31", date(2020, 3, 31), date(2020, 3, 31), "31 March 2020"),
        ("2020-02", date(2020, 2, 1), date(2020, 2, 29), "February 2020"),
        ("2019", date(2019, 1, 1), date(2019, 12, 31), "2019"),
    ],
)
def test_a_day_is_as_precise_as_it_was_stated(
    text: str, first: date, last: date, words: str
) -> None:
    day = PartialDate(text)
    assert (day.first, day.last, str(day)) == (first, last, words)


@pytest.mark.parametrize("text", ["", "2020-13", "2020-02-30", "March", "20", "2020-1-1-1", "0000"])
def test_what_is_no_day_is_refused(text: str) -> None:
    with pytest.raises((ValueError, KeyError)):
        PartialDate(text)


def test_a_period_is_inclusive_at_both_ends() -> None:
    period = Period(PartialDate("2019-03-31"), PartialDate("2020-03-31"))
    assert period.days == 367
    assert period.holds(PartialDate("2019-03-31"))
    assert period.holds(PartialDate("2020-03-31"))
    assert not period.holds(PartialDate("2020-04-01"))


def test_a_period_may_be_stated_to_the_month() -> None:
    period = Period(PartialDate("2019-09"), PartialDate("2020-03"))
    assert str(period) == "September 2019 to March 2020"
    assert period.holds(PartialDate("2020-02"))


def test_a_period_does_not_end_before_it_starts() -> None:
    with pytest.raises(ValueError, match="before"):
        Period(PartialDate("2020-02"), PartialDate("2020-01-31"))


@given(st.dates(), st.dates(), st.dates(), st.dates())
def test_overlap_is_the_same_both_ways(a: date, b: date, c: date, d: date) -> None:
    one = Period(*(PartialDate(day.isoformat()) for day in sorted((a, b))))
    other = Period(*(PartialDate(day.isoformat()) for day in sorted((c, d))))
    assert one.overlaps(other) == other.overlaps(one)
    assert one.overlaps(other) == any(one.holds(day) for day in (other.start, other.end)) or (
        other.holds(one.start)
    )
