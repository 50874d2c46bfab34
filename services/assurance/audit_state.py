"""An audit as far as decisions need it, and why something about it is refused."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import assert_never

from events.assurance.audit import (
    AuditActionAgreed,
    AuditActionCompleted,
    AuditBegun,
    AuditClosed,
    AuditFact,
    AuditFindingMade,
    AuditOpened,
    StandardRated,
    ToolVersion,
)
from services.refusals import Refusal
from services.state import State


class AuditIsClosed(Refusal):
    words = "This audit is closed. Open a new one to look again."


class NotInThisAudit(Refusal):
    words = "That agency takes no part in this audit. Choose one that does."
    field = "agency"


@dataclass(frozen=True)
class Audit(State):
    agencies: tuple[str, ...] = ()
    asks: ToolVersion | None = None
    open_actions: frozenset[str] = frozenset()
    closed: bool = False


def evolve(state: Audit, fact: AuditFact) -> Audit:
    match fact:
        case AuditOpened():
            return replace(state, agencies=fact.agencies)
        case AuditBegun():
            return replace(state, agencies=fact.agencies, asks=fact.asks)
        case AuditActionAgreed():
            return replace(state, open_actions=state.open_actions | {fact.action})
        case AuditActionCompleted():
            return replace(state, open_actions=state.open_actions - {fact.action})
        case AuditClosed():
            return replace(state, closed=True)
        case StandardRated() | AuditFindingMade():
            return state
        case _:
            assert_never(fact)


def still_open(audit: Audit) -> Audit:
    if audit.closed:
        raise AuditIsClosed
    return audit
