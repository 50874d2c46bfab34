"""The shape every fact shares: whose it is, who told it, its source, when it was recorded."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Any, ClassVar
from uuid import UUID

from events.period import PartialDate

OPENING = "_opening"  # where the ledger leaves what opens the sealed fields of a fact
NOT_YET = datetime.min.replace(tzinfo=UTC)
LOST = "(these words cannot be opened: their key is missing)"
FORGOTTEN = "(forgotten)"  # stands where words were, once their key is destroyed
CATALOGUE: dict[str, type[Fact]] = {}


@dataclass(frozen=True)
class Told:
    """Who told a fact, where it comes from, and the day it is true for.

    ``key`` names the request that led to it: the same key again on the same stream is the same
    fact again, so a double click or a resend changes nothing.
    """

    by: str
    source: str
    effective_on: PartialDate | None = None
    key: str = ""


@dataclass(frozen=True)
class Fact:
    """Something that happened. ``PERSONAL`` names the fields that are about a person.

    Those are sealed in the stored bytes; once their key is destroyed they read ``FORGOTTEN``.
    ``recorded_at`` is set by the ledger when it learns the fact, never by a caller.
    """

    TOPIC: ClassVar[str]
    PERSONAL: ClassVar[frozenset[str]]
    WITHDRAWABLE: ClassVar[frozenset[str]] = frozenset()  # public, until somebody asks otherwise
    AFTER_FORGETTING: ClassVar[bool] = False  # told even where all else of its stream is forgotten

    originator_id: UUID
    originator_version: int
    told: Told
    recorded_at: datetime = field(default=NOT_YET, kw_only=True, compare=False)

    if not TYPE_CHECKING:  # else a slip of the pen would pass for a field

        def __getattr__(self, name: str) -> Any:
            """A sealed field, opened when it is first asked for: most of them never are."""
            held = self.__dict__
            if name not in type(self).PERSONAL or OPENING not in held:
                raise AttributeError(f"{type(self).__name__} has no {name}")
            held.update(held[OPENING]())
            return held[name]

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        if CATALOGUE.setdefault(cls.TOPIC, cls).__qualname__ != cls.__qualname__:
            raise TypeError(f"two facts are called {cls.TOPIC}")

    @property
    def on(self) -> PartialDate:
        """The day it is true for: as told, else the day it was recorded."""
        return self.told.effective_on or _day(self.recorded_at.date())


@lru_cache(maxsize=4096)
def _day(day: date) -> PartialDate:
    return PartialDate(day.isoformat())
