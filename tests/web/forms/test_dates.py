"""Days as people write them."""

from __future__ import annotations

import pytest
from marshmallow import ValidationError

from web.forms.dates import HINT, read_day
from web.forms.fields import Day


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
    ],
)
def test_a_day_is_read_as_people_in_the_uk_write_it(typed: str, day: str) -> None:
    assert read_day(typed).text == day


@pytest.mark.parametrize(
    "typed", ["", "soon", "2026-13-45", "31/02/2026", "11/21/2026", "32 May 2026", "21 Foo 2026"]
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
