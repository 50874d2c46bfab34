"""Building a yearly report: two people's words, what is left out, and when it is final."""

from __future__ import annotations

from events.period import PartialDate
from events.reporting.report import ReportApproved, ReportDrafted, ReportPublished
from events.reporting.report_drafting import (
    ReportFinalised,
    ReportItemLeftOut,
    ReportItemTakenIn,
    ReportPartWritten,
    ReportReopened,
    ReportVersion,
    ReportVersionCredited,
)
from services.refusals import AlreadyThere, Missing, NotFound
from services.reporting import report_drafting as building
from services.reporting.report_state import (
    FinalisedAlready,
    NotFinalisedYet,
    PublishedAlready,
    WrittenMeanwhile,
    evolve,
)
from tests.stories import given, recorded

DRAFTED = recorded(
    ReportDrafted,
    name="r",
    title="R",
    also_called="",
    number=None,
    period=None,
    ruleset="Working Together 2023",
    duties=(),
    versions=(),
)
WRITTEN = recorded(ReportPartWritten, section="training", words="We trained.")
LEFT_OUT = recorded(ReportItemLeftOut, item="a:1", why="Told elsewhere")
FINAL = recorded(ReportFinalised)
PUBLISHED = recorded(ReportPublished, where="here", published_on=PartialDate("2026-09-01"))


def test_two_people_write_the_same_part_and_neither_loses_a_word() -> None:
    part = {"section": "training", "words": "More"}
    given(evolve, DRAFTED).when(building.write_part, **part, seen=0).then(ReportPartWritten)
    written = given(evolve, DRAFTED, WRITTEN)
    written.when(building.write_part, **part, seen=0).refused(WrittenMeanwhile, "words")
    written.when(building.write_part, **part, seen=2).then(ReportPartWritten, words="More")
    written.when(building.write_part, section="work", words="x", seen=0).then(ReportPartWritten)


def test_a_part_is_taken_out_with_empty_words_where_there_was_one() -> None:
    empty = {"section": "training", "words": ""}
    given(evolve, DRAFTED).when(building.write_part, **empty, seen=0).refused(Missing, "words")
    given(evolve, DRAFTED, WRITTEN).when(building.write_part, **empty, seen=2).then(
        ReportPartWritten, words=""
    )


def test_what_is_left_out_has_a_reason_and_comes_back() -> None:
    drafted = given(evolve, DRAFTED)
    drafted.when(building.leave_out, item="a:1", why="").refused(Missing, "why")
    drafted.when(building.leave_out, item="a:1", why="Private").then(ReportItemLeftOut)
    drafted.when(building.take_in, item="a:1").refused(NotFound)
    without = given(evolve, DRAFTED, LEFT_OUT)
    without.when(building.leave_out, item="a:1", why="x").refused(AlreadyThere)
    without.when(building.take_in, item="a:1").then(ReportItemTakenIn)


def test_what_is_final_changes_only_after_it_is_opened_again_with_a_reason() -> None:
    given(evolve, DRAFTED).when(building.reopen, why="x").refused(NotFinalisedYet)
    final = given(evolve, DRAFTED, FINAL)
    final.when(building.finalise).refused(FinalisedAlready)
    final.when(building.write_part, section="work", words="x", seen=0).refused(FinalisedAlready)
    final.when(building.leave_out, item="a:1", why="x").refused(FinalisedAlready)
    credited = ReportVersion("The version for children", "children", "the youth council")
    final.when(building.credit, credited=credited).refused(FinalisedAlready)
    given(evolve, DRAFTED).when(building.credit, credited=credited).then(ReportVersionCredited)
    final.when(building.reopen, why="").refused(Missing, "why")
    final.when(building.reopen, why="A figure was wrong").then(ReportReopened)
    published = given(evolve, DRAFTED, FINAL, PUBLISHED)
    published.when(building.reopen, why="x").refused(PublishedAlready)


def test_opened_again_it_needs_its_approvals_again() -> None:
    approved = recorded(ReportApproved, body="The executive", approved_on=None)
    again = recorded(ReportReopened, why="A figure was wrong")
    assert given(evolve, DRAFTED, FINAL, approved).state.approved_by == ("The executive",)
    assert given(evolve, DRAFTED, FINAL, approved, again).state.approved_by == ()
