"""What figures put into a report: as stated, but a count of children made here is protected."""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from events.reporting import figure
from projections.counts.stated_figures import compared, shown, source_of
from projections.reporting.entries.entry import WITHDRAWN_FIGURE, Entry, made


def entry(fact: figure.FigureFact | figure.DiscrepancyFact | figure.RateFact) -> Entry | None:
    match fact:
        case figure.FigureReported() | figure.FigureCorrected():
            return _stated(fact)
        case figure.FigureWithdrawn():
            return made(fact, "figures", WITHDRAWN_FIGURE, words=fact.why)
        case figure.DiscrepancyNoted():
            return _discrepancy_noted(fact)
        case figure.DiscrepancyExplained():
            return _discrepancy_explained(fact)
        case figure.FigureDisputed() | figure.RateDefined() | figure.FigureHeadlined():
            return None
        case _:
            assert_never(fact)


def _stated(fact: figure.StatedFigure) -> Entry:
    stated = f"as at {fact.as_at}" if fact.as_at else str(fact.period or "")
    found = shown(fact)
    as_told = made(
        fact,
        "figures",
        "figure",
        heading=fact.name,
        value=found.value,
        words=found.unit,
        note=" ".join(filter(None, (fact.definition, _compared(fact), found.why))),
        tag=stated,
        when=fact.period or fact.as_at,
        derived_from=fact.derived_from if isinstance(fact, figure.FigureReported) else (),
    )
    return replace(as_told, source=source_of(fact))


def _compared(fact: figure.StatedFigure) -> str:
    others = compared(fact)
    return f"Compared with {', '.join(others)}." if others else ""


def _discrepancy_noted(fact: figure.DiscrepancyNoted) -> Entry:
    return made(
        fact,
        "discrepancies",
        "discrepancy",
        heading=fact.about,
        words=fact.one,
        value=fact.other,
        note=fact.note,
    )


def _discrepancy_explained(fact: figure.DiscrepancyExplained) -> Entry:
    heading = "How a discrepancy came about"
    return made(fact, "work", "explained", heading=heading, words=fact.how)
