"""Arrangements of a partnership: periods, priorities, roles, groups, boards, initiatives."""

from __future__ import annotations

from events.fact import Provenance
from events.governance.bodies import BoardLinked, RoleEnded, RoleGiven
from events.governance.initiative import InitiativeKind, InitiativeRecorded, Status
from events.governance.partnership import ReportDutyAdded, ReportingPeriodDeclared
from events.period import PartialDate, Period
from services.command import Service, command, opening_command
from services.governance.funding import pay_in, spend, withdraw_money
from services.governance.help_lines import add_help_line, take_off_help_line
from services.governance.partner import (
    join,
    leave,
    publish_arrangements,
    rename,
    state_contribution,
)
from services.governance.partnership_endings import (
    close_development_area,
    end_priority,
    ending,
    withdraw_period,
)
from services.governance.partnership_state import NoSuchRole, Partnership, evolve
from services.governance.priority import adopt_outcome, adopt_priority, open_development_area
from services.governance.registration import register
from services.governance.restored_record import record_restored
from services.governance.subgroup import end_subgroup, form_subgroup, place_subgroup
from services.governance.theme import report_theme
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


def give_role(
    partnership: Partnership,
    provenance: Provenance,
    *,
    role: str,
    holder: str,
    body: str = "",
    until: PartialDate | None = None,
) -> RoleGiven | tuple[RoleGiven, RoleEnded]:
    """Each body may have its own holder of a role; ``until`` also tells when it ended.

    Raises ``AlreadyThere`` where the same holder has the same role in the same body.
    """
    if (role, holder, body) in partnership.roles:
        raise AlreadyThere
    given = RoleGiven(*partnership.next(provenance), role=role, holder=holder, body=body)
    if until is None:
        return given
    stamp = partnership.next(ending(provenance, until), 2)
    return given, RoleEnded(*stamp, role=role, holder=holder, body=body)


def end_role(
    partnership: Partnership, provenance: Provenance, *, role: str, holder: str, body: str = ""
) -> RoleEnded:
    if (role, holder, body) not in partnership.roles:
        raise NoSuchRole
    return RoleEnded(*partnership.next(provenance), role=role, holder=holder, body=body)


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
    join = command(join)
    rename = command(rename)
    leave = command(leave)
    state_contribution = command(state_contribution)
    publish_arrangements = command(publish_arrangements)
    pay_in = command(pay_in)
    spend = command(spend)
    withdraw_money = command(withdraw_money)
    report_theme = command(report_theme)
    record_restored = command(record_restored)

    def __init__(self, ledger: Ledger) -> None:
        super().__init__(ledger)
        self.id = ledger.name_of("partnership")
