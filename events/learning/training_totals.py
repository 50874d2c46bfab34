"""Training as documents state it: totals, prices and their dates, providers, impact levels."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from events.fact import Fact
from events.period import PartialDate, Period
from events.value import Value

ImpactLevel = Literal["reaction", "learning", "behaviour", "result"]


@dataclass(frozen=True)
class TrainingTotalsReported(Fact):
    """Totals as a document states them; ``definition`` says what the source leaves open."""

    TOPIC = "training.totals_reported"
    PERSONAL = frozenset()
    name: str
    courses: Value | None
    places: Value | None
    no_shows: Value | None
    period: Period | None
    stated_period: str
    definition: str

    @property
    def stated_on(self) -> PartialDate | None:
        """So much was counted by the end of the period."""
        return self.period.end if self.period else None


@dataclass(frozen=True)
class ChargingPolicyChanged(Fact):
    """Who pays what, from ``starts_on``; ``made_on`` is none where the source gives no day."""

    TOPIC = "training.charging_changed"
    PERSONAL = frozenset()
    DAY = "starts_on"
    policy: str
    made_by: str
    made_on: PartialDate | None
    starts_on: PartialDate


@dataclass(frozen=True)
class FeeSet(Fact):
    """What one sector pays from a day on; ``only_for`` is empty where it is for all courses."""

    TOPIC = "training.fee_set"
    PERSONAL = frozenset()
    DAY = "starts_on"
    sector: str
    fee: str
    only_for: str
    made_by: str
    starts_on: PartialDate


@dataclass(frozen=True)
class ProviderEnded(Fact):
    TOPIC = "training.provider_ended"
    PERSONAL = frozenset()
    DAY = "ends_on"
    provider: str
    ends_on: PartialDate
    notice: str


@dataclass(frozen=True)
class TrainingImpactStated(Fact):
    TOPIC = "training.impact_stated"
    PERSONAL = frozenset()
    DAY = "period"
    seen: tuple[ImpactLevel, ...]
    not_yet: tuple[ImpactLevel, ...]
    statement: str
    period: Period | None


TrainingFact = (
    TrainingTotalsReported | ChargingPolicyChanged | FeeSet | ProviderEnded | TrainingImpactStated
)
