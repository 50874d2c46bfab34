"""The share of those who come back: of a year, rounded, and never of a few."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import UUID

from events.fact import Fact
from events.feedback.feedback import CameBack, FeedbackSubmitted
from projections.feedback.return_rate import FEWEST, ReturnRate
from tests.stories import recorded

TODAY = date(2026, 12, 27)


def told(number: int, month: str = "2026-10", demo: bool = False) -> Fact:
    fact = recorded(
        FeedbackSubmitted,
        stream=UUID(int=number),
        channel="web",
        feeling="",
        about="home",
        words="w",
        age_band="",
        wants_answer=False,
        receipt="r",
        demo=demo,
    )
    return at(fact, month)


def at(fact: Fact, month: str) -> Fact:
    return replace(fact, recorded_at=datetime.fromisoformat(f"{month}-05").replace(tzinfo=UTC))


def back(number: int) -> Fact:
    return at(recorded(CameBack, version=2, stream=UUID(int=number)), "2026-11")


def test_half_of_them_came_back_and_what_is_older_or_made_up_does_not_count() -> None:
    many = [told(n) for n in range(FEWEST)]
    others = [told(100, "2025-10"), told(101, demo=True)]
    view = ReturnRate.over([*many, *others, *(back(n) for n in range(FEWEST // 2))])
    assert view.in_ten(TODAY) == 5


def test_with_few_nothing_is_said() -> None:
    view = ReturnRate.over([*(told(n) for n in range(FEWEST - 1)), back(1)])
    assert view.in_ten(TODAY) is None


def test_nobody_sees_a_child_come_back_while_the_month_goes_on() -> None:
    view = ReturnRate.over([*(told(n) for n in range(FEWEST)), back(1), back(2)])
    assert view.in_ten(date(2026, 11, 27)) == 0
    assert view.in_ten(date(2026, 12, 1)) == 1
