"""The yearly reports: the list, each report, and the facts behind each number."""

from __future__ import annotations

from flask import Blueprint, abort, render_template
from flask.typing import ResponseReturnValue

from projections.reporting.annual_report import AnnualReport
from web.reporting.bar_layout import (
    bars_height,
    column_width,
    placed,
    placed_over_time,
    segmented,
    segments_height,
)
from web.reporting.chapters import TITLES
from web.reporting.own_words import own_words
from web.reporting.priority_progress import is_past_its_years
from web.reporting.report_access import is_open, status_words
from web.reporting.report_page import draw_report
from web.site.permissions import open_to_all
from web.site.tenancy import here

pages = Blueprint("reports", __name__)
for _filter in (
    bars_height,
    segments_height,
    placed,
    segmented,
    placed_over_time,
    column_width,
    own_words,
):
    pages.add_app_template_filter(_filter)
pages.add_app_template_test(is_past_its_years, "past_its_years")
CASE_STEP = "step"  # a step of one case review: reports count it, and show it nowhere by itself


@pages.get("/<partnership>/reports/")
@open_to_all
def index() -> ResponseReturnValue:
    with here.read(AnnualReport) as view:
        reports = [each for each in view.all() if is_open(each)]
    return render_template("reporting/public_reports.html", reports=reports, standing=status_words)


@pages.get("/<partnership>/reports/<report>")
@open_to_all
def report(report: str) -> ResponseReturnValue:
    with here.read(AnnualReport) as view:
        found = view.report(report)
        if found is None or not is_open(found):
            abort(404)
    return draw_report(found)


@pages.get("/<partnership>/reports/<report>/facts/<key>")
@open_to_all
def facts(report: str, key: str) -> ResponseReturnValue:
    """The sources of one entry of a report."""
    with here.read(AnnualReport) as view:
        found, entry = view.report(report), view.entry(key)
        if found is None or entry is None or entry.kind == CASE_STEP:
            abort(404)
        if not (is_open(found) and view.shows(found, entry)):
            abort(404)
        behind = [row for id in entry.derived_from for row in view.of_subject(id)]
    return render_template(
        "reporting/public_reports_facts.html",
        report=found,
        entry=entry,
        behind=behind,
        titles=TITLES,
    )
