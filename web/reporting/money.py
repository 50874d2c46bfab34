"""The money of a report: what each body paid in and what it was spent on, with sums that add up."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from itertools import groupby
from typing import NamedTuple

from events.value import Value
from projections.counts.frozen_periods import Span
from projections.reporting.coverage import Sections
from projections.reporting.entries import Entry

_WORDS = {"paid in": "What each partner paid in", "spent": "What it was spent on"}
_HEADS = {"paid in": "Partner", "spent": "Use"}


class Account(NamedTuple):
    """One kind of money in one period: its lines, and their sum to the penny."""

    title: str
    head: str
    period: str
    lines: list[Entry]
    total: str


def accounts_of(sections: Sections) -> list[Account]:
    """By period, then what came in before what was spent. Nothing is rounded."""
    rows = [group.head for group in sections.get("money", ())]
    rows.sort(key=lambda row: (row.first, row.last, list(_WORDS).index(row.kind)))
    found = []
    for (period, kind), group in groupby(rows, key=lambda row: (row.stated, row.kind)):
        lines = list(group)
        found.append(Account(_WORDS[kind], _HEADS[kind], period, lines, pounds(total_of(lines))))
    return found


def totals_within(sections: Sections, span: Span) -> Iterable[tuple[str, Decimal]]:
    """The sums of the report's own period, and of no other."""
    for account in accounts_of(sections):
        if span.holds(account.lines[0].first) and span.holds(account.lines[0].last):
            yield f"{account.title}, in all", total_of(account.lines)


def balances_of(sections: Sections) -> list[str]:
    """For each period with both kinds, in words, how they compare."""
    rows = [group.head for group in sections.get("money", ())]
    found = []
    for period in dict.fromkeys(row.stated for row in rows):
        sums = [
            total_of(row for row in rows if (row.stated, row.kind) == (period, kind))
            for kind in _WORDS
        ]
        if all(sums):
            found.append(_balance(period, *sums))
    return found


def _balance(period: str, came: Decimal, went: Decimal) -> str:
    if came == went:
        return f"{period}: as much is stated as spent as was paid in."
    more, less = ("paid in", "spent") if came > went else ("spent", "paid in")
    return f"{period}: {pounds(abs(came - went))} more is stated as {more} than as {less}."


def total_of(lines: Iterable[Entry]) -> Decimal:
    return sum((Decimal(row.value.strip("£").replace(",", "")) for row in lines), Decimal(0))


def pounds(total: Decimal) -> str:
    return str(Value(total, kind="money"))
