"""Youth inspectors: the form to fill in, and what became of each visit."""

from __future__ import annotations

from dataclasses import dataclass, replace
from uuid import UUID

from events.fact import Fact
from events.inspection import (
    Answer,
    FollowedUp,
    FormVersionPublished,
    InspectorInvited,
    InspectorStoodDown,
    InspectorTrained,
    Question,
    RecommendationMade,
    ServiceReplied,
    VisitFindingMade,
    VisitRecorded,
)
from events.period import PartialDate
from projections.audit_programme import Finding
from projections.projection import Projection
from projections.rows import TableOf
from projections.sealing import Personal, PersonalNames


@dataclass(frozen=True)
class Inspector:
    id: UUID
    name: Personal
    access: UUID
    trainings: tuple[str, ...] = ()
    stood_down: bool = False


@dataclass(frozen=True)
class Form:
    """The newest version of a form."""

    id: UUID
    title: str
    number: int
    questions: tuple[Question, ...]
    demo: bool


@dataclass(frozen=True)
class Reply:
    service: str
    reply: str
    on: PartialDate


@dataclass(frozen=True)
class WentBack:
    seen: str
    changed: bool
    on: PartialDate


@dataclass(frozen=True)
class Visit:
    id: UUID
    form: UUID
    form_number: int
    place: str
    visited_on: PartialDate
    inspectors: PersonalNames
    by: str
    answers: tuple[Answer, ...]
    demo: bool
    recorded: int
    findings: tuple[Finding, ...] = ()
    recommendations: tuple[str, ...] = ()
    replies: tuple[Reply, ...] = ()
    went_back: tuple[WentBack, ...] = ()

    @property
    def status(self) -> str:
        if self.went_back:
            return "we went back"
        return "the service replied" if self.replies else "waiting for a reply"


class InspectorForm(Projection):
    name = "inspector_form"
    inspectors = TableOf(Inspector)
    forms = TableOf(Form)
    visits = TableOf(Visit, index=("recorded",))

    def apply(self, fact: Fact) -> None:
        id = fact.originator_id
        match fact:
            case InspectorInvited(name=name, access=access):
                self.inspectors.put(Inspector(id, name, access))
            case InspectorTrained(training=training):
                self.inspectors.change(
                    id, lambda row: replace(row, trainings=(*row.trainings, training))
                )
            case InspectorStoodDown():
                self.inspectors.change(id, lambda row: replace(row, stood_down=True))
            case FormVersionPublished(title=title, number=number, questions=asked, demo=demo):
                self.forms.put(Form(id, title, number, asked, demo))
            case _:
                self._visit(fact)

    def _visit(self, fact: Fact) -> None:
        id = fact.originator_id
        match fact:
            case VisitRecorded():
                self.visits.put(_visited(fact))
            case VisitFindingMade(kind=kind, finding=finding):
                found = Finding(kind, finding)
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
            case _:
                pass

    def all_forms(self) -> list[Form]:
        return self.forms.where(order="title")

    def all_visits(self) -> list[Visit]:
        """The newest first."""
        return self.visits.where(order="recorded", newest_first=True)

    def all_inspectors(self) -> list[Inspector]:
        return sorted(self.inspectors.where(), key=lambda inspector: inspector.name)


def _visited(fact: VisitRecorded) -> Visit:
    return Visit(
        fact.originator_id,
        fact.form,
        fact.form_number,
        fact.place,
        fact.visited_on,
        fact.inspectors,
        fact.told.by,
        fact.answers,
        fact.demo,
        int(fact.recorded_at.timestamp() * 1_000_000),
    )
