"""The forms that young editors fill in."""

from __future__ import annotations

from typing import get_args
from uuid import UUID

from flask import abort, request

from events.childrens_version.editing import Chapter, Picture
from projections.participation.quotation_errata import Quote
from projections.participation.quotations import Quotations
from projections.reporting.annual_report import AnnualReport
from projections.reporting.report_rows import Report
from web.childrens_version.chapter_art import PICTURES as ART
from web.childrens_version.chapters import TITLES, edited_of
from web.forms.choices import Choice, Several
from web.forms.fields import Form, Options
from web.forms.figures import Whole
from web.forms.text_fields import Line, Words
from web.site.formatting import initial
from web.site.tenancy import here

CHAPTERS = get_args(Chapter)
PICTURES = get_args(Picture)
PLACES = ("first", "second", "third", "fourth", "fifth")


def chapter_options() -> Options:
    return list(TITLES.items())


def _pictures() -> Options:
    """Each picture with its name, so that editors choose with their eyes."""
    return [(name, drawn() + initial(name)) for name, drawn in ART.items()]


def proposal_options() -> Options:
    rows = edited_of(report_of(UUID(str((request.view_args or {})["id"])))).open_proposals
    return [(str(row.number), f"{TITLES[row.chapter]}: {row.words}") for row in rows]


def _chapter_field(label: str) -> Choice:
    return Choice(
        CHAPTERS, options=chapter_options, needed="Choose a chapter.", label=label, kind="select"
    )


def _quotes() -> Options:
    id = UUID(str((request.view_args or {})["id"]))
    return [(each.key, f"“{each.words}”") for each in quotes_of(id)]


class WriteForm(Form):
    chapter = Choice(
        CHAPTERS, needed="Choose a chapter.", label="Which chapter", options=chapter_options
    )
    words = Words(
        longest=3000, label="Your words", hint="Leave it empty to take your words out again."
    )
    seen = Whole(label="", kind="hidden")


class PictureForm(Form):
    chapter = Choice(
        CHAPTERS, needed="Choose a chapter.", label="For which chapter", options=chapter_options
    )
    picture = Choice(PICTURES, needed="Choose a picture.", label="Which picture", options=_pictures)


class DecideForm(Form):
    number = Line(
        longest=4,
        needed="Choose a proposal.",
        label="Which one",
        options=proposal_options,
        kind="radios",
    )


class QuotesForm(Form):
    quote = Several(label="Quotes", options=_quotes, empty="Nothing may be quoted yet.")


class ChapterOrderForm(Form):
    first = _chapter_field("First")
    second = _chapter_field("Second")
    third = _chapter_field("Third")
    fourth = _chapter_field("Fourth")
    fifth = _chapter_field("Fifth")


def report_of(id: UUID) -> Report:
    with here.read(AnnualReport) as view:
        found = view.reports.get(id)
    if found is None:
        abort(404)
    return found


def quotes_of(id: UUID) -> list[Quote]:
    """The quotations that may be quoted now. A page offers no others."""
    with here.read(Quotations) as view:
        return view.quotes_in(id, "children's version")
