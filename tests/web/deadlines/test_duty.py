"""The page of the duty rota."""

from __future__ import annotations

from collections.abc import Callable

from tests.web.staff import Staff
from web.site.formatting import today


def test_a_day_that_has_gone_by_is_swapped_no_more(sign_in: Callable[[str], Staff]) -> None:
    coordinator = sign_in("coordinator@norfolk.example")
    coordinator.get("work/duty/")
    late = coordinator.post("work/duty/swap", day="1 March 2020", first="", second="")
    assert (late.status, "This day has gone by" in late.words) == (422, True)
    assert late.fields["day"] == "1 March 2020"
    in_time = coordinator.post("work/duty/swap", day=today().isoformat(), first="", second="")
    assert "The swap is recorded" in in_time.words
