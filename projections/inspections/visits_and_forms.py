"""Inspection forms, as they are asked and as they are being written, and what became of visits."""

from __future__ import annotations

from dataclasses import dataclass, replace
from uuid import UUID

from events.fact import Fact
from events.inspections.inspection import (
    Answer,
    FollowedUp,
    FormDrafted,
    FormVersionPublished,
    Question,
    Rating,
    RecommendationMade,
    ServiceReplied,
    VisitFindingMade,
    VisitRecorded,
    VisitTakenOff,
)
from events.period import PartialDate
from projections.engine.encryption import PersonalNames
from projections.engine.projection import Projection
from projections.engine.tables import TableOf


@dataclass(frozen=True)
class Version:
    """A form as it was asked from a day on, in words, until the next version."""

    number: int
    title: str
    questions: tuple[Question, ...]
    on: str


@dataclass(frozen=True)
class Form:
    """The newest version of a form; ``number`` is 0 before the first is published.

    ``draft`` is what was written since. ``seen`` is the version of its stream, for whoever writes
    on.
    """

    id: UUID
    title: str
    number: int
    questions: tuple[Question, ...]
    demo: bool
    seen: int
    versions: tuple[Version, ...] = ()
    draft: Version | None = None

    @property
    def newest(self) -> tuple[Question, ...]:
        """As whoever writes on finds it: the draft where there is one."""
        return self.draft.questions if self.draft else self.questions


@dataclass(frozen=True)
class VisitFinding:
    kind: str
    finding: str


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
    findings: tuple[VisitFinding, ...] = ()
    rating: Rating = ""
    minutes: int = 0
    recommendations: tuple[str, ...] = ()
    replies: tuple[Reply, ...] = ()
    went_back: tuple[WentBack, ...] = ()
    taken_off: str = ""

    @property
    def status(self) -> str:
        if self.taken_off:
            return "taken off"
        if self.went_back:
            return "we went back"
        return "the service replied" if self.replies else "waiting for a reply"


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
                self.visits.put(_visited(fact))
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


def _visited(fact: VisitRecorded) -> Visit:
    return Visit(
        fact.originator_id,
        fact.form,
        fact.form_number,
        fact.place,
        fact.visited_on,
        fact.inspectors,
        fact.provenance.by,
        fact.answers,
        fact.demo,
        fact.micros,
        rating=fact.rating,
        minutes=fact.minutes,
    )
