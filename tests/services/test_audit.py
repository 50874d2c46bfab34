"""What may be done in an audit."""

from __future__ import annotations

from events.audit import (
    AuditActionAgreed,
    AuditActionCompleted,
    AuditClosed,
    AuditFindingMade,
    AuditOpened,
    StandardRated,
)
from events.period import PartialDate
from services.audit import (
    ActionsStillOpen,
    AuditIsClosed,
    NotInThisAudit,
    agree_action,
    close,
    complete_action,
    evolve,
    find,
    open_audit,
    rate,
)
from services.refusals import Missing, NotFound
from tests.stories import given, happened

OPENED = happened(
    AuditOpened, kind="Section 11", title="Section 11", agencies=("police", "health"), reviewer="",
    period=None, note="", demo=False,
)  # fmt: skip
AGREED = happened(AuditActionAgreed, action="a", text="ask", owner="health", due=None)
DONE = happened(AuditActionCompleted, action="a", result="asked")
CLOSED = happened(AuditClosed, conclusion="good")


def test_an_audit_is_opened_with_a_title() -> None:
    given(evolve).when(open_audit, kind="peer review", title="A look", reviewer="Cornwall").then(
        AuditOpened, reviewer="Cornwall"
    )
    given(evolve).when(open_audit, kind="case", title="").refused(Missing, "title")


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


def test_it_is_closed_once_all_actions_are_done() -> None:
    given(evolve, OPENED, AGREED).when(close, conclusion="good").refused(ActionsStillOpen)
    given(evolve, OPENED, AGREED, DONE).when(close, conclusion="good").then(AuditClosed)
    given(evolve, OPENED).when(close, conclusion="").refused(Missing, "conclusion")


def test_nothing_is_added_to_a_closed_audit() -> None:
    given(evolve, OPENED, CLOSED).when(find, kind="to improve", finding="x").refused(AuditIsClosed)
    given(evolve, OPENED, CLOSED).when(close, conclusion="again").refused(AuditIsClosed)
