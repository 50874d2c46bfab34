"""What else holds a person's name, so that all of it is forgotten together."""

from __future__ import annotations

from uuid import UUID

from projections.inspections.inspectors import Inspectors
from projections.inspections.planned_visits import PlannedVisits
from projections.inspections.visits_and_forms import VisitsAndForms
from web.site.formatting import today
from web.site.tenancy import here


def also_about(id: UUID) -> tuple[UUID, ...]:
    """The other streams about a person: of a youth inspector, the record, the visits, old plans."""
    with here.read(Inspectors) as record:
        me = record.by(id)
    with here.read(VisitsAndForms) as view:
        visits = tuple(each.id for each in view.visits.where(by=str(id)))
    if me is None:
        return visits
    with here.read(PlannedVisits) as view:
        theirs = [each for each in view.all() if me.id in each.ever]
    over = (each.id for each in theirs if each.stands(today()) != "coming")
    return (me.id, *visits, *over)
