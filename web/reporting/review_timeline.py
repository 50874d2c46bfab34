"""The steps of case reviews by quarter, so that a reader sees when they came."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from projections.counts.count_table import HIDDEN, Counts, PublishedTable, table_of
from projections.counts.disclosure_control import protected, published_within, worked_out
from projections.counts.frozen_periods import Span, span_of
from projections.counts.quarters import quarter_of, quarters_in
from projections.reporting.coverage import Sections
from projections.reporting.entries import Entry
from projections.reporting.report_rows import Report
from web.reporting.charts import Bar, OverTime

_MOST = 6  # more quarters than these do not fit side by side


def timeline_of(report: Report, sections: Sections) -> OverTime | None:
    """None where the period is not stated, or where the counts could tell of one child."""
    steps = [each.head for each in sections.get("reviews", ()) if each.head.kind == "step"]
    if report.period is None or not steps:
        return None
    span = span_of(report.period)
    quarters = quarters_in(span.first, span.last)
    if len(quarters) > _MOST:
        return None
    cells = _counted(steps, span)
    names = sorted({step.heading for step in steps})
    counts = table_of(quarters, names, cells)
    shown = published_within(counts)
    if shown is None or _tells_beside_the_steps(counts, shown):
        return None
    rows = [
        (name, [_bar(quarter, shown.cells[at][to]) for at, quarter in enumerate(shown.rows)])
        for to, name in enumerate(shown.columns)
    ]
    return OverTime(shown.rows, rows)


def _tells_beside_the_steps(counts: Counts, shown: PublishedTable) -> bool:
    """Whether the count of each step in all, which stands beside it, gives a quarter away."""
    down = tuple(protected(sum(column)) for column in zip(*counts.cells, strict=True))
    return bool(worked_out(counts, replace(shown, column_totals=down)))


def _counted(steps: Sequence[Entry], span: Span) -> dict[tuple[str, str], int]:
    within = [step for step in steps if span.holds(step.main)]
    return Counter((quarter_of(step.main, span.first), step.heading) for step in within)


def _bar(label: str, shown: str) -> Bar:
    return Bar(label, None if shown == HIDDEN else int(shown.replace(",", "")), shown)
