"""What a partnership, its meetings, figures, training, reviews and reports allow."""

from __future__ import annotations

from datetime import date

import pytest

from events.governance.bodies import RoleEnded, RoleGiven
from events.governance.meeting import (
    ItemDiscussed,
    MeetingHeld,
    MinuteCorrected,
    NoActionsAgreed,
    ResolutionCompleted,
    ResolutionPassed,
)
from events.governance.partnership import PartnershipRegistered, ReportingPeriodDeclared
from events.governance.priority import PriorityAdopted
from events.learning.training_totals import TrainingTotalsReported
from events.period import PartialDate, Period
from events.reporting.figure import DiscrepancyNoted, FigureReported
from events.reporting.report import (
    CopySent,
    ReportApproved,
    ReportCorrected,
    ReportDrafted,
    ReportPublished,
)
from events.value import Value
from services.governance import (
    meeting,
    meeting_action,
    meeting_state,
    partnership,
    partnership_state,
    priority,
    registration,
    resolution,
)
from services.governance.registration import BadSlug
from services.learning import training_totals as training
from services.refusals import AlreadyThere, Missing, NotFound
from services.reporting import (
    figure,
    figure_state,
    rates_and_discrepancies,
    report_approval,
    report_circulation,
)
from services.reporting import report_state as report_rules
from services.reporting.figure_state import TwoTimes, UndefinedRate
from tests.stories import given, recorded

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
HELD = recorded(MeetingHeld, body="Board", title="", held_on=None, place="")
ASKED = recorded(ResolutionPassed, number=3, text="Train them", asks="the partnership")
ITEM = recorded(ItemDiscussed, item="1", heading="", text="a thing")
DRAFTED = recorded(
    ReportDrafted,
    name="r",
    title="R",
    also_called="",
    number=None,
    period=None,
    ruleset="Working Together 2018",
    duties=(),
    versions=(),
)
PUBLISHED = recorded(ReportPublished, where="site", published_on=PartialDate("2021-09-30"))


@pytest.mark.parametrize("slug", ["", "N", "norfolk!", "9a", "health", "static", "a" * 40])
def test_a_partnership_needs_an_address_that_works(slug: str) -> None:
    given(partnership_state.evolve).when(
        registration.register, name="x", slug=slug, short_name="", region=""
    ).refused(BadSlug, "slug")


def test_periods_may_touch_overlap_and_be_unknown() -> None:
    first = Period(PartialDate("2019-03-31"), PartialDate("2020-03-31"))
    story = given(partnership_state.evolve, REGISTERED)
    assert first.days == 367
    for period in (first, Period(PartialDate("2020-03-31"), PartialDate("2021-03")), None):
        story.when(partnership.declare_period, label="x", period=period).then(
            ReportingPeriodDeclared, period=period
        )


def test_a_priority_may_have_no_name_but_is_adopted_once() -> None:
    story = given(partnership_state.evolve, REGISTERED)
    story.when(priority.adopt_priority, priority="first").then(PriorityAdopted, label="")
    adopted = recorded(
        PriorityAdopted, priority="first", label="", stated_period="", period=None, note=""
    )
    given(partnership_state.evolve, REGISTERED, adopted).when(
        priority.adopt_priority, priority="first"
    ).refused(AlreadyThere)


def test_a_role_is_given_and_ended_and_one_person_may_hold_two() -> None:
    chair = recorded(RoleGiven, role="chair", holder="H", body="")
    story = given(partnership_state.evolve, REGISTERED, chair)
    story.when(partnership.give_role, role="scrutineer", holder="H").then(RoleGiven)
    story.when(partnership.give_role, role="chair", holder="H").refused(AlreadyThere)
    story.when(partnership.end_role, role="chair", holder="H").then(RoleEnded)
    story.when(partnership.end_role, role="chair", holder="J").refused(partnership_state.NoSuchRole)


def test_a_resolution_that_asks_stays_open_until_it_is_carried_out() -> None:
    story = given(meeting_state.evolve, HELD, ASKED)
    assert story.state.open_resolutions == {3}
    story.when(resolution.complete_resolution, number=3, result="trained").then(ResolutionCompleted)
    story.when(resolution.complete_resolution, number=4, result="x").refused(NotFound)
    story.when(resolution.resolve, number=3, text="again").refused(AlreadyThere)


def test_no_actions_is_said_outright_or_not_at_all() -> None:
    given(meeting_state.evolve, HELD).when(meeting_action.agree_no_actions).then(NoActionsAgreed)
    given(meeting_state.evolve, HELD, ASKED).when(meeting_action.agree_no_actions).refused(
        meeting_state.ActionsWereAgreed
    )


def test_more_cannot_come_than_there_are() -> None:
    given(meeting_state.evolve, HELD).when(meeting.attend, role="LSP", present=4, of=3).refused(
        Missing
    )


def test_a_minute_is_corrected_by_a_new_fact() -> None:
    right = {"was": "a thing", "now": "another thing", "why": "misheard"}
    given(meeting_state.evolve, HELD, ITEM).when(meeting.correct, item="1", **right).then(
        MinuteCorrected, **right
    )
    given(meeting_state.evolve, HELD, ITEM).when(meeting.correct, item="2", **right).refused(
        NotFound
    )


def test_a_rate_is_refused_without_its_definition() -> None:
    rate = {"name": "no-show rate", "value": Value(16), "unit": "%"}
    given(figure_state.evolve).when(figure.report_figure, **rate).refused(
        UndefinedRate, "definition"
    )
    given(figure_state.evolve).when(
        figure.report_figure, **rate, definition="no-shows out of places taken"
    ).then(FigureReported)


def test_a_figure_is_for_a_period_or_a_day() -> None:
    times = {
        "period": Period(PartialDate("2020"), PartialDate("2021")),
        "as_at": PartialDate("2020"),
    }
    given(figure_state.evolve).when(
        figure.report_figure, name="n", value=Value(1), unit="x", **times
    ).refused(TwoTimes)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (Value(1580), "1,580"),
        (Value(40, "at least"), "40+"),
        (Value(30, "about"), "about 30"),
        (Value(None, "all"), "all (number not stated)"),
        (Value(None, "unknown"), "not stated"),
    ],
)
def test_a_value_is_shown_as_it_was_stated(value: Value, words: str) -> None:
    assert str(value) == words


def test_a_contradiction_keeps_both_statements() -> None:
    given(figure_state.evolve).when(
        rates_and_discrepancies.note_discrepancy, about="x", one="a", other="b"
    ).then(DiscrepancyNoted, one="a", other="b")
    given(figure_state.evolve).when(
        rates_and_discrepancies.note_discrepancy, about="x", one="a", other=""
    ).refused(Missing)


def test_training_totals_need_a_total() -> None:
    given(training.evolve).when(training.report_totals, name="x", courses=Value(66)).then(
        TrainingTotalsReported, courses=Value(66), places=None
    )
    given(training.evolve).when(training.report_totals, name="x").refused(Missing)


def test_a_document_tells_approvals_and_publication_in_any_order() -> None:
    today = {"today": date(2026, 11, 24)}
    story = given(report_rules.evolve, DRAFTED)
    story.when(report_approval.approve, body="executive").then(ReportApproved)
    story.when(report_approval.publish, where="site", **today).then(
        ReportPublished, published_on=None
    )
    approved = recorded(ReportApproved, body="executive", approved_on=None)
    given(report_rules.evolve, DRAFTED, approved).when(
        report_approval.approve, body="executive"
    ).refused(AlreadyThere)
    given(report_rules.evolve, DRAFTED, PUBLISHED).when(
        report_approval.publish, where="x", **today
    ).refused(AlreadyThere)


def test_copies_and_corrections_come_after_publication() -> None:
    sent = {"recipient": "the Panel", "sent_on": PartialDate("2021-10-01")}
    given(report_rules.evolve, DRAFTED).when(report_circulation.send_copy, **sent).refused(
        report_rules.NotPublishedYet
    )
    given(report_rules.evolve, DRAFTED, PUBLISHED).when(report_circulation.send_copy, **sent).then(
        CopySent
    )
    given(report_rules.evolve, DRAFTED).when(report_circulation.correct, what="a", why="b").refused(
        report_rules.NotPublishedYet
    )
    given(report_rules.evolve, DRAFTED, PUBLISHED).when(
        report_circulation.correct, what="a", why="b"
    ).then(ReportCorrected)
