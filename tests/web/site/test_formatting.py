"""Times in the UK, and names as they are written."""

from __future__ import annotations

import pytest

from events.uk_time import uk_time
from web.site.formatting import initial, uk_day


@pytest.mark.parametrize(
    ("moment", "shown"),
    [
        ("2026-11-21T19:32:11+00:00", "21 November 2026, 19:32"),
        ("2026-07-01T19:32:11+00:00", "1 July 2026, 20:32"),
        ("2026-06-30T23:30:00+00:00", "1 July 2026, 00:30"),
        ("2026-03-29T00:59:59+00:00", "29 March 2026, 00:59"),
        ("2026-03-29T01:00:00+00:00", "29 March 2026, 02:00"),
        ("2026-10-25T01:00:00+00:00", "25 October 2026, 01:00"),
    ],
)
def test_moments_are_shown_in_uk_local_time(moment: str, shown: str) -> None:
    assert uk_time(moment) == shown


def test_a_day_is_the_day_it_was_there() -> None:
    assert uk_day("2026-06-30T23:30:00+00:00") == "1 July 2026"
    assert uk_day("2026-06-30") == "30 June 2026"


def test_only_the_first_letter_is_made_large() -> None:
    assert initial("feedback of 21 November") == "Feedback of 21 November"
    assert initial("") == ""
