"""What is promised, when somebody is there, and addresses that open a calendar."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest

from events.deadlines.calendar_feed import FeedMade, FeedRevoked
from events.deadlines.service_standard import (
    DigestHourSet,
    OfficeHoursSet,
    PromiseMade,
    RapidReviewStartChosen,
)
from events.office_hours import OfficeHours
from services.deadlines import calendar_feed as feed
from services.deadlines import service_standard as promise
from services.deadlines.service_standard import BadHours, CanNotPromise
from services.refusals import Missing, Refusal
from tests.stories import given, recorded

WEEK = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
OFFICE = OfficeHours(WEEK, "09:00", "17:00")
MADE = recorded(PromiseMade, read_days=1, urgent_hours=1, demo=False)
FEED = recorded(FeedMade, name="the team", token=feed.hashed("a secret"))


@pytest.mark.parametrize(
    ("decide", "asked", "fact"),
    [
        (promise.make, {"read_days": 2, "urgent_hours": 4}, PromiseMade),
        (promise.set_hours, {"days": WEEK, "opens": "09:00", "closes": "17:00"}, OfficeHoursSet),
        (promise.choose_rapid_start, {"start": "awareness"}, RapidReviewStartChosen),
        (promise.set_digest_hour, {"hour": 8}, DigestHourSet),
        (promise.set_digest_hour, {"hour": None}, DigestHourSet),
    ],
)
def test_what_is_promised_can_be_changed(decide: Any, asked: dict[str, Any], fact: Any) -> None:
    given(promise.evolve, MADE).when(decide, **asked).then(fact, **asked)


@pytest.mark.parametrize(
    ("decide", "asked", "refusal", "at"),
    [
        (promise.make, {"read_days": 0, "urgent_hours": 1}, CanNotPromise, "read_days"),
        (promise.make, {"read_days": 1, "urgent_hours": 999}, CanNotPromise, "urgent_hours"),
        (promise.set_hours, {"days": (), "opens": "09:00", "closes": "17:00"}, Missing, "days"),
        (promise.set_hours, {"days": WEEK, "opens": "9", "closes": "17:00"}, BadHours, "closes"),
        (promise.set_hours, {"days": WEEK, "opens": "17:00", "closes": "09:00"}, BadHours, ""),
        (promise.choose_rapid_start, {"start": "decision"}, Missing, "start"),
        (promise.set_digest_hour, {"hour": 24}, Missing, "hour"),
    ],
)
def test_what_nobody_could_keep_is_not_promised(
    decide: Any, asked: dict[str, Any], refusal: type[Refusal], at: str
) -> None:
    given(promise.evolve, MADE).when(decide, **asked).refused(refusal, at)


def test_rapid_reviews_count_from_the_day_chosen_last() -> None:
    chosen = recorded(RapidReviewStartChosen, start="awareness")
    assert given(promise.evolve, MADE).state.rapid_start == "notification"
    assert given(promise.evolve, MADE, chosen).state.rapid_start == "awareness"


@pytest.mark.parametrize(
    ("came", "hours", "due"),
    [
        ("2026-11-24T10:00", 1, "2026-11-24T11:00"),
        ("2026-11-24T16:30", 1, "2026-11-25T09:30"),  # the rest counts the next morning
        ("2026-11-24T03:00", 1, "2026-11-24T10:00"),
        ("2026-11-27T18:00", 1, "2026-11-30T10:00"),  # Friday evening
        ("2026-12-24T16:30", 1, "2026-12-29T09:30"),  # over Christmas
        ("2026-11-24T10:00", 9, "2026-11-25T11:00"),
    ],
)
def test_an_urgent_message_counts_in_office_hours(came: str, hours: int, due: str) -> None:
    by = OFFICE.after(datetime.fromisoformat(came), timedelta(hours=hours))
    assert by == datetime.fromisoformat(due)


@pytest.mark.parametrize(
    ("moment", "is_open"),
    [
        ("2026-11-24T09:00", True),
        ("2026-11-24T17:00", False),
        ("2026-11-28T12:00", False),
        ("2026-12-25T12:00", False),
    ],
)
def test_nobody_is_there_at_night_at_weekends_and_on_bank_holidays(
    moment: str, is_open: bool
) -> None:
    assert OFFICE.is_open(datetime.fromisoformat(moment)) is is_open


def test_an_office_that_works_on_saturdays_is_open_then() -> None:
    office = OfficeHours(("Saturday",), "10:00", "12:00")
    assert office.is_open(datetime.fromisoformat("2026-11-28T11:00"))


def test_a_calendar_address_opens_with_its_secret_until_it_is_taken_back() -> None:
    made = given(feed.evolve, FEED)
    assert made.state.opens("a secret")
    assert not made.state.opens("another")
    made.when(feed.revoke).then(FeedRevoked)
    revoked = given(feed.evolve, FEED, recorded(FeedRevoked))
    assert not revoked.state.opens("a secret")
    revoked.when(feed.revoke).refused(feed.RevokedAlready)


def test_a_calendar_address_is_for_somebody_and_keeps_only_a_hash() -> None:
    given(feed.evolve).when(feed.make, name="", secret="x").refused(Missing, "name")
    fact = given(feed.evolve).when(feed.make, name="the team", secret="x").decide()
    assert "x" != fact.token == feed.hashed("x")
