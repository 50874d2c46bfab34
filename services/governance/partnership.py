"""Keeping a partnership's frame: periods, priorities, roles, groups, boards, work."""

from __future__ import annotations

from uuid import UUID

from events.fact import Provenance
from events.governance.partnership import (
    BoardLinked,
    DevelopmentAreaOpened,
    InitiativeKind,
    InitiativeRecorded,
    OutcomeAdopted,
    PriorityAdopted,
    ReportDutyAdded,
    ReportingPeriodDeclared,
    RoleEnded,
    RoleGiven,
    Status,
    SubgroupEnded,
    SubgroupFormed,
    SubgroupPlaced,
)
from events.period import PartialDate, Period
from services.command import Service, command, opening_command
from services.governance.help_lines import add_help_line, take_off_help_line
from services.governance.partnership_endings import (
    close_development_area,
    end_priority,
    withdraw_period,
)
from services.governance.partnership_state import (
    GoesRoundInACircle,
    NoSuchGroup,
    NoSuchRole,
    Partnership,
    evolve,
)
from services.governance.registration import register
from services.ledger import Ledger
from services.refusals import AlreadyThere, Missing


def declare_period(
    partnership: Partnership,
    provenance: Provenance,
    *,
    label: str,
    period: Period | None,
    note: str = "",
) -> ReportingPeriodDeclared:
    """Periods may touch or overlap each other, and may be unknown.

    Raises ``AlreadyThere`` where the very same one is declared.
    """
    if (label, period) in partnership.periods:
        raise AlreadyThere("This period is declared already, by the same name.", field="label")
    return ReportingPeriodDeclared(
        *partnership.next(provenance), label=label, period=period, note=note
    )


def adopt_priority(
    partnership: Partnership,
    provenance: Provenance,
    *,
    priority: str,
    label: str = "",
    stated_period: str = "",
    period: Period | None = None,
    note: str = "",
) -> PriorityAdopted:
    """``priority`` is its short name here; raises ``AlreadyThere`` where that is taken."""
    if priority in partnership.priorities:
        raise AlreadyThere
    return PriorityAdopted(
        *partnership.next(provenance),
        priority=priority,
        label=label,
        stated_period=stated_period,
        period=period,
        note=note,
    )


def adopt_outcome(
    partnership: Partnership,
    provenance: Provenance,
    *,
    label: str,
    decision: UUID | None = None,
    period: Period | None = None,
) -> OutcomeAdopted:
    return OutcomeAdopted(
        *partnership.next(provenance), label=label, decision=decision, period=period
    )


def open_development_area(
    partnership: Partnership, provenance: Provenance, *, label: str, period: Period | None = None
) -> DevelopmentAreaOpened:
    return DevelopmentAreaOpened(*partnership.next(provenance), label=label, period=period)


def give_role(
    partnership: Partnership, provenance: Provenance, *, role: str, holder: str, body: str = ""
) -> RoleGiven:
    if (role, holder) in partnership.roles:
        raise AlreadyThere
    return RoleGiven(*partnership.next(provenance), role=role, holder=holder, body=body)


def end_role(
    partnership: Partnership, provenance: Provenance, *, role: str, holder: str
) -> RoleEnded:
    if (role, holder) not in partnership.roles:
        raise NoSuchRole
    return RoleEnded(*partnership.next(provenance), role=role, holder=holder)


def form_subgroup(
    partnership: Partnership,
    provenance: Provenance,
    *,
    name: str,
    purpose: str = "",
    under: str = "",
) -> tuple[SubgroupFormed, ...] | tuple[SubgroupFormed, SubgroupPlaced]:
    """``under`` is the group that it answers to. Raises ``NoSuchGroup`` where there is none."""
    formed = SubgroupFormed(*partnership.next(provenance), name=name, purpose=purpose)
    if not under:
        return (formed,)
    if under not in dict(partnership.groups) or under == name:
        raise NoSuchGroup(field="under")
    return formed, SubgroupPlaced(*partnership.next(provenance, 2), name=name, under=under)


def place_subgroup(
    partnership: Partnership, provenance: Provenance, *, name: str, under: str
) -> SubgroupPlaced:
    """Raises ``NoSuchGroup``, and ``GoesRoundInACircle`` where it would answer to itself."""
    named = dict(partnership.groups)
    if name not in named or (under and under not in named):
        raise NoSuchGroup(field="under" if name in named else "name")
    above = under
    while above:
        if above == name:
            raise GoesRoundInACircle
        above = partnership.above(above)
    return SubgroupPlaced(*partnership.next(provenance), name=name, under=under)


def end_subgroup(
    partnership: Partnership, provenance: Provenance, *, name: str, why: str
) -> SubgroupEnded:
    if name not in dict(partnership.groups):
        raise NoSuchGroup
    if not why:
        raise Missing("Say why the group ends.", field="why")
    return SubgroupEnded(*partnership.next(provenance), name=name, why=why)


def link_board(
    partnership: Partnership, provenance: Provenance, *, name: str, purpose: str = ""
) -> BoardLinked:
    return BoardLinked(*partnership.next(provenance), name=name, purpose=purpose)


def add_report_duty(
    partnership: Partnership,
    provenance: Provenance,
    *,
    duty: str,
    answered_by: tuple[str, ...] = (),
) -> ReportDutyAdded:
    if not duty:
        raise Missing("Say what a report must also hold.", field="duty")
    return ReportDutyAdded(*partnership.next(provenance), duty=duty, answered_by=answered_by)


def record_initiative(
    partnership: Partnership,
    provenance: Provenance,
    *,
    kind: InitiativeKind,
    name: str,
    status: Status,
    detail: str = "",
    due: PartialDate | None = None,
) -> InitiativeRecorded:
    return InitiativeRecorded(
        *partnership.next(provenance), kind=kind, name=name, status=status, detail=detail, due=due
    )


class PartnershipService(Service[Partnership]):
    evolve = staticmethod(evolve)
    register = opening_command(register)
    declare_period = command(declare_period)
    adopt_priority = command(adopt_priority)
    adopt_outcome = command(adopt_outcome)
    open_development_area = command(open_development_area)
    give_role = command(give_role)
    end_role = command(end_role)
    form_subgroup = command(form_subgroup)
    place_subgroup = command(place_subgroup)
    end_subgroup = command(end_subgroup)
    link_board = command(link_board)
    add_report_duty = command(add_report_duty)
    record_initiative = command(record_initiative)
    end_priority = command(end_priority)
    close_development_area = command(close_development_area)
    withdraw_period = command(withdraw_period)
    add_help_line = command(add_help_line)
    take_off_help_line = command(take_off_help_line)

    def __init__(self, ledger: Ledger) -> None:
        super().__init__(ledger)
        self.id = ledger.name_of("partnership")
