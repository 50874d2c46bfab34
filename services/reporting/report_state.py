"""What is remembered of a yearly report on its way, and what that refuses."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from typing import assert_never

from events.reporting.report import (
    CopyNotSent,
    CopySent,
    ReportApproved,
    ReportCorrected,
    ReportDrafted,
    ReportFact,
    ReportFinalised,
    ReportItemLeftOut,
    ReportItemTakenIn,
    ReportPartWritten,
    ReportPresented,
    ReportPublished,
    ReportReopened,
    ReportStatementMade,
    ReportVersionCredited,
    ScrutinyCommentMade,
)
from services.refusals import Refusal
from services.state import State


class NotPublishedYet(Refusal):
    words = "This report has not been published yet. Copies and corrections come afterwards."


class PublishedAlready(Refusal):
    words = "This report is published, so its text stands. Correct it openly instead."


class NobodyApproved(Refusal):
    words = "Nobody has approved this report yet. Record who did, then publish it."


class ApprovalsMissing(Refusal):
    words = "Not everybody has approved this report yet, in the order that the partnership set."


class NotTheirTurn(Refusal):
    words = "Somebody else approves this report first, in the order that the partnership set."
    field = "body"


class WrittenMeanwhile(Refusal):
    words = (
        "Somebody else wrote this part while you did. Their words are shown below yours: put both "
        "together, then save again."
    )
    field = "words"


class FinalisedAlready(Refusal):
    words = "This report is finalised. Open it again, with a reason, to change what is in it."


class FinaliseFirst(Refusal):
    words = "Finalise the report first, so that what is approved is what is published."


class NotFinalisedYet(Refusal):
    words = "This report is not finalised, so there is nothing to open again."


class NotBegunYet(Refusal):
    words = "The period of this report has not begun yet, so there is nothing to publish."


@dataclass(frozen=True)
class Report(State):
    published: bool = False
    approved_by: tuple[str, ...] = ()
    copies: frozenset[str] = frozenset()
    begins: date | None = None
    parts: dict[str, int] = field(default_factory=dict)
    left_out: frozenset[str] = frozenset()
    finalised: bool = False


def evolve(state: Report, fact: ReportFact) -> Report:
    match fact:
        case ReportDrafted(period=period):
            return replace(state, begins=period.start.first if period else None)
        case ReportApproved():
            return replace(state, approved_by=(*state.approved_by, fact.body))
        case ReportPublished():
            return replace(state, published=True)
        case CopySent():
            return replace(state, copies=state.copies | {fact.recipient})
        case ReportPartWritten(section=section):
            return replace(state, parts={**state.parts, section: fact.originator_version})
        case ReportItemLeftOut(item=item):
            return replace(state, left_out=state.left_out | {item})
        case ReportItemTakenIn(item=item):
            return replace(state, left_out=state.left_out - {item})
        case ReportFinalised():
            return replace(state, finalised=True)
        case ReportReopened():
            return replace(state, finalised=False, approved_by=())
        case ReportStatementMade() | ScrutinyCommentMade() | ReportPresented() | ReportCorrected():
            return state
        case CopyNotSent() | ReportVersionCredited():
            return state
        case _:
            assert_never(fact)


def once_published(report: Report) -> Report:
    """Raises ``NotPublishedYet``."""
    if not report.published:
        raise NotPublishedYet
    return report


def refuse_to_rewrite(report: Report) -> None:
    """For what is written here and now; a document may tell its parts in any order.

    Raises ``PublishedAlready``.
    """
    if report.published:
        raise PublishedAlready


def refuse_too_early(report: Report, today: date, order: tuple[str, ...] = ()) -> None:
    """Raises ``NotBegunYet``, ``FinaliseFirst``, ``NobodyApproved`` or ``ApprovalsMissing``.

    ``order`` names who approves, one after the other.
    """
    if report.begins and report.begins > today:
        raise NotBegunYet
    refuse_unfinished(report)
    refuse_before_its_time(report, today)
    if missing := _still_to_approve(report, order):
        raise ApprovalsMissing(f"{missing[0]} has not approved this report yet. {_told(order)}")


def refuse_before_its_time(report: Report, today: date) -> None:
    """Raises ``NotBegunYet`` or ``NobodyApproved``: all that is asked of a document's report."""
    if report.begins and report.begins > today:
        raise NotBegunYet
    if not report.approved_by:
        raise NobodyApproved


def refuse_unfinished(report: Report) -> None:
    """What is approved must be what is published. Raises ``FinaliseFirst``."""
    if not report.finalised:
        raise FinaliseFirst


def refuse_when_final(report: Report) -> None:
    """Raises ``FinalisedAlready``."""
    if report.finalised:
        raise FinalisedAlready


def refuse_out_of_turn(report: Report, body: str, order: tuple[str, ...]) -> None:
    """Raises ``NotTheirTurn``. Who is not named in the order may approve at any time."""
    missing = _still_to_approve(report, order)
    if body.casefold() in [each.casefold() for each in missing[1:]]:
        raise NotTheirTurn(f"{missing[0]} approves this report first. {_told(order)}")


def _still_to_approve(report: Report, order: tuple[str, ...]) -> list[str]:
    """Those whose approval is missing, or came before its turn."""
    given = iter([each.casefold() for each in report.approved_by])
    at = next((n for n, body in enumerate(order) if body.casefold() not in given), len(order))
    return list(order[at:])


def _told(order: tuple[str, ...]) -> str:
    return f"The order is: {', then '.join(order)}."
