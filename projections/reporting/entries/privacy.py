"""What was forgotten, held and looked at is not for a report."""

from __future__ import annotations

from typing import assert_never

from events.privacy import access_log as looking
from events.privacy import complaint, data_protection, retention
from events.privacy import erasure as forgetting


def entry(
    fact: (
        forgetting.ForgettingFact
        | looking.LookingFact
        | retention.RetentionFact
        | data_protection.DataProtectionFact
        | complaint.ComplaintFact
    ),
) -> None:
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
            | data_protection.DataProtectionNamed()
            | complaint.ComplaintReceived()
            | complaint.ComplaintAcknowledged()
            | complaint.ComplaintAnswered()
        ):
            return
        case _:
            assert_never(fact)
