"""Visits that youth inspectors will make: planned, changed, called off, and made."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from events.fact import Provenance
from events.inspections.planned_visit import (
    PlannedVisitMade,
    VisitCalledOff,
    VisitPlanChanged,
    VisitPlanned,
)
from services.command import Service, command, informed_command
from services.inspections.form import Form, InspectionFormService
from services.inspections.inspector import Inspector, InspectorService
from services.inspections.planned_visit_state import (
    CalledOff,
    CannotGo,
    DayGone,
    FormNotPublished,
    NobodyGoes,
    Plan,
    PlanChangedMeanwhile,
    PlannedVisit,
    evolve_planned,
)
from services.ledger import Ledger
from services.refusals import Missing


def plan_visit(
    visit: PlannedVisit,
    provenance: Provenance,
    *,
    plan: Plan,
    form: Form,
    going: Sequence[Inspector],
    today: date,
) -> VisitPlanned:
    """``form`` and ``going`` are what is known of the plan's. Refuses what makes no plan."""
    _check(plan, form, going, today)
    return VisitPlanned(*visit.next(provenance), **vars(plan))


def change_plan(
    visit: PlannedVisit,
    provenance: Provenance,
    *,
    plan: Plan,
    form: Form,
    going: Sequence[Inspector],
    today: date,
    seen: int,
) -> VisitPlanChanged:
    """``seen`` is the version that was written on. Raises ``CalledOff`` or what a plan does."""
    if visit.called_off or visit.plan is None:
        raise CalledOff
    if seen != visit.version:
        raise PlanChangedMeanwhile
    _check(plan, form, going, today)
    before, now = visit.plan.parts, plan.parts
    changed = tuple(part for part in now if now[part] != before[part])
    if not changed:
        raise Missing("Nothing is different from the plan as it was. Change it, or go back.")
    old = visit.plan.inspectors
    return VisitPlanChanged(
        *visit.next(provenance),
        **vars(plan),
        changed=changed,
        joined=tuple(each for each in plan.inspectors if each not in old),
        left=tuple(each for each in old if each not in plan.inspectors),
    )


def call_off(visit: PlannedVisit, provenance: Provenance, *, why: str) -> VisitCalledOff:
    """Raises ``CalledOff`` the second time, ``Missing`` without a reason."""
    if visit.called_off:
        raise CalledOff
    if not why:
        raise Missing("Say why it is called off. The inspectors see it.", field="why")
    return VisitCalledOff(*visit.next(provenance), why=why)


def make(visit: PlannedVisit, provenance: Provenance, *, visit_made: UUID) -> PlannedVisitMade:
    """Also of a plan that was called off: who had no line could not know, and went."""
    return PlannedVisitMade(*visit.next(provenance), visit=visit_made)


def _check(plan: Plan, form: Form, going: Sequence[Inspector], today: date) -> None:
    if not plan.service:
        raise Missing("Say which service they visit.", field="service")
    if plan.day.precision != "day":
        raise Missing("Give the day itself, such as 3 December 2026.", field="day")
    if plan.day.last < today:
        raise DayGone
    if not plan.inspectors:
        raise NobodyGoes
    known = {each.id for each in going if each.version and not each.stood_down}
    if not known.issuperset(plan.inspectors):
        raise CannotGo
    if not form.numbers:
        raise FormNotPublished


class PlannedVisitService(Service[PlannedVisit]):
    evolve = staticmethod(evolve_planned)
    call_off = command(call_off)
    make = command(make)

    def __init__(
        self, ledger: Ledger, forms: InspectionFormService, inspectors: InspectorService
    ) -> None:
        super().__init__(ledger)
        self.forms, self.inspectors = forms, inspectors

    @informed_command("now")
    def plan(
        self,
        visit: PlannedVisit,
        provenance: Provenance,
        *,
        plan: Plan,
        today: date,
    ) -> VisitPlanned:
        """Plans a visit with a form that is published, by inspectors who have not stood down."""
        asked, going = self._known(plan)
        return plan_visit(visit, provenance, plan=plan, form=asked, going=going, today=today)

    @informed_command()
    def change_plan(
        self,
        visit: PlannedVisit,
        provenance: Provenance,
        *,
        plan: Plan,
        today: date,
        seen: int,
    ) -> VisitPlanChanged:
        """The whole plan anew. Nothing that somebody else changed is written over unseen."""
        asked, going = self._known(plan)
        return change_plan(
            visit, provenance, plan=plan, form=asked, going=going, today=today, seen=seen
        )

    def _known(self, plan: Plan) -> tuple[Form, list[Inspector]]:
        """Raises ``NotFound`` where an id is of something else."""
        return self.forms.known(plan.form), [self.inspectors.known(i) for i in plan.inspectors]
