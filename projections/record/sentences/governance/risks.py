"""Risks, challenges and escalations, in sentences."""

from __future__ import annotations

from typing import assert_never

from events.governance import risk


def sentence(fact: risk.RiskFact) -> str:
    match fact:
        case risk.RiskRaised():
            return _risk_raised(fact)
        case risk.RiskReviewed():
            return f"Looked at again, {fact.level} now: {fact.done.rstrip('.')}."
        case risk.RiskClosed():
            return f"Closed: {fact.how.rstrip('.')}."
        case _:
            assert_never(fact)


def _risk_raised(fact: risk.RiskRaised) -> str:
    by = f" by {fact.raised_by}" if fact.raised_by else ""
    return f"{fact.kind.capitalize()} raised{by}: {fact.title.rstrip('.')} ({fact.level})."
