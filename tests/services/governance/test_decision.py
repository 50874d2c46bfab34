"""What a decision needs before it is one."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4

from events.governance.decision import (
    DecisionActionAgreed,
    DecisionActionCompleted,
    DecisionMade,
    DecisionPriorityGiven,
    DecisionProposed,
    DecisionSuperseded,
    EvidenceLinked,
    ImpactObserved,
)
from events.period import PartialDate
from services.governance.decision import give_priority, link_evidence, make, propose
from services.governance.decision_follow_up import (
    agree_action,
    complete_action,
    observe_impact,
    supersede,
)
from services.governance.decision_state import (
    AlreadyMade,
    InForceTooEarly,
    NoChildImpact,
    NoChildReason,
    NoReason,
    NotForChildren,
    NotMadeYet,
    evolve,
)
from services.refusals import AlreadyThere, Missing, NotFound
from tests.stories import STREAM, given, recorded

PROPOSED = recorded(DecisionProposed, title="Lamps", priority="", theme="", demo=False)
FROM_A_CHILD = recorded(EvidenceLinked, kind="feedback", evidence=UUID(int=7), said="feedback")
FROM_AN_AUDIT = recorded(EvidenceLinked, kind="audit", evidence=UUID(int=8), said="an audit")
MADE = recorded(
    DecisionMade,
    outcome="we will",
    decided="Yes",
    made_by="board",
    reason="light",
    child_reason="so you can see",
    made_on=None,
    effective_on=None,
)
SILENT = recorded(
    DecisionMade,
    outcome="we will",
    decided="Yes",
    made_by="board",
    reason="light",
    child_reason="",
    made_on=None,
    effective_on=None,
)
AGREED = recorded(DecisionActionAgreed, action="a", text="buy lamps", owner="council", due=None)
YES: dict[str, Any] = {"decided": "Put up lamps", "made_by": "the board", "reason": "It is dark"}


def test_a_decision_is_proposed_with_a_title() -> None:
    given(evolve).when(propose, title="Lamps").then(DecisionProposed, title="Lamps")
    given(evolve).when(propose, title="").refused(Missing, "title")


def test_a_decision_is_made_by_somebody_for_a_reason() -> None:
    given(evolve, PROPOSED).when(make, **YES).then(DecisionMade, reason="It is dark")


def test_a_decision_without_a_reason_is_refused() -> None:
    given(evolve, PROPOSED).when(make, **{**YES, "reason": ""}).refused(NoReason, "reason")


def test_a_decision_without_a_maker_or_without_words_is_refused() -> None:
    given(evolve, PROPOSED).when(make, **{**YES, "made_by": ""}).refused(Missing, "made_by")
    given(evolve, PROPOSED).when(make, **{**YES, "decided": ""}).refused(Missing, "decided")


def test_where_children_asked_for_it_they_must_be_told_why() -> None:
    given(evolve, PROPOSED, FROM_A_CHILD).when(make, **YES).refused(NoChildReason, "child_reason")
    given(evolve, PROPOSED, FROM_A_CHILD).when(make, **YES, child_reason="It was dark.").then(
        DecisionMade, child_reason="It was dark."
    )


def test_where_no_child_asked_a_childs_reason_is_not_needed() -> None:
    given(evolve, PROPOSED, FROM_AN_AUDIT).when(make, **YES).then(DecisionMade)


def test_it_may_come_into_force_later_than_it_is_made() -> None:
    days = {"made_on": PartialDate("2025-03-05"), "effective_on": PartialDate("2025-04-01")}
    given(evolve, PROPOSED).when(make, **YES, **days).then(DecisionMade, **days)


def test_it_is_not_in_force_before_it_is_made() -> None:
    days = {"made_on": PartialDate("2025-04-01"), "effective_on": PartialDate("2025-03-31")}
    given(evolve, PROPOSED).when(make, **YES, **days).refused(InForceTooEarly, "effective_on")


def test_it_is_made_once() -> None:
    given(evolve, PROPOSED, MADE).when(make, **YES).refused(AlreadyMade)


def test_what_it_rests_on_is_linked_once_before_it_is_made_or_after() -> None:
    link = {"kind": "audit", "evidence": UUID(int=8), "said": "an audit"}
    given(evolve, PROPOSED).when(link_evidence, **link).then(EvidenceLinked)
    given(evolve, PROPOSED, FROM_AN_AUDIT).when(link_evidence, **link).refused(AlreadyThere)
    given(evolve, PROPOSED, MADE).when(link_evidence, **link).then(EvidenceLinked)


def test_childrens_words_are_linked_later_only_where_children_are_told_why() -> None:
    link = {"kind": "statement", "evidence": UUID(int=8), "said": "what one child said"}
    given(evolve, PROPOSED, SILENT).when(link_evidence, **link).refused(NotForChildren)
    given(evolve, PROPOSED, MADE).when(link_evidence, **link).then(EvidenceLinked)


def test_a_priority_is_given_at_any_time() -> None:
    given(evolve, PROPOSED).when(give_priority, priority="neglect").then(DecisionPriorityGiven)
    made = given(evolve, PROPOSED, MADE)
    made.when(give_priority, priority="neglect").then(DecisionPriorityGiven, priority="neglect")
    again = recorded(DecisionPriorityGiven, priority="neglect")
    given(evolve, PROPOSED, MADE, again).when(give_priority, priority="neglect").refused(
        AlreadyThere
    )


def test_impact_has_a_text_for_adults_and_one_for_children() -> None:
    from_children = recorded(
        EvidenceLinked, kind="consultation", evidence=UUID(int=8), said="a group"
    )
    story = given(evolve, PROPOSED, from_children, MADE).on_a_page()
    story.when(observe_impact, impact="76 % felt heard, from 33 %").refused(NoChildImpact)
    story.when(
        observe_impact,
        impact="76 % felt heard, from 33 %",
        for_children="More of you feel heard.",
        before="33 %",
        after="76 %",
        how_known="asked twice",
    ).then(ImpactObserved, before="33 %", after="76 %")


def test_actions_and_impact_come_after_it_is_made() -> None:
    action = {"action": "a", "text": "buy lamps", "owner": "council", "due": None}
    given(evolve, PROPOSED, MADE).when(agree_action, **action).then(DecisionActionAgreed)
    given(evolve, PROPOSED).when(agree_action, **action).refused(NotMadeYet)
    given(evolve, PROPOSED).when(observe_impact, impact="lit").refused(NotMadeYet)
    given(evolve, PROPOSED, MADE).when(observe_impact, impact="lit").then(ImpactObserved)


def test_an_open_action_is_completed_with_what_came_of_it() -> None:
    story = given(evolve, PROPOSED, MADE, AGREED)
    story.when(complete_action, action="a", result="lit").then(DecisionActionCompleted)
    story.when(complete_action, action="a", result="").refused(Missing, "result")
    story.when(complete_action, action="b", result="lit").refused(NotFound)


def test_it_is_replaced_once_by_another_for_a_reason() -> None:
    story = given(evolve, PROPOSED, MADE)
    story.when(supersede, by=uuid4(), why="better lamps").then(DecisionSuperseded)
    story.when(supersede, by=uuid4(), why="").refused(NoReason, "why")
    story.when(supersede, by=STREAM, why="x").refused(Missing, "by")
    replaced = recorded(DecisionSuperseded, by=uuid4(), why="x")
    given(evolve, PROPOSED, MADE, replaced).when(supersede, by=uuid4(), why="x").refused(
        AlreadyThere
    )
