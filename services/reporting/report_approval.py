"""Approving a yearly report in its order, and publishing what was approved.

A document tells what others did, in any order: nothing of the kind is asked of its facts.
"""

from __future__ import annotations

from datetime import date

from events.fact import Provenance
from events.period import PartialDate
from events.reporting.report import ReportApproved, ReportPublished
from services.refusals import AlreadyThere
from services.reporting.report_state import (
    ApprovalsMissing,
    FinaliseFirst,
    NobodyApproved,
    NotBegunYet,
    NotTheirTurn,
    Report,
    refuse_to_rewrite,
)


def approve(
    report: Report,
    provenance: Provenance,
    *,
    body: str,
    approved_on: PartialDate | None = None,
    order: tuple[str, ...] = (),
) -> ReportApproved:
    """``order`` names who approves, one after the other; others may approve at any time.

    Raises ``PublishedAlready``, ``FinaliseFirst``, ``NotTheirTurn`` or ``AlreadyThere``.
    """
    body = next((each for each in order if each.casefold() == body.casefold()), body)
    if not provenance.document:
        refuse_to_rewrite(report)
        _refuse_unfinished(report)
        _refuse_out_of_turn(report, body, order)
    if body in report.approved_by:
        raise AlreadyThere(f"{body} has approved this report already.")
    return ReportApproved(*report.next(provenance), body=body, approved_on=approved_on)


def publish(
    report: Report,
    provenance: Provenance,
    *,
    where: str,
    published_on: PartialDate | None = None,
    today: date,
    order: tuple[str, ...] = (),
) -> ReportPublished:
    """Without a day it is published today.

    Raises ``AlreadyThere``, ``NotBegunYet``, ``FinaliseFirst``, ``NobodyApproved`` or
    ``ApprovalsMissing``.
    """
    if report.published:
        raise AlreadyThere("This report is published. Correct it, and both versions are kept.")
    if not provenance.document:
        _refuse_too_early(report, today, order)
        published_on = published_on or PartialDate(today.isoformat())
    return ReportPublished(*report.next(provenance), where=where, published_on=published_on)


def _refuse_too_early(report: Report, today: date, order: tuple[str, ...]) -> None:
    """A report that was drafted from a document was finalised, and approved in order, there."""
    if report.begins and report.begins > today:
        raise NotBegunYet
    if not report.documented:
        _refuse_unfinished(report)
    if not report.approved_by:
        raise NobodyApproved
    if not report.documented and (missing := _still_to_approve(report, order)):
        raise ApprovalsMissing(f"{missing[0]} has not approved this report yet. {_in_words(order)}")


def _refuse_unfinished(report: Report) -> None:
    """What is approved must be what is published. Raises ``FinaliseFirst``."""
    if not report.finalised:
        raise FinaliseFirst


def _refuse_out_of_turn(report: Report, body: str, order: tuple[str, ...]) -> None:
    """Raises ``NotTheirTurn``."""
    missing = _still_to_approve(report, order)
    if body.casefold() in [each.casefold() for each in missing[1:]]:
        raise NotTheirTurn(f"{missing[0]} approves this report first. {_in_words(order)}")


def _still_to_approve(report: Report, order: tuple[str, ...]) -> list[str]:
    """The bodies that have not approved, or approved before their turn."""
    given = iter([each.casefold() for each in report.approved_by])
    at = next((n for n, body in enumerate(order) if body.casefold() not in given), len(order))
    return list(order[at:])


def _in_words(order: tuple[str, ...]) -> str:
    return f"The order is: {', then '.join(order)}."
