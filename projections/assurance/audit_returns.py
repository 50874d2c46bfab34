"""Agencies' returns: their answers to each standard, the challenges and the agreed ratings."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from uuid import UUID

from events.assurance.audit_return import (
    ChallengeAnswered,
    EvidenceAttached,
    RatingAgreed,
    ReturnReopened,
    ReturnStarted,
    ReturnSubmitted,
    StandardAnswered,
    StandardChallenged,
)
from events.fact import Fact
from projections.assurance.audit_return_rows import Answered, Piece, Return, answer_after
from projections.engine.projection import Projection
from projections.engine.tables import TableOf


class AuditReturns(Projection):
    name = "audit_returns"
    returns = TableOf(Return, index=("audit", "agency"))

    def apply(self, fact: Fact) -> None:
        match fact:
            case ReturnStarted(originator_id=id, audit=audit, agency=agency):
                self.returns.put(Return(id, audit, agency))
            case ReturnSubmitted(originator_id=id):
                self.returns.change(
                    id, lambda row: replace(row, submitted_on=fact.on, reopened_because="")
                )
            case ReturnReopened(originator_id=id, why=why):
                self.returns.change(
                    id, lambda row: replace(row, submitted_on=None, reopened_because=why)
                )
            case EvidenceAttached(originator_id=id, name=name):
                piece = Piece(fact.evidence, fact.standard, fact.type, fact.size, fact.digest)
                self.returns.change(
                    id,
                    lambda row: replace(row, pieces=(*row.pieces, piece), names=(*row.names, name)),
                )
            case StandardAnswered() | StandardChallenged() | ChallengeAnswered() | RatingAgreed():
                self._about(
                    fact.originator_id, fact.standard, lambda said: answer_after(said, fact)
                )
            case _:
                pass

    def of(self, audit: UUID) -> dict[str, Return]:
        """The returns of an audit, by agency; agencies that have not begun are not in it."""
        return {row.agency: row for row in self.returns.where(audit=audit)}

    def one(self, audit: UUID | None, agency: str) -> Return | None:
        found = self.returns.where(audit=audit, agency=agency) if audit else []
        return found[0] if found else None

    def _about(self, id: UUID, standard: str, how: Callable[[Answered], Answered]) -> None:
        def changed(row: Return) -> Return:
            answers = {each.standard: each for each in row.answers}
            answers[standard] = how(answers.get(standard, Answered(standard)))
            return replace(row, answers=tuple(answers.values()))

        self.returns.change(id, changed)
