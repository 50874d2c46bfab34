"""What else holds a person's name, so that all of it is forgotten together."""

from __future__ import annotations

from uuid import UUID

from projections.inspections.inspectors import Inspectors
from projections.inspections.visits_and_forms import VisitsAndForms
from web.site.tenancy import here


def also_about(id: UUID) -> tuple[UUID, ...]:
    """The other streams with a person's name: of a youth inspector, the record and the visits."""
    with here.read(Inspectors) as record:
        me = record.by(id)
    with here.read(VisitsAndForms) as view:
        visits = tuple(each.id for each in view.visits.where(by=str(id)))
    return (*([me.id] if me else ()), *visits)
