"""Taking a yearly report from draft to publication, and correcting it without hiding anything."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import assert_never
from uuid import UUID

from events.fact import Told
from events.period import PartialDate, Period
from events.report import (
    CopySent,
    ReportApproved,
    ReportCorrected,
    ReportDrafted,
    ReportFact,
    ReportPresented,
    ReportPublished,
    ReportStatementMade,
    ReportVersion,
    Ruleset,
    ScrutinyCommentMade,
)
from services.ledger import Service, State, decides, opens
from services.refusals import AlreadyThere, Missing, Refusal

_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,60}")


class NotPublishedYet(Refusal):
    words = "This report has not been published yet. Copies and corrections come afterwards."


class PublishedAlready(Refusal):
    words = "This report is published, so its text stands. Correct it openly instead."


class NobodyApproved(Refusal):
    words = "Nobody has approved this report yet. Record who did, then publish it."


class NotBegunYet(Refusal):
    words = "The period of this report has not begun yet, so there is nothing to publish."


@dataclass(frozen=True)
class Report(State):
    published: bool = False
    approved_by: tuple[str, ...] = ()
    copies: frozenset[str] = frozenset()
    begins: date | None = None


def evolve(report: Report | None, fact: ReportFact) -> Report:
    state = replace(report or Report(fact.originator_id, 0), version=fact.originator_version)
    match fact:
        case ReportDrafted(period=period):
            return replace(state, begins=period.start.first if period else None)
        case ReportApproved():
            return replace(state, approved_by=(*state.approved_by, fact.body))
        case ReportPublished():
            return replace(state, published=True)
        case CopySent():
            return replace(state, copies=state.copies | {fact.recipient})
        case ReportStatementMade() | ScrutinyCommentMade() | ReportPresented() | ReportCorrected():
            return state
        case _:
            assert_never(fact)


def draft(
    stream: UUID,
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
        stream, 1, told, name, title, also_called, number, period, ruleset, duties, versions
    )


def state(report: Report, told: Told, *, heading: str, words: str) -> ReportStatementMade:
    if not words:
        raise Missing("Write what the report says.", field="words")
    return ReportStatementMade(report.id, report.version + 1, told, heading, words)


def comment(
    report: Report, told: Told, *, by: str, words: str, theme: str = ""
) -> ScrutinyCommentMade:
    if not words:
        raise Missing("Write the scrutineer's comment.", field="words")
    return ScrutinyCommentMade(report.id, report.version + 1, told, by, theme, words)


def approve(
    report: Report, told: Told, *, body: str, approved_on: PartialDate | None = None
) -> ReportApproved:
    if body in report.approved_by:
        raise AlreadyThere(f"{body} has approved this report already.")
    return ReportApproved(report.id, report.version + 1, told, body, approved_on)


def present(
    report: Report,
    told: Told,
    *,
    to: str,
    presented_on: PartialDate | None = None,
    planned: bool = False,
) -> ReportPresented:
    """Presenting a report to a board does not publish it."""
    return ReportPresented(report.id, report.version + 1, told, to, presented_on, planned)


def publish(
    report: Report, told: Told, *, where: str, published_on: PartialDate | None = None
) -> ReportPublished:
    if report.published:
        raise AlreadyThere("This report is published. Correct it, and both versions are kept.")
    return ReportPublished(report.id, report.version + 1, told, where, published_on)


def send_copy(report: Report, told: Told, *, recipient: str, sent_on: PartialDate) -> CopySent:
    if recipient in report.copies:
        raise AlreadyThere(f"{recipient} has a copy already.")
    return CopySent(report.id, _after_publication(report), told, recipient, sent_on)


def correct(report: Report, told: Told, *, what: str, why: str) -> ReportCorrected:
    if not (what and why):
        raise Missing("Say what is put right, and why.", field="what")
    return ReportCorrected(report.id, _after_publication(report), told, what, why)


class ReportService(Service[Report]):
    evolve = staticmethod(evolve)
    draft = opens(draft)
    state = decides(state)
    comment = decides(comment)
    approve = decides(approve)
    present = decides(present)
    publish = decides(publish)
    send_copy = decides(send_copy)
    correct = decides(correct)


def _after_publication(report: Report) -> int:
    if not report.published:
        raise NotPublishedYet
    return report.version + 1


def refuse_to_rewrite(report: Report) -> None:
    """For what is written here and now; a document may tell its parts in any order.

    Raises ``PublishedAlready``.
    """
    if report.published:
        raise PublishedAlready


def refuse_too_early(report: Report, today: date) -> None:
    """Raises ``NobodyApproved`` or ``NotBegunYet`` where it is too early to publish."""
    if report.begins and report.begins > today:
        raise NotBegunYet
    if not report.approved_by:
        raise NobodyApproved
