"""The base of every projection: a name, its tables, and how it applies a fact."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any, ClassVar, Self
from uuid import UUID

from sqlalchemy import Connection, create_engine
from sqlalchemy.pool import StaticPool

from events.fact import Fact
from projections.engine.encryption import UNSEALED, RowCipher
from projections.engine.rows import Rows
from projections.engine.tables import TableOf


class Projection(ABC):
    """Pure over the facts it is given: no clock, no chance, nothing but its own tables.

    Raise ``version`` when its rows change shape or meaning: it is then rebuilt from the record.
    """

    name: ClassVar[str]
    version: ClassVar[int] = 1

    def __init__(
        self,
        connection: Connection,
        suffix: str = "",
        *,
        is_new: bool = False,
        seal: RowCipher = UNSEALED,
    ) -> None:
        """``suffix`` names its tables' copies; ``is_new`` says that they are empty."""
        self.connection, self.suffix, self.is_new = connection, suffix, is_new
        self.seal = seal
        self.learning = 0
        self.kept: dict[str, Rows[Any]] = {}
        self.expected: list[UUID] = []

    @abstractmethod
    def apply(self, fact: Fact) -> None:
        """Learns one more fact; a fact it does not care about changes nothing."""

    @classmethod
    def tables(cls) -> Sequence[TableOf[Any]]:
        return _tables_of(cls)

    def create(self) -> None:
        for declared in self.tables():
            declared.table(self.suffix).create(self.connection, checkfirst=True)

    def learn(self, facts: Iterable[Fact]) -> None:
        """Applies facts in order and writes the outcome back.

        Where one fails, ``learning`` is its place among them, from 1; 0 if the writing failed.
        """
        page = list(facts)
        self.expected = [fact.originator_id for fact in page]
        for rows in self.kept.values():
            rows.expect(self.expected)
        apply = self.apply
        for self.learning, fact in enumerate(page, 1):
            apply(fact)
        self.learning = 0
        for rows in self.kept.values():
            rows.flush()

    @classmethod
    def over(cls, facts: Iterable[Fact]) -> Self:
        """This view of some facts alone, in memory: the record as it was known up to there."""
        engine = create_engine("sqlite://", poolclass=StaticPool)
        projection = cls(engine.connect(), is_new=True)
        projection.create()
        projection.learn(facts)
        return projection

    def close(self) -> None:
        """Ends a view made by ``over``."""
        self.connection.close()
        self.connection.engine.dispose()


@cache
def _tables_of(projection: type[Projection]) -> Sequence[TableOf[Any]]:
    found = (value for base in projection.__mro__ for value in vars(base).values())
    return [value for value in found if isinstance(value, TableOf)]
