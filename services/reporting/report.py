"""Taking a yearly report from draft to publication, and correcting it without hiding anything."""

from __future__ import annotations

import re

from events.fact import Told
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
from services.command import Service, command, opening_command
from services.refusals import AlreadyThere, Missing
from services.reporting import report_drafting as report_building
from services.reporting.report_state import Report, evolve, once_published

_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,60}")


def draft(
    report: Report,
    told: Told,
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
        *report.next(told),
        name=name,
        title=title,
        also_called=also_called,
        number=number,
        period=period,
        ruleset=ruleset,
        duties=duties,
        versions=versions,
    )


def state(report: Report, told: Told, *, heading: str, words: str) -> ReportStatementMade:
    if not words:
        raise Missing("Write what the report says.", field="words")
    return ReportStatementMade(*report.next(told), heading=heading, words=words)


def comment(
    report: Report, told: Told, *, by: str, words: str, theme: str = ""
) -> ScrutinyCommentMade:
    if not words:
        raise Missing("Write the scrutineer's comment.", field="words")
    return ScrutinyCommentMade(*report.next(told), by=by, theme=theme, words=words)


def approve(
    report: Report, told: Told, *, body: str, approved_on: PartialDate | None = None
) -> ReportApproved:
    if body in report.approved_by:
        raise AlreadyThere(f"{body} has approved this report already.")
    return ReportApproved(*report.next(told), body=body, approved_on=approved_on)


def present(
    report: Report,
    told: Told,
    *,
    to: str,
    presented_on: PartialDate | None = None,
    planned: bool = False,
) -> ReportPresented:
    """Presenting a report to a board does not publish it."""
    return ReportPresented(*report.next(told), to=to, presented_on=presented_on, planned=planned)


def publish(
    report: Report, told: Told, *, where: str, published_on: PartialDate | None = None
) -> ReportPublished:
    if report.published:
        raise AlreadyThere("This report is published. Correct it, and both versions are kept.")
    return ReportPublished(*report.next(told), where=where, published_on=published_on)


def send_copy(report: Report, told: Told, *, recipient: str, sent_on: PartialDate) -> CopySent:
    if recipient in report.copies:
        raise AlreadyThere(f"{recipient} has a copy already.")
    return CopySent(*once_published(report).next(told), recipient=recipient, sent_on=sent_on)


def note_unsent(report: Report, told: Told, *, recipient: str, why: str) -> CopyNotSent:
    """That it was tried stays on record; it may be tried again."""
    return CopyNotSent(*once_published(report).next(told), recipient=recipient, why=why)


def correct(report: Report, told: Told, *, what: str, why: str) -> ReportCorrected:
    if not (what and why):
        raise Missing("Say what is put right, and why.", field="what")
    return ReportCorrected(*once_published(report).next(told), what=what, why=why)


class ReportService(Service[Report]):
    evolve = staticmethod(evolve)
    draft = opening_command(draft)
    state = command(state)
    comment = command(comment)
    approve = command(approve)
    present = command(present)
    publish = command(publish)
    send_copy = command(send_copy)
    note_unsent = command(note_unsent)
    correct = command(correct)
    write_part = command(report_building.write_part)
    leave_out = command(report_building.leave_out)
    take_in = command(report_building.take_in)
    credit = command(report_building.credit)
    finalise = command(report_building.finalise)
    reopen = command(report_building.reopen)
