"""What training totals, prices and providers put into a report."""

from __future__ import annotations

from typing import assert_never

from events.learning import training_totals as training
from projections.reporting.entries.entry import Entry, made


def entry(fact: training.TrainingFact) -> Entry | None:
    match fact:
        case training.TrainingTotalsReported():
            return _training_totals_reported(fact)
        case training.ChargingPolicyChanged():
            return _charging_policy_changed(fact)
        case training.FeeSet():
            return _fee_set(fact)
        case training.ProviderEnded():
            return _provider_ended(fact)
        case training.TrainingImpactStated():
            return _training_impact_stated(fact)
        case _:
            assert_never(fact)


def _training_totals_reported(fact: training.TrainingTotalsReported) -> Entry:
    said = (
        ("courses or events", fact.courses),
        ("places taken", fact.places),
        ("did not show", fact.no_shows),
    )
    words = "; ".join(f"{value} {what}" for what, value in said if value is not None)
    return made(
        fact,
        "training",
        "totals",
        heading=fact.name,
        words=words,
        note=fact.definition,
        value=fact.stated_period or str(fact.period or ""),
        when=fact.period,
    )


def _charging_policy_changed(fact: training.ChargingPolicyChanged) -> Entry:
    day = f"Decided by {fact.made_by}" + (f" on {fact.made_on}." if fact.made_on else ".")
    return made(
        fact,
        "training",
        "charging",
        words=fact.policy,
        note=day,
        when=fact.starts_on,
        value=f"from {fact.starts_on}",
    )


def _fee_set(fact: training.FeeSet) -> Entry:
    return made(
        fact,
        "training",
        "fee",
        heading=fact.sector,
        words=fact.fee,
        when=fact.starts_on,
        note=f"For {fact.only_for}." if fact.only_for else "",
        value=f"from {fact.starts_on}",
    )


def _provider_ended(fact: training.ProviderEnded) -> Entry:
    return made(
        fact,
        "training",
        "provider ends",
        heading=fact.provider,
        words=fact.notice,
        value=str(fact.ends_on),
        when=fact.ends_on,
    )


def _training_impact_stated(fact: training.TrainingImpactStated) -> Entry:
    levels = f"Seen: {', '.join(fact.seen)}. Not yet: {', '.join(fact.not_yet)}."
    return made(fact, "training", "impact", words=fact.statement, note=levels, when=fact.period)
