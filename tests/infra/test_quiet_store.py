"""A store in which nobody did anything for long is served where its log was signed for daily."""

from __future__ import annotations

from contextlib import closing
from datetime import timedelta

import pytest

from events.uk_time import uk_today
from infra.errors import ClockJumped
from infra.proof.public_checkpoints import Daily, midnight
from infra.settings import load
from infra.start_up import newest_day, opened
from tests.infra.backup.places import Place, places

__all__ = ["places"]


@pytest.mark.parametrize("places", ["sqlite"], indirect=True)
def test_the_day_that_was_signed_for_last_tells_that_the_clock_is_right(
    places: tuple[Place, Place], monkeypatch: pytest.MonkeyPatch
) -> None:
    here = places[0]
    for number in range(20):
        here.tell(f"words {number}")
    with closing(here.opened()) as partnerships:
        tomorrow = uk_today() + timedelta(days=1)
        assert Daily(partnerships.log("norfolk")).turn(tomorrow)
        assert newest_day(partnerships) == midnight(tomorrow)
    monkeypatch.setattr("infra.database.clock.QUIET", timedelta(seconds=-60))  # all of it is old
    with closing(here.opened()) as partnerships, pytest.raises(ClockJumped, match="newest fact"):
        partnerships.open("norfolk").feedback.submit("a" * 32, words="Refused")
    with closing(opened(load(here.all_settings))) as partnerships:
        partnerships.open("norfolk").feedback.submit("a" * 32, words="Heard")
