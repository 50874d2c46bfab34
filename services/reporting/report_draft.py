"""Changing a draft of a yearly report, throwing it away, and bringing it back."""

from __future__ import annotations

from events.fact import Provenance
from events.period import Period
from events.reporting.report_draft import (
    ReportBroughtBack,
    ReportDraftChanged,
    ReportThrownAway,
    Ruleset,
)
from services.refusals import AlreadyThere, Missing
from services.reporting.report_state import (
    PublishedAlready,
    Report,
    refuse_to_rewrite,
    refuse_when_final,
)


def change_draft(
    report: Report, provenance: Provenance, *, title: str, period: Period | None, ruleset: Ruleset
) -> ReportDraftChanged:
    """Raises ``PublishedAlready``, ``FinalisedAlready`` or ``Missing``."""
    _refuse_once_public(report)
    refuse_when_final(report)
    if not title:
        raise Missing("Give the report a title.", field="title")
    return ReportDraftChanged(*report.next(provenance), title=title, period=period, ruleset=ruleset)


def throw_away(report: Report, provenance: Provenance, *, why: str) -> ReportThrownAway:
    """Raises ``PublishedAlready``, ``FinalisedAlready`` or ``Missing``."""
    _refuse_once_public(report)
    refuse_when_final(report)
    if not why:
        raise Missing("Say why it is thrown away.", field="why")
    return ReportThrownAway(*report.next(provenance), why=why)


def bring_back(report: Report, provenance: Provenance) -> ReportBroughtBack:
    """Raises ``AlreadyThere`` where it was not thrown away."""
    if not report.thrown_away:
        raise AlreadyThere("This draft is there. It was not thrown away.")
    return ReportBroughtBack(*report.next(provenance))


def _refuse_once_public(report: Report) -> None:
    """What a document published was never a draft here."""
    refuse_to_rewrite(report)
    if report.documented:
        raise PublishedAlready
