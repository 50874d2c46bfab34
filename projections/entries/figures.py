"""What figures put into a report: as stated, but a count of children made here is protected."""

from __future__ import annotations

import re

from events import figure
from projections.entries.entry import Entry, entry, made
from projections.protection import protected

_CHILDREN = re.compile(
    r"\b(child(ren)?|young (people|persons?)|bab(y|ies)|infants?|toddlers?|teenagers?|pupils?"
    r"|boys?|girls?|siblings?)\b",
    re.IGNORECASE,
)
_HOW = "A count of children: 1 to 7 is shown as *, other numbers to the nearest 5."


@entry.register
def _(fact: figure.FigureReported) -> Entry:
    stated = f"as at {fact.as_at}" if fact.as_at else str(fact.period or "")
    value, note = str(fact.value), fact.definition
    if fact.value.number is not None and _is_of_children(fact):
        value, note = protected(fact.value.number), f"{note} {_HOW}".strip()
    return made(
        fact, "figures", "figure", heading=fact.name, value=value, words=fact.unit, note=note,
        tag=stated, when=fact.period or fact.as_at, derived_from=fact.derived_from,
    )  # fmt: skip


def _is_of_children(fact: figure.FigureReported) -> bool:
    """What a document says is public already, and stands as it says it."""
    return not fact.told.document and bool(_CHILDREN.search(f"{fact.unit} {fact.name}"))
