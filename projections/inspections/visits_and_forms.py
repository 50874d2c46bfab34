"""Inspection forms, published and in draft, and the visits that used them."""

from __future__ import annotations

from dataclasses import replace

from events.fact import Fact
from events.inspections.form import FormDrafted, FormVersionPublished
from events.inspections.visit import (
    FollowedUp,
    RecommendationMade,
    ServiceReplied,
    VisitFindingMade,
    VisitRecorded,
    VisitTakenOff,
)
from projections.engine.projection import Projection
from projections.engine.tables import TableOf
from projections.inspections.form_rows import Form, Version
from projections.inspections.visit_rows import Reply, Visit, VisitFinding, WentBack, visited


class VisitsAndForms(Projection):
    name = "inspector_form"
    version = 3
    forms = TableOf(Form)
    visits = TableOf(Visit, index=("recorded",))

    def apply(self, fact: Fact) -> None:
        id = fact.originator_id
        match fact:
            case FormDrafted(title=title, questions=asked):
                draft = Version(0, title, asked, str(fact.on))
                form = self.forms.get(id) or Form(id, title, 0, (), False, 0)
                self.forms.put(replace(form, draft=draft, seen=fact.originator_version))
            case FormVersionPublished(title=title, number=number, questions=asked, demo=demo):
                version = Version(number, title, asked, str(fact.on))
                before = known.versions if (known := self.forms.get(id)) else ()
                seen, versions = fact.originator_version, (*before, version)
                self.forms.put(Form(id, title, number, asked, demo, seen, versions))
            case _:
                self._visit(fact)

    def _visit(self, fact: Fact) -> None:
        id = fact.originator_id
        match fact:
            case VisitRecorded():
                self.visits.put(visited(fact))
            case VisitFindingMade(kind=kind, finding=finding):
                found = VisitFinding(kind, finding)
                self.visits.change(id, lambda row: replace(row, findings=(*row.findings, found)))
            case RecommendationMade(recommendation=words):
                self.visits.change(
                    id, lambda row: replace(row, recommendations=(*row.recommendations, words))
                )
            case ServiceReplied(service=service, reply=reply):
                said = Reply(service, reply, fact.on)
                self.visits.change(id, lambda row: replace(row, replies=(*row.replies, said)))
            case FollowedUp(seen=seen, changed=changed):
                back = WentBack(seen, changed, fact.on)
                self.visits.change(id, lambda row: replace(row, went_back=(*row.went_back, back)))
            case VisitTakenOff(why=why):
                self.visits.change(id, lambda row: replace(row, taken_off=why))
            case _:
                pass

    def all_forms(self) -> list[Form]:
        """Those that are only drafted too."""
        return self.forms.where(order="title")

    def asked(self) -> list[Form]:
        """Those that may be filled in."""
        return [form for form in self.all_forms() if form.number]

    def all_visits(self) -> list[Visit]:
        """The newest first, with those that were taken off."""
        return self.visits.where(order="recorded", newest_first=True)
