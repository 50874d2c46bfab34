"""Drafting a newsletter from the facts, editing it, publishing it and withdrawing it."""

from __future__ import annotations

from uuid import UUID

from flask import request, url_for

from events.fact import Provenance
from projections.reporting.annual_report import AnnualReport
from projections.reporting.newsletter_draft import SECTIONS, drafted
from projections.reporting.newsletter_rows import Newsletter
from projections.reporting.newsletters import Newsletters
from web.forms.acting import Given
from web.forms.commands import Ask, Deed, Options, offered
from web.forms.fields import Choice, Day, Form, Line, Several, Words
from web.forms.figures import DAY_HINT, Whole
from web.site.tenancy import here

_LONGEST_WORDS = 60


class DraftForm(Form):
    title = Line(longest=200, needed="Give the newsletter a title.")
    since = Day(needed="Say from which day on.", past=True)
    until = Day(needed="Say up to which day.", past=True)


class EditForm(Form):
    paragraph = Line(longest=100, needed="Choose a paragraph.")
    words = Words(longest=3000, needed="Write the paragraph, or leave it out instead.")


class LeaveOutForm(Form):
    paragraph = Line(longest=100, needed="Choose a paragraph.")


class ChooseForm(Form):
    keep = Several()


class AddForm(Form):
    section = Choice(SECTIONS, needed="Say under which heading.")
    words = Words(longest=3000, needed="Write the paragraph.")


class PublishForm(Form):
    number = Whole(needed="Give the edition its number.")
    published_on = Day(needed="Say on which day it is published.", past=True)


class WithdrawForm(Form):
    why = Words(longest=1000, needed="Say why, for those who have read it.")


def of_page(letter: Newsletter) -> str:
    """Where staff read it."""
    return url_for("newsletters.newsletter", id=letter.id)


def _draft(id: UUID, provenance: Provenance, given: Given) -> object:
    with here.read(Newsletters) as shelf, here.read(AnnualReport) as view:
        rows = view.entries.where(order="order")
        drawn = drafted(rows, given["since"], given["until"], shelf.told_before())
    return here.newsletter.draft(id, provenance, paragraphs=drawn, **given)


def _edit(id: UUID, provenance: Provenance, given: Given) -> object:
    return here.newsletter.edit(id, provenance, **given)


def _leave_out(id: UUID, provenance: Provenance, given: Given) -> object:
    return here.newsletter.leave_out(id, provenance, **given)


def _choose(id: UUID, provenance: Provenance, given: Given) -> object:
    return here.newsletter.choose(id, provenance, **given)


def _add(id: UUID, provenance: Provenance, given: Given) -> object:
    return here.newsletter.add(id, provenance, paragraph=provenance.key, **given)


def _publish(id: UUID, provenance: Provenance, given: Given) -> object:
    with here.read(Newsletters) as view:
        taken = tuple(each.number for each in view.editions() if each.id != id)
    return here.newsletter.publish(id, provenance, taken=taken, **given)


def _withdraw(id: UUID, provenance: Provenance, given: Given) -> object:
    return here.newsletter.withdraw(id, provenance, **given)


def _paragraphs() -> Options:
    """Those of the newsletter that the page is about."""
    with here.read(Newsletters) as view:
        found = view.newsletter((request.view_args or {})["id"])
    return [(each.paragraph, _short(each.words)) for each in (found.passages if found else ())]


def _standing() -> Options:
    with here.read(Newsletters) as view:
        found = view.newsletter((request.view_args or {})["id"])
    passages = [each for each in found.passages if not each.left_out] if found else []
    return [(each.paragraph, f"{each.section}: {_short(each.words)}") for each in passages]


def _short(words: str) -> str:
    return words if len(words) <= _LONGEST_WORDS else f"{words[:_LONGEST_WORDS].rstrip()} …"


_WHICH = Ask("paragraph", "Which paragraph", "select", options=_paragraphs)
NEW = Deed(
    DraftForm(),
    _draft,
    "It is drafted from the record. Read each paragraph before you publish.",
    "Draft a newsletter",
    (
        Ask("title", "Title"),
        Ask("since", "What happened from", hint=DAY_HINT),
        Ask("until", "Up to", hint=DAY_HINT),
    ),
    "Earshot takes what was decided, what sub-groups do, learning, training and figures of these "
    "days, and the days to come. What an earlier edition told is not told again.",
    "Draft it",
)
DEEDS = {
    "edit": Deed(
        EditForm(),
        _edit,
        "The paragraph is in your words. The record keeps what it was.",
        "Edit a paragraph",
        (_WHICH, Ask("words", "Its words", "textarea")),
        "Where it was left out, it is in the newsletter again.",
    ),
    "leave-out": Deed(
        LeaveOutForm(),
        _leave_out,
        "The paragraph is left out.",
        "Leave a paragraph out",
        (_WHICH,),
        "Edit it to put it in again.",
        "Leave it out",
    ),
    "choose": Deed(
        ChooseForm(),
        _choose,
        "What you did not choose is left out.",
        "Choose what goes out",
        (Ask("keep", "What stays in", "checkboxes", options=_standing),),
        "Untick what is not for this edition. Edit a paragraph to put it in again.",
        "Keep what is ticked",
    ),
    "add": Deed(
        AddForm(),
        _add,
        "The paragraph is added.",
        "Add a paragraph",
        (
            Ask("section", "Under which heading", "select", options=offered(SECTIONS)),
            Ask("words", "Its words", "textarea"),
        ),
        "It has no fact behind it, and says so.",
        "Add it",
    ),
    "publish": Deed(
        PublishForm(),
        _publish,
        "It is published for everybody.",
        "Publish it",
        (Ask("number", "Edition number"), Ask("published_on", "Day", hint=DAY_HINT)),
        "Everybody can read it then. Its words stay as they are; it can be withdrawn, and says so.",
        "Publish it for everybody",
    ),
    "withdraw": Deed(
        WithdrawForm(),
        _withdraw,
        "It is withdrawn, and says why.",
        "Withdraw it",
        (Ask("why", "Why", "textarea"),),
        button="Withdraw it",
    ),
}
