"""Agencies' returns: what each said of each standard, how it was challenged, what was agreed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from itertools import zip_longest
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
from events.fact import FORGOTTEN, Fact
from events.period import PartialDate
from projections.engine.encryption import PersonalNames
from projections.engine.projection import Projection
from projections.engine.tables import TableOf


@dataclass(frozen=True)
class Challenge:
    rating: str
    why: str
    by: str
    response: str = ""


@dataclass(frozen=True)
class Answered:
    """What an agency said of one standard, and what was said to that."""

    standard: str
    rating: str = ""
    why: str = ""
    doing: str = ""
    good: str = ""
    actions: str = ""
    carried: bool = False
    challenges: tuple[Challenge, ...] = ()
    agreed: str = ""
    agreed_why: str = ""

    @property
    def stands(self) -> str:
        """The rating that counts: the one agreed, else the agency's own."""
        return self.agreed or self.rating

    @property
    def waits(self) -> bool:
        """Whether a challenge is waiting for the agency's answer."""
        return bool(self.challenges) and not self.challenges[-1].response and not self.agreed


@dataclass(frozen=True)
class Piece:
    """A file of evidence; its name is kept apart, sealed."""

    evidence: UUID
    standard: str
    type: str
    size: int
    digest: str

    @property
    def how_large(self) -> str:
        return f"{self.size / 1_048_576:.1f} MB" if self.size >= 1_048_576 else self._small

    @property
    def _small(self) -> str:
        return f"{max(1, round(self.size / 1024))} KB"


@dataclass(frozen=True)
class Return:
    id: UUID
    audit: UUID
    agency: str
    answers: tuple[Answered, ...] = ()
    submitted_on: PartialDate | None = None
    reopened_because: str = ""
    pieces: tuple[Piece, ...] = ()
    names: PersonalNames = ()

    def evidence_for(self, standard: str) -> list[tuple[Piece, str]]:
        """The files of a standard with their names."""
        return [(piece, name) for piece, name in self._named() if piece.standard == standard]

    def piece(self, evidence: UUID) -> tuple[Piece, str] | None:
        return next((each for each in self._named() if each[0].evidence == evidence), None)

    def _named(self) -> Iterable[tuple[Piece, str]]:
        """Names that were forgotten are said to be."""
        names = self.names if len(self.names) == len(self.pieces) else ()
        return zip_longest(self.pieces, names, fillvalue=FORGOTTEN)  # type: ignore[arg-type]

    def of(self, standard: str) -> Answered | None:
        return next((each for each in self.answers if each.standard == standard), None)


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
                self._about(fact.originator_id, fact.standard, lambda said: _after(said, fact))
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


def _after(said: Answered, fact: Fact) -> Answered:
    match fact:
        case StandardAnswered():
            return replace(
                said,
                rating=fact.rating,
                why=fact.why,
                doing=fact.doing,
                good=fact.good,
                actions=fact.actions,
                carried=fact.carried,
                agreed="",
                agreed_why="",
            )
        case StandardChallenged(rating=rating, why=why):
            made = Challenge(rating, why, fact.provenance.by)
            return replace(said, challenges=(*said.challenges, made), agreed="", agreed_why="")
        case ChallengeAnswered(response=response):
            *before, last = said.challenges
            return replace(said, challenges=(*before, replace(last, response=response)))
        case RatingAgreed(rating=rating, why=why):
            return replace(said, agreed=rating, agreed_why=why)
        case _:
            return said
