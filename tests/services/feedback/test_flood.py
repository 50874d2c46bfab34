"""Setting one of many alike messages aside, as by hand."""

from __future__ import annotations

from events.feedback.feedback import FeedbackTakenBack, MoreSaid
from events.feedback.triage import FeedbackRead, NoActionProposed
from services.feedback.feedback_state import AlreadyTakenBack, evolve
from services.feedback.flood import ChangedMeanwhile, set_aside
from services.refusals import AlreadyThere, Missing
from services.state import folded
from tests.services.feedback.test_feedback import SUBMITTED
from tests.stories import STAFF, STREAM, given, recorded

WHY = {"why": "We got this many times.", "reader": "triage"}
READ = recorded(FeedbackRead, reader="triage")
PROPOSED = recorded(NoActionProposed, why="x")


def test_what_nobody_has_read_is_read_and_then_proposed_for_no_action() -> None:
    state = folded(evolve, STREAM, [SUBMITTED])
    decided = set_aside(state, STAFF, shown=1, **WHY)
    assert isinstance(decided, tuple)
    assert [type(fact) for fact in decided] == [FeedbackRead, NoActionProposed]
    assert [fact.originator_version for fact in decided] == [2, 3]
    given(evolve, SUBMITTED, READ).when(set_aside, shown=2, **WHY).then(NoActionProposed)


def test_one_that_was_changed_meanwhile_is_left() -> None:
    more = recorded(MoreSaid, kind="later", words="He hits me")
    given(evolve, SUBMITTED, more).when(set_aside, shown=1, **WHY).refused(ChangedMeanwhile)


def test_it_takes_a_reason_and_is_proposed_once() -> None:
    no_reason = {**WHY, "why": ""}
    given(evolve, SUBMITTED).when(set_aside, shown=1, **no_reason).refused(Missing, "why")
    given(evolve, SUBMITTED, READ, PROPOSED).when(set_aside, shown=3, **WHY).refused(AlreadyThere)


def test_what_was_taken_back_is_not_set_aside() -> None:
    back = recorded(FeedbackTakenBack)
    given(evolve, SUBMITTED, back).when(set_aside, shown=2, **WHY).refused(AlreadyTakenBack)
