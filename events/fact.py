"""The shape that every fact shares: its stream, who told it, its source, when it was recorded."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Any, ClassVar
from uuid import UUID

from events.period import PartialDate, Period
from events.uk_time import UK

_LINE = ", line"  # stands between a document and its line
OPENING = "_opening"  # where the ledger leaves what opens the sealed fields of a fact
NOT_YET = datetime(1, 1, 2, tzinfo=UTC)  # a day that clocks west of Greenwich can show too
LOST = "(these words cannot be opened: their key is missing)"
FORGOTTEN = "(forgotten)"  # stands where words were, once their key is destroyed
CATALOGUE: dict[str, type[Fact]] = {}


@dataclass(frozen=True)
class Provenance:
    """Who told a fact, where it comes from, and the day it is true for.

    ``key`` names the request that led to it: the same key again on the same stream is the same
    fact again, so a double click or a resend changes nothing. ``is_day_unknown``: the person who
    told it said that nobody knows the day.
    """

    by: str
    source: str
    effective_on: PartialDate | None = None
    key: str = ""
    is_day_unknown: bool = False

    @property
    def document(self) -> str:
        """The document it comes from, without its line; empty where it comes from none.

        The ledger stores one text: a document's name, ", line" or ", lines", and the numbers.
        Every other source goes without those words: ``elsewhere`` takes them out of typed ones.
        """
        return self.source.rpartition(_LINE)[0]


def elsewhere(typed: str) -> str:
    """A source that somebody typed, so that it never reads as a line of a document."""
    return typed.replace(_LINE, f";{_LINE[1:]}")


@dataclass(frozen=True)
class Fact:
    """Something that happened. ``PERSONAL`` names the fields that are about a person.

    Those are sealed in the stored bytes; once their key is destroyed they read ``FORGOTTEN``.
    ``DAY`` names the field that states the day it happened, or the period it is about.
    ``recorded_at`` is set by the ledger when it learns the fact, never by a caller.
    """

    TOPIC: ClassVar[str]
    PERSONAL: ClassVar[frozenset[str]]
    DAY: ClassVar[str] = ""
    WITHDRAWABLE: ClassVar[frozenset[str]] = frozenset()  # public, until somebody asks otherwise
    AFTER_FORGETTING: ClassVar[bool] = False  # told even where all else of its stream is forgotten

    originator_id: UUID
    originator_version: int
    provenance: Provenance
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
    def key(self) -> str:
        """The name of this fact among all facts of its partnership."""
        return f"{self.originator_id}:{self.originator_version}"

    @property
    def micros(self) -> int:
        """When it was recorded, in microseconds, to put facts of several streams in order."""
        return int(self.recorded_at.timestamp() * 1_000_000)

    @property
    def recorded_on(self) -> PartialDate:
        """The day it was in the UK, where every partnership is."""
        return _day(self.recorded_at.astimezone(UK).date())

    @property
    def on(self) -> PartialDate:
        """The day it was told to be true for, else the day it was recorded."""
        return self.provenance.effective_on or self.recorded_on

    @property
    def told_on(self) -> PartialDate | None:
        """As ``on``, but none where nobody knows it, or where a document gives none."""
        told = self.provenance
        return told.effective_on if told.document or told.is_day_unknown else self.on

    @property
    def stated_on(self) -> PartialDate | None:
        """The day that the fact itself states, in the field that ``DAY`` names."""
        stated: PartialDate | Period | None = getattr(self, self.DAY) if self.DAY else None
        return stated.start if isinstance(stated, Period) else stated

    @property
    def true_on(self) -> PartialDate | None:
        """The day it is true for: as told, else as it states itself, else as recorded here.

        None where it comes from a document that gives no day, or where nobody knows it.
        """
        return self.provenance.effective_on or self.stated_on or self.told_on


@lru_cache(maxsize=4096)
def _day(day: date) -> PartialDate:
    return PartialDate(day.isoformat())
