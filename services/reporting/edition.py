"""Keeping editions of published reports: each once for what called for it, none changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, assert_never
from uuid import UUID

from events.fact import Fact, Provenance
from events.reporting.edition import EditionAsked, EditionFact, EditionKept, EditionsWithdrawn, Form
from services.ledger import Service, State
from services.refusals import AlreadyThere, Missing, Refusal


class NothingKept(Refusal):
    words = "No edition of this report is kept for everybody, so there is none to withdraw."


@dataclass(frozen=True)
class Edition(State):
    """``kept`` names what called for each document, its version and its form."""

    kept: frozenset[tuple[str, str, str]] = frozenset()
    has_open: bool = False


def evolve(edition: Edition | None, fact: EditionFact) -> Edition:
    known = edition or Edition(fact.originator_id, 0)
    state = replace(known, version=fact.originator_version)
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


def ask(edition: Edition, provenance: Provenance, *, report: UUID) -> EditionAsked:
    return EditionAsked(edition.id, edition.version + 1, provenance, report)


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
        edition.id,
        edition.version + 1,
        provenance,
        report,
        ground,
        version,
        form,
        digest,
        size,
        pages,
        position,
        root,
        quotes,
    )


def withdraw(
    edition: Edition, provenance: Provenance, *, report: UUID, why: str
) -> EditionsWithdrawn:
    if not edition.has_open:
        raise NothingKept
    if not why:
        raise Missing("Say why, for those who have read it.", field="why")
    return EditionsWithdrawn(edition.id, edition.version + 1, provenance, report, why)


class EditionService(Service[Edition]):
    """Each report's editions are a stream of their own, which begins with the first of them."""

    evolve = staticmethod(evolve)

    def id_of(self, report: UUID) -> UUID:
        return self.ledger.name_of("edition", str(report))

    def ask(self, report: UUID, provenance: Provenance) -> list[Fact]:
        return self._decide(ask, report, provenance)

    def keep(self, report: UUID, provenance: Provenance, **made: Any) -> list[Fact]:
        """Raises ``AlreadyThere``."""
        return self._decide(keep, report, provenance, **made)

    def withdraw(self, report: UUID, provenance: Provenance, *, why: str) -> list[Fact]:
        """Raises ``NothingKept``."""
        return self._decide(withdraw, report, provenance, why=why)

    def _decide(
        self, decide: Callable[..., Fact], report: UUID, provenance: Provenance, **said: Any
    ) -> list[Fact]:
        stream = self.id_of(report)

        def then(known: list[Fact]) -> Fact:
            edition = self._known(known) if known else Edition(stream, 0)
            return decide(edition, provenance, report=report, **said)

        return self.ledger.change(stream, provenance, then)
