"""A yearly report after its draft: presented, sent, corrected."""

from __future__ import annotations

from datetime import date

from events.fact import Provenance
from events.period import PartialDate
from events.reporting.report import CopyNotSent, CopySent, ReportCorrected, ReportPresented
from services.refusals import AlreadyThere, Missing
from services.reporting.report_state import Report, once_published


def present(
    report: Report,
    provenance: Provenance,
    *,
    to: str,
    presented_on: PartialDate | None = None,
    planned: bool = False,
    today: date,
) -> ReportPresented:
    """Presenting a report to a board does not publish it."""
    if not provenance.document and not planned and presented_on and presented_on.first > today:
        raise Missing("This day has not come yet. Tick that it is planned.", field="presented_on")
    return ReportPresented(
        *report.next(provenance), to=to, presented_on=presented_on, planned=planned
    )


def send_copy(
    report: Report, provenance: Provenance, *, recipient: str, sent_on: PartialDate
) -> CopySent:
    if recipient in report.copies:
        raise AlreadyThere(f"{recipient} has a copy already.")
    return CopySent(*once_published(report).next(provenance), recipient=recipient, sent_on=sent_on)


def note_unsent(report: Report, provenance: Provenance, *, recipient: str, why: str) -> CopyNotSent:
    """Records that a copy could not be sent. It may be sent again."""
    return CopyNotSent(*once_published(report).next(provenance), recipient=recipient, why=why)


def correct(report: Report, provenance: Provenance, *, what: str, why: str) -> ReportCorrected:
    if not (what and why):
        raise Missing("Say what is put right, and why.", field="what")
    return ReportCorrected(*once_published(report).next(provenance), what=what, why=why)
