"""A stated figure as a public page may show it: what it counts decides, never a word in its name.

The partnership is asked outright whether a figure counts children or young people who could be
recognised. Figures that were recorded before anybody was asked follow the old rule: a whole number
of children is protected, a percentage stands as it was stated.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from events.fact import elsewhere
from events.reporting.figure import Comparator, StatedFigure
from events.value import PER_CENT, Number, Value, split_unit
from projections.counts.count_table import HIDDEN
from projections.counts.disclosure_control import FEW, protected

ROUNDED = "A count of children: 1 to 7 is shown as *, other numbers to the nearest 5."
FEW_CHILDREN = "So few children are counted that one could be recognised, so it is not shown."
_CHILDREN = re.compile(
    r"\b(child(ren)?|young (people|persons?)|bab(y|ies)|infants?|toddlers?|teenagers?|pupils?"
    r"|boys?|girls?|siblings?)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class ShownFigure:
    """``why`` says what is hidden or rounded; empty where nothing is."""

    value: str
    unit: str
    why: str = ""


def shown(fact: StatedFigure) -> ShownFigure:
    """The figure as every page but the desk shows it."""
    value, unit = fact.value, fact.unit
    as_stated = ShownFigure(*split_unit(value, unit))
    if not counts_children(fact) or value.number is None:
        return as_stated
    if value.kind == "share" and value.upto is not None:
        return as_stated if _is_safe(value.number, value.upto) else _hidden(unit)
    if value.kind == "percentage" or unit.casefold() in PER_CENT:
        return _percentage(fact, as_stated)
    if value.kind == "count":
        return _count(value, unit)
    return _hidden(unit) if _few(fact.out_of) else as_stated


def source_of(fact: StatedFigure) -> str:
    """The document or system that was typed with it, who counted, then who told it to us."""
    told = fact.provenance
    if told.document:
        return told.source
    counted = f"counted by {fact.counted_by}" if fact.counted_by else ""
    return elsewhere(", ".join(filter(None, (fact.stated_in, counted, told.source))))


def compared(fact: StatedFigure) -> list[str]:
    """The same figure before and elsewhere, each as it may be shown: "England: 66%".

    The period before is of the same place: as few children as now, as far as anybody stated.
    """
    return [f"{each.with_what}: {_other(fact, each).value}" for each in fact.compared]


def _other(fact: StatedFigure, each: Comparator) -> ShownFigure:
    if each.with_what != "the period before":
        return shown(replace(fact, value=each.value, out_of=None))
    now, before = shown(fact), shown(replace(fact, value=each.value))
    return _hidden("") if now.value == HIDDEN and each.value.kind != "count" else before


def counts_children(fact: StatedFigure) -> bool:
    """Whether children who could be recognised are counted, and it is not public already."""
    if fact.counts:
        return fact.counts == "yes"
    if fact.provenance.document or _is_part(fact):
        return False
    return bool(_CHILDREN.search(f"{fact.unit} {fact.name}"))


def _is_part(fact: StatedFigure) -> bool:
    return fact.value.kind != "count" or fact.unit.casefold() in PER_CENT


def _count(value: Value, unit: str) -> ShownFigure:
    """Where it is no whole number, or a range, nothing of it is shown."""
    if value.qualifier == "range" or value.whole is None or value.whole < 0:
        return _hidden(unit)
    return ShownFigure(protected(value.whole), unit, ROUNDED)


def _percentage(fact: StatedFigure, as_stated: ShownFigure) -> ShownFigure:
    """Hidden where the number of children behind it, or behind the rest, would be 1 to 7."""
    whole = fact.out_of.whole if fact.out_of else None
    number = fact.value.number
    if whole is None or number is None:
        return as_stated
    return as_stated if _is_safe(Decimal(number) * whole / 100, whole) else _hidden("")


def _is_safe(part: Number, whole: Number) -> bool:
    return all(not 0 < count < FEW for count in (part, whole - part)) and whole >= FEW


def _few(out_of: Value | None) -> bool:
    return out_of is not None and out_of.whole is not None and out_of.whole < FEW


def _hidden(unit: str) -> ShownFigure:
    return ShownFigure(HIDDEN, unit, FEW_CHILDREN)
