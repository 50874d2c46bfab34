"""An agency's own return is not for a report; ``moderated_returns`` adds what was agreed of it."""

from __future__ import annotations

from typing import assert_never

from events.assurance import audit_return


def entry(fact: audit_return.ReturnFact) -> None:
    match fact:
        case (
            audit_return.ReturnStarted()
            | audit_return.StandardAnswered()
            | audit_return.ReturnSubmitted()
            | audit_return.ReturnReopened()
            | audit_return.StandardChallenged()
            | audit_return.ChallengeAnswered()
            | audit_return.RatingAgreed()
            | audit_return.EvidenceAttached()
        ):
            return
        case _:
            assert_never(fact)
