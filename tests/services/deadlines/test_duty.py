"""The duty rota: who may stand in it, and how the others are reached."""

from __future__ import annotations

from uuid import UUID

import pytest

from events.deadlines.duty import (
    AlertTimeSet,
    DutyPatternSet,
    DutySwapped,
    DutyTeamSet,
    FrontDoorSet,
    OutOfHoursContactSet,
)
from events.period import PartialDate
from services.deadlines.duty import (
    BadAlertTime,
    NoWayToReach,
    TwiceOnDuty,
    evolve,
    set_alert_time,
    set_front_door,
    set_out_of_hours,
    set_pattern,
    set_team,
    swap,
)
from services.phone_number import NotANumber, phone_number
from services.refusals import Missing
from tests.stories import given

ANN, BOB = UUID(int=1), UUID(int=2)
DAY = PartialDate("2026-12-25")


def test_people_stand_in_the_order_in_which_they_are_told() -> None:
    story = given(evolve)
    story.when(set_pattern, days=("Monday",), people=(ANN, BOB)).then(
        DutyPatternSet, people=(ANN, BOB)
    )
    story.when(set_pattern, days=(), people=(ANN,)).refused(Missing, "days")
    story.when(set_pattern, days=("Monday",), people=()).refused(Missing, "first")
    story.when(set_pattern, days=("Monday",), people=(ANN, ANN)).refused(TwiceOnDuty)


def test_a_day_is_swapped_and_swapped_back() -> None:
    given(evolve).when(swap, day=DAY, people=(BOB,)).then(DutySwapped, people=(BOB,))
    given(evolve).when(swap, day=DAY, people=()).then(DutySwapped, people=())
    given(evolve).when(swap, day=DAY, people=(BOB, BOB)).refused(TwiceOnDuty)


def test_a_team_that_cannot_be_reached_is_refused() -> None:
    story = given(evolve)
    story.when(set_team, email="", phone="").refused(NoWayToReach)
    story.when(set_team, email="", phone="07700 900123").then(DutyTeamSet, phone="+447700900123")
    story.when(set_out_of_hours, name="EDT", email="", phone="").refused(NoWayToReach)
    story.when(set_out_of_hours, name="", email="e@x.example", phone="").refused(Missing, "name")
    story.when(set_out_of_hours, name="EDT", email="e@x.example", phone="").then(
        OutOfHoursContactSet, name="EDT"
    )


def test_the_time_to_open_is_bounded() -> None:
    given(evolve).when(set_alert_time, minutes=30).then(AlertTimeSet, minutes=30)
    for minutes in (0, 4, 241):
        given(evolve).when(set_alert_time, minutes=minutes).refused(BadAlertTime)


def test_the_front_door_has_a_name_and_a_number() -> None:
    said = {"name": "Children's front door", "phone": "01234 567890"}
    given(evolve).when(set_front_door, **said).then(FrontDoorSet, phone="01234 567890")
    given(evolve).when(set_front_door, **{**said, "phone": ""}).refused(Missing, "phone")


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("", ""),
        ("07700 900123", "+447700900123"),
        ("+44 7700 900-123", "+447700900123"),
        ("0044 7700 900123", "+447700900123"),
        ("(07700) 900.123", "+447700900123"),
        ("+353 85 012 3456", "+353850123456"),
    ],
)
def test_a_number_is_read_as_people_write_it(typed: str, number: str) -> None:
    assert phone_number(typed) == number


@pytest.mark.parametrize("typed", ["999", "ring me", "07700 9001x3", "+44", "+0 7700 900123"])
def test_what_is_no_number_is_refused(typed: str) -> None:
    with pytest.raises(NotANumber):
        phone_number(typed)
