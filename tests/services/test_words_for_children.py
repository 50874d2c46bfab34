"""What adults write for children is easy to read, or refused where it is decided."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest

from events.feedback.feedback import FeedbackSubmitted
from events.feedback.triage import FeedbackAnswered, FeedbackRead
from events.governance.decision import DecisionMade, DecisionProposed
from events.governance.partnership import HelpLine
from events.period import PartialDate
from services.childrens_version import editing, editing_state
from services.feedback import feedback_state
from services.feedback.no_action import propose_no_action
from services.feedback.triage import answer
from services.governance import (
    decision,
    decision_follow_up,
    decision_state,
    help_lines,
    partnership_state,
)
from services.learning import course_question, course_state
from services.ledger import Ledger
from services.reading_age import TooHard
from services.state import Evolve
from tests.services.interleaved import interleave
from tests.stories import STAFF, given, recorded

HARD = "The partnership utilises multi-agency governance to improve outcomes for practitioners."
SAID: dict[str, Any] = {
    "channel": "web",
    "feeling": "sad",
    "about": "",
    "words": "It is dark.",
    "age_band": "",
    "wants_answer": True,
    "receipt": "r",
    "demo": False,
}
PROPOSED = recorded(DecisionProposed, title="Lamps", priority="", theme="", demo=False)
MADE = recorded(
    DecisionMade,
    outcome="we will",
    decided="Lamps",
    made_by="the board",
    reason="It is dark",
    child_reason="",
    made_on=None,
    effective_on=None,
)
READ = recorded(FeedbackRead, reader="triage")
YES = {"decided": "Lamps", "made_by": "the board", "reason": "It is dark", "child_reason": HARD}
LINE = HelpLine("The team", "01234 567890", "always", HARD)
CHAPTER = {"report": UUID(int=9), "chapter": "hello", "words": HARD, "why": "w"}
DAYS = {"opens_on": PartialDate("2026-11-01"), "closes_on": PartialDate("2026-12-01")}
HEARD = (recorded(FeedbackSubmitted, **SAID), READ)
ASKED: dict[str, tuple[Evolve, tuple[Any, ...], Any, dict[str, Any], str]] = {
    "why": (decision_state.evolve, (PROPOSED,), decision.make, YES, "child_reason"),
    "impact": (
        decision_state.evolve,
        (PROPOSED, MADE),
        decision_follow_up.observe_impact,
        {"impact": HARD, "for_children": HARD},
        "for_children",
    ),
    "reply": (
        feedback_state.evolve,
        HEARD,
        answer,
        {"outcome": "we did", "reply": HARD},
        "reply",
    ),
    "no action": (feedback_state.evolve, HEARD, propose_no_action, {"why": HARD}, "why"),
    "help": (partnership_state.evolve, (), help_lines.add_help_line, {"line": LINE}, "what_for"),
    "chapter": (
        editing_state.evolve,
        (),
        editing.propose,
        {**CHAPTER, "standing": "open"},
        "words",
    ),
    "course": (
        course_state.evolve,
        (),
        course_question.open_question,
        {"code": "hrd234", "question": HARD, **DAYS},
        "question",
    ),
}


@pytest.mark.parametrize("name", ASKED)
def test_hard_words_for_children_are_refused_and_a_documents_stand(name: str) -> None:
    evolve, facts, decide, said, field = ASKED[name]
    given(evolve, *facts).on_a_page().when(decide, **said).refused(TooHard, field)
    assert given(evolve, *facts).when(decide, **said).decide()


def test_an_answer_in_another_language_is_judged_by_nobody_here() -> None:
    polish = recorded(FeedbackSubmitted, **SAID, language="pl")
    given(feedback_state.evolve, polish, READ).on_a_page().when(
        answer, outcome="we did", reply=HARD
    ).then(FeedbackAnswered)


def test_hard_words_are_refused_however_many_act_at_once(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    service, id = decision.DecisionService(ledger), UUID(int=4)
    service.propose(id, STAFF, title="Lamps")
    easy = {**YES, "child_reason": "It was dark."}
    interleave(monkeypatch, ledger, lambda: service.make(id, STAFF, **easy))
    with pytest.raises(decision_state.AlreadyMade):
        service.make(id, STAFF, **easy)
    with pytest.raises(TooHard):
        service.observe_impact(id, STAFF, impact=HARD, for_children=HARD)
