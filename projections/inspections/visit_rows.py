"""A visit as a row: what was found, what the service replied, and what changed."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from events.inspections.visit import Answer, Rating, VisitRecorded
from events.period import PartialDate
from projections.engine.encryption import PersonalNames


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


def visited(fact: VisitRecorded) -> Visit:
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
