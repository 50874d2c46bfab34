"""Editions of published reports: those stored, those public, those still to be made."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from uuid import UUID

from events.fact import Fact
from events.feedback.feedback import FeedbackTakenBack
from events.feedback.triage import ConcernEscalated
from events.participation.quotation import (
    QuoteConsentWithdrawn,
    QuoteSetAside,
    StatementWithdrawn,
    Use,
)
from events.privacy.erasure import ForgettingConfirmed, ReportChecked
from events.reporting.edition import EditionAsked, EditionKept, EditionsWithdrawn
from events.reporting.report import ReportCorrected, ReportDrafted, ReportPublished
from events.reporting.report_draft import ReportDraftChanged
from projections.engine.projection import Projection
from projections.engine.tables import TableOf
from projections.reporting.edition_rows import KeptEdition, Known, Shelved

_ALL, _DOCUMENTS = "all", 4  # two versions, each as a web document and a PDF
_VERSIONS: dict[Use, str] = {  # the version that a use is about
    "full report": "full",
    "children's version": "children",
    "training": "none of them",
}


class Editions(Projection):
    name = "edition_shelf"
    version = 4
    shelved = TableOf(Shelved, index=("name", "ground"))
    known = TableOf(Known)

    def apply(self, fact: Fact) -> None:
        id = fact.originator_id
        match fact:
            case ReportDrafted(name=name, title=title):
                self.shelved.put(Shelved(id, name, title, not fact.provenance.document))
                self.known.put(Known(_ALL, (*self._reports(), id)))
            case ReportDraftChanged(title=title):
                self.shelved.change(id, lambda row: replace(row, title=title))
            case ReportPublished():
                self.shelved.change(id, lambda row: _called(row, fact) if row.is_ours else row)
            case ReportCorrected():
                self.shelved.change(id, lambda row: _called(row, fact) if row.ground else row)
            case ReportChecked(report=report, found=True):
                self._withdraw(fact, (report,))
            case QuoteConsentWithdrawn(number=number, use=use):
                self._unquote(fact, id, number, _VERSIONS[use])
            case QuoteSetAside(number=number):
                self._unquote(fact, id, number)
            case StatementWithdrawn():
                self._unquote(fact, id, 0)
            case ConcernEscalated() | FeedbackTakenBack():
                self._unquote(fact, id, None)
            case ForgettingConfirmed(subject=subject):
                self._unquote(fact, subject, None)
            case _:
                self._keep(fact)

    def of(self, report: UUID) -> Shelved | None:
        return self.shelved.get(report)

    def called(self, name: str) -> Shelved | None:
        found = self.shelved.where(name=name)
        return found[0] if found else None

    def wanting(self, versions: Iterable[str]) -> list[Shelved]:
        """Reports of which a document is to be made."""
        wanted = [(version, form) for version in versions for form in ("html", "pdf")]
        rows = (row for row in self.shelved.where(order="name") if row.ground)
        return [row for row in rows if not all(row.has(*each) for each in wanted)]

    def _keep(self, fact: Fact) -> None:
        match fact:
            case EditionAsked(report=report):
                self.shelved.change(report, lambda row: _called(row, fact))
            case EditionKept(report=report):
                self.shelved.change(report, lambda row: _with(row, fact))
            case EditionsWithdrawn(report=report):
                self._withdraw(fact, (report,))
            case _:
                pass

    def _unquote(self, fact: Fact, subject: UUID, number: int | None, version: str = "") -> None:
        """Withdraws at once each edition that quotes it, of any report, and no other edition.

        ``version`` is the one that consent was withdrawn for, or every version if none is named. An
        edition that is being made now may quote it too, so that edition is asked for again.
        """

        def holds(each: KeptEdition) -> bool:
            return each.version.startswith(version) and each.may_quote(subject, number)

        for report in self._reports():
            row = self.shelved.get(report)
            if row is None or not row.ground:
                continue
            is_shown = any(holds(each) and not each.is_withdrawn for each in row.kept)
            if is_shown or len(row.now) < _DOCUMENTS:
                self.shelved.put(_called(_taken_away(row, holds), fact))

    def _withdraw(self, fact: Fact, reports: Iterable[UUID]) -> None:
        for report in reports:
            self.shelved.change(
                report, lambda row: _called(_taken_away(row, _any), fact) if row.ground else row
            )

    def _reports(self) -> tuple[UUID, ...]:
        known = self.known.get(_ALL)
        return known.reports if known else ()


def _called(row: Shelved, fact: Fact) -> Shelved:
    """The next number, unless nothing was made under the one there is."""
    number = max((each.number for each in row.kept), default=0) + 1
    ground = f"{fact.originator_id.hex}:{fact.originator_version}"
    return replace(row, ground=ground, number=number)


def _with(row: Shelved, fact: EditionKept) -> Shelved:
    """What came too late, for a ground that holds no longer, is not for everybody."""
    is_late = fact.ground != row.ground
    made = KeptEdition(
        row.number,
        fact.ground,
        fact.version,
        fact.form,
        fact.digest,
        fact.size,
        fact.pages,
        fact.position,
        fact.root,
        fact.recorded_at.isoformat(),
        is_late,
        fact.quotes,
        is_late,
    )
    return replace(row, kept=(*row.kept, made))


def _taken_away(row: Shelved, which: Callable[[KeptEdition], bool]) -> Shelved:
    kept = (replace(each, is_withdrawn=True) if which(each) else each for each in row.kept)
    return replace(row, kept=tuple(kept))


def _any(each: KeptEdition) -> bool:
    return True
