"""Training as documents state it: totals, prices and their dates, providers, impact levels."""

from __future__ import annotations

from typing import assert_never

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
from events.value import Value
from services.command import Service, opening_command
from services.refusals import Missing
from services.state import State


def evolve(state: State, fact: TrainingFact) -> State:
    match fact:
        case (
            TrainingTotalsReported()
            | ChargingPolicyChanged()
            | FeeSet()
            | ProviderEnded()
            | TrainingImpactStated()
        ):
            return state
        case _:
            assert_never(fact)


def report_totals(
    training: State,
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
        *training.next(provenance),
        name=name,
        courses=courses,
        places=places,
        no_shows=no_shows,
        period=period,
        stated_period=stated_period,
        definition=definition,
    )


def change_charging(
    training: State,
    provenance: Provenance,
    *,
    policy: str,
    made_by: str,
    starts_on: PartialDate,
    made_on: PartialDate | None = None,
) -> ChargingPolicyChanged:
    if not policy:
        raise Missing("Say who pays what.", field="policy")
    return ChargingPolicyChanged(
        *training.next(provenance),
        policy=policy,
        made_by=made_by,
        made_on=made_on,
        starts_on=starts_on,
    )


def set_fee(
    training: State,
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
    return FeeSet(
        *training.next(provenance),
        sector=sector,
        fee=fee,
        only_for=only_for,
        made_by=made_by,
        starts_on=starts_on,
    )


def end_provider(
    training: State,
    provenance: Provenance,
    *,
    provider: str,
    ends_on: PartialDate,
    notice: str = "",
) -> ProviderEnded:
    return ProviderEnded(
        *training.next(provenance), provider=provider, ends_on=ends_on, notice=notice
    )


def state_impact(
    training: State,
    provenance: Provenance,
    *,
    seen: tuple[ImpactLevel, ...],
    not_yet: tuple[ImpactLevel, ...],
    statement: str,
    period: Period | None = None,
) -> TrainingImpactStated:
    return TrainingImpactStated(
        *training.next(provenance), seen=seen, not_yet=not_yet, statement=statement, period=period
    )


class TrainingService(Service[State]):
    evolve = staticmethod(evolve)
    report_totals = opening_command(report_totals)
    change_charging = opening_command(change_charging)
    set_fee = opening_command(set_fee)
    end_provider = opening_command(end_provider)
    state_impact = opening_command(state_impact)
