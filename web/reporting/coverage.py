"""What is asked of a report, what answers it, and what the record does not hold."""

from __future__ import annotations

from collections import Counter
from datetime import date

from flask import Blueprint, abort, render_template
from flask.typing import ResponseReturnValue

from projections.reporting.annual_report import AnnualReport
from projections.reporting.coverage import Sections, progress
from projections.reporting.report_rows import Report
from services.reporting.rulesets import rulesets
from web.reporting.requirements import covered
from web.site.permissions import requires
from web.site.tenancy import here

pages = Blueprint("coverage", __name__)


@pages.get("/<partnership>/work/coverage/<report>")
@requires("read governance")
def report(report: str) -> ResponseReturnValue:
    with here.read(AnnualReport) as view:
        found = view.report(report)
        if found is None:
            abort(404)
        sections: Sections = view.sections(found)
    asked = covered(found, sections)
    return render_template(
        "reporting/coverage_report.html",
        report=found,
        asked=asked,
        counted=Counter(each.state for each in asked),
        ruleset=rulesets()[found.ruleset],
        progress=progress(sections),
        due_year=_due_year(found),
    )


def _due_year(report: Report) -> int | None:
    """The year of the first 30 September after the period. None without a period."""
    if report.period is None:
        return None
    last = report.period.end.last
    return last.year + (last >= date(last.year, 9, 30))
