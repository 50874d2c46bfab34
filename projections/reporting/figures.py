"""Every figure with its period, source and disputes; rates as defined; what does not agree."""

from __future__ import annotations

from dataclasses import dataclass, replace
from uuid import UUID

from events.fact import Fact
from events.reporting import figure
from projections.engine.projection import Projection
from projections.engine.tables import TableOf


@dataclass(frozen=True)
class Dispute:
    by: str
    why: str


@dataclass(frozen=True)
class Figure:
    """``number`` is none where no exact number is stated; ``when`` is empty where no time is."""

    id: UUID
    name: str
    value: str
    number: int | None
    unit: str
    when: str
    definition: str
    source: str
    derived: bool
    recorded: int
    disputes: tuple[Dispute, ...] = ()


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
    figures = TableOf(Figure, index=("recorded",))
    rates = TableOf(Rate)
    discrepancies = TableOf(Discrepancy)

    def apply(self, fact: Fact) -> None:
        id, source = fact.originator_id, fact.provenance.source
        match fact:
            case figure.FigureReported():
                self.figures.put(figure_of(fact))
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
        """In the order in which they were recorded."""
        return self.figures.where(order="recorded")

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
    exact = fact.value.number if fact.value.qualifier == "exactly" else None
    when = f"as at {fact.as_at}" if fact.as_at else str(fact.period or "")
    return Figure(
        fact.originator_id,
        fact.name,
        str(fact.value),
        exact,
        fact.unit,
        when,
        fact.definition,
        fact.provenance.source,
        bool(fact.derived_from),
        fact.micros,
    )
