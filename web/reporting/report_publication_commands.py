"""Approving, presenting and publishing a yearly report, its copies and its corrections."""

from __future__ import annotations

from uuid import UUID

from events.fact import Told
from events.period import PartialDate
from services.refusals import Missing
from services.reporting.report import ReportService
from services.reporting.report_state import (
    refuse_before_its_time,
    refuse_out_of_turn,
    refuse_to_rewrite,
    refuse_too_early,
    refuse_unfinished,
)
from web.forms.choices import Tick
from web.forms.commands import Command
from web.forms.fields import Day, Form, Line, Words
from web.forms.figures import DAY_HINT
from web.reporting.edition_list import is_of_a_document
from web.site.formatting import today
from web.site.tenancy import here

_DAY = f"{DAY_HINT} Leave it empty where the day is not known."


class ApproveForm(Form):
    body = Line(longest=200, needed="Say which body approved it.", label="Which body")
    approved_on = Day(past=True, label="When", hint=_DAY)


class PresentForm(Form):
    to = Line(longest=200, needed="Say to whom it was presented.", label="To whom")
    presented_on = Day(label="When", hint=_DAY)
    planned = Tick(label="It is still planned")


class PublishForm(Form):
    where = Line(
        longest=200,
        needed="Say where it is published.",
        label="Where it is published",
        hint="Such as the partnership's website.",
    )
    published_on = Day(past=True, label="When", hint=_DAY)


class CopyForm(Form):
    recipient = Line(longest=200, needed="Say who got the copy.", label="To whom")
    sent_on = Day(needed="Say when it was sent.", past=True, label="When", hint=DAY_HINT)


class CorrectForm(Form):
    what = Words(needed="Say what is put right.", label="What is put right")
    why = Words(needed="Say why.", label="Why")


def _approve(id: UUID, told: Told, *, body: str, approved_on: PartialDate | None) -> object:
    report, order = here.report.recall(id), here.publication.known().order
    refuse_to_rewrite(report)
    refuse_unfinished(report)
    named = next((each for each in order if each.casefold() == body.casefold()), body)
    refuse_out_of_turn(report, named, order)
    return here.report.approve(id, told, body=named, approved_on=approved_on)


def _presented_on(presented_on: PartialDate | None, planned: bool) -> PartialDate | None:
    """Raises ``Missing`` for a day still to come that is not said to be planned."""
    if presented_on and presented_on.first > today() and not planned:
        raise Missing("This day has not come yet. Tick that it is planned.", field="presented_on")
    return presented_on


def _publish(id: UUID, told: Told, *, where: str, published_on: PartialDate | None) -> object:
    report = here.report.recall(id)
    if is_of_a_document(id):
        refuse_before_its_time(report, today())
    else:
        refuse_too_early(report, today(), here.publication.known().order)
    return here.report.publish(id, told, where=where, published_on=published_on)


COMMANDS = {
    "approve": Command(
        ApproveForm,
        _approve,
        title="Record an approval",
        done="The approval is recorded.",
        help="In the order in which it happened, such as the executive group, then the whole "
        "partnership.",
    ),
    "present": Command(
        PresentForm,
        ReportService.present,
        title="Record that it was presented",
        done="The presentation is recorded; it publishes nothing.",
        also={"presented_on": _presented_on},
    ),
    "publish": Command(
        PublishForm,
        _publish,
        title="Publish it",
        done="The report is published: everybody can read it now.",
        help=(
            "From then on everybody can read it here, and it is corrected openly, never changed. "
            "The copies to the Panel and the What Works Centre are due within seven days."
        ),
        button="Publish it for everybody",
    ),
    "copy": Command(
        CopyForm,
        ReportService.send_copy,
        title="Record that a copy was sent",
        done="The copy is recorded.",
    ),
    "correct": Command(
        CorrectForm,
        ReportService.correct,
        title="Correct it",
        done="The correction is shown in the report.",
        help="The report as it was published stays on record.",
    ),
}
