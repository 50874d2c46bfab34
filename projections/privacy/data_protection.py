"""Who is responsible for the data now, and whom anybody may ask about it."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from events.fact import Fact
from events.privacy.data_protection import DataProtectionNamed
from projections.engine.projection import Projection
from projections.engine.tables import TableOf


@dataclass(frozen=True)
class Responsible:
    id: UUID
    controllers: tuple[str, ...]
    officer: str
    contact: str


class DataProtection(Projection):
    name = "data_protection"
    responsible = TableOf(Responsible)

    def apply(self, fact: Fact) -> None:
        if isinstance(fact, DataProtectionNamed):
            known = fact.controllers, fact.officer, fact.contact
            self.responsible.put(Responsible(fact.originator_id, *known))

    def now(self) -> Responsible | None:
        found = self.responsible.where()
        return found[0] if found else None
