"""Deadlines, calendar addresses and letters are not for a report."""

from __future__ import annotations

from typing import assert_never

from events.deadlines import calendar_feed as feed
from events.deadlines import deadline, digest, duty
from events.deadlines import service_standard as promise


def entry(
    fact: (
        deadline.DeadlineFact
        | feed.FeedFact
        | digest.DigestFact
        | promise.PromiseFact
        | duty.DutyFact
    ),
) -> None:
    match fact:
        case (
            deadline.DeadlineSet()
            | deadline.DeadlineRecalculated()
            | feed.FeedMade()
            | feed.FeedRevoked()
            | digest.DigestSent()
            | promise.PromiseMade()
            | promise.OfficeHoursSet()
            | promise.RapidReviewStartChosen()
            | promise.DigestHourSet()
            | promise.DutyContactSet()
            | duty.DutyPatternSet()
            | duty.DutySwapped()
            | duty.DutyTeamSet()
            | duty.OutOfHoursContactSet()
            | duty.AlertTimeSet()
            | duty.FrontDoorSet()
        ):
            return
        case _:
            assert_never(fact)
