"""How far each priority is: decisions, actions and changes, as the report's own day finds them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.web.page import Page
from tests.web.staff import Staff
from web.reporting.bar_layout import segmented, segments_height
from web.reporting.priority_progress import PriorityBar, Standing

MADE = {
    "outcome": "we will",
    "decided": "Lamps go up",
    "made_by": "The board",
    "reason": "Children asked for it",
    "made_on": "2026-01-04",
}
Read = Callable[[], Page]


def test_a_bar_has_a_part_for_each_number_and_stripes_where_it_is_late() -> None:
    bar = PriorityBar("Neglect", (Standing("Decisions", 1, 1), Standing("Actions", 2, 0, 4)))
    none = PriorityBar("Online harm", (Standing("Decisions"),))
    [first, second] = segmented([bar, none])
    assert [each.kind for each in first.segments] == ["done", "going on", "late"]
    assert sum(each.width for each in first.segments) == 350
    assert [bool(each.stripes) for each in first.segments] == [False, False, True]
    assert first.in_words == "3 done, 1 going on, 4 late"
    assert second.segments == []
    assert segments_height([bar, none]) > second.y


def test_a_report_shows_what_is_done_going_on_and_late_for_each_of_its_priorities(
    coordinator: Staff, report: str, read: Read
) -> None:
    for label in ("Lamps", "Buses"):
        coordinator.post("work/arrangements/priority", label=label, adopted_on="2026-01-02")
    at = coordinator.made(
        "work/decisions/new", title="Lamps in parks", priority="lamps", proposed_on="2026-01-03"
    )
    coordinator.post(f"{at}/make", **MADE)
    for text, due in (("Buy them", "2026-01-20"), ("Light them", "")):
        coordinator.post(
            f"{at}/action", text=text, owner="Council", due=due, agreed_on="2026-01-05"
        )
    page = read()
    assert "Lamps: 1 done, 1 going on, 1 late." in page.html
    assert "Buses: 0 done, 0 going on, 0 late." in page.html
    assert "<caption>How far each priority is, counted" in page.html


@pytest.mark.parametrize(
    ("stated", "is_past"),
    [
        ("2019 to 2021", True),
        ("2019-21", True),
        ("2019/22", True),
        ("2019 to 2029", False),
        ("2019-26", False),
        ("always", False),
        ("", False),
    ],
)
def test_a_priority_of_earlier_years_is_said_not_to_have_ended(
    coordinator: Staff, report: str, read: Read, stated: str, is_past: bool
) -> None:
    coordinator.post(
        "work/arrangements/priority",
        label="Trams",
        stated_period=stated,
        adopted_on="2025-02-01",
    )
    said = f"Was for {stated}, not said to have ended"
    assert (said in read().words) is is_past
