"""Values are read to the last digit, and printed as they were typed."""

from __future__ import annotations

from decimal import Decimal

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.value import Value
from events.value_text import NotAValue, read_value


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("66", "66"),
        ("1,064", "1,064"),
        ("40+", "40+"),
        ("about 30", "about 30"),
        ("around 1064", "about 1,064"),
        ("all", "all (number not stated)"),
        ("unknown", "not stated"),
        ("2.70", "2.70"),
        ("2.7 %", "2.7%"),
        ("87 per cent", "87%"),
        ("£96,450.50", "£96,450.50"),
        ("-£3", "-£3"),
        ("-3", "-3"),
        ("fewer than 5", "fewer than 5"),
        ("<5", "fewer than 5"),
        ("more than 1,000", "more than 1,000"),
        ("at least 87%", "at least 87%"),
        ("up to 3 days", "at most 3 days"),
        ("17 of 23", "17 of 23"),
        ("17 out of 23", "17 of 23"),
        ("212 per 10,000", "212 per 10,000"),
        ("10 to 15", "10 to 15"),
        ("10-15%", "10% to 15%"),
        ("between £5 and £7.50", "£5 to £7.50"),
        ("2.5 hours", "2.5 hours"),
        ("10 working days", "10 working days"),
    ],
)
def test_a_value_is_shown_as_it_was_typed(typed: str, shown: str) -> None:
    assert str(read_value(typed)) == shown


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "lots",
        "1,06",
        "23 of 17",
        "5 of 0",
        "15 to 10",
        "£5%",
        "about about 5",
        "1.2.3",
        "--3",
        "1e3",
        "\u0661\u0662",
        "fewer than all",
        "9" * 13,
        "0x10",
    ],
)
def test_what_is_no_value_is_refused_with_three_that_are(typed: str) -> None:
    with pytest.raises(NotAValue) as refused:
        read_value(typed)
    assert "2.7, £96,450.50 or 17 of 23" in refused.value.words


@given(st.decimals(-(10**9), 10**9, places=2))
def test_no_digit_is_lost(number: Decimal) -> None:
    assert str(read_value(f"{number:,}")) == f"{number:,}"
    kept = msgspec.json.decode(msgspec.json.encode(read_value(str(number))), type=Value)
    assert str(kept) == str(read_value(str(number)))


def test_a_whole_number_recorded_before_there_were_decimals_reads_on() -> None:
    old = b'{"number":1064,"qualifier":"at least"}'
    assert str(msgspec.json.decode(old, type=Value)) == "1,064+"


def test_a_whole_number_is_written_in_the_old_shape() -> None:
    written = msgspec.json.decode(msgspec.json.encode(Value(66)))
    assert (written["number"], written["qualifier"]) == (66, "exactly")
