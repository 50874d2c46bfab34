"""What a document quoted of children is quoted until somebody asks that it be so no longer."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import assert_never
from uuid import UUID

from events.fact import Provenance
from events.feedback.feedback import StatementQuoted
from events.participation.quotation import (
    Asker,
    PublishedQuoteHandled,
    StatementFact,
    StatementWithdrawn,
)
from services.ledger import Change, Decided, Service, State, decides
from services.refusals import AlreadyThere, Missing


@dataclass(frozen=True)
class Statement(State):
    withdrawn: bool = False


@dataclass(frozen=True)
class PutRight(State):
    """What a published report was put right for: whose words, and which quotation."""

    done: frozenset[tuple[UUID, int]] = frozenset()


def evolve(statement: Statement | None, fact: StatementFact) -> Statement:
    state = replace(statement or Statement(fact.originator_id, 0), version=fact.originator_version)
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
    return StatementWithdrawn(statement.id, statement.version + 1, provenance, asked_by, why)


def evolve_put_right(known: PutRight | None, fact: PublishedQuoteHandled) -> PutRight:
    state = known or PutRight(fact.originator_id, 0)
    done = state.done | {(fact.subject, fact.number)}
    return replace(state, version=fact.originator_version, done=done)


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
        put_right.id, put_right.version + 1, provenance, subject, number, report, what
    )


class StatementService(Service[Statement]):
    evolve = staticmethod(evolve)
    withdraw = decides(withdraw)

    def handling(
        self, provenance: Provenance, *, subject: UUID, number: int, report: UUID, what: str
    ) -> Change:
        """A published report is put right, as one of several changes: what was done about it."""
        stream = self.ledger.name_of("published quotes", str(report))

        def then(known: PutRight | None) -> Decided:
            put_right = known or PutRight(stream, 0)
            return handle(
                put_right, provenance, subject=subject, number=number, report=report, what=what
            )

        return Change(stream, provenance, evolve_put_right, then)
