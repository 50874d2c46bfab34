"""An audit of any kind: ratings, findings, actions and its end."""

from __future__ import annotations

from typing import Literal
from uuid import UUID

from events.assurance.audit import (
    AuditActionAgreed,
    AuditActionCompleted,
    AuditBegun,
    AuditClosed,
    AuditFindingMade,
    ProgrammeKind,
    Rating,
    StandardRated,
)
from events.fact import Provenance
from events.period import PartialDate, Period
from services.assurance import audit_opening as audit_beginning
from services.assurance.audit_opening import open_audit
from services.assurance.audit_state import (
    Audit,
    NotInThisAudit,
    evolve,
    still_open,
)
from services.assurance.audit_tool import AuditToolService
from services.command import Service, command, informed_command, opening_command
from services.refusals import Missing, NotFound


def rate(
    audit: Audit,
    provenance: Provenance,
    *,
    agency: str,
    standard: str,
    rating: Rating,
    why: str = "",
) -> StandardRated:
    if agency not in audit.agencies:
        raise NotInThisAudit
    if not standard:
        raise Missing("Say which standard this rates.", field="standard")
    return StandardRated(
        *still_open(audit).next(provenance),
        agency=agency,
        standard=standard,
        rating=rating,
        why=why,
    )


def find(
    audit: Audit,
    provenance: Provenance,
    *,
    kind: Literal["good practice", "to improve"],
    finding: str,
) -> AuditFindingMade:
    if not finding:
        raise Missing("Write down what was found.", field="finding")
    return AuditFindingMade(*still_open(audit).next(provenance), kind=kind, finding=finding)


def agree_action(
    audit: Audit,
    provenance: Provenance,
    *,
    action: str,
    text: str,
    owner: str,
    due: PartialDate | None,
) -> AuditActionAgreed:
    if not owner:
        raise Missing("Say who will do it.", field="owner")
    if not text:
        raise Missing("Say what will be done.", field="text")
    return AuditActionAgreed(
        *still_open(audit).next(provenance), action=action, text=text, owner=owner, due=due
    )


def complete_action(
    audit: Audit, provenance: Provenance, *, action: str, result: str
) -> AuditActionCompleted:
    if action not in audit.open_actions:
        raise NotFound("That action is not open in this audit.")
    if not result:
        raise Missing("Say what came of it.", field="result")
    return AuditActionCompleted(*audit.next(provenance), action=action, result=result)


def close(audit: Audit, provenance: Provenance, *, conclusion: str) -> AuditClosed:
    """Its actions may go on: each can be completed after the conclusion."""
    if not conclusion:
        raise Missing("Write the conclusion.", field="conclusion")
    return AuditClosed(*still_open(audit).next(provenance), conclusion=conclusion)


class AuditService(Service[Audit]):
    evolve = staticmethod(evolve)
    open = opening_command(open_audit)
    rate = command(rate)
    find = command(find)
    agree_action = command(agree_action)
    complete_action = command(complete_action)
    close = command(close)

    @informed_command("now")
    def begin(
        self,
        audit: Audit,
        provenance: Provenance,
        *,
        kind: ProgrammeKind,
        title: str,
        agencies: tuple[str, ...] = (),
        subject: str = "",
        reviewer: str = "",
        tool: UUID | None = None,
        earlier: UUID | None = None,
        period: Period | None = None,
        due: PartialDate | None = None,
        note: str = "",
        demo: bool = False,
    ) -> AuditBegun:
        """Begins an audit with the newest version of a tool, where one is named."""
        return audit_beginning.begin(
            audit,
            provenance,
            kind=kind,
            title=title,
            agencies=agencies,
            subject=subject,
            reviewer=reviewer,
            period=period,
            due=due,
            note=note,
            demo=demo,
            tool=AuditToolService(self.ledger).recall(tool) if tool else None,
            earlier=earlier,
            earlier_asks=self.recall(earlier).asks if earlier else None,
        )
