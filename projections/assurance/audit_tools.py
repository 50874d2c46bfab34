"""Audit tools as they are now, with every version that was published."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from events.assurance.audit import ToolVersion
from events.assurance.audit_tool import Standard, ToolPublished
from events.fact import Fact
from events.period import PartialDate
from projections.engine.projection import Projection
from projections.engine.tables import TableOf


@dataclass(frozen=True)
class Tool:
    """One version of a tool; ``key`` names the tool and the version."""

    key: str
    id: UUID
    number: int
    title: str
    standards: tuple[Standard, ...]
    note: str
    demo: bool
    published_on: PartialDate
    source: str

    def standard(self, name: str) -> Standard | None:
        return next((each for each in self.standards if each.name == name), None)


class AuditTools(Projection):
    name = "audit_tools"
    tools = TableOf(Tool, index=("id",))

    def apply(self, fact: Fact) -> None:
        match fact:
            case ToolPublished(originator_id=id, number=number):
                self.tools.put(
                    Tool(
                        _key(id, number),
                        id,
                        number,
                        fact.title,
                        fact.standards,
                        fact.note,
                        fact.demo or self._is_demo(id),
                        fact.on,
                        fact.provenance.source,
                    )
                )
            case _:
                pass

    def versions(self, tool: UUID) -> list[Tool]:
        """The newest first."""
        return self.tools.where(id=tool, order="number", newest_first=True)

    def newest(self, tool: UUID) -> Tool | None:
        return next(iter(self.versions(tool)), None)

    def asked(self, asks: ToolVersion) -> Tool | None:
        return self.tools.get(_key(asks.tool, asks.number))

    def all(self) -> list[Tool]:
        """The newest version of each, by title."""
        newest = {row.id: row for row in self.tools.where(order="number")}
        return sorted(newest.values(), key=lambda row: row.title.casefold())

    def _is_demo(self, id: UUID) -> bool:
        first = self.tools.get(_key(id, 1))
        return first is not None and first.demo


def _key(tool: UUID, number: int) -> str:
    return f"{tool}:{number}"
