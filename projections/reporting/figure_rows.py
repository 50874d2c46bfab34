"""Rows of figures, rates and discrepancies, and what a statement of a figure makes of its row."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any
from uuid import UUID

from events.reporting import figure
from events.value import Value, split_unit
from projections.counts.stated_figures import source_of

# The fields of the form that states a figure, by what it is compared with.
_COMPARED = {"the period before": "before", "England": "england", "similar areas": "similar"}


@dataclass(frozen=True)
class Dispute:
    by: str
    why: str


@dataclass(frozen=True)
class Correction:
    """What was stated before, and what was wrong with it."""

    was: str
    why: str


@dataclass(frozen=True)
class Figure:
    """``number`` is none where no exact number is stated; ``when`` is empty where no time is.

    ``first`` is the first ISO day it is about, ``withdrawn`` the reason; both empty where none.
    ``typed`` is each field of the statement as it could be typed again.
    """

    id: UUID
    name: str
    value: str
    number: int | Decimal | None
    unit: str
    when: str
    definition: str
    source: str
    derived: bool
    recorded: int
    disputes: tuple[Dispute, ...] = ()
    counts: str = ""
    first: str = ""
    corrections: tuple[Correction, ...] = ()
    withdrawn: str = ""
    headlined: bool = False
    compared: tuple[str, ...] = ()
    typed: tuple[tuple[str, str], ...] = ()

    @property
    def shown(self) -> str:
        """Its value and unit, exactly as stated: for those who keep the record."""
        return " ".join((self.value, self.unit)).strip()


@dataclass(frozen=True)
class Rate:
    id: UUID
    name: str
    part: UUID
    whole: UUID
    definition: str
    source: str
    recorded: int = 0


@dataclass(frozen=True)
class Discrepancy:
    id: UUID
    about: str
    one: str
    other: str
    note: str
    source: str
    explained: str = ""


def figure_of(fact: figure.FigureReported) -> Figure:
    return Figure(
        id=fact.originator_id,
        source=source_of(fact),
        derived=bool(fact.derived_from),
        recorded=fact.micros,
        **_stated(fact),
    )


def corrected(row: Figure, fact: figure.FigureCorrected) -> Figure:
    """The newest statement stands; those before it are told below it."""
    before = (*row.corrections, Correction(row.shown, fact.why))
    return replace(row, corrections=before, source=source_of(fact), **_stated(fact))


def _stated(fact: figure.StatedFigure) -> dict[str, Any]:
    value, unit = split_unit(fact.value, fact.unit)
    day = fact.period.start if fact.period else fact.as_at
    return {
        "name": fact.name,
        "value": value,
        "number": fact.value.number if fact.value.qualifier == "exactly" else None,
        "unit": unit,
        "when": f"as at {fact.as_at}" if fact.as_at else str(fact.period or ""),
        "definition": fact.definition,
        "counts": fact.counts,
        "compared": tuple(map(_compared, fact.compared)),
        "first": day.first.isoformat() if day else "",
        "typed": tuple(_typed(fact).items()),
    }


def _compared(each: figure.Comparator) -> str:
    return f"{each.with_what}: {' '.join(split_unit(each.value, '')).strip()}"


def _typed(fact: figure.StatedFigure) -> dict[str, str]:
    """By the field of the form that states a figure."""
    period = fact.period
    return {
        "name": fact.name,
        "value": _as_typed(fact.value),
        "unit": fact.unit,
        "start": str(period.start) if period else "",
        "end": str(period.end) if period else "",
        "as_at": str(fact.as_at or ""),
        "definition": fact.definition,
        "counts": fact.counts,
        "published_in": fact.published_in,
        "out_of": _as_typed(fact.out_of) if fact.out_of else "",
        "counted_by": fact.counted_by,
        "stated_in": fact.stated_in,
        **{_COMPARED[each.with_what]: _as_typed(each.value) for each in fact.compared},
    }


def _as_typed(value: Value) -> str:
    return value.qualifier if value.number is None else str(value)
