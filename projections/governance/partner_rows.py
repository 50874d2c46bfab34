"""The bodies of a partnership and its money as rows."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from events.period import Period
from events.value import Value


@dataclass(frozen=True)
class Name:
    """What a body was called from a day on."""

    name: str
    since: str


@dataclass(frozen=True)
class Partner:
    """A body of the partnership: its names, the newest last, and until when it took part."""

    id: UUID
    part: str
    place: str
    names: tuple[Name, ...]
    source: str
    left: str = ""

    @property
    def name(self) -> str:
        return self.names[-1].name

    @property
    def since(self) -> str:
        return self.names[0].since

    @property
    def formerly(self) -> list[str]:
        """The names that it had before, in order, each once."""
        earlier = dict.fromkeys(each.name for each in self.names)
        return [name for name in earlier if name != self.name]


@dataclass(frozen=True)
class MoneyLine:
    """What was paid in by a body, or spent on a use, for a period."""

    line: UUID
    kind: str
    heading: str
    amount: Value
    period: Period
    note: str
    source: str
