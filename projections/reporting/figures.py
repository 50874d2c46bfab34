"""Every figure with its period, source and disputes; rates as defined; what does not agree."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any
from uuid import UUID

from events.fact import Fact
from events.reporting import figure
from events.value import split_unit
from projections.engine.projection import Projection
from projections.engine.tables import TableOf


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


@dataclass(frozen=True)
class Discrepancy:
    id: UUID
    about: str
    one: str
    other: str
    note: str
    source: str
    explained: str = ""


class Figures(Projection):
    name = "figure_book"
    version = 2
    figures = TableOf(Figure, index=("recorded",))
    rates = TableOf(Rate)
    discrepancies = TableOf(Discrepancy)

    def apply(self, fact: Fact) -> None:
        id, source = fact.originator_id, fact.provenance.source
        match fact:
            case figure.FigureReported():
                self.figures.put(figure_of(fact))
            case figure.FigureCorrected():
                self.figures.change(id, lambda row: corrected(row, fact))
            case figure.FigureWithdrawn(why=why):
                self.figures.change(id, lambda row: replace(row, withdrawn=why, headlined=False))
            case figure.FigureHeadlined(shown=shown):
                self.figures.change(id, lambda row: replace(row, headlined=shown))
            case figure.FigureDisputed(by=by, why=why):
                said = Dispute(by, why)
                self.figures.change(id, lambda row: replace(row, disputes=(*row.disputes, said)))
            case figure.RateDefined(name=name, part=part, whole=whole, definition=definition):
                self.rates.put(Rate(id, name, part, whole, definition, source))
            case figure.DiscrepancyNoted(about=about, one=one, other=other, note=note):
                self.discrepancies.put(Discrepancy(id, about, one, other, note, source))
            case figure.DiscrepancyExplained(how=how):
                self.discrepancies.change(id, lambda row: replace(row, explained=how))
            case _:
                pass

    def all(self) -> list[Figure]:
        """Those that stand, in the order in which they were recorded."""
        return [row for row in self.figures.where(order="recorded") if not row.withdrawn]

    def without_a_day(self) -> list[Figure]:
        """Those that stand in no report by their day, since they state none."""
        return [row for row in self.all() if not row.first]

    def figure(self, id: UUID) -> Figure | None:
        return self.figures.get(id)

    def discrepancy(self, id: UUID) -> Discrepancy | None:
        return self.discrepancies.get(id)

    def all_discrepancies(self) -> list[Discrepancy]:
        """Those not explained yet first."""
        return sorted(self.discrepancies.where(), key=lambda row: (bool(row.explained), row.about))

    def worked_out(self) -> list[tuple[Rate, str]]:
        """Each rate as defined: parts of a hundred to one decimal, or why it cannot be said."""
        return [(rate, self._of_a_hundred(rate)) for rate in self.rates.where(order="name")]

    def _of_a_hundred(self, rate: Rate) -> str:
        part, whole = self.figures.get(rate.part), self.figures.get(rate.whole)
        if part is None or whole is None or part.number is None or not whole.number:
            return "cannot be worked out: a figure is not an exact number"
        return f"{part.value} of {whole.value}, which is {100 * part.number / whole.number:.1f} %"


def figure_of(fact: figure.FigureReported) -> Figure:
    return Figure(
        id=fact.originator_id,
        source=fact.provenance.source,
        derived=bool(fact.derived_from),
        recorded=fact.micros,
        **_stated(fact),
    )


def corrected(row: Figure, fact: figure.FigureCorrected) -> Figure:
    """The newest statement stands; those before it are told below it."""
    before = (*row.corrections, Correction(row.shown, fact.why))
    return replace(row, corrections=before, source=fact.provenance.source, **_stated(fact))


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
        "first": day.first.isoformat() if day else "",
    }
