"""What was forgotten, held and looked at is not for a report."""

from __future__ import annotations

from typing import assert_never

from events.privacy import access_log as looking
from events.privacy import erasure as forgetting
from events.privacy import retention


def entry(fact: forgetting.ForgettingFact | looking.LookingFact | retention.RetentionFact) -> None:
    match fact:
        case (
            forgetting.ForgettingAsked()
            | forgetting.ForgettingDeclined()
            | forgetting.ForgettingAgreed()
            | forgetting.ForgettingConfirmed()
            | forgetting.Forgot()
            | forgetting.HoldPlaced()
            | forgetting.HoldLifted()
            | forgetting.ReportChecked()
            | looking.LookedAt()
            | looking.DetailsOpened()
            | retention.RetentionSet()
            | retention.RetentionExtended()
        ):
            return
        case _:
            assert_never(fact)
