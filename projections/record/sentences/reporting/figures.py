"""Figures, and statements that do not agree, in sentences."""

from __future__ import annotations

from typing import assert_never

from events.reporting import figure
from projections.record.sentences.wording import within


def sentence(fact: figure.FigureFact | figure.DiscrepancyFact | figure.RateFact) -> str:
    match fact:
        case figure.FigureReported():
            return _figure_reported(fact)
        case figure.FigureDisputed():
            return f"{fact.by} disputes it: {fact.why.rstrip('.')}."
        case figure.DiscrepancyNoted():
            return f"Two statements about {fact.about} do not agree."
        case figure.DiscrepancyExplained():
            return f"How it came about: {fact.how.rstrip('.')}."
        case figure.RateDefined():
            return f"A rate was defined, {fact.name}: {fact.definition.rstrip('.')}."
        case _:
            assert_never(fact)


def _figure_reported(fact: figure.FigureReported) -> str:
    when = within(fact.period) or (f" as at {fact.as_at}" if fact.as_at else "")
    return f"Figure stated: {fact.name}, {fact.value} {fact.unit}{when}."
