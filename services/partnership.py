"""Setting up a partnership and keeping its frame: periods, priorities, roles, groups, work."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import assert_never
from uuid import UUID

from events.fact import Told
from events.partnership import (
    BoardLinked,
    DevelopmentAreaOpened,
    HelpLine,
    InitiativeKind,
    InitiativeRecorded,
    OutcomeAdopted,
    PartnershipFact,
    PartnershipRegistered,
    PriorityAdopted,
    ReportingPeriodDeclared,
    RoleEnded,
    RoleGiven,
    Status,
    SubgroupFormed,
)
from events.period import PartialDate, Period
from services.ledger import Ledger, Service, State, decides, opens
from services.refusals import AlreadyThere, Missing, Refusal

SLUG = re.compile(r"[a-z][a-z0-9-]{1,30}")
RESERVED = frozenset({"static", "health", "favicon.ico", "robots.txt", "leave", "help", "t"})


class BadSlug(Refusal):
    words = "Use small letters, digits and dashes, two to 31 of them, starting with a letter."
    field = "slug"


class NoSuchRole(Refusal):
    words = "Nobody of that name holds that role now, so it can't end."


@dataclass(frozen=True)
class Partnership(State):
    roles: frozenset[tuple[str, str]] = frozenset()
    priorities: frozenset[str] = frozenset()


def evolve(partnership: Partnership | None, fact: PartnershipFact) -> Partnership:
    known = partnership or Partnership(fact.originator_id, 0)
    state = replace(known, version=fact.originator_version)
    match fact:
        case RoleGiven():
            return replace(state, roles=state.roles | {(fact.role, fact.holder)})
        case RoleEnded():
            return replace(state, roles=state.roles - {(fact.role, fact.holder)})
        case PriorityAdopted():
            return replace(state, priorities=state.priorities | {fact.priority})
        case (
            PartnershipRegistered()
            | ReportingPeriodDeclared()
            | OutcomeAdopted()
            | DevelopmentAreaOpened()
            | SubgroupFormed()
            | BoardLinked()
            | InitiativeRecorded()
        ):
            return state
        case _:
            assert_never(fact)


def register(
    stream: UUID,
    told: Told,
    *,
    name: str,
    slug: str,
    short_name: str,
    region: str,
    safeguarding_partners: tuple[str, ...] = (),
    contact: str = "",
    help_lines: tuple[HelpLine, ...] = (),
) -> PartnershipRegistered:
    """Raises ``BadSlug`` where the address could not be used."""
    if slug in RESERVED:
        raise BadSlug(f"Earshot itself uses the address {slug}. Choose another.")
    if not SLUG.fullmatch(slug):
        raise BadSlug
    if not name:
        raise Missing("Give the partnership's full name.", field="name")
    return PartnershipRegistered(
        stream, 1, told, name, slug, short_name or name, region, safeguarding_partners, contact,
        help_lines,
    )  # fmt: skip


def declare_period(
    partnership: Partnership, told: Told, *, label: str, period: Period | None, note: str = ""
) -> ReportingPeriodDeclared:
    """Periods may touch or overlap each other, and may be unknown."""
    return ReportingPeriodDeclared(
        partnership.id, partnership.version + 1, told, label, period, note
    )


def adopt_priority(
    partnership: Partnership,
    told: Told,
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
        partnership.id, partnership.version + 1, told, priority, label, stated_period, period, note
    )


def adopt_outcome(
    partnership: Partnership,
    told: Told,
    *,
    label: str,
    decision: UUID | None = None,
    period: Period | None = None,
) -> OutcomeAdopted:
    return OutcomeAdopted(partnership.id, partnership.version + 1, told, label, decision, period)


def open_development_area(
    partnership: Partnership, told: Told, *, label: str, period: Period | None = None
) -> DevelopmentAreaOpened:
    return DevelopmentAreaOpened(partnership.id, partnership.version + 1, told, label, period)


def give_role(
    partnership: Partnership, told: Told, *, role: str, holder: str, body: str = ""
) -> RoleGiven:
    if (role, holder) in partnership.roles:
        raise AlreadyThere
    return RoleGiven(partnership.id, partnership.version + 1, told, role, holder, body)


def end_role(partnership: Partnership, told: Told, *, role: str, holder: str) -> RoleEnded:
    if (role, holder) not in partnership.roles:
        raise NoSuchRole
    return RoleEnded(partnership.id, partnership.version + 1, told, role, holder)


def form_subgroup(
    partnership: Partnership, told: Told, *, name: str, purpose: str = ""
) -> SubgroupFormed:
    return SubgroupFormed(partnership.id, partnership.version + 1, told, name, purpose)


def link_board(
    partnership: Partnership, told: Told, *, name: str, purpose: str = ""
) -> BoardLinked:
    return BoardLinked(partnership.id, partnership.version + 1, told, name, purpose)


def record_initiative(
    partnership: Partnership,
    told: Told,
    *,
    kind: InitiativeKind,
    name: str,
    status: Status,
    detail: str = "",
    due: PartialDate | None = None,
) -> InitiativeRecorded:
    return InitiativeRecorded(
        partnership.id, partnership.version + 1, told, kind, name, status, detail, due
    )


class PartnershipService(Service[Partnership]):
    evolve = staticmethod(evolve)
    register = opens(register)
    declare_period = decides(declare_period)
    adopt_priority = decides(adopt_priority)
    adopt_outcome = decides(adopt_outcome)
    open_development_area = decides(open_development_area)
    give_role = decides(give_role)
    end_role = decides(end_role)
    form_subgroup = decides(form_subgroup)
    link_board = decides(link_board)
    record_initiative = decides(record_initiative)

    def __init__(self, ledger: Ledger) -> None:
        super().__init__(ledger)
        self.id = ledger.name_of("partnership")
