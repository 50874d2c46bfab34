"""Every audit: ratings by agencies, findings, actions and what was done."""

from __future__ import annotations

from dataclasses import dataclass, replace
from uuid import UUID

from events.assurance.audit import (
    AuditActionAgreed,
    AuditActionCompleted,
    AuditBegun,
    AuditClosed,
    AuditFindingMade,
    AuditOpened,
    StandardRated,
    ToolVersion,
)
from events.fact import Fact
from events.period import PartialDate, Period
from projections.engine.agreed_action import AgreedAction, completed
from projections.engine.projection import Projection
from projections.engine.tables import TableOf


@dataclass(frozen=True)
class Rated:
    agency: str
    standard: str
    rating: str
    why: str


@dataclass(frozen=True)
class Finding:
    kind: str
    finding: str


@dataclass(frozen=True)
class Audit:
    id: UUID
    kind: str
    title: str
    agencies: tuple[str, ...]
    reviewer: str
    period: Period | None
    note: str
    demo: bool
    source: str
    opened_on: PartialDate
    recorded: int
    ratings: tuple[Rated, ...] = ()
    findings: tuple[Finding, ...] = ()
    actions: tuple[AgreedAction, ...] = ()
    conclusion: str = ""
    subject: str = ""
    asks: ToolVersion | None = None
    earlier: UUID | None = None
    due: PartialDate | None = None

    @property
    def open_actions(self) -> tuple[AgreedAction, ...]:
        return tuple(action for action in self.actions if not action.result)

    @property
    def standards(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(rated.standard for rated in self.ratings))

    def rating(self, agency: str, standard: str) -> Rated | None:
        """The latest rating of a standard by an agency."""
        found = [r for r in self.ratings if (r.agency, r.standard) == (agency, standard)]
        return found[-1] if found else None


class Audits(Projection):
    name = "audit_programme"
    version = 2
    audits = TableOf(Audit, index=("recorded",))

    def apply(self, fact: Fact) -> None:
        id = fact.originator_id
        match fact:
            case AuditOpened() | AuditBegun():
                self.audits.put(_opened(fact))
            case StandardRated(agency=agency, standard=standard, rating=rating, why=why):
                rated = Rated(agency, standard, rating, why)
                self.audits.change(id, lambda row: replace(row, ratings=(*row.ratings, rated)))
            case AuditFindingMade(kind=kind, finding=finding):
                found = Finding(kind, finding)
                self.audits.change(id, lambda row: replace(row, findings=(*row.findings, found)))
            case AuditActionAgreed(action=action, text=text, owner=owner, due=due):
                agreed = AgreedAction(action, text, owner, due)
                self.audits.change(id, lambda row: replace(row, actions=(*row.actions, agreed)))
            case AuditActionCompleted(action=action, result=result):
                self.audits.change(
                    id, lambda row: replace(row, actions=completed(row.actions, action, result))
                )
            case AuditClosed(conclusion=conclusion):
                self.audits.change(id, lambda row: replace(row, conclusion=conclusion))
            case _:
                pass

    def all(self) -> list[Audit]:
        """The newest first."""
        return self.audits.where(order="recorded", newest_first=True)

    def on_tool(self, tool: UUID) -> list[Audit]:
        """Those that ask agencies to fill in some version of a tool, the newest first."""
        return [each for each in self.all() if each.asks and each.asks.tool == tool]

    def agencies(self) -> list[str]:
        """Those that some audit asks to fill in a tool, by name."""
        return sorted({agency for each in self.all() if each.asks for agency in each.agencies})

    def audit(self, id: UUID) -> Audit | None:
        return self.audits.get(id)


def _opened(fact: AuditOpened | AuditBegun) -> Audit:
    row = Audit(
        fact.originator_id,
        fact.kind,
        fact.title,
        fact.agencies,
        fact.reviewer,
        fact.period,
        fact.note,
        fact.demo,
        fact.provenance.source,
        fact.on,
        fact.micros,
    )
    if isinstance(fact, AuditOpened):
        return row
    return replace(row, subject=fact.subject, asks=fact.asks, earlier=fact.earlier, due=fact.due)
