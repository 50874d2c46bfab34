"""The port to the record: at any position, on any day, line by line."""

from __future__ import annotations

from collections.abc import Collection
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol, TypeVar
from uuid import UUID

from projections.engine.as_of import AsOf
from projections.engine.projection import Projection
from projections.record.timeline import TimelineEntry

P = TypeVar("P", bound=Projection)


@dataclass(frozen=True)
class Known:
    """A line of the record and its position, from 1."""

    position: int
    line: TimelineEntry


@dataclass(frozen=True)
class AskedLines:
    """Which lines: after a position and up to another, in force on a day, of a kind, about things.

    ``kind`` is the first part of a topic. ``subjects`` and ``keys`` are those of ``TimelineEntry``.
    A line counts if it is one of either. All lines count if both are none.
    """

    upto: int
    after: int = 0
    in_force: date | None = None
    kind: str = ""
    subjects: Collection[UUID] | None = None
    keys: Collection[str] | None = None
    newest_first: bool = False
    skip: int = 0
    limit: int = 50

    @property
    def is_everything(self) -> bool:
        """Whether every line between the two positions counts."""
        chosen = self.kind or self.in_force is not None
        return not chosen and self.subjects is None and self.keys is None


class RecordHistory(Protocol):
    """One partnership's record at any position. It knows nothing that came later."""

    def head(self) -> int:
        """The last position. 0 if nothing is recorded."""
        ...

    def position_at(self, moment: datetime) -> int:
        """The last position recorded at or before a moment. 0 if there is none."""
        ...

    def moment_of(self, position: int) -> datetime:
        """When the fact at a position was recorded (UTC)."""
        ...

    def read(self, projection: type[P], standing: AsOf) -> AbstractContextManager[P]:
        """A view as it was known, or as the facts in force on the day make it."""
        ...

    def lines(self, asked: AskedLines) -> tuple[list[Known], int]:
        """A page of lines, and the number of all lines."""
        ...
