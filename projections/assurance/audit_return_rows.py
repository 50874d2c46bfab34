"""An agency's return as rows: its answers, challenges and files."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import zip_longest
from uuid import UUID

from events.assurance.audit_return import (
    ChallengeAnswered,
    RatingAgreed,
    StandardAnswered,
    StandardChallenged,
)
from events.fact import FORGOTTEN, Fact
from events.period import PartialDate
from projections.engine.encryption import PersonalNames


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


def answer_after(said: Answered, fact: Fact) -> Answered:
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
