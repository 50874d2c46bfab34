"""Storing editions of published reports: one per occasion, and none is changed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import assert_never
from uuid import UUID

from events.fact import Provenance
from events.reporting.edition import EditionAsked, EditionFact, EditionKept, EditionsWithdrawn, Form
from services.command import Service, informed_command, lazy_command
from services.refusals import AlreadyThere, Missing, Refusal
from services.reporting.report import ReportService
from services.reporting.report_state import NotPublishedYet, Report
from services.state import State


class NothingKept(Refusal):
    words = "No edition of this report is kept for everybody, so there is none to withdraw."


@dataclass(frozen=True)
class Edition(State):
    """``kept`` names what called for each document, its version and its form."""

    kept: frozenset[tuple[str, str, str]] = frozenset()
    has_open: bool = False


def evolve(state: Edition, fact: EditionFact) -> Edition:
    match fact:
        case EditionAsked():
            return state
        case EditionKept():
            named = (fact.ground, fact.version, fact.form)
            return replace(state, kept=state.kept | {named}, has_open=True)
        case EditionsWithdrawn():
            return replace(state, has_open=False)
        case _:
            assert_never(fact)


def ask(edition: Edition, provenance: Provenance, *, report: Report) -> EditionAsked:
    """Raises ``NotPublishedYet``; what a document told was published before."""
    if not (report.published or report.documented):
        raise NotPublishedYet("This report is not published yet. Its PDF is made once it is.")
    return EditionAsked(*edition.next(provenance), report=report.id)


def keep(
    edition: Edition,
    provenance: Provenance,
    *,
    report: UUID,
    ground: str,
    version: str,
    form: Form,
    digest: str,
    size: int,
    pages: int,
    position: int,
    root: str,
    quotes: tuple[str, ...],
) -> EditionKept:
    """Raises ``AlreadyThere`` where somebody made it first."""
    if (ground, version, form) in edition.kept:
        raise AlreadyThere
    return EditionKept(
        *edition.next(provenance),
        report=report,
        ground=ground,
        version=version,
        form=form,
        digest=digest,
        size=size,
        pages=pages,
        position=position,
        root=root,
        quotes=quotes,
    )


def withdraw(
    edition: Edition, provenance: Provenance, *, report: UUID, why: str
) -> EditionsWithdrawn:
    if not edition.has_open:
        raise NothingKept
    if not why:
        raise Missing("Say why, for those who have read it.", field="why")
    return EditionsWithdrawn(*edition.next(provenance), report=report, why=why)


class EditionService(Service[Edition]):
    """Each report's editions are a stream of their own, which begins with the first of them."""

    evolve = staticmethod(evolve)

    keep = lazy_command(keep)
    withdraw = lazy_command(withdraw)

    def stream_of(self, subject: UUID) -> UUID:
        return self.ledger.name_of("edition", str(subject))

    @informed_command("either")
    def ask(self, edition: Edition, provenance: Provenance, *, report: UUID) -> EditionAsked:
        return ask(edition, provenance, report=ReportService(self.ledger).recall(report))
