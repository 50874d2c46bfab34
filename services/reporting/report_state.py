"""A yearly report as far as decisions need it, and why something about it is refused."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import assert_never
from uuid import UUID

from events.reporting.report import (
    CopyNotSent,
    CopySent,
    ReportApproved,
    ReportCorrected,
    ReportDrafted,
    ReportFact,
    ReportPresented,
    ReportPublished,
    ReportStatementMade,
    ScrutinyCommentMade,
)
from events.reporting.report_draft import (
    ReportBroughtBack,
    ReportDraftChanged,
    ReportDraftFact,
    ReportThrownAway,
)
from events.reporting.report_drafting import (
    ReportFinalised,
    ReportItemLeftOut,
    ReportItemTakenIn,
    ReportPartWritten,
    ReportReopened,
    ReportVersionCredited,
)
from events.reporting.report_section import (
    KeyMessagesChosen,
    OwnSection,
    ReportPictureAdded,
    ReportPictureTakenOut,
    ReportSectionAdded,
    ReportSectionFact,
    ReportSectionMoved,
    ReportSectionNamed,
    ReportSectionTakenOut,
    rearranged,
)
from services.refusals import Refusal
from services.reporting.written_text import pictures_in
from services.state import State


class NotPublishedYet(Refusal):
    words = "This report has not been published yet. Copies and corrections come afterwards."


class PublishedAlready(Refusal):
    words = "This report is published, so its text stands. Correct it openly instead."


class NobodyApproved(Refusal):
    words = "Nobody has approved this report yet. Record who did, then publish it."


class ApprovalsMissing(Refusal):
    words = "Not everybody has approved this report yet, in the order that the partnership set."


class NotTheirTurn(Refusal):
    words = "Somebody else approves this report first, in the order that the partnership set."
    field = "body"


class WrittenMeanwhile(Refusal):
    words = (
        "Somebody else wrote this part while you did. Their words are shown below yours: put both "
        "together, then save again."
    )
    field = "words"


class FinalisedAlready(Refusal):
    words = "This report is finalised. Open it again, with a reason, to change what is in it."


class FinaliseFirst(Refusal):
    words = "Finalise the report first, so that what is approved is what is published."


class NotFinalisedYet(Refusal):
    words = "This report is not finalised, so there is nothing to open again."


class ThrownAway(Refusal):
    words = "This draft was thrown away. Bring it back first."


class NotBegunYet(Refusal):
    words = "The period of this report has not begun yet, so there is nothing to publish."


@dataclass(frozen=True)
class Report(State):
    """``documented`` says that it was drafted from a document, which tells what others did.

    ``shown`` are the pictures in the words of each part.
    """

    published: bool = False
    approved_by: tuple[str, ...] = ()
    copies: frozenset[str] = frozenset()
    begins: date | None = None
    parts: dict[str, int] = field(default_factory=dict)
    left_out: frozenset[str] = frozenset()
    finalised: bool = False
    documented: bool = False
    sections: tuple[OwnSection, ...] = ()
    pictures: frozenset[UUID] = frozenset()
    thrown_away: bool = False
    shown: Mapping[str, frozenset[UUID]] = field(default_factory=dict)


def evolve(state: Report, fact: ReportFact) -> Report:
    match fact:
        case ReportDrafted(period=period):
            begins = period.start.first if period else None
            return replace(state, begins=begins, documented=bool(fact.provenance.document))
        case ReportApproved():
            return replace(state, approved_by=(*state.approved_by, fact.body))
        case ReportPublished():
            return replace(state, published=True)
        case CopySent():
            return replace(state, copies=state.copies | {fact.recipient})
        case ReportPartWritten(section=section, words=words):
            parts = {**state.parts, section: fact.originator_version}
            return replace(state, parts=parts, shown={**state.shown, section: pictures_in(words)})
        case ReportItemLeftOut(item=item):
            return replace(state, left_out=state.left_out | {item})
        case ReportItemTakenIn(item=item):
            return replace(state, left_out=state.left_out - {item})
        case ReportFinalised() | ReportReopened():
            is_final = isinstance(fact, ReportFinalised)
            approved_by = state.approved_by if is_final else ()
            return replace(state, finalised=is_final, approved_by=approved_by)
        case ReportDraftChanged() | ReportThrownAway() | ReportBroughtBack():
            return _redrafted(state, fact)
        case ReportStatementMade() | ScrutinyCommentMade() | ReportPresented() | ReportCorrected():
            return state
        case CopyNotSent() | ReportVersionCredited():
            return state
        case _:
            return _with_their_own(state, fact)


def _with_their_own(state: Report, fact: ReportSectionFact) -> Report:
    match fact:
        case ReportPictureAdded(picture=picture):
            return replace(state, pictures=state.pictures | {picture})
        case ReportPictureTakenOut(picture=picture):
            return replace(state, pictures=state.pictures - {picture})
        case KeyMessagesChosen():
            return state
        case (
            ReportSectionAdded()
            | ReportSectionNamed()
            | ReportSectionMoved()
            | ReportSectionTakenOut()
        ):
            gone = fact.section if isinstance(fact, ReportSectionTakenOut) else ""
            shown = {name: each for name, each in state.shown.items() if name != gone}
            return replace(state, sections=rearranged(state.sections, fact), shown=shown)
        case _:
            assert_never(fact)


def still_open(report: Report) -> Report:
    """Raises ``PublishedAlready``, ``FinalisedAlready``."""
    refuse_to_rewrite(report)
    refuse_when_final(report)
    return report


def _redrafted(state: Report, fact: ReportDraftFact) -> Report:
    match fact:
        case ReportDraftChanged(period=period):
            return replace(state, begins=period.start.first if period else None)
        case ReportThrownAway():
            return replace(state, thrown_away=True)
        case ReportBroughtBack():
            return replace(state, thrown_away=False)
        case _:
            assert_never(fact)


def once_published(report: Report) -> Report:
    """Gives the report. Raises ``NotPublishedYet``."""
    if not report.published:
        raise NotPublishedYet
    return report


def refuse_to_rewrite(report: Report) -> None:
    """Raises ``PublishedAlready`` if the report is published."""
    if report.published:
        raise PublishedAlready


def refuse_when_final(report: Report) -> None:
    """Raises ``FinalisedAlready`` if the text is final."""
    if report.finalised:
        raise FinalisedAlready
