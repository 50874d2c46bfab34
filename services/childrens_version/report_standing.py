"""Whether the report of a children's version can still change, read from the report's facts."""

from __future__ import annotations

from uuid import UUID

from events.reporting.report import ReportDrafted, ReportPublished
from events.reporting.report_drafting import ReportFinalised, ReportReopened
from services.childrens_version.editing_state import Standing
from services.ledger import Ledger


def standing_of(ledger: Ledger, report: UUID) -> Standing:
    """Out once it is published, or drafted from what a document published.

    Once the report is final its children's version is too, until the report is opened again.
    """
    standing: Standing = "open"
    for fact in ledger.facts(report):
        match fact:
            case ReportDrafted() if fact.provenance.document:
                return "out"
            case ReportPublished():
                return "out"
            case ReportFinalised():
                standing = "final"
            case ReportReopened():
                standing = "open"
            case _:
                pass
    return standing
