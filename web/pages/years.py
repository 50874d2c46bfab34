"""Year on year: what two reports or more tell a number of, side by side."""

from __future__ import annotations

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from projections.annual_report import AnnualReport
from projections.training_book import TrainingBook
from web.charts import Bar
from web.here import here
from web.pages.reports import is_open
from web.who import open_to_all
from web.year_on_year import Measure, year_on_year

pages = Blueprint("years", __name__)


@pages.get("/<partnership>/reports/year-on-year")
@open_to_all
def page() -> ResponseReturnValue:
    with here.read(AnnualReport) as book, here.read(TrainingBook) as trained:
        reports = [each for each in book.all() if is_open(each)]
        measures = year_on_year(reports, book, trained)
    drawn = [(measure, _bars(measure)) for measure in measures]
    return render_template("reports/years.html", measures=drawn, many=len(reports))


def _bars(measure: Measure) -> list[Bar]:
    return [Bar(row.year, row.number, row.shown) for row in measure.years]
