"""Year on year: what two reports or more tell a number of, side by side."""

from __future__ import annotations

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from projections.learning.training import Training
from projections.reporting.annual_report import AnnualReport
from web.reporting.charts import Bar
from web.reporting.public_reports import is_open
from web.reporting.year_on_year import Measure, year_on_year
from web.site.authentication import open_to_all
from web.site.tenancy import here

pages = Blueprint("years", __name__)


@pages.get("/<partnership>/reports/year-on-year")
@open_to_all
def page() -> ResponseReturnValue:
    with here.read(AnnualReport) as book, here.read(Training) as trained:
        reports = [each for each in book.all() if is_open(each)]
        measures = year_on_year(reports, book, trained)
    drawn = [(measure, _bars(measure)) for measure in measures]
    return render_template("reporting/public_reports_years.html", measures=drawn, many=len(reports))


def _bars(measure: Measure) -> list[Bar]:
    return [Bar(row.year, row.number, row.shown) for row in measure.years]
