"""The same measure in several reports of a partnership, as each report states or counts it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from itertools import groupby
from operator import attrgetter

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from events.period import Period
from projections.counts.count_table import HIDDEN
from projections.counts.disclosure_control import protected
from projections.counts.frozen_periods import Span, span_of
from projections.learning.training import Training
from projections.reporting.annual_report import AnnualReport
from projections.reporting.entries import Entry, Section
from projections.reporting.report_rows import Report
from web.reporting.charts import Bar, ratings_of
from web.reporting.money import pounds, totals_within
from web.reporting.report_access import is_open
from web.site.permissions import open_to_all
from web.site.tenancy import here

_COUNTED: tuple[tuple[Section, str], ...] = (
    ("audits", "Audits in the record"),
    ("decisions", "Decisions in the record"),
)

_DAYS_IN_A_MONTH = 365.25 / 12

pages = Blueprint("years", __name__)


@dataclass(frozen=True)
class StatedMeasure:
    """One year of one measure. ``number`` is none if hidden.

    ``source`` is where the value is stated. It is empty if Earshot counted it.
    """

    measure: str
    year: str
    first: str
    number: float | None
    shown: str
    source: str = ""


@dataclass(frozen=True)
class Measure:
    """A measure of two reports or more, the oldest first. ``silent`` are years without it.

    ``unlike`` says how long the periods are, where they are not of one length.
    """

    name: str
    years: tuple[StatedMeasure, ...]
    silent: tuple[str, ...]
    unlike: str = ""


def year_on_year(reports: list[Report], book: AnnualReport, trained: Training) -> list[Measure]:
    """The measures that two reports or more hold. One year alone shows no change."""
    dated = sorted((each for each in reports if each.period), key=_first)
    stated = [each for report in dated for each in _measures_of(report, book, trained)]
    labels = [str(report.period) for report in dated]
    found = []
    for name, rows in groupby(sorted(stated, key=attrgetter("measure")), key=attrgetter("measure")):
        years = tuple({row.year: row for row in sorted(rows, key=attrgetter("first"))}.values())
        if len(years) > 1:
            silent = tuple(label for label in labels if label not in {row.year for row in years})
            months = {str(each.period): _months(each.period) for each in dated if each.period}
            found.append(Measure(name, years, silent, _unlike([months[row.year] for row in years])))
    return found


def _months(period: Period) -> int:
    """How long a period is, to the nearest month."""
    return round(period.days / _DAYS_IN_A_MONTH)


def _unlike(months: list[int]) -> str:
    if len(set(months)) < 2:
        return ""
    *most, last = (f"{each} months" for each in months)
    return f"These periods are not of one length: {', '.join(most)} and {last}."


def _measures_of(report: Report, book: AnnualReport, trained: Training) -> Iterator[StatedMeasure]:
    if report.period is None:
        return
    of = str(report.period), report.period.start.first.isoformat()
    yield from _stated(book.stated(report), of, span_of(report.period))
    many = book.told_us(report)
    if many:
        yield _counted("Young people who told us something", of, protected(many))
    for section, name in _COUNTED:
        if found := book.many(report, section):
            yield _counted(name, of, str(found))
    sections = book.sections(report)
    for rating, times in sorted(ratings_of(sections).items()):
        yield _counted(f"Standards of audits rated {rating}", of, f"{times:,}")
    for title, total in totals_within(sections, span_of(report.period)):
        yield StatedMeasure(title, *of, float(total), pounds(total))
    came = trained.counted(report.period, report.frozen_at)
    if came.sessions:
        yield _counted("Adults who came to training", of, str(came.attended))


def _stated(entries: list[Entry], of: tuple[str, str], span: Span) -> Iterator[StatedMeasure]:
    """What a document states of its own period, and of no other."""
    for entry in entries:
        number = _number(entry.value)
        is_of_it = not entry.first or (span.holds(entry.first) and span.holds(entry.last))
        if number is not None and is_of_it:
            yield StatedMeasure(entry.heading, *of, number, entry.value, entry.source)


def _counted(measure: str, of: tuple[str, str], shown: str) -> StatedMeasure:
    number = None if shown == HIDDEN else float(shown.replace(",", ""))
    return StatedMeasure(measure, *of, number, shown)


def _number(value: str) -> float | None:
    try:
        return float(Decimal(value.replace(",", "").replace("%", "").replace("£", "").strip()))
    except InvalidOperation:
        return None


def _first(report: Report) -> str:
    return report.period.start.first.isoformat() if report.period else ""


@pages.get("/<partnership>/reports/year-on-year")
@open_to_all
def page() -> ResponseReturnValue:
    with here.read(AnnualReport) as book, here.read(Training) as trained:
        reports = [each for each in book.all() if is_open(each)]
        measures = year_on_year(reports, book, trained)
    drawn = [(measure, _bars(measure), _rows(measure)) for measure in measures]
    return render_template("reporting/public_reports_years.html", measures=drawn, many=len(reports))


def _bars(measure: Measure) -> list[Bar]:
    return [Bar(row.year, row.number, row.shown) for row in measure.years]


def _rows(measure: Measure) -> list[list[str]]:
    return [[row.year, row.shown, row.source or "Counted from the record"] for row in measure.years]
