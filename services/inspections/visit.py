"""Visits of youth inspectors: recorded, found, recommended, replied to, followed up."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal
from uuid import UUID

from events.fact import Provenance
from events.inspections.visit import (
    FollowedUp,
    Rating,
    RecommendationMade,
    ServiceReplied,
    VisitFindingMade,
    VisitRecorded,
    VisitTakenOff,
)
from events.period import PartialDate
from services.command import Service, command, informed_command
from services.inspections.form import Form, InspectionFormService
from services.inspections.inspector import minutes_checked
from services.inspections.questions import BadAnswer, answered
from services.inspections.visit_state import Visit, evolve_visit, not_taken_off
from services.ledger import Ledger
from services.refusals import Missing


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
    return VisitRecorded(
        *visit.next(provenance),
        form=form.id,
        form_number=number,
        place=place,
        visited_on=visited_on,
        inspectors=inspectors,
        answers=tuple(answered(asked, given)),
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
    not_taken_off(visit)
    if not finding:
        raise Missing("Write down what you saw.", field="finding")
    return VisitFindingMade(*visit.next(provenance), kind=kind, finding=finding)


def recommend(visit: Visit, provenance: Provenance, *, recommendation: str) -> RecommendationMade:
    not_taken_off(visit)
    if not recommendation:
        raise Missing("Say what should change.", field="recommendation")
    return RecommendationMade(*visit.next(provenance), recommendation=recommendation)


def reply(visit: Visit, provenance: Provenance, *, service: str, words: str) -> ServiceReplied:
    not_taken_off(visit)
    if not service:
        raise Missing("Say which service replies.", field="service")
    if not words:
        raise Missing("Write the reply.", field="words")
    return ServiceReplied(*visit.next(provenance), service=service, reply=words)


def follow_up(visit: Visit, provenance: Provenance, *, seen: str, changed: bool) -> FollowedUp:
    not_taken_off(visit)
    if not visit.replied:
        raise Missing("The service has not replied yet. Go back once it has.")
    if not seen:
        raise Missing("Say what you saw when you went back.", field="seen")
    return FollowedUp(*visit.next(provenance), seen=seen, changed=changed)


def take_off(visit: Visit, provenance: Provenance, *, why: str) -> VisitTakenOff:
    """Raises ``Missing`` without a reason, ``TakenOff`` the second time."""
    not_taken_off(visit)
    if not why:
        raise Missing("Say what was wrong with it.", field="why")
    return VisitTakenOff(*visit.next(provenance), why=why)


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
