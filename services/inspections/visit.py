"""Visits of youth inspectors: what they saw and rated, what they ask for, and what came of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal, assert_never
from uuid import UUID

from events.fact import Provenance
from events.inspections.inspection import (
    FollowedUp,
    Rating,
    RecommendationMade,
    ServiceReplied,
    VisitFact,
    VisitFindingMade,
    VisitRecorded,
    VisitTakenOff,
)
from events.period import PartialDate
from services.command import Service, command, informed_command
from services.inspections.form import BadAnswer, Form, InspectionFormService, answered
from services.inspections.inspector import minutes_checked
from services.ledger import Ledger
from services.refusals import Missing, Refusal
from services.state import State


class TakenOff(Refusal):
    words = "This visit was taken off the record. Nothing can be added to it."


@dataclass(frozen=True)
class Visit(State):
    replied: bool = False
    taken_off: bool = False


def evolve_visit(state: Visit, fact: VisitFact) -> Visit:
    match fact:
        case ServiceReplied():
            return replace(state, replied=True)
        case VisitTakenOff():
            return replace(state, taken_off=True)
        case VisitRecorded() | VisitFindingMade() | RecommendationMade() | FollowedUp():
            return state
        case _:
            assert_never(fact)


def record_visit(
    visit: Visit,
    provenance: Provenance,
    *,
    form: Form,
    number: int,
    place: str,
    visited_on: PartialDate,
    inspectors: tuple[str, ...],
    given: Mapping[str, str],
    rating: Rating = "",
    minutes: int = 0,
    demo: bool = False,
) -> VisitRecorded:
    """Answers one version of a form. Raises ``BadAnswer`` or ``Missing``, naming the question."""
    if not place:
        raise Missing("Say where you went.", field="place")
    asked = form.questions.get(number)
    if asked is None:
        raise BadAnswer("That version of the form does not exist. Open the form again.")
    answers = tuple(answered(asked, given))
    return VisitRecorded(
        *visit.next(provenance),
        form=form.id,
        form_number=number,
        place=place,
        visited_on=visited_on,
        inspectors=inspectors,
        answers=answers,
        demo=demo,
        rating=rating,
        minutes=minutes_checked(minutes),
    )


def find(
    visit: Visit,
    provenance: Provenance,
    *,
    kind: Literal["good practice", "to improve"],
    finding: str,
) -> VisitFindingMade:
    _stands(visit)
    if not finding:
        raise Missing("Write down what you saw.", field="finding")
    return VisitFindingMade(*visit.next(provenance), kind=kind, finding=finding)


def recommend(visit: Visit, provenance: Provenance, *, recommendation: str) -> RecommendationMade:
    _stands(visit)
    if not recommendation:
        raise Missing("Say what should change.", field="recommendation")
    return RecommendationMade(*visit.next(provenance), recommendation=recommendation)


def reply(visit: Visit, provenance: Provenance, *, service: str, words: str) -> ServiceReplied:
    _stands(visit)
    if not service:
        raise Missing("Say which service replies.", field="service")
    if not words:
        raise Missing("Write the reply.", field="words")
    return ServiceReplied(*visit.next(provenance), service=service, reply=words)


def follow_up(visit: Visit, provenance: Provenance, *, seen: str, changed: bool) -> FollowedUp:
    _stands(visit)
    if not visit.replied:
        raise Missing("The service has not replied yet. Go back once it has.")
    if not seen:
        raise Missing("Say what you saw when you went back.", field="seen")
    return FollowedUp(*visit.next(provenance), seen=seen, changed=changed)


def take_off(visit: Visit, provenance: Provenance, *, why: str) -> VisitTakenOff:
    """Raises ``Missing`` without a reason, ``TakenOff`` the second time."""
    _stands(visit)
    if not why:
        raise Missing("Say what was wrong with it.", field="why")
    return VisitTakenOff(*visit.next(provenance), why=why)


def _stands(visit: Visit) -> None:
    if visit.taken_off:
        raise TakenOff


class VisitService(Service[Visit]):
    evolve = staticmethod(evolve_visit)
    find = command(find)
    recommend = command(recommend)
    reply = command(reply)
    follow_up = command(follow_up)
    take_off = command(take_off)

    def __init__(self, ledger: Ledger, forms: InspectionFormService) -> None:
        super().__init__(ledger)
        self.forms = forms

    @informed_command("now")
    def record(
        self,
        visit: Visit,
        provenance: Provenance,
        *,
        form: UUID,
        number: int,
        place: str,
        visited_on: PartialDate,
        inspectors: tuple[str, ...],
        given: Mapping[str, str],
        rating: Rating = "",
        minutes: int = 0,
        demo: bool = False,
    ) -> VisitRecorded:
        """Records a visit against the version of the form that was filled in."""
        return record_visit(
            visit,
            provenance,
            form=self.forms.recall(form),
            number=number,
            place=place,
            visited_on=visited_on,
            inspectors=inspectors,
            given=given,
            rating=rating,
            minutes=minutes,
            demo=demo,
        )
