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
from services.inspections.form import BadAnswer, Form, InspectionFormService, answered
from services.inspections.inspector import minutes_checked
from services.ledger import Ledger, Service, State, decides, opens
from services.refusals import Missing, Refusal


class TakenOff(Refusal):
    words = "This visit was taken off the record. Nothing can be added to it."


@dataclass(frozen=True)
class Visit(State):
    replied: bool = False
    taken_off: bool = False


def evolve_visit(visit: Visit | None, fact: VisitFact) -> Visit:
    state = replace(visit or Visit(fact.originator_id, 0), version=fact.originator_version)
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
    stream: UUID,
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
    asked = (form.questions or {}).get(number)
    if asked is None:
        raise BadAnswer("That version of the form does not exist. Open the form again.")
    answers = tuple(answered(asked, given))
    return VisitRecorded(
        stream,
        1,
        provenance,
        form.id,
        number,
        place,
        visited_on,
        inspectors,
        answers,
        demo,
        rating,
        minutes_checked(minutes),
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
    return VisitFindingMade(visit.id, visit.version + 1, provenance, kind, finding)


def recommend(visit: Visit, provenance: Provenance, *, recommendation: str) -> RecommendationMade:
    _stands(visit)
    if not recommendation:
        raise Missing("Say what should change.", field="recommendation")
    return RecommendationMade(visit.id, visit.version + 1, provenance, recommendation)


def reply(visit: Visit, provenance: Provenance, *, service: str, words: str) -> ServiceReplied:
    _stands(visit)
    if not service:
        raise Missing("Say which service replies.", field="service")
    if not words:
        raise Missing("Write the reply.", field="words")
    return ServiceReplied(visit.id, visit.version + 1, provenance, service, words)


def follow_up(visit: Visit, provenance: Provenance, *, seen: str, changed: bool) -> FollowedUp:
    _stands(visit)
    if not visit.replied:
        raise Missing("The service has not replied yet. Go back once it has.")
    if not seen:
        raise Missing("Say what you saw when you went back.", field="seen")
    return FollowedUp(visit.id, visit.version + 1, provenance, seen, changed)


def take_off(visit: Visit, provenance: Provenance, *, why: str) -> VisitTakenOff:
    """Raises ``Missing`` without a reason, ``TakenOff`` the second time."""
    _stands(visit)
    if not why:
        raise Missing("Say what was wrong with it.", field="why")
    return VisitTakenOff(visit.id, visit.version + 1, provenance, why)


def _stands(visit: Visit) -> None:
    if visit.taken_off:
        raise TakenOff


class VisitService(Service[Visit]):
    evolve = staticmethod(evolve_visit)
    find = decides(find)
    recommend = decides(recommend)
    reply = decides(reply)
    follow_up = decides(follow_up)
    take_off = decides(take_off)
    _record = opens(record_visit)

    def __init__(self, ledger: Ledger, forms: InspectionFormService) -> None:
        super().__init__(ledger)
        self.forms = forms

    def record(
        self,
        stream: UUID,
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
    ) -> None:
        """Records a visit against the version of the form that was filled in."""
        self._record(
            stream,
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
