"""Training as it is stated, its prices and its providers, in sentences."""

from __future__ import annotations

from typing import assert_never

from events.learning import training_totals as training
from projections.record.sentences.wording import within


def sentence(fact: training.TrainingFact) -> str:
    match fact:
        case training.TrainingTotalsReported():
            return f"Training totals stated: {fact.name}{within(fact.period)}."
        case training.ChargingPolicyChanged():
            return f"Training prices changed from {fact.starts_on}: {fact.policy.rstrip('.')}."
        case training.FeeSet():
            return _fee_set(fact)
        case training.ProviderEnded():
            return f"{fact.provider} ends on {fact.ends_on}."
        case training.TrainingImpactStated():
            return f"What training changed, as stated: {fact.statement.rstrip('.')}."
        case _:
            assert_never(fact)


def _fee_set(fact: training.FeeSet) -> str:
    what = f" for {fact.only_for}" if fact.only_for else ""
    return f"From {fact.starts_on} {fact.sector} pays{what}: {fact.fee.rstrip('.')}."
