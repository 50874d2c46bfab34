"""Figures of a report: the rates that were defined of them, and what of them is not shown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from events.value import Number
from events.value_text import NotAValue, read_value
from projections.counts.stated_figures import FEW_CHILDREN, ROUNDED
from projections.reporting.entries import Entry
from projections.reporting.figures import Figures
from projections.reporting.report_contents import EntryGroup
from projections.reporting.report_rows import Report
from web.site.tenancy import here


@dataclass(frozen=True)
class ShownRate:
    """A rate as it was defined: ``words`` give both figures and their part of a hundred."""

    name: str
    words: str
    definition: str


def rates_of(report: Report, figures: Iterable[EntryGroup]) -> list[ShownRate]:
    """The rates of which the report shows both figures, exactly.

    Of a figure that is rounded or hidden no rate is worked out: it would tell the figure.
    """
    stated = {group.head.subject: group.head for group in figures}
    with here.read(Figures) as view:
        rates = view.rates.where(order="name")
    known = (each for each in rates if not report.frozen_at or each.recorded <= report.frozen_at)
    found = ((rate, _words(stated, rate.part, rate.whole)) for rate in known)
    return [ShownRate(rate.name, words, rate.definition) for rate, words in found if words]


def protected_in(figures: Iterable[EntryGroup]) -> list[tuple[Entry, str]]:
    """The figures that readers do not see as they were stated, each with the reason."""
    return [
        (group.head, reason)
        for group in figures
        for reason in (ROUNDED, FEW_CHILDREN)
        if reason in group.head.note
    ]


def _words(stated: Mapping[UUID, Entry], part: UUID, whole: UUID) -> str:
    one, other = stated.get(part), stated.get(whole)
    if one is None or other is None:
        return ""
    counted, of = _number(one), _number(other)
    if counted is None or not of:
        return ""
    return f"{one.value} of {other.value}, which is {100 * counted / of:.1f}%"


def _number(entry: Entry) -> Number | None:
    """The exact number. None where it is protected, or none."""
    if protected_in([EntryGroup(entry, ())]):
        return None
    try:
        value = read_value(entry.value)
    except NotAValue:
        return None
    return value.number if value.kind == "count" and value.qualifier == "exactly" else None
