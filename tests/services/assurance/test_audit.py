"""What may be done in an audit."""

from __future__ import annotations

from uuid import UUID

from events.assurance.audit import (
    AuditActionAgreed,
    AuditActionCompleted,
    AuditBegun,
    AuditClosed,
    AuditFindingMade,
    AuditOpened,
    StandardRated,
    ToolVersion,
)
from events.period import PartialDate
from services.assurance.audit import agree_action, close, complete_action, find, rate
from services.assurance.audit_opening import (
    AskedOtherwise,
    OneAgencyOnly,
    ReviewerNeeded,
    begin,
    open_audit,
)
from services.assurance.audit_state import AuditIsClosed, NotInThisAudit, evolve
from services.assurance.audit_tool import Tool
from services.refusals import Missing, NotFound
from tests.stories import given, recorded

OPENED = recorded(
    AuditOpened,
    kind="Section 11",
    title="Section 11",
    agencies=("police", "health"),
    reviewer="",
    period=None,
    note="",
    demo=False,
)
AGREED = recorded(AuditActionAgreed, action="a", text="ask", owner="health", due=None)
DONE = recorded(AuditActionCompleted, action="a", result="asked")
CLOSED = recorded(AuditClosed, conclusion="good")


def test_an_audit_is_opened_with_a_title() -> None:
    given(evolve).when(open_audit, kind="peer review", title="A look", reviewer="Cornwall").then(
        AuditOpened, reviewer="Cornwall"
    )
    given(evolve).when(open_audit, kind="case", title="").refused(Missing, "title")


TOOL = Tool(UUID(int=7), 3, "Listening", 3)


def test_an_audit_asks_the_newest_version_of_its_tool() -> None:
    asked = {"kind": "Section 11", "title": "Section 11", "tool": TOOL}
    given(evolve).when(begin, agencies=("police",), **asked).then(
        AuditBegun, asks=ToolVersion(UUID(int=7), 3), earlier=None
    )
    given(evolve).when(begin, agencies=(), **asked).refused(Missing, "agencies")


def test_a_peer_review_names_the_partnership_that_reviews() -> None:
    asked = {"kind": "peer review", "title": "A look", "agencies": ()}
    given(evolve).when(begin, **asked).refused(ReviewerNeeded, "reviewer")
    given(evolve).when(begin, reviewer="Cornwall", **asked).then(AuditBegun, reviewer="Cornwall")


def test_an_assurance_report_is_of_one_agency_on_one_subject() -> None:
    asked = {"kind": "single-agency assurance report", "title": "EHE"}
    given(evolve).when(begin, agencies=("a", "b"), subject="EHE", **asked).refused(
        OneAgencyOnly, "agencies"
    )
    given(evolve).when(begin, agencies=("a",), **asked).refused(Missing, "subject")
    given(evolve).when(begin, agencies=("a",), subject="EHE", **asked).then(AuditBegun)


def test_answers_are_carried_forward_only_from_an_audit_on_the_same_tool() -> None:
    asked = {"kind": "line of sight", "title": "2026", "agencies": ("a",), "tool": TOOL}
    asked["earlier"] = UUID(int=5)
    same, other = ToolVersion(UUID(int=7), 1), ToolVersion(UUID(int=8), 1)
    given(evolve).when(begin, earlier_asks=same, **asked).then(AuditBegun, earlier=UUID(int=5))
    given(evolve).when(begin, earlier_asks=other, **asked).refused(AskedOtherwise, "earlier")


def test_an_agency_that_takes_part_rates_a_standard() -> None:
    rating = {"standard": "listening", "rating": "green"}
    given(evolve, OPENED).when(rate, agency="police", **rating).then(StandardRated)
    given(evolve, OPENED).when(rate, agency="school", **rating).refused(NotInThisAudit, "agency")


def test_good_practice_is_a_finding_too() -> None:
    given(evolve, OPENED).when(find, kind="good practice", finding="They ask.").then(
        AuditFindingMade, kind="good practice"
    )
    given(evolve, OPENED).when(find, kind="to improve", finding="").refused(Missing, "finding")


def test_an_action_has_an_owner_and_is_completed_once() -> None:
    due = PartialDate("2026-12-01")
    asked = {"action": "a", "text": "ask", "due": due}
    given(evolve, OPENED).when(agree_action, owner="health", **asked).then(AuditActionAgreed)
    given(evolve, OPENED).when(agree_action, owner="", **asked).refused(Missing, "owner")
    given(evolve, OPENED, AGREED).when(complete_action, action="a", result="asked").then(
        AuditActionCompleted
    )
    given(evolve, OPENED, AGREED, DONE).when(complete_action, action="a", result="x").refused(
        NotFound
    )


def test_it_is_concluded_while_actions_go_on() -> None:
    given(evolve, OPENED, AGREED).when(close, conclusion="good").then(AuditClosed)
    late = {"action": "a", "result": "They do"}
    given(evolve, OPENED, AGREED, CLOSED).when(complete_action, **late).then(AuditActionCompleted)
    given(evolve, OPENED, AGREED, DONE).when(close, conclusion="good").then(AuditClosed)
    given(evolve, OPENED).when(close, conclusion="").refused(Missing, "conclusion")


def test_nothing_is_added_to_a_closed_audit() -> None:
    given(evolve, OPENED, CLOSED).when(find, kind="to improve", finding="x").refused(AuditIsClosed)
    given(evolve, OPENED, CLOSED).when(close, conclusion="again").refused(AuditIsClosed)
