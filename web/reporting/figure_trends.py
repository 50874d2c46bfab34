"""How a figure of a report stood in the reports before it: the same name in the same unit."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from projections.reporting.annual_report import AnnualReport
from projections.reporting.entries import Entry
from projections.reporting.report_rows import Report
from web.reporting.charts import Bar
from web.reporting.report_access import is_open

_PLAIN = re.compile(r"-?£?[\d,]+(?:\.\d+)?(?: ?%)?")


@dataclass(frozen=True)
class Trend:
    """A bar for each report, the oldest first. ``is_uneven``: their periods differ in length."""

    id: str
    name: str
    bars: list[Bar]
    is_uneven: bool


def trends_of(report: Report, book: AnnualReport) -> list[Trend]:
    """Of each figure that an earlier report states, too."""
    if report.period is None:
        return []
    before = _until(report, book)
    stated: dict[tuple[str, str], list[tuple[Report, Entry]]] = {}
    for each in before:
        for entry in book.stated(each):
            if entry.kind == "figure" and _PLAIN.fullmatch(entry.value):
                stated.setdefault((entry.heading, _unit(entry)), []).append((each, entry))
    return [
        _trend(at, name, rows)
        for at, ((name, _), rows) in enumerate(stated.items())
        if len({of.id for of, _ in rows}) > 1 and any(of.id == report.id for of, _ in rows)
    ]


def _until(report: Report, book: AnnualReport) -> list[Report]:
    """This report and those of earlier periods that a reader may open, the oldest first."""
    dated = [(each.period.end.last, each) for each in book.all() if each.period]
    end = report.period.end.last if report.period else None
    return [
        each
        for last, each in sorted(dated, key=lambda pair: pair[0])
        if each.id == report.id or (end and last < end and is_open(each))
    ]


def _trend(at: int, name: str, rows: list[tuple[Report, Entry]]) -> Trend:
    newest = {of.id: (of, entry) for of, entry in rows}.values()
    bars = [
        Bar(
            entry.tag or str(of.period),
            _number(entry.value),
            f"{entry.value} {entry.words}".strip(),
        )
        for of, entry in newest
    ]
    lengths = [(of.period.end.last - of.period.start.first).days for of, _ in newest if of.period]
    return Trend(f"trend-{at}", name, bars, max(lengths) - min(lengths) > 31)


def _bar(report: Report, entry: Entry) -> Bar:
    label, shown = entry.tag or str(report.period), f"{entry.value} {entry.words}".strip()
    return Bar(label, _number(entry.value), shown)


def _unit(entry: Entry) -> str:
    return "%" if "%" in entry.value else entry.words.casefold()


def _number(value: str) -> float | None:
    try:
        return float(Decimal(re.sub(r"[£,% ]", "", value)))
    except InvalidOperation:
        return None
