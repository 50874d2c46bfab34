"""A row seals the words it has; where it has none there is nothing to seal and no key to find."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from projections.engine.encryption import Personal, PersonalNames
from projections.engine.tables import TableOf


@dataclass(frozen=True)
class Row:
    id: UUID
    words: Personal = ""
    names: PersonalNames = ()


class Counted:
    """Seals by reversing, and tells how often it was asked to."""

    def __init__(self) -> None:
        self.asked = 0

    def encrypt_field(self, subject: UUID, column: str, words: str) -> str:
        self.asked += 1
        return words[::-1]

    def decrypt_field(self, subject: UUID, column: str, sealed: str) -> str:
        return sealed[::-1]


def test_only_words_that_are_there_are_sealed_and_all_come_back() -> None:
    table, seal = TableOf(Row), Counted()
    table.name = "rows"
    rows = [Row(UUID(int=1)), Row(UUID(int=2), "said"), Row(UUID(int=3), "", ("Ada", "Bo"))]
    columns = table.encode(rows, seal)
    assert seal.asked == 2
    assert [table.decode(row, seal) for row in zip(*columns, strict=True)] == rows
