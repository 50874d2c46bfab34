"""A meeting as a row: its agenda, attendance, resolutions and actions."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from events.governance.minutes_file import FileType
from events.period import PartialDate
from projections.engine.agreed_action import AgreedAction


@dataclass(frozen=True)
class AgendaItem:
    """An item of the agenda, of the minutes, or both; ``was`` is an earlier wording of it."""

    item: str
    heading: str
    lead: str = ""
    text: str = ""
    was: str = ""
    why: str = ""


@dataclass(frozen=True)
class Present:
    role: str
    present: int
    of: int | None


@dataclass(frozen=True)
class Resolution:
    number: int
    text: str
    asks: str
    result: str = ""
    decision: UUID | None = None

    @property
    def is_open(self) -> bool:
        return bool(self.asks) and not self.result


@dataclass(frozen=True)
class AttachedMinutes:
    """A file of a meeting, without its name. ``size`` is in bytes."""

    file: UUID
    digest: str
    type: FileType
    size: int

    @property
    def words(self) -> str:
        return f"Minutes, {self.type}, {max(1, round(self.size / 1024)):,} KB"


@dataclass(frozen=True)
class Meeting:
    """``held_on`` is none where the minutes give no day, ``planned_on`` where it was not called."""

    id: UUID
    body: str
    title: str
    place: str
    source: str
    recorded: int
    planned_on: PartialDate | None = None
    held: bool = False
    held_on: PartialDate | None = None
    items: tuple[AgendaItem, ...] = ()
    attendance: tuple[Present, ...] = ()
    resolutions: tuple[Resolution, ...] = ()
    actions: tuple[AgreedAction, ...] = ()
    without_actions: bool = False
    files: tuple[AttachedMinutes, ...] = ()

    @property
    def day(self) -> str:
        """The ISO day it sorts by; empty where none is stated."""
        on = self.held_on or self.planned_on
        return on.first.isoformat() if on else ""

    @property
    def agenda(self) -> list[AgendaItem]:
        return [item for item in self.items if not item.text]

    @property
    def discussed(self) -> list[AgendaItem]:
        return [item for item in self.items if item.text]

    @property
    def open_actions(self) -> list[AgreedAction]:
        return [action for action in self.actions if not action.result]

    @property
    def next_number(self) -> int:
        return max((each.number for each in self.resolutions), default=0) + 1
