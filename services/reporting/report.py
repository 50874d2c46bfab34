"""Taking a yearly report from draft to publication, and correcting it without hiding anything."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from uuid import UUID

from events.fact import Provenance
from events.period import PartialDate, Period
from events.reporting.report import (
    ReportApproved,
    ReportDrafted,
    ReportPresented,
    ReportPublished,
)
from events.reporting.report_draft import ReportBroughtBack, Ruleset
from events.reporting.report_drafting import ReportVersion
from events.uk_time import uk_today
from services.change import Change, Decided
from services.command import Begun, Service, command, informed_command, opening_command
from services.ledger import Ledger
from services.refusals import Missing
from services.reporting import report_drafting as drafting
from services.reporting import report_section as sections
from services.reporting.publication_settings import PublicationSettingsService
from services.reporting.report_approval import approve, publish
from services.reporting.report_circulation import correct, note_unsent, present, send_copy
from services.reporting.report_draft import bring_back, change_draft, throw_away
from services.reporting.report_drafting import comment, state
from services.reporting.report_state import Report, ThrownAway, evolve

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


class ReportService(Service[Report]):
    evolve = staticmethod(evolve)
    draft = opening_command(draft)
    state = command(state)
    comment = command(comment)
    send_copy = command(send_copy)
    note_unsent = command(note_unsent)
    correct = command(correct)
    write_part = command(drafting.write_part)
    leave_out = command(drafting.leave_out)
    take_in = command(drafting.take_in)
    credit = command(drafting.credit)
    add_section = command(sections.add_section)
    name_section = command(sections.name_section)
    move_section = command(sections.move_section)
    take_out_section = command(sections.take_out_section)
    take_out_picture = command(sections.take_out_picture)
    choose_messages = command(sections.choose_messages)
    finalise = command(drafting.finalise)
    reopen = command(drafting.reopen)
    change_draft = command(change_draft)
    throw_away = command(throw_away)
    bring_back = command(bring_back)

    def __init__(self, ledger: Ledger, today: Callable[[], date] = uk_today) -> None:
        super().__init__(ledger)
        self.today = today

    def change(
        self,
        subject: UUID,
        provenance: Provenance,
        decide: Callable[[Report], Decided],
        begun: Begun = "before",
    ) -> Change:
        """Nothing is done with a draft that was thrown away but to bring it back."""

        def then(report: Report) -> Decided:
            decided = decide(report)
            if report.thrown_away and not isinstance(decided, ReportBroughtBack):
                raise ThrownAway
            return decided

        return super().change(subject, provenance, then, begun)

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
