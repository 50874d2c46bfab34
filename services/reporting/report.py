"""Taking a yearly report from draft to publication, and correcting it without hiding anything."""

from __future__ import annotations

import re
from uuid import UUID

from events.fact import Provenance
from events.period import PartialDate, Period
from events.reporting.report import (
    CopyNotSent,
    CopySent,
    ReportApproved,
    ReportCorrected,
    ReportDrafted,
    ReportPresented,
    ReportPublished,
    ReportStatementMade,
    ReportVersion,
    Ruleset,
    ScrutinyCommentMade,
)
from services.ledger import Service, decides, opens
from services.refusals import AlreadyThere, Missing
from services.reporting import report_drafting as report_building
from services.reporting.report_state import Report, after_publication, evolve

_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,60}")


def draft(
    stream: UUID,
    provenance: Provenance,
    *,
    name: str,
    title: str,
    period: Period | None,
    ruleset: Ruleset,
    also_called: str = "",
    number: int | None = None,
    duties: tuple[str, ...] = (),
    versions: tuple[ReportVersion, ...] = (),
) -> ReportDrafted:
    """``name`` becomes the last part of its address: small letters, digits and dashes."""
    if not _NAME.fullmatch(name):
        raise Missing("Use small letters, digits and dashes for the address.", field="name")
    if not title:
        raise Missing("Give the report a title.", field="title")
    return ReportDrafted(
        stream, 1, provenance, name, title, also_called, number, period, ruleset, duties, versions
    )


def state(
    report: Report, provenance: Provenance, *, heading: str, words: str
) -> ReportStatementMade:
    if not words:
        raise Missing("Write what the report says.", field="words")
    return ReportStatementMade(report.id, report.version + 1, provenance, heading, words)


def comment(
    report: Report, provenance: Provenance, *, by: str, words: str, theme: str = ""
) -> ScrutinyCommentMade:
    if not words:
        raise Missing("Write the scrutineer's comment.", field="words")
    return ScrutinyCommentMade(report.id, report.version + 1, provenance, by, theme, words)


def approve(
    report: Report, provenance: Provenance, *, body: str, approved_on: PartialDate | None = None
) -> ReportApproved:
    if body in report.approved_by:
        raise AlreadyThere(f"{body} has approved this report already.")
    return ReportApproved(report.id, report.version + 1, provenance, body, approved_on)


def present(
    report: Report,
    provenance: Provenance,
    *,
    to: str,
    presented_on: PartialDate | None = None,
    planned: bool = False,
) -> ReportPresented:
    """Presenting a report to a board does not publish it."""
    return ReportPresented(report.id, report.version + 1, provenance, to, presented_on, planned)


def publish(
    report: Report, provenance: Provenance, *, where: str, published_on: PartialDate | None = None
) -> ReportPublished:
    if report.published:
        raise AlreadyThere("This report is published. Correct it, and both versions are kept.")
    return ReportPublished(report.id, report.version + 1, provenance, where, published_on)


def send_copy(
    report: Report, provenance: Provenance, *, recipient: str, sent_on: PartialDate
) -> CopySent:
    if recipient in report.copies:
        raise AlreadyThere(f"{recipient} has a copy already.")
    return CopySent(report.id, after_publication(report), provenance, recipient, sent_on)


def note_unsent(report: Report, provenance: Provenance, *, recipient: str, why: str) -> CopyNotSent:
    """That it was tried stays on record; it may be tried again."""
    return CopyNotSent(report.id, after_publication(report), provenance, recipient, why)


def correct(report: Report, provenance: Provenance, *, what: str, why: str) -> ReportCorrected:
    if not (what and why):
        raise Missing("Say what is put right, and why.", field="what")
    return ReportCorrected(report.id, after_publication(report), provenance, what, why)


class ReportService(Service[Report]):
    evolve = staticmethod(evolve)
    draft = opens(draft)
    state = decides(state)
    comment = decides(comment)
    approve = decides(approve)
    present = decides(present)
    publish = decides(publish)
    send_copy = decides(send_copy)
    note_unsent = decides(note_unsent)
    correct = decides(correct)
    write_part = decides(report_building.write_part)
    leave_out = decides(report_building.leave_out)
    take_in = decides(report_building.take_in)
    credit = decides(report_building.credit)
    finalise = decides(report_building.finalise)
    reopen = decides(report_building.reopen)
