"""Copies of a yearly report: when they are due, who has one, and since when."""

from __future__ import annotations

from uuid import UUID

from flask import Blueprint, abort, render_template, url_for
from flask.typing import ResponseReturnValue

from projections.deadlines.deadlines import Deadlines
from projections.deadlines.standing import standing_of
from projections.record.timeline import Timeline
from projections.reporting.annual_report import AnnualReport
from services.reporting.report import ReportService
from web.forms import commands
from web.forms.command import Command
from web.forms.day_fields import Day
from web.forms.fields import Form
from web.forms.form_state import Sent
from web.forms.text_fields import Line
from web.site.formatting import today
from web.site.permissions import requires
from web.site.tenancy import here

pages = Blueprint("copies", __name__)


class CaseCopyForm(Form):
    recipient = Line(
        longest=200,
        needed="Say who has a copy.",
        label="Who has a copy",
        hint="Such as the national Panel; or Foundations, the What Works Centre.",
    )
    sent_on = Day(needed="Say which day.", past=True, label="The day it was sent", kind="date")


SEND = Command(
    CaseCopyForm, ReportService.send_copy, title="Record a copy", done="The copy is recorded."
)
COMMANDS = {"send": SEND}


@pages.get("/<partnership>/work/deadlines/copies/<uuid:id>")
@requires("read deadlines")
def report(id: UUID) -> ResponseReturnValue:
    return _page(id, Sent())


@pages.post("/<partnership>/work/deadlines/copies/<uuid:id>/<name>")
@requires("set clocks")
def handle(id: UUID, name: str) -> ResponseReturnValue:
    command = commands.named(COMMANDS, name)
    return commands.handle(command, name, id, url_for(".report", id=id), _page)


def _page(id: UUID, sent: Sent) -> str:
    with here.read(AnnualReport) as view:
        found = view.reports.get(id)
    if found is None:
        abort(404)
    with here.read(Deadlines) as board:
        clocks = [(row, standing_of(row, today())) for row in board.of(id)]
    with here.read(Timeline) as history:
        lines = history.of(id)
    action = url_for(".handle", id=id, name="send")
    return render_template(
        "deadlines/deadlines_copies.html",
        report=found,
        clocks=clocks,
        lines=lines,
        errors=sent.errors,
        send=sent.form("send", SEND, action, seen=len(lines), is_open=True),
    )
