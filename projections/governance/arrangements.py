"""Arrangements of the partnership: periods, priorities, outcomes, roles, groups, boards, work."""

from __future__ import annotations

from dataclasses import replace

from events.fact import Fact
from events.governance import bodies, funding, initiative, partner, priority, theme
from events.governance import partnership as place
from projections.engine.projection import Projection
from projections.engine.tables import TableOf
from projections.governance import arrangement_partners as partners
from projections.governance.arrangement_rows import (
    Declared,
    Duty,
    Frame,
    Held,
    Named,
    PartnershipGroup,
    Priority,
)


class Arrangements(Projection):
    name = "arrangements"
    version = 4
    frames = TableOf(Frame)

    def apply(self, fact: Fact) -> None:
        id = fact.originator_id
        match fact:
            case place.PartnershipRegistered():
                self.frames.put(Frame(id))
            case bodies.RoleGiven() | bodies.RoleEnded():
                self.frames.change(id, lambda row: replace(row, roles=_roles(row, fact)))
            case bodies.SubgroupFormed() | bodies.SubgroupPlaced() | bodies.SubgroupEnded():
                self.frames.change(id, lambda row: replace(row, groups=_groups(row, fact)))
            case place.ReportingPeriodDeclared() | priority.PriorityAdopted():
                self.frames.change(id, lambda row: _set_out(row, fact))
            case (
                priority.PriorityEnded()
                | priority.DevelopmentAreaClosed()
                | place.PeriodWithdrawn()
            ):
                self.frames.change(id, lambda row: _ended(row, fact))
            case partner.PartnerJoined() | partner.PartnerRenamed() | partner.PartnerLeft():
                self.frames.change(id, lambda row: partners.changed(row, fact))
            case funding.MoneyPaidIn() | funding.MoneySpent() | funding.MoneyWithdrawn():
                self.frames.change(id, lambda row: partners.counted(row, fact))
            case (
                partner.ContributionStated()
                | partner.ArrangementsPublished()
                | theme.ThemeReported()
            ):
                self.frames.change(id, lambda row: partners.stated(row, fact))
            case _:
                self._named(fact)

    def _named(self, fact: Fact) -> None:
        id, source = fact.originator_id, fact.provenance.source
        match fact:
            case priority.OutcomeAdopted(label=label, period=period):
                one = Named(label, str(period or ""), source)
                self.frames.change(id, lambda row: replace(row, outcomes=(*row.outcomes, one)))
            case bodies.BoardLinked(name=name, purpose=purpose):
                one = Named(name, purpose, source)
                self.frames.change(id, lambda row: replace(row, boards=(*row.boards, one)))
            case initiative.InitiativeRecorded(kind=kind, name=name, detail=detail, status=status):
                one = Named(name, detail, source, status, kind)
                self.frames.change(id, lambda row: replace(row, work=(*row.work, one)))
            case priority.DevelopmentAreaOpened(label=label, period=period):
                one = Named(label, str(period or ""), source)
                self.frames.change(id, lambda row: replace(row, aims=(*row.aims, one)))
            case place.ReportDutyAdded(duty=duty, answered_by=answered_by):
                asked = Duty(duty, answered_by, source)
                self.frames.change(id, lambda row: replace(row, duties=(*row.duties, asked)))
            case _:
                pass

    def frame(self) -> Frame | None:
        found = self.frames.where()
        return found[0] if found else None


def _roles(row: Frame, fact: Fact) -> tuple[Held, ...]:
    match fact:
        case bodies.RoleGiven(role=role, holder=holder, body=body):
            since = str(fact.told_on or "")
            return (*row.roles, Held(role, holder, body, fact.provenance.source, None, since))
        case bodies.RoleEnded():
            return tuple(
                replace(held, ended=fact.on) if _is(held, fact) else held for held in row.roles
            )
        case _:
            return row.roles


def _is(held: Held, ended: bodies.RoleEnded) -> bool:
    """An ending that names no body is of before a holder could have a role in several."""
    is_it = (held.role, held.holder) == (ended.role, ended.holder)
    return held.ended is None and is_it and ended.body in (None, held.body)


def _groups(row: Frame, fact: Fact) -> tuple[PartnershipGroup, ...]:
    match fact:
        case bodies.SubgroupFormed(name=name, purpose=purpose):
            others = tuple(group for group in row.groups if group.name != name)
            before = (group.placed for group in row.groups if group.name == name)
            placed = (*next(before, ()), (fact.micros, ""))
            new = PartnershipGroup(name, purpose, fact.provenance.source, placed=placed)
            return (*others, new)
        case bodies.SubgroupPlaced(name=name, under=to):
            at = fact.micros
            return tuple(g.moved(to, at) if g.name == name else g for g in row.groups)
        case bodies.SubgroupEnded(name=name, why=why):
            return tuple(replace(g, ended=why) if g.name == name else g for g in row.groups)
        case _:
            return row.groups


def _set_out(row: Frame, fact: Fact) -> Frame:
    source = fact.provenance.source
    match fact:
        case place.ReportingPeriodDeclared(label=label, period=period, note=note):
            return replace(row, periods=(*row.periods, Declared(label, period, note, source)))
        case priority.PriorityAdopted(priority=short, label=label, stated_period=stated):
            adopted = Priority(short, label, stated, fact.period, fact.note, source)
            return replace(row, priorities=(*row.priorities, adopted))
        case _:
            return row


def _ended(row: Frame, fact: Fact) -> Frame:
    match fact:
        case priority.PriorityEnded(priority=short, why=why):
            priorities = (
                replace(p, ended=why) if p.priority == short else p for p in row.priorities
            )
            return replace(row, priorities=tuple(priorities))
        case priority.DevelopmentAreaClosed(label=label, why=why):
            aims = (replace(aim, ended=why) if aim.name == label else aim for aim in row.aims)
            return replace(row, aims=tuple(aims))
        case place.PeriodWithdrawn(label=label, period=period, why=why):
            periods = (
                replace(p, withdrawn=why) if (p.label, p.period) == (label, period) else p
                for p in row.periods
            )
            return replace(row, periods=tuple(periods))
        case _:
            return row
