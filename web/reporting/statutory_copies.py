"""Copies of a yearly report: by when they are due, who has one, and since which day."""

from __future__ import annotations

from uuid import UUID

from flask import Blueprint, abort, render_template, url_for
from flask.typing import ResponseReturnValue

from events.fact import Provenance
from projections.deadlines.deadlines import Deadlines
from projections.deadlines.standing import standing_of
from projections.record.timeline import Timeline
from projections.reporting.annual_report import AnnualReport
from web.forms.acting import Act, Acting, Given, act
from web.forms.fields import Form, Line
from web.forms.labels import asked, says
from web.learning.case_forms import day
from web.site.authentication import requires
from web.site.formatting import today
from web.site.tenancy import here

pages = Blueprint("copies", __name__)


class CopyForm(Form):
    recipient = Line(
        longest=200,
        needed="Say who has a copy.",
        metadata=says(
            "Who has a copy",
            "Such as the national Panel; or Foundations, the What Works Centre.",
        ),
    )
    sent_on = day("The day it was sent")


def _send(id: UUID, provenance: Provenance, given: Given) -> object:
    return here.report.send_copy(id, provenance, **given)


ACTS = {"send": Act(CopyForm(), _send, "The copy is recorded.")}


@pages.get("/<partnership>/work/deadlines/copies/<uuid:id>")
@requires("read deadlines")
def report(id: UUID) -> ResponseReturnValue:
    return _page(id, Acting())


@pages.post("/<partnership>/work/deadlines/copies/<uuid:id>/<name>")
@requires("set clocks")
def handle(id: UUID, name: str) -> ResponseReturnValue:
    return act(ACTS, name, id, _page, url_for(".report", id=id))


def _page(id: UUID, acting: Acting) -> str:
    with here.read(AnnualReport) as view:
        found = view.reports.get(id)
    if found is None:
        abort(404)
    with here.read(Deadlines) as board:
        clocks = [(row, standing_of(row, today())) for row in board.of(id)]
    with here.read(Timeline) as history:
        lines = history.of(id)
    return render_template(
        "deadlines/deadlines_copies.html",
        report=found,
        clocks=clocks,
        lines=lines,
        acting=acting,
        fields=asked(CopyForm()),
    )
