"""National reviews and briefings, and what the partnership does about each."""

from __future__ import annotations

from dataclasses import dataclass, replace
from uuid import UUID

from events.fact import Fact
from events.learning.national_learning import NationalLearningAnswered, NationalLearningReceived
from events.period import PartialDate
from projections.engine.projection import Projection
from projections.engine.tables import TableOf


@dataclass(frozen=True)
class Response:
    """``on`` is none where the source of it states no day."""

    response: str
    decided_by: str
    on: PartialDate | None


@dataclass(frozen=True)
class Learning:
    id: UUID
    title: str
    publisher: str
    about: str
    first_response: str
    source: str
    recorded: int
    responses: tuple[Response, ...] = ()

    @property
    def is_answered(self) -> bool:
        return bool(self.responses)


class NationalLearning(Projection):
    name = "national_learning"
    received = TableOf(Learning, index=("recorded",))

    def apply(self, fact: Fact) -> None:
        match fact:
            case NationalLearningReceived():
                self.received.put(_received(fact))
            case NationalLearningAnswered(response=response, decided_by=by):
                said = Response(response, by, fact.true_on)
                self.received.change(
                    fact.originator_id, lambda row: replace(row, responses=(*row.responses, said))
                )
            case _:
                pass

    def all(self) -> list[Learning]:
        """The newest first."""
        return self.received.where(order="recorded", newest_first=True)

    def one(self, id: UUID) -> Learning | None:
        return self.received.get(id)


def _received(fact: NationalLearningReceived) -> Learning:
    return Learning(
        fact.originator_id,
        fact.title,
        fact.publisher,
        fact.about,
        fact.response,
        fact.provenance.source,
        fact.micros,
    )
