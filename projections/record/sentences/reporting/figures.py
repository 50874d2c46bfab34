"""Figures, and statements that do not agree, in sentences."""

from __future__ import annotations

from typing import assert_never

from events.reporting import figure
from events.value import with_unit
from projections.record.sentences.wording import within


def sentence(fact: figure.FigureFact | figure.DiscrepancyFact | figure.RateFact) -> str:
    match fact:
        case figure.FigureReported():
            return f"Figure stated: {_stated(fact)}."
        case figure.FigureCorrected():
            return f"Figure corrected: {_stated(fact)}, because {fact.why.rstrip('.')}."
        case figure.FigureWithdrawn():
            return f"The figure was withdrawn: {fact.why.rstrip('.')}."
        case figure.FigureHeadlined():
            return f"The figure {'opens' if fact.shown else 'no longer opens'} its report."
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


def _stated(fact: figure.StatedFigure) -> str:
    when = within(fact.period) or (f" as at {fact.as_at}" if fact.as_at else "")
    return f"{fact.name}, {with_unit(fact.value, fact.unit)}{when}"
