"""What figures put into a report: as stated, but a count of children made here is protected."""

from __future__ import annotations

import re
from typing import assert_never

from events.reporting import figure
from projections.counts.disclosure_control import protected
from projections.reporting.entries.entry import Entry, made

_CHILDREN = re.compile(
    r"\b(child(ren)?|young (people|persons?)|bab(y|ies)|infants?|toddlers?|teenagers?|pupils?"
    r"|boys?|girls?|siblings?)\b",
    re.IGNORECASE,
)
_HOW = "A count of children: 1 to 7 is shown as *, other numbers to the nearest 5."


def entry(fact: figure.FigureFact | figure.DiscrepancyFact | figure.RateFact) -> Entry | None:
    match fact:
        case figure.FigureReported():
            return _figure_reported(fact)
        case figure.DiscrepancyNoted():
            return _discrepancy_noted(fact)
        case figure.DiscrepancyExplained():
            return _discrepancy_explained(fact)
        case figure.FigureDisputed() | figure.RateDefined():
            return None
        case _:
            assert_never(fact)


def _figure_reported(fact: figure.FigureReported) -> Entry:
    stated = f"as at {fact.as_at}" if fact.as_at else str(fact.period or "")
    value, note = str(fact.value), fact.definition
    if fact.value.number is not None and _is_of_children(fact):
        value, note = protected(fact.value.number), f"{note} {_HOW}".strip()
    return made(
        fact,
        "figures",
        "figure",
        heading=fact.name,
        value=value,
        words=fact.unit,
        note=note,
        tag=stated,
        when=fact.period or fact.as_at,
        derived_from=fact.derived_from,
    )


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


def _is_of_children(fact: figure.FigureReported) -> bool:
    """What a document says is public already, and stands as it says it."""
    return not fact.provenance.document and bool(_CHILDREN.search(f"{fact.unit} {fact.name}"))
