"""Building a yearly report: the partners' own words, what is left out, and when it is final."""

from __future__ import annotations

from events.fact import Provenance
from events.reporting.report import (
    ReportFinalised,
    ReportItemLeftOut,
    ReportItemTakenIn,
    ReportPartWritten,
    ReportReopened,
    ReportVersion,
    ReportVersionCredited,
)
from services.refusals import AlreadyThere, Missing, NotFound
from services.reporting.report_state import (
    FinalisedAlready,
    NotFinalisedYet,
    Report,
    WrittenMeanwhile,
    refuse_to_rewrite,
)


def write_part(
    report: Report, provenance: Provenance, *, section: str, words: str, seen: int
) -> ReportPartWritten:
    """``seen`` is the version of the part that the writer began from, 0 where there was none.

    Raises ``WrittenMeanwhile`` where somebody else wrote since, so that neither's words are lost.
    Empty words take the part out.
    """
    version = _open(report)
    if report.parts.get(section, 0) != seen:
        raise WrittenMeanwhile
    if not words and section not in report.parts:
        raise Missing("Write what the partners want to say here.", field="words")
    return ReportPartWritten(report.id, version, provenance, section, words)


def leave_out(report: Report, provenance: Provenance, *, item: str, why: str) -> ReportItemLeftOut:
    version = _open(report)
    if item in report.left_out:
        raise AlreadyThere("This is left out already.")
    if not why:
        raise Missing("Say why it is left out. The record keeps the reason.", field="why")
    return ReportItemLeftOut(report.id, version, provenance, item, why)


def take_in(report: Report, provenance: Provenance, *, item: str) -> ReportItemTakenIn:
    version = _open(report)
    if item not in report.left_out:
        raise NotFound("This is not left out, so it is in the report.")
    return ReportItemTakenIn(report.id, version, provenance, item)


def credit(
    report: Report, provenance: Provenance, *, credited: ReportVersion
) -> ReportVersionCredited:
    """Who makes a version, as a group; without authors, nobody is named any more."""
    return ReportVersionCredited(report.id, _open(report), provenance, credited)


def finalise(report: Report, provenance: Provenance) -> ReportFinalised:
    return ReportFinalised(report.id, _open(report), provenance)


def reopen(report: Report, provenance: Provenance, *, why: str) -> ReportReopened:
    """Raises ``PublishedAlready``, and ``NotFinalisedYet``."""
    refuse_to_rewrite(report)
    if not report.finalised:
        raise NotFinalisedYet
    if not why:
        raise Missing("Say why it is opened again.", field="why")
    return ReportReopened(report.id, report.version + 1, provenance, why)


def _open(report: Report) -> int:
    refuse_to_rewrite(report)
    if report.finalised:
        raise FinalisedAlready
    return report.version + 1
