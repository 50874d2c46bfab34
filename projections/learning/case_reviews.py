"""Every case review: how far it is, each step with its day, what was recommended and done."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import assert_never
from uuid import UUID

from events.fact import Fact
from events.learning import case_review as case
from events.period import PartialDate
from projections.engine.agreed_action import AgreedAction, completed
from projections.engine.encryption import Personal
from projections.engine.projection import Projection
from projections.engine.tables import TableOf

_RapidReviewFact = (
    case.RapidReviewStarted | case.RapidReviewHeld | case.RapidReviewCompleted | case.PanelReplied
)
_PracticeReviewFact = (
    case.ReviewCommissioned
    | case.ReviewCompleted
    | case.PublicationPlanned
    | case.FullReportSent
    | case.PublicationDeferred
    | case.ReviewPublished
)


@dataclass(frozen=True)
class CaseStep:
    """One thing that happened; ``state`` is where the case stands since, if it moved."""

    what: str
    on: PartialDate | None
    words: str = ""
    state: str = ""


@dataclass(frozen=True)
class CaseRow:
    """``details`` are for those who work on it alone. No child is named in any of it."""

    id: UUID
    reference: str
    label: str
    details: Personal
    aware_on: PartialDate | None
    to_notify: bool
    demo: bool
    source: str
    recorded: int
    state: str = "considered"
    topics: tuple[str, ...] = ()
    steps: tuple[CaseStep, ...] = ()
    recommendations: tuple[str, ...] = ()
    actions: tuple[AgreedAction, ...] = ()
    impacts: tuple[str, ...] = ()

    @property
    def open_actions(self) -> tuple[AgreedAction, ...]:
        return tuple(action for action in self.actions if not action.result)

    def has(self, topic: str) -> bool:
        """Whether something of that name happened, such as ``review_published``."""
        return f"case.{topic}" in self.topics

    def without_details(self) -> CaseRow:
        return replace(self, details="")


class CaseReviews(Projection):
    name = "case_register"
    cases = TableOf(CaseRow, index=("recorded",))

    def apply(self, fact: Fact) -> None:
        id = fact.originator_id
        match fact:
            case case.CaseConsidered():
                self.cases.put(_considered(fact))
            case case.CaseRecommendationMade(recommendation=said):
                self.cases.change(
                    id, lambda row: replace(row, recommendations=(*row.recommendations, said))
                )
            case case.CaseActionAgreed(action=action, text=text, owner=owner, due=due):
                agreed = AgreedAction(action, text, owner, due)
                self.cases.change(id, lambda row: replace(row, actions=(*row.actions, agreed)))
            case case.CaseActionCompleted(action=action, result=result):
                self.cases.change(
                    id, lambda row: replace(row, actions=completed(row.actions, action, result))
                )
            case case.CaseImpactObserved(impact=impact):
                self.cases.change(id, lambda row: replace(row, impacts=(*row.impacts, impact)))
            case _:
                recorded = step(fact) if isinstance(fact, case.CaseFact) else None
                if recorded is not None:
                    self.cases.change(id, lambda row: _further(row, fact.TOPIC, recorded))

    def all(self) -> list[CaseRow]:
        """The newest first."""
        return self.cases.where(order="recorded", newest_first=True)

    def case(self, id: UUID) -> CaseRow | None:
        return self.cases.get(id)


def step(fact: case.CaseFact) -> CaseStep | None:
    """What a fact adds to the steps of a case; nothing where it is no step."""
    if isinstance(fact, _RapidReviewFact):
        return _rapid_review(fact)
    if isinstance(fact, _PracticeReviewFact):
        return _practice_review(fact)
    match fact:
        case case.IncidentNotified():
            return CaseStep("Serious incident notified", fact.notified_on, fact.to, "notified")
        case case.ActionPlanAgreed():
            return CaseStep("Action plan agreed", fact.agreed_on, f"By {fact.by}")
        case case.ActionPlanSignedOff():
            return CaseStep("Action plan signed off", fact.signed_on, f"By {fact.by}")
        case case.CaseClosed():
            words, state = f"Why: {fact.why}", "closed without a review"
            return CaseStep("Closed without a review", fact.closed_on, words, state)
        case (
            case.CaseConsidered()
            | case.CaseRecommendationMade()
            | case.CaseActionAgreed()
            | case.CaseActionCompleted()
            | case.CaseImpactObserved()
        ):
            return None
        case _:
            assert_never(fact)


def _rapid_review(fact: _RapidReviewFact) -> CaseStep:
    match fact:
        case case.RapidReviewStarted():
            return CaseStep("Rapid review started", fact.started_on, "", "rapid review under way")
        case case.RapidReviewHeld():
            return CaseStep("Rapid review met", fact.held_on, "", "rapid review under way")
        case case.RapidReviewCompleted():
            words = f"{fact.outcome.capitalize()}. Why: {fact.why}"
            return CaseStep(
                "Rapid review completed", fact.completed_on, words, "rapid review completed"
            )
        case case.PanelReplied():
            words = f"The Panel {fact.view}. {fact.reply}".strip()
            return CaseStep("National Panel replied", fact.replied_on, words)
        case _:
            assert_never(fact)


def _practice_review(fact: _PracticeReviewFact) -> CaseStep:
    match fact:
        case case.ReviewCommissioned():
            lead, state = f"Led by {fact.lead}" if fact.lead else "", "practice review under way"
            return CaseStep("Practice review commissioned", fact.commissioned_on, lead, state)
        case case.ReviewCompleted():
            state = "completed, waiting to be published"
            return CaseStep("Practice review completed", fact.completed_on, "", state)
        case case.PublicationPlanned():
            return CaseStep("Publication planned for", fact.planned_on)
        case case.FullReportSent():
            to = "Full report sent to the Panel and the Secretary of State"
            return CaseStep(to, fact.sent_on)
        case case.PublicationDeferred():
            until = f"Until {fact.until}. " if fact.until else "No new day is set. "
            return CaseStep(
                "Publication put off", None, f"{until}Why: {fact.why}", "publication put off"
            )
        case case.ReviewPublished():
            return CaseStep("Practice review published", fact.published_on, fact.where, "published")
        case _:
            assert_never(fact)


def _considered(fact: case.CaseConsidered) -> CaseRow:
    return CaseRow(
        fact.originator_id,
        fact.reference,
        fact.label,
        fact.details,
        fact.aware_on,
        fact.to_notify,
        fact.demo,
        fact.provenance.source,
        fact.micros,
    )


def _further(row: CaseRow, topic: str, recorded: CaseStep) -> CaseRow:
    topics = tuple(dict.fromkeys((*row.topics, topic)))
    state = recorded.state or row.state
    return replace(row, steps=(*row.steps, recorded), topics=topics, state=state)
