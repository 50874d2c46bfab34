"""Drafting a yearly report: the partners' own words, items left out, and when it is final."""

from __future__ import annotations

from typing import Literal

from events.fact import Provenance
from events.reporting.report import ReportStatementMade, ScrutinyCommentMade
from events.reporting.report_drafting import (
    ReportFinalised,
    ReportItemLeftOut,
    ReportItemTakenIn,
    ReportPartWritten,
    ReportReopened,
    ReportVersion,
    ReportVersionCredited,
)
from services.refusals import AlreadyThere, Missing, NotFound
from services.reporting.report_section import OWN
from services.reporting.report_state import (
    NotFinalisedYet,
    PublishedAlready,
    Report,
    WrittenMeanwhile,
    refuse_to_rewrite,
    refuse_when_final,
    still_open,
)
from services.reporting.written_text import refuse_unreadable


def write_part(
    report: Report,
    provenance: Provenance,
    *,
    section: str,
    words: str,
    seen: int,
    markup: Literal["plain", "markdown"] = "plain",
) -> ReportPartWritten:
    """``seen`` is the version of the part that the writer began from, 0 where there was none.

    Raises ``WrittenMeanwhile`` where somebody else wrote since, so that neither's words are lost;
    ``NotOurPicture``, ``WordsTooLong``. Empty words take the part out.
    """
    still_open(report)
    if section.startswith(OWN) and section not in {each.id for each in report.sections}:
        raise NotFound("This section was taken out of the report meanwhile.", field="words")
    if markup == "markdown":
        refuse_unreadable(words, report.pictures)
    if report.parts.get(section, 0) != seen:
        raise WrittenMeanwhile
    if not words and section not in report.parts:
        raise Missing("Write what the partners want to say here.", field="words")
    return ReportPartWritten(*report.next(provenance), section=section, words=words, markup=markup)


def leave_out(report: Report, provenance: Provenance, *, item: str, why: str) -> ReportItemLeftOut:
    still_open(report)
    if item in report.left_out:
        raise AlreadyThere("This is left out already.")
    if not why:
        raise Missing("Say why it is left out. The record keeps the reason.", field="why")
    return ReportItemLeftOut(*report.next(provenance), item=item, why=why)


def take_in(report: Report, provenance: Provenance, *, item: str) -> ReportItemTakenIn:
    still_open(report)
    if item not in report.left_out:
        raise NotFound("This is not left out, so it is in the report.")
    return ReportItemTakenIn(*report.next(provenance), item=item)


def credit(
    report: Report, provenance: Provenance, *, credited: ReportVersion
) -> ReportVersionCredited:
    """Who makes a version, as a group; without authors, nobody is named any more.

    What a document credits stands as the document has it. Raises ``PublishedAlready``.
    """
    if report.documented and not provenance.document:
        raise PublishedAlready
    return ReportVersionCredited(*still_open(report).next(provenance), credited=credited)


def finalise(report: Report, provenance: Provenance) -> ReportFinalised:
    return ReportFinalised(*still_open(report).next(provenance))


def reopen(report: Report, provenance: Provenance, *, why: str) -> ReportReopened:
    """Raises ``PublishedAlready``, and ``NotFinalisedYet``."""
    refuse_to_rewrite(report)
    if not report.finalised:
        raise NotFinalisedYet
    if not why:
        raise Missing("Say why it is opened again.", field="why")
    return ReportReopened(*report.next(provenance), why=why)


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
