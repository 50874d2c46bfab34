"""Every figure with its period, source and disputes; defined rates; discrepancies."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from events.fact import Fact
from events.reporting import figure
from projections.engine.projection import Projection
from projections.engine.tables import TableOf
from projections.reporting.figure_rows import (
    Discrepancy,
    Dispute,
    Figure,
    Rate,
    corrected,
    figure_of,
)


class Figures(Projection):
    name = "figure_book"
    version = 4
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
                self.rates.put(Rate(id, name, part, whole, definition, source, fact.micros))
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

    def headlines(self) -> frozenset[UUID]:
        """Those that the partnership chose to open the report of their period."""
        return frozenset(row.id for row in self.all() if row.headlined)

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
