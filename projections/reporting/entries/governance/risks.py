"""Risks are not for a report."""

from __future__ import annotations

from typing import assert_never

from events.governance import risk


def entry(fact: risk.RiskFact) -> None:
    match fact:
        case risk.RiskRaised() | risk.RiskReviewed() | risk.RiskClosed():
            return
        case _:
            assert_never(fact)
