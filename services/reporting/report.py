"""Taking a yearly report from draft to publication, and correcting it without hiding anything."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

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
from events.uk_time import uk_today
from services.command import Service, command, informed_command, opening_command
from services.ledger import Ledger
from services.refusals import AlreadyThere, Missing
from services.reporting import report_drafting as report_building
from services.reporting.publication_settings import PublicationSettingsService
from services.reporting.report_approval import approve, publish
from services.reporting.report_state import (
    Report,
    evolve,
    once_published,
    refuse_to_rewrite,
    refuse_when_final,
)

_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,60}")


def draft(
    report: Report,
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
        *report.next(provenance),
        name=name,
        title=title,
        also_called=also_called,
        number=number,
        period=period,
        ruleset=ruleset,
        duties=duties,
        versions=versions,
    )


def state(
    report: Report, provenance: Provenance, *, heading: str, words: str
) -> ReportStatementMade:
    if not provenance.document:
        refuse_to_rewrite(report)
        refuse_when_final(report)
    if not words:
        raise Missing("Write what the report says.", field="words")
    return ReportStatementMade(*report.next(provenance), heading=heading, words=words)


def comment(
    report: Report, provenance: Provenance, *, by: str, words: str, theme: str = ""
) -> ScrutinyCommentMade:
    if not provenance.document:
        refuse_to_rewrite(report)
    if not words:
        raise Missing("Write the scrutineer's comment.", field="words")
    return ScrutinyCommentMade(*report.next(provenance), by=by, theme=theme, words=words)


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
    """That it was tried stays on record; it may be tried again."""
    return CopyNotSent(*once_published(report).next(provenance), recipient=recipient, why=why)


def correct(report: Report, provenance: Provenance, *, what: str, why: str) -> ReportCorrected:
    if not (what and why):
        raise Missing("Say what is put right, and why.", field="what")
    return ReportCorrected(*once_published(report).next(provenance), what=what, why=why)


class ReportService(Service[Report]):
    evolve = staticmethod(evolve)
    draft = opening_command(draft)
    state = command(state)
    comment = command(comment)
    send_copy = command(send_copy)
    note_unsent = command(note_unsent)
    correct = command(correct)
    write_part = command(report_building.write_part)
    leave_out = command(report_building.leave_out)
    take_in = command(report_building.take_in)
    credit = command(report_building.credit)
    finalise = command(report_building.finalise)
    reopen = command(report_building.reopen)

    def __init__(self, ledger: Ledger, today: Callable[[], date] = uk_today) -> None:
        super().__init__(ledger)
        self.today = today

    @informed_command()
    def approve(
        self,
        report: Report,
        provenance: Provenance,
        *,
        body: str,
        approved_on: PartialDate | None = None,
    ) -> ReportApproved:
        return approve(report, provenance, body=body, approved_on=approved_on, order=self._order())

    @informed_command()
    def present(
        self,
        report: Report,
        provenance: Provenance,
        *,
        to: str,
        presented_on: PartialDate | None = None,
        planned: bool = False,
    ) -> ReportPresented:
        return present(
            report,
            provenance,
            to=to,
            presented_on=presented_on,
            planned=planned,
            today=self.today(),
        )

    @informed_command()
    def publish(
        self,
        report: Report,
        provenance: Provenance,
        *,
        where: str,
        published_on: PartialDate | None = None,
    ) -> ReportPublished:
        today, order = self.today(), self._order()
        return publish(
            report, provenance, where=where, published_on=published_on, today=today, order=order
        )

    def _order(self) -> tuple[str, ...]:
        """Who approves, one after the other, as it is set now."""
        settings = PublicationSettingsService(self.ledger)
        return settings.known(settings.id).order
