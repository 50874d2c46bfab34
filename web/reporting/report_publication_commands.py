"""Approving, presenting and publishing a yearly report, its copies and its corrections."""

from __future__ import annotations

from services.reporting.report import ReportService
from web.forms.choices import Tick
from web.forms.command import Command
from web.forms.day_fields import Day
from web.forms.fields import Form
from web.forms.figures import DAY_HINT
from web.forms.text_fields import Line, Words

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
    published_on = Day(past=True, label="When", hint="Today, if you leave it empty.")


class ReportCopyForm(Form):
    recipient = Line(longest=200, needed="Say who got the copy.", label="To whom")
    sent_on = Day(needed="Say when it was sent.", past=True, label="When", hint=DAY_HINT)


class CorrectReportForm(Form):
    what = Words(needed="Say what is put right.", label="What is put right")
    why = Words(needed="Say why.", label="Why")


COMMANDS = {
    "approve": Command(
        ApproveForm,
        ReportService.approve,
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
    ),
    "publish": Command(
        PublishForm,
        ReportService.publish,
        title="Publish it",
        done="The report is published: everybody can read it now.",
        help=(
            "From then on everybody can read it here, and it is corrected openly, never changed. "
            "The copies to the Panel and the What Works Centre are due within seven days."
        ),
        button="Publish it for everybody",
    ),
    "copy": Command(
        ReportCopyForm,
        ReportService.send_copy,
        title="Record that a copy was sent",
        done="The copy is recorded.",
    ),
    "correct": Command(
        CorrectReportForm,
        ReportService.correct,
        title="Correct it",
        done="The correction is shown in the report.",
        help="The report as it was published stays on record.",
    ),
}
