"""What young editors do with the children's version, and what adults may propose."""

from __future__ import annotations

from typing import get_args
from uuid import UUID

from flask import abort, request

from events.childrens_version.editing import Chapter, Picture
from projections.participation.quotation_errata import Quote
from projections.participation.quotations import Quotations
from projections.reporting.annual_report import AnnualReport
from projections.reporting.report_rows import Report
from services.childrens_version.childrens_version import ChildrensVersionService
from services.childrens_version.editing_state import Standing
from services.childrens_version.report_standing import standing_of
from services.refusals import Missing
from web.childrens_version.chapter_art import PICTURES as ART
from web.childrens_version.chapters import TITLES, edited_of
from web.forms.choices import Choice, Several
from web.forms.commands import Command
from web.forms.fields import Form, Line, Options, Words
from web.forms.figures import Whole
from web.site.formatting import initial
from web.site.tenancy import here

CHAPTERS = get_args(Chapter)
PICTURES = get_args(Picture)
PLACES = ("first", "second", "third", "fourth", "fifth")


def chapter_options() -> Options:
    return list(TITLES.items())


def _pictures() -> Options:
    """Each picture with its name, so that it is chosen by looking."""
    return [(name, drawn() + initial(name)) for name, drawn in ART.items()]


def _proposals() -> Options:
    rows = edited_of(report_of(UUID(str((request.view_args or {})["id"])))).open_proposals
    return [(str(row.number), f"{TITLES[row.chapter]}: {row.words}") for row in rows]


def _place(label: str) -> Choice:
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
        longest=4, needed="Choose a proposal.", label="Which one", options=_proposals, kind="radios"
    )


class QuotesForm(Form):
    quote = Several(label="Quotes", options=_quotes, empty="Nothing may be quoted yet.")


class OrderForm(Form):
    first = _place("First")
    second = _place("Second")
    third = _place("Third")
    fourth = _place("Fourth")
    fifth = _place("Fifth")


def report_of(id: UUID) -> Report:
    with here.read(AnnualReport) as view:
        found = view.reports.get(id)
    if found is None:
        abort(404)
    return found


def standing(id: UUID) -> Standing:
    return standing_of(here.ledger, id)


def quotes_of(id: UUID) -> list[Quote]:
    """Those that may be quoted now; no others are ever offered."""
    with here.read(Quotations) as view:
        return view.quotes_in(id, "children's version")


def _chapter_order(
    first: Chapter, second: Chapter, third: Chapter, fourth: Chapter, fifth: Chapter
) -> tuple[Chapter, ...]:
    return first, second, third, fourth, fifth


def _chosen(id: UUID, quote: tuple[str, ...]) -> tuple[str, ...]:
    """Those that may be quoted, whatever was sent."""
    return tuple(each.key for each in quotes_of(id) if each.key in quote)


def _offered(number: str) -> int:
    """Raises ``Missing`` where the page does not offer it."""
    if number not in dict(_proposals()):
        raise Missing("Choose one of the proposals.", field="number")
    return int(number)


def _report(id: UUID) -> UUID:
    return id


REPORT = {"report": _report}
YOURS = {
    "write": Command(
        WriteForm,
        ChildrensVersionService.write,
        title="Write a chapter",
        done="Your words are in. Only you can change them.",
        help=(
            "Write what you want other children to read. Grown-ups cannot change it. They can "
            "only ask you."
        ),
        button="Put it in",
        also=REPORT,
    ),
    "picture": Command(
        PictureForm,
        ChildrensVersionService.choose_picture,
        title="Choose a picture",
        done="The picture is in.",
        button="Use it",
        also=REPORT,
    ),
    "order": Command(
        OrderForm,
        ChildrensVersionService.order,
        title="Put the chapters in order",
        done="The chapters are in your order.",
        help="Help always comes at the end.",
        button="Use this order",
        also={**REPORT, "chapters": _chapter_order},
    ),
    "quotes": Command(
        QuotesForm,
        ChildrensVersionService.choose_quotes,
        title="Choose what is quoted",
        done="The quotes you chose are in.",
        help=(
            "Tick what should be in. The young person who said it agreed to it. If they change "
            "their mind, it goes by itself."
        ),
        button="Use these",
        also={**REPORT, "quotes": _chosen},
    ),
    "approve": Command(
        DecideForm,
        ChildrensVersionService.approve,
        title="Say yes to a grown-up's change",
        done="It is in now.",
        help="You can say no. Nothing changes if you do nothing.",
        button="Yes, use it",
        also={**REPORT, "number": _offered},
    ),
    "decline": Command(
        DecideForm,
        ChildrensVersionService.decline,
        title="Say no to a grown-up's change",
        done="It stays as you had it.",
        button="No, leave it",
        also={"number": _offered},
    ),
}
