"""The record itself, as pages ask for it: at any position, on any day, line by line."""

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
    """A line of the record at its position, from 1."""

    position: int
    line: TimelineEntry


@dataclass(frozen=True)
class AskedLines:
    """Which lines: recorded after one position and up to another, in force, of a kind, about some.

    ``kind`` is the first part of a topic. ``subjects`` and ``keys`` are those of ``TimelineEntry``;
    a line that is one of either counts, and all do where both are none.
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
        """Whether no line between the two positions is left out."""
        chosen = self.kind or self.in_force is not None
        return not chosen and self.subjects is None and self.keys is None


class RecordHistory(Protocol):
    """One partnership's record at any position. Nothing is known there that came later."""

    def head(self) -> int:
        """The last position, 0 where nothing is recorded."""
        ...

    def position_at(self, moment: datetime) -> int:
        """The last position recorded at or before a moment, 0 where there is none."""
        ...

    def moment_of(self, position: int) -> datetime:
        """When the fact at a position was recorded (UTC)."""
        ...

    def read(self, projection: type[P], standing: AsOf) -> AbstractContextManager[P]:
        """A view as it was known, or as the facts that were in force make it."""
        ...

    def lines(self, asked: AskedLines) -> tuple[list[Known], int]:
        """A page of lines, and how many there are in all."""
        ...
