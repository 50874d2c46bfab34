"""A partnership's arrangements as far as decisions need them, and why something is refused."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import assert_never
from uuid import UUID

from events.governance.bodies import (
    BoardLinked,
    RoleEnded,
    RoleGiven,
    SubgroupEnded,
    SubgroupFormed,
    SubgroupPlaced,
)
from events.governance.initiative import InitiativeRecorded
from events.governance.partnership import (
    ArrangementFact,
    BodyFact,
    HelpLineAdded,
    HelpLineTakenOff,
    PartnershipFact,
    PartnershipRegistered,
    PeriodWithdrawn,
    ReportDutyAdded,
    ReportingPeriodDeclared,
    SetOut,
)
from events.governance.priority import (
    DevelopmentAreaClosed,
    DevelopmentAreaOpened,
    OutcomeAdopted,
    PriorityAdopted,
    PriorityEnded,
)
from events.governance.restored_record import RecordRestored
from events.period import Period
from services.governance import partner_state as bodies
from services.refusals import Refusal
from services.state import State


class NoSuchRole(Refusal):
    words = "Nobody of that name holds that role now, so it can't end."


class NoSuchGroup(Refusal):
    words = "There is no sub-group of that name here. Choose one that there is."
    field = "name"


class GoesRoundInACircle(Refusal):
    words = "A group can't answer to itself, nor to a group that answers to it."
    field = "under"


@dataclass(frozen=True)
class Partnership(State):
    """``roles`` are the role, its holder and the body. ``money`` are the lines that stand."""

    roles: frozenset[tuple[str, str, str]] = frozenset()
    priorities: frozenset[str] = frozenset()
    periods: frozenset[tuple[str, Period | None]] = frozenset()
    groups: frozenset[tuple[str, str]] = frozenset()
    aims: frozenset[str] = frozenset()
    ended: frozenset[str] = frozenset()
    help_lines: frozenset[str] = frozenset()
    partners: Mapping[UUID, bodies.KnownPartner] = field(default_factory=dict)
    money: Mapping[UUID, bodies.Line] = field(default_factory=dict)

    def above(self, name: str) -> str:
        """The group that a sub-group answers to; empty for the partnership itself."""
        return dict(self.groups).get(name, "")


def evolve(state: Partnership, fact: PartnershipFact) -> Partnership:
    if isinstance(fact, BodyFact):
        partners, money = (
            bodies.partners_after(state.partners, fact),
            bodies.money_after(state.money, fact),
        )
        return replace(state, partners=partners, money=money)
    return _arranged(state, fact)


def _arranged(state: Partnership, fact: ArrangementFact) -> Partnership:
    match fact:
        case RoleGiven():
            return replace(state, roles=state.roles | {(fact.role, fact.holder, fact.body)})
        case RoleEnded():
            return replace(
                state, roles=frozenset(r for r in state.roles if not bodies.is_ended(r, fact))
            )
        case SubgroupFormed():
            return replace(state, groups=state.groups | {(fact.name, "")})
        case SubgroupPlaced():
            return replace(state, groups=_without(state, fact.name) | {(fact.name, fact.under)})
        case SubgroupEnded():
            return replace(state, groups=_without(state, fact.name))
        case HelpLineAdded():
            return replace(state, help_lines=state.help_lines | {fact.line.number})
        case HelpLineTakenOff():
            return replace(state, help_lines=state.help_lines - {fact.number})
        case (
            PriorityAdopted()
            | PriorityEnded()
            | ReportingPeriodDeclared()
            | PeriodWithdrawn()
            | DevelopmentAreaOpened()
            | DevelopmentAreaClosed()
        ):
            return _set_out(state, fact)
        case (
            PartnershipRegistered()
            | OutcomeAdopted()
            | BoardLinked()
            | ReportDutyAdded()
            | InitiativeRecorded()
            | RecordRestored()
        ):
            return state
        case _:
            assert_never(fact)


def _set_out(state: Partnership, fact: SetOut) -> Partnership:
    match fact:
        case PriorityAdopted():
            priorities, ended = state.priorities | {fact.priority}, state.ended - {fact.priority}
            return replace(state, priorities=priorities, ended=ended)
        case PriorityEnded():
            return replace(state, ended=state.ended | {fact.priority})
        case ReportingPeriodDeclared():
            return replace(state, periods=state.periods | {(fact.label, fact.period)})
        case PeriodWithdrawn():
            return replace(state, periods=state.periods - {(fact.label, fact.period)})
        case DevelopmentAreaOpened():
            return replace(state, aims=state.aims | {fact.label})
        case DevelopmentAreaClosed():
            return replace(state, aims=state.aims - {fact.label})
        case _:
            assert_never(fact)


def _without(partnership: Partnership, name: str) -> frozenset[tuple[str, str]]:
    return frozenset(each for each in partnership.groups if each[0] != name)
