"""Training as stated: totals, prices and from when, providers that end, how far impact is seen."""

from __future__ import annotations

from typing import assert_never
from uuid import UUID

from events.fact import Provenance
from events.learning.training_totals import (
    ChargingPolicyChanged,
    FeeSet,
    ImpactLevel,
    ProviderEnded,
    TrainingFact,
    TrainingImpactStated,
    TrainingTotalsReported,
)
from events.period import PartialDate, Period
from events.reporting.figure import Value
from services.ledger import Service, State, opens
from services.refusals import Missing


def evolve(training: State | None, fact: TrainingFact) -> State:
    match fact:
        case (
            TrainingTotalsReported()
            | ChargingPolicyChanged()
            | FeeSet()
            | ProviderEnded()
            | TrainingImpactStated()
        ):
            return State(fact.originator_id, fact.originator_version)
        case _:
            assert_never(fact)


def report_totals(
    stream: UUID,
    provenance: Provenance,
    *,
    name: str,
    courses: Value | None = None,
    places: Value | None = None,
    no_shows: Value | None = None,
    period: Period | None = None,
    stated_period: str = "",
    definition: str = "",
) -> TrainingTotalsReported:
    """Totals a document states. Raises ``Missing`` where it states none."""
    if courses is None and places is None and no_shows is None:
        raise Missing("Give at least one total.", field="courses")
    return TrainingTotalsReported(
        stream, 1, provenance, name, courses, places, no_shows, period, stated_period, definition
    )


def change_charging(
    stream: UUID,
    provenance: Provenance,
    *,
    policy: str,
    made_by: str,
    starts_on: PartialDate,
    made_on: PartialDate | None = None,
) -> ChargingPolicyChanged:
    if not policy:
        raise Missing("Say who pays what.", field="policy")
    return ChargingPolicyChanged(stream, 1, provenance, policy, made_by, made_on, starts_on)


def set_fee(
    stream: UUID,
    provenance: Provenance,
    *,
    sector: str,
    fee: str,
    starts_on: PartialDate,
    only_for: str = "",
    made_by: str = "",
) -> FeeSet:
    """Raises ``Missing`` where it says not who pays, or not what."""
    if not sector:
        raise Missing("Say whose fee it is.", field="sector")
    if not fee:
        raise Missing("Say what they pay, or that it is free.", field="fee")
    return FeeSet(stream, 1, provenance, sector, fee, only_for, made_by, starts_on)


def end_provider(
    stream: UUID, provenance: Provenance, *, provider: str, ends_on: PartialDate, notice: str = ""
) -> ProviderEnded:
    return ProviderEnded(stream, 1, provenance, provider, ends_on, notice)


def state_impact(
    stream: UUID,
    provenance: Provenance,
    *,
    seen: tuple[ImpactLevel, ...],
    not_yet: tuple[ImpactLevel, ...],
    statement: str,
    period: Period | None = None,
) -> TrainingImpactStated:
    return TrainingImpactStated(stream, 1, provenance, seen, not_yet, statement, period)


class TrainingService(Service[State]):
    evolve = staticmethod(evolve)
    report_totals = opens(report_totals)
    change_charging = opens(change_charging)
    set_fee = opens(set_fee)
    end_provider = opens(end_provider)
    state_impact = opens(state_impact)
