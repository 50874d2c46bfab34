"""What a report does not show and why, and giving a day to what has none or a wrong one."""

from __future__ import annotations

from uuid import UUID

from flask import Blueprint, abort, render_template, request, url_for
from flask.typing import ResponseReturnValue

from projections.reporting.annual_report import AnnualReport
from projections.reporting.entries import Entry
from projections.reporting.outside import outside
from projections.reporting.report_rows import Report
from services.reporting.entry_day import EntryDayService
from web.forms import commands
from web.forms.command import Command
from web.forms.day_fields import Day
from web.forms.fields import Form
from web.forms.figures import DAY_HINT
from web.forms.text_fields import Words
from web.reporting.chapters import TITLES
from web.site.permissions import requires
from web.site.tenancy import here

pages = Blueprint("entry_days", __name__)


class EntryDayForm(Form):
    day = Day(needed="Say when it was.", label="When it was", hint=DAY_HINT)
    why = Words(longest=1000, label="Why it gets this day", rows=3)


def _item() -> str:
    """The entry that the address names."""
    return str((request.view_args or {})["item"])


GIVE_DAY = Command(
    EntryDayForm,
    EntryDayService.give_day,
    title="Give it a day",
    done="It has its day now. Reports that are final keep what they said.",
    help="The report of that day shows it. What was recorded stays as it was.",
    button="Give it this day",
    also={"item": _item},
)


@pages.get("/<partnership>/work/reports/<uuid:id>/outside/")
@requires("read governance")
def page(id: UUID) -> ResponseReturnValue:
    with here.read(AnnualReport) as view:
        report = _report(view, id)
        found = outside(view, report)
        left_out = [(view.entry(each.item), each) for each in report.left_out]
    return render_template(
        "reporting/entry_days.html",
        report=report,
        found=found,
        left_out=[(row, each) for row, each in left_out if row],
        titles=TITLES,
    )


@pages.route("/<partnership>/work/reports/<uuid:id>/outside/<item>", methods=["GET", "POST"])
@requires("keep governance")
def day(id: UUID, item: str) -> ResponseReturnValue:
    with here.read(AnnualReport) as view:
        _report(view, id)
        row = view.entry(item)
    if row is None or row.item != item:
        abort(404)
    return commands.page(
        GIVE_DAY,
        here.entry_day.stream_for(item),
        url_for(".page", id=id),
        back_words=_named(row),
        back=url_for(".page", id=id),
    )


def _report(view: AnnualReport, id: UUID) -> Report:
    found = view.reports.get(id)
    if found is None or found.thrown_away:
        abort(404)
    return found


def _named(row: Entry) -> str:
    return row.heading or row.words or row.value
