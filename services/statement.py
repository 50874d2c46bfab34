"""What a document quoted of children is quoted until somebody asks that it be so no longer."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import assert_never
from uuid import UUID

from events.fact import Fact, Told
from events.feedback import StatementQuoted
from events.quote import Asker, PublishedQuoteHandled, StatementFact, StatementWithdrawn
from services.ledger import Service, State, decides
from services.refusals import AlreadyThere, Missing


@dataclass(frozen=True)
class Statement(State):
    withdrawn: bool = False


def evolve(statement: Statement | None, fact: StatementFact) -> Statement:
    state = replace(statement or Statement(fact.originator_id, 0), version=fact.originator_version)
    match fact:
        case StatementQuoted():
            return state
        case StatementWithdrawn():
            return replace(state, withdrawn=True)
        case _:
            assert_never(fact)


def withdraw(statement: Statement, told: Told, *, asked_by: Asker, why: str) -> StatementWithdrawn:
    """From both versions and everything else; no name of who asked is kept."""
    if statement.withdrawn:
        raise AlreadyThere("This is withdrawn already. Nothing shows it any more.")
    if not (asked_by and why):
        raise Missing("Say who asked, without a name, and why.", field="why")
    return StatementWithdrawn(statement.id, statement.version + 1, told, asked_by, why)


class StatementService(Service[Statement]):
    evolve = staticmethod(evolve)
    withdraw = decides(withdraw)

    def handle(
        self, told: Told, *, subject: UUID, number: int, report: UUID, what: str
    ) -> list[Fact]:
        """A published report is put right: what was done about the copies that are out."""
        if not what:
            raise Missing("Say what was done about the published report.", field="what")
        stream = self.ledger.name_of("published quotes", str(report))
        return self.ledger.change(
            stream, told,
            lambda known: PublishedQuoteHandled(
                stream, len(known) + 1, told, subject, number, report, what
            ),
        )  # fmt: skip
