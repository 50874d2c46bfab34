"""Writing a chapter's own words, and leaving an entry out."""

from __future__ import annotations

from typing import Literal

from flask import request

from services.reporting.report import ReportService
from services.reporting.written_text import LONGEST
from web.forms.command import Command
from web.forms.fields import Form
from web.forms.figures import Whole
from web.forms.text_fields import Words


class ChapterForm(Form):
    words = Words(
        longest=LONGEST,
        label="What the partners say",
        hint=(
            "It stands at the head of the chapter, as the partnership's own words. An empty line "
            "begins a new paragraph. Never a child's name. Text pasted from Word keeps its "
            "paragraphs, lists and tables."
        ),
        rows=24,
    )
    seen = Whole(needed="Open this page again, then write.", kind="hidden")


class LeaveOutEntryForm(Form):
    why = Words(
        longest=1000, needed="Say why it is left out. The record keeps the reason.", label="Why"
    )


def item_named() -> str:
    """The entry that the address names."""
    return str((request.view_args or {})["item"])


def _section() -> str:
    return str((request.view_args or {})["chapter"])


def _markdown() -> Literal["markdown"]:
    return "markdown"


WRITE = Command(
    ChapterForm,
    ReportService.write_part,
    title="Write",
    done="The words are in the report.",
    button="Save",
    also={"section": _section, "markup": _markdown},
)
COMMANDS = {
    "out": Command(
        LeaveOutEntryForm,
        ReportService.leave_out,
        title="Leave it out of the report",
        done="It is left out of the report. The record keeps it.",
        help="Such as: it is told elsewhere in the report, or it would tell who a child is.",
        button="Leave it out",
        also={"item": item_named},
    ),
}
