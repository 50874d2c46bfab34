"""The log of risks, challenges and escalations: their level, what is done, how each ended."""

from __future__ import annotations

from dataclasses import dataclass, replace
from uuid import UUID

from events.fact import Fact
from events.governance.risk import Level, RiskClosed, RiskKind, RiskRaised, RiskReviewed
from events.period import PartialDate
from projections.engine.projection import Projection
from projections.engine.tables import TableOf

_HIGHEST: dict[str, int] = {"high": 0, "medium": 1, "low": 2, "not rated": 3}


@dataclass(frozen=True)
class RiskReview:
    """One look at it: how high it was, and what was being done."""

    level: Level
    done: str
    on: PartialDate


@dataclass(frozen=True)
class Risk:
    id: UUID
    kind: RiskKind
    title: str
    detail: str
    raised_by: str
    owner: str
    raised_on: PartialDate
    source: str
    level: Level
    looks: tuple[RiskReview, ...] = ()
    ended: str = ""


class Risks(Projection):
    name = "risk_log"
    risks = TableOf(Risk)

    def apply(self, fact: Fact) -> None:
        id = fact.originator_id
        match fact:
            case RiskRaised(kind=kind, title=title, detail=detail, owner=owner, level=level):
                by, source = fact.raised_by, fact.provenance.source
                self.risks.put(Risk(id, kind, title, detail, by, owner, fact.on, source, level))
            case RiskReviewed(level=level, done=done):
                look = RiskReview(level, done, fact.on)
                self.risks.change(
                    id, lambda row: replace(row, level=level, looks=(*row.looks, look))
                )
            case RiskClosed(how=how):
                self.risks.change(id, lambda row: replace(row, ended=how))
            case _:
                pass

    def all(self) -> list[Risk]:
        """The open ones first, the highest first."""
        return sorted(self.risks.where(), key=_by_level)

    def risk(self, id: UUID) -> Risk | None:
        return self.risks.get(id)


def _by_level(row: Risk) -> tuple[bool, int, str]:
    return (bool(row.ended), _HIGHEST[row.level], row.title)
