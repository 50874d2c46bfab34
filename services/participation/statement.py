"""A document's quotation of children: shown until somebody asks that it be withdrawn."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import assert_never
from uuid import UUID

from events.fact import Provenance
from events.feedback.feedback import StatementQuoted
from events.participation.quotation import Asker, PublishedQuoteHandled, StatementWithdrawn
from services.change import Change
from services.command import Service, command, lazy_command
from services.refusals import AlreadyThere, Missing
from services.state import State

StatementFact = StatementQuoted | StatementWithdrawn


@dataclass(frozen=True)
class Statement(State):
    withdrawn: bool = False


@dataclass(frozen=True)
class PutRight(State):
    """The quotations that a published report was corrected for, by message and number."""

    done: frozenset[tuple[UUID, int]] = frozenset()


def evolve(state: Statement, fact: StatementFact) -> Statement:
    match fact:
        case StatementQuoted():
            return state
        case StatementWithdrawn():
            return replace(state, withdrawn=True)
        case _:
            assert_never(fact)


def withdraw(
    statement: Statement, provenance: Provenance, *, asked_by: Asker, why: str
) -> StatementWithdrawn:
    """From both versions and everything else; no name of who asked is kept."""
    if statement.withdrawn:
        raise AlreadyThere("This is withdrawn already. Nothing shows it any more.")
    if not (asked_by and why):
        raise Missing("Say who asked, without a name, and why.", field="why")
    return StatementWithdrawn(*statement.next(provenance), asked_by=asked_by, why=why)


def evolve_put_right(state: PutRight, fact: PublishedQuoteHandled) -> PutRight:
    return replace(state, done=state.done | {(fact.subject, fact.number)})


def handle(
    put_right: PutRight,
    provenance: Provenance,
    *,
    subject: UUID,
    number: int,
    report: UUID,
    what: str,
) -> PublishedQuoteHandled:
    """What was done about the copies that are out."""
    if (subject, number) in put_right.done:
        raise AlreadyThere("This report was put right already.", field="which")
    if not what:
        raise Missing("Say what was done about the published report.", field="what")
    return PublishedQuoteHandled(
        *put_right.next(provenance), subject=subject, number=number, report=report, what=what
    )


class PutRightService(Service[PutRight]):
    """One stream for each report, which begins with the first quotation it is put right for."""

    evolve = staticmethod(evolve_put_right)
    handle = lazy_command(handle)

    def stream_of(self, subject: UUID) -> UUID:
        return self.ledger.name_of("published quotes", str(subject))


class StatementService(Service[Statement]):
    evolve = staticmethod(evolve)
    withdraw = command(withdraw)

    def handling(
        self, provenance: Provenance, *, subject: UUID, number: int, report: UUID, what: str
    ) -> Change:
        """A published report is put right, as one of several changes: what was done about it."""
        return PutRightService(self.ledger).handle.change(
            report, provenance, subject=subject, number=number, report=report, what=what
        )
