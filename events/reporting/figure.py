"""Figures as they are stated, with their own period, definition and source; and contradictions."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, Self
from uuid import UUID

from events.fact import Fact
from events.period import PartialDate, Period

Qualifier = Literal["exactly", "at least", "about", "all", "unknown"]
_STATED = re.compile(r"(?P<about>about )?(?P<number>[0-9][0-9,]{0,15})(?P<more>\+)?")


@dataclass(frozen=True)
class Value:
    """A number as stated: 66, 40+, about 30, "all" without a count, or not known."""

    number: int | None
    qualifier: Qualifier = "exactly"

    @classmethod
    def stated(cls, text: str) -> Self:
        """From ``66``, ``1,064``, ``40+``, ``about 30``, ``all`` or ``unknown``.

        Raises ``ValueError`` where it is none of these.
        """
        if text == "all":
            return cls(None, "all")
        if text == "unknown":
            return cls(None, "unknown")
        found = _STATED.fullmatch(text)
        if not found:
            raise ValueError(f"{text!r} is not a number")
        counted = int(found["number"].replace(",", ""))
        if found["more"]:
            return cls(counted, "at least")
        return cls(counted, "about" if found["about"] else "exactly")

    def __str__(self) -> str:
        if self.number is None:
            return {"all": "all (number not stated)"}.get(self.qualifier, "not stated")
        shown = f"{self.number:,}"
        return {"at least": f"{shown}+", "about": f"about {shown}"}.get(self.qualifier, shown)


@dataclass(frozen=True)
class FigureReported(Fact):
    """A figure with its own period or as-at day, either of which may be unstated."""

    TOPIC = "figure.reported"
    PERSONAL = frozenset()
    name: str
    value: Value
    unit: str
    period: Period | None
    as_at: PartialDate | None
    definition: str
    derived_from: tuple[UUID, ...]

    @property
    def stated_on(self) -> PartialDate | None:
        """The day it is as at, else the end of its period."""
        return self.as_at or (self.period.end if self.period else None)


@dataclass(frozen=True)
class DiscrepancyNoted(Fact):
    """Two statements in the sources that do not agree; both are kept as stated."""

    TOPIC = "figure.discrepancy_noted"
    PERSONAL = frozenset()
    about: str
    one: str
    other: str
    note: str


@dataclass(frozen=True)
class DiscrepancyExplained(Fact):
    """How two statements came not to agree, once that is known; both stay as stated."""

    TOPIC = "figure.discrepancy_explained"
    PERSONAL = frozenset()
    how: str


@dataclass(frozen=True)
class FigureDisputed(Fact):
    """Somebody says that a figure is wrong; ``by`` is an agency or a role."""

    TOPIC = "figure.disputed"
    PERSONAL = frozenset()
    by: str
    why: str


@dataclass(frozen=True)
class RateDefined(Fact):
    """What may be divided by what, and what is counted in each: only then is a rate shown."""

    TOPIC = "figure.rate_defined"
    PERSONAL = frozenset()
    name: str
    part: UUID
    whole: UUID
    definition: str


FigureFact = FigureReported | FigureDisputed
DiscrepancyFact = DiscrepancyNoted | DiscrepancyExplained
RateFact = RateDefined
