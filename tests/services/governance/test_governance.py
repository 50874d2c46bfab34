"""What meetings, sub-groups, risks and the progress of actions allow."""

from __future__ import annotations

from uuid import UUID

import pytest

from events.governance.action import ActionDueDayMoved, ActionImpactNoted, ActionProgressNoted
from events.governance.bodies import SubgroupEnded, SubgroupFormed, SubgroupPlaced
from events.governance.meeting import (
    AgendaItemAdded,
    AttendanceRecorded,
    MeetingActionAgreed,
    MeetingActionCompleted,
    MeetingCalled,
    MeetingHeld,
    NoActionsAgreed,
    ResolutionLedToDecision,
    ResolutionPassed,
)
from events.governance.partnership import (
    PartnershipRegistered,
    PeriodWithdrawn,
    ReportingPeriodDeclared,
)
from events.governance.priority import (
    DevelopmentAreaClosed,
    DevelopmentAreaOpened,
    PriorityAdopted,
    PriorityEnded,
)
from events.governance.risk import RiskClosed, RiskRaised, RiskReviewed
from events.period import PartialDate
from events.reporting.figure import DiscrepancyNoted, FigureReported
from events.value import Value
from services.governance import (
    action,
    meeting,
    meeting_action,
    meeting_state,
    partnership_endings,
    partnership_state,
    resolution,
    risk,
    subgroup,
)
from services.governance.meeting_state import (
    ActionsWereAgreed,
    HeldAlready,
    NoActionsWereAgreed,
    NotHeldYet,
)
from services.governance.partnership_state import GoesRoundInACircle, NoSuchGroup
from services.governance.priority import adopt_priority
from services.refusals import AlreadyThere, Missing, NotFound
from tests.stories import given, recorded

DAY = PartialDate("2026-12-08")
CALLED = recorded(MeetingCalled, body="Executive", title="", planned_on=DAY, place="Hall")
HELD = recorded(MeetingHeld, body="Executive", title="", held_on=DAY, place="Hall")
ACTION = recorded(MeetingActionAgreed, action="a", text="Put it up", owner="Health", due=DAY)
NONE = recorded(NoActionsAgreed)
RESOLVED = recorded(ResolutionPassed, number=1, text="Ask for training", asks="")
REGISTERED = recorded(
    PartnershipRegistered,
    name="Norfolk SCP",
    slug="norfolk",
    short_name="Norfolk",
    region="",
    safeguarding_partners=(),
    contact="",
    help_lines=(),
)
BOARD = recorded(SubgroupFormed, name="Board", purpose="")
GROUP = recorded(SubgroupFormed, name="Group", purpose="")
PLACED = recorded(SubgroupPlaced, name="Group", under="Board")
RAISED = recorded(
    RiskRaised, kind="risk", title="t", detail="", raised_by="", owner="", level="high"
)
FIGURE = recorded(
    FigureReported,
    name="n",
    value=Value(1),
    unit="",
    period=None,
    as_at=None,
    definition="",
    derived_from=(),
)
DOUBT = recorded(DiscrepancyNoted, about="a", one="b", other="c", note="")
ENDED = recorded(RiskClosed, how="It went away")


def test_a_meeting_is_called_planned_and_held_before_it_has_minutes() -> None:
    given(meeting_state.evolve).when(meeting.call, body="Executive", planned_on=DAY).then(
        MeetingCalled, planned_on=DAY
    )
    called = given(meeting_state.evolve, CALLED)
    called.when(meeting.add_to_agenda, item="1", heading="Posters").then(AgendaItemAdded)
    called.when(meeting.attend, role="LSP", present=2, of=3).refused(NotHeldYet)
    called.when(meeting.hold_called, held_on=DAY).then(MeetingHeld, place="Hall", body="Executive")
    held = given(meeting_state.evolve, CALLED, HELD)
    held.when(meeting.attend, role="LSP", present=2, of=3).then(AttendanceRecorded)
    held.when(meeting.hold_called, held_on=DAY).refused(HeldAlready)
    held.when(meeting.add_to_agenda, item="1", heading="Posters").refused(HeldAlready)


@pytest.mark.parametrize("body", ["", "Executive"])
def test_a_meeting_names_who_meets_and_an_item_what_it_is_about(body: str) -> None:
    if not body:
        given(meeting_state.evolve).when(meeting.call, body=body, planned_on=DAY).refused(
            Missing, "body"
        )
    given(meeting_state.evolve, CALLED).when(meeting.add_to_agenda, item="1", heading="").refused(
        Missing, "heading"
    )


def test_an_action_is_agreed_and_done_or_there_are_none() -> None:
    held = given(meeting_state.evolve, HELD)
    agreed = {"action": "a", "text": "Put it up", "owner": "Health", "due": None}
    held.when(meeting_action.agree_action, **agreed).then(MeetingActionAgreed, owner="Health")
    held.when(meeting_action.agree_action, **(agreed | {"owner": ""})).refused(Missing, "owner")
    held.when(meeting_action.agree_action, **(agreed | {"text": ""})).refused(Missing, "text")
    open_one = given(meeting_state.evolve, HELD, ACTION)
    open_one.when(meeting_action.agree_no_actions).refused(ActionsWereAgreed)
    open_one.when(meeting_action.complete_action, action="a", result="Done").then(
        MeetingActionCompleted
    )
    open_one.when(meeting_action.complete_action, action="b", result="Done").refused(NotFound)
    open_one.when(meeting_action.complete_action, action="a", result="").refused(Missing, "result")
    given(meeting_state.evolve, HELD, NONE).when(meeting_action.agree_action, **agreed).refused(
        NoActionsWereAgreed
    )


def test_a_resolution_can_open_a_decision() -> None:
    decision = UUID(int=7)
    resolved = given(meeting_state.evolve, HELD, RESOLVED)
    resolved.when(resolution.lead_to_decision, number=1, decision=decision).then(
        ResolutionLedToDecision, decision=decision
    )
    resolved.when(resolution.lead_to_decision, number=2, decision=decision).refused(NotFound)


def test_groups_answer_to_each_other_but_never_in_a_circle() -> None:
    known = given(partnership_state.evolve, REGISTERED, BOARD, GROUP)
    known.when(subgroup.place_subgroup, name="Group", under="Board").then(SubgroupPlaced)
    known.when(subgroup.place_subgroup, name="Group", under="Group").refused(GoesRoundInACircle)
    known.when(subgroup.place_subgroup, name="Group", under="Else").refused(NoSuchGroup, "under")
    known.when(subgroup.place_subgroup, name="Else", under="Group").refused(NoSuchGroup, "name")
    placed = given(partnership_state.evolve, REGISTERED, BOARD, GROUP, PLACED)
    placed.when(subgroup.place_subgroup, name="Board", under="Group").refused(GoesRoundInACircle)
    placed.when(subgroup.place_subgroup, name="Group", under="").then(SubgroupPlaced, under="")
    placed.when(subgroup.end_subgroup, name="Group", why="Merged").then(SubgroupEnded)
    placed.when(subgroup.end_subgroup, name="Group", why="").refused(Missing, "why")
    placed.when(subgroup.end_subgroup, name="Else", why="x").refused(NoSuchGroup)


def test_a_priority_an_aim_and_a_period_end_once_and_with_a_reason() -> None:
    none, why = "", "Reached"
    adopted = recorded(
        PriorityAdopted,
        priority="neglect",
        label="Neglect",
        stated_period=none,
        period=None,
        note=none,
    )
    aim = recorded(DevelopmentAreaOpened, label="Ask children", period=None)
    year = recorded(ReportingPeriodDeclared, label="Year", period=None, note=none)
    for decide, asked, fact in (
        (
            partnership_endings.end_priority,
            {"priority": "neglect", "label": "Neglect"},
            PriorityEnded,
        ),
        (
            partnership_endings.close_development_area,
            {"label": "Ask children"},
            DevelopmentAreaClosed,
        ),
        (partnership_endings.withdraw_period, {"label": "Year", "period": None}, PeriodWithdrawn),
    ):
        known = given(partnership_state.evolve, REGISTERED, adopted, aim, year)
        known.when(decide, **asked, why=none).refused(Missing, "why")
        known.when(decide, **asked, why=why).then(fact, why=why)
        ended = known.when(decide, **asked, why=why).decide()
        after = given(partnership_state.evolve, REGISTERED, adopted, aim, year, ended)
        after.when(decide, **asked, why=why).refused(NotFound)


def test_a_priority_is_adopted_again_once_it_has_ended() -> None:
    asked = {"priority": "neglect", "label": "Neglect"}
    adopted = given(partnership_state.evolve, REGISTERED).when(adopt_priority, **asked).decide()
    known = given(partnership_state.evolve, REGISTERED, adopted)
    known.when(adopt_priority, **asked).refused(AlreadyThere, "label")
    ended = known.when(partnership_endings.end_priority, **asked, why="Reached").decide()
    after = given(partnership_state.evolve, REGISTERED, adopted, ended)
    after.when(adopt_priority, **asked).then(PriorityAdopted, label="Neglect")


def test_a_risk_is_raised_looked_at_and_closed_for_good() -> None:
    given(risk.evolve).when(risk.raise_risk, kind="risk", title="t").then(
        RiskRaised, level="not rated"
    )
    given(risk.evolve).when(risk.raise_risk, kind="risk", title="").refused(Missing, "title")
    raised = given(risk.evolve, RAISED)
    raised.when(risk.review, level="low", done="More staff").then(RiskReviewed, level="low")
    raised.when(risk.review, level="low", done="").refused(Missing, "done")
    raised.when(risk.close, how="").refused(Missing, "how")
    raised.when(risk.close, how="It went away").then(RiskClosed)
    given(risk.evolve, RAISED, ENDED).when(risk.review, level="low", done="x").refused(
        risk.RiskIsClosed
    )


def test_progress_a_moved_day_and_an_impact_each_need_their_words() -> None:
    at = {"subject": UUID(int=3), "action": "a"}
    nothing = given(action.evolve)
    nothing.when(action.note_progress, **at, progress="Half").then(ActionProgressNoted)
    nothing.when(action.note_progress, **at, progress="").refused(Missing, "progress")
    nothing.when(action.move_due_day, **at, due=DAY, why="Late").then(ActionDueDayMoved, due=DAY)
    nothing.when(action.move_due_day, **at, due=DAY, why="").refused(Missing, "why")
    nothing.when(action.note_impact, **at, impact="Calmer").then(ActionImpactNoted)
    nothing.when(action.note_impact, **at, impact="").refused(Missing, "impact")
