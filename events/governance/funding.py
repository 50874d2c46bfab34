"""The partnership's money: what each body paid in for a period, and what it was spent on."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from events.fact import Fact
from events.governance.partner import Part
from events.period import Period
from events.value import Value


@dataclass(frozen=True)
class MoneyPaidIn(Fact):
    """``amount`` is exact, in pounds. ``line`` names this statement, to withdraw it by."""

    TOPIC = "partnership.money_paid_in"
    PERSONAL = frozenset()
    DAY = "period"
    line: UUID
    partner: UUID
    name: str
    part: Part
    amount: Value
    period: Period
    note: str


@dataclass(frozen=True)
class MoneySpent(Fact):
    TOPIC = "partnership.money_spent"
    PERSONAL = frozenset()
    DAY = "period"
    line: UUID
    use: str
    amount: Value
    period: Period
    note: str


@dataclass(frozen=True)
class MoneyWithdrawn(Fact):
    """A line was stated wrongly: no report that is not final shows it any more."""

    TOPIC = "partnership.money_withdrawn"
    PERSONAL = frozenset()
    line: UUID
    why: str
