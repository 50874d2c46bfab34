"""What young editors do with the children's version, and what adults may propose."""

from __future__ import annotations

from typing import cast, get_args
from uuid import UUID

from flask import abort, request

from events.childrens_version.editing import Chapter, Picture
from events.fact import Provenance
from projections.participation.quotation_errata import Quote
from projections.participation.quotations import Quotations
from projections.reporting.annual_report import AnnualReport
from projections.reporting.report_rows import Report
from services.childrens_version.editing_state import Standing
from services.childrens_version.report_standing import standing_of
from services.refusals import Missing
from web.childrens_version.chapter_art import PICTURES as ART
from web.childrens_version.chapters import TITLES, edited_of
from web.forms.acting import Given
from web.forms.commands import Ask, Deed, Options
from web.forms.fields import Choice, Form, Line, Words
from web.forms.figures import Whole
from web.site.tenancy import here

CHAPTERS = get_args(Chapter)
PICTURES = get_args(Picture)
PLACES = ("first", "second", "third", "fourth", "fifth")


class WriteForm(Form):
    chapter = Choice(CHAPTERS, needed="Choose a chapter.")
    words = Words(longest=3000)
    seen = Whole()


class PictureForm(Form):
    chapter = Choice(CHAPTERS, needed="Choose a chapter.")
    picture = Choice(PICTURES, needed="Choose a picture.")


class DecideForm(Form):
    number = Line(longest=4, needed="Choose a proposal.")


class ProposeForm(Form):
    chapter = Choice(CHAPTERS, needed="Choose a chapter.")
    words = Words(longest=3000, needed="Write the words.")
    why = Words(longest=1000, needed="Say to the young editors why.")


class QuotesForm(Form):
    pass


class OrderForm(Form):
    first = Choice(CHAPTERS, needed="Choose a chapter.")
    second = Choice(CHAPTERS, needed="Choose a chapter.")
    third = Choice(CHAPTERS, needed="Choose a chapter.")
    fourth = Choice(CHAPTERS, needed="Choose a chapter.")
    fifth = Choice(CHAPTERS, needed="Choose a chapter.")


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


def _chapters() -> Options:
    return list(TITLES.items())


def _pictures() -> Options:
    """Each picture with its name, so that it is chosen by looking."""
    return [(name, drawn() + name[:1].upper() + name[1:]) for name, drawn in ART.items()]


def _proposals() -> Options:
    rows = edited_of(report_of(UUID(str((request.view_args or {})["id"])))).open_proposals
    return [(str(row.number), f"{TITLES[row.chapter]}: {row.words}") for row in rows]


def _write(id: UUID, provenance: Provenance, given: Given) -> object:
    return here.childrens_version.write(id, provenance, report=id, **given)


def _picture(id: UUID, provenance: Provenance, given: Given) -> object:
    return here.childrens_version.choose_picture(id, provenance, report=id, **given)


def _order(id: UUID, provenance: Provenance, given: Given) -> object:
    chapters = cast(tuple[Chapter, ...], tuple(given[place] for place in PLACES))
    return here.childrens_version.order(id, provenance, report=id, chapters=chapters)


def _quotes(id: UUID, provenance: Provenance, given: Given) -> object:
    asked = set(request.form.getlist("quote"))
    chosen = tuple(quote.key for quote in quotes_of(id) if quote.key in asked)
    return here.childrens_version.choose_quotes(id, provenance, report=id, quotes=chosen)


def _number(given: Given) -> int:
    if given["number"] not in dict(_proposals()):
        raise Missing("Choose one of the proposals.", field="number")
    return int(given["number"])


def _approve(id: UUID, provenance: Provenance, given: Given) -> object:
    return here.childrens_version.approve(id, provenance, report=id, number=_number(given))


def _decline(id: UUID, provenance: Provenance, given: Given) -> object:
    return here.childrens_version.decline(id, provenance, number=_number(given))


def _propose(id: UUID, provenance: Provenance, given: Given) -> object:
    return here.childrens_version.propose(id, provenance, report=id, **given)


YOURS = {
    "write": Deed(
        WriteForm(),
        _write,
        "Your words are in. Only you can change them.",
        "Write a chapter",
        (
            Ask("chapter", "Which chapter", "radios", options=_chapters),
            Ask("words", "Your words", "textarea", "Leave it empty to take your words out again."),
            Ask("seen", "", "hidden"),
        ),
        "Write what you want other children to read. Grown-ups cannot change it. They can only "
        "ask you.",
        "Put it in",
    ),
    "picture": Deed(
        PictureForm(),
        _picture,
        "The picture is in.",
        "Choose a picture",
        (
            Ask("chapter", "For which chapter", "radios", options=_chapters),
            Ask("picture", "Which picture", "radios", options=_pictures),
        ),
        button="Use it",
    ),
    "order": Deed(
        OrderForm(),
        _order,
        "The chapters are in your order.",
        "Put the chapters in order",
        tuple(Ask(place, place.capitalize(), "select", options=_chapters) for place in PLACES),
        "Help always comes at the end.",
        "Use this order",
    ),
    "quotes": Deed(
        QuotesForm(),
        _quotes,
        "The quotes you chose are in.",
        "Choose what is quoted",
        (),
        "Tick what should be in. The young person who said it agreed to it. If they change their "
        "mind, it goes by itself.",
        "Use these",
    ),
    "approve": Deed(
        DecideForm(),
        _approve,
        "It is in now.",
        "Say yes to a grown-up's change",
        (Ask("number", "Which one", "radios", options=_proposals),),
        "You can say no. Nothing changes if you do nothing.",
        "Yes, use it",
    ),
    "decline": Deed(
        DecideForm(),
        _decline,
        "It stays as you had it.",
        "Say no to a grown-up's change",
        (Ask("number", "Which one", "radios", options=_proposals),),
        button="No, leave it",
    ),
}
PROPOSE = Deed(
    ProposeForm(),
    _propose,
    "Proposed. It changes nothing until a young editor approves it.",
    "Propose words to the young editors",
    (
        Ask("chapter", "Which chapter", "radios", options=_chapters),
        Ask("words", "The words", "textarea", "Short words and short sentences. Aim for age 9."),
        Ask("why", "Why", "textarea", "The young editors read this."),
    ),
    "Their words are locked. What you write stands nowhere until one of them says yes.",
    "Propose it",
)
