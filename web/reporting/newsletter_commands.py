"""Drafting a newsletter from the facts, editing it, publishing it and withdrawing it."""

from __future__ import annotations

from uuid import UUID

from flask import request, url_for

from events.period import PartialDate
from events.reporting.newsletter import Paragraph
from projections.reporting.annual_report import AnnualReport
from projections.reporting.newsletter_draft import SECTIONS, drafted
from projections.reporting.newsletter_rows import Newsletter
from projections.reporting.newsletters import Newsletters
from services.reporting.newsletter import NewsletterService
from web.forms.choices import Choice, Several
from web.forms.commands import Command, key
from web.forms.fields import Day, Form, Line, Options, Words
from web.forms.figures import DAY_HINT, Whole
from web.site.tenancy import here

_LONGEST_WORDS = 60


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


class DraftForm(Form):
    title = Line(longest=200, needed="Give the newsletter a title.", label="Title")
    since = Day(
        needed="Say from which day on.", past=True, label="What happened from", hint=DAY_HINT
    )
    until = Day(needed="Say up to which day.", past=True, label="Up to", hint=DAY_HINT)


class EditForm(Form):
    paragraph = Line(
        longest=100, needed="Choose a paragraph.", label="Which paragraph", options=_paragraphs
    )
    words = Words(
        longest=3000, needed="Write the paragraph, or leave it out instead.", label="Its words"
    )


class LeaveOutForm(Form):
    paragraph = Line(
        longest=100, needed="Choose a paragraph.", label="Which paragraph", options=_paragraphs
    )


class ChooseForm(Form):
    keep = Several(label="What stays in", options=_standing)


class AddForm(Form):
    section = Choice(
        SECTIONS, needed="Say under which heading.", label="Under which heading", kind="select"
    )
    words = Words(longest=3000, needed="Write the paragraph.", label="Its words")


class PublishForm(Form):
    number = Whole(needed="Give the edition its number.", label="Edition number")
    published_on = Day(
        needed="Say on which day it is published.", past=True, label="Day", hint=DAY_HINT
    )


class WithdrawForm(Form):
    why = Words(longest=1000, needed="Say why, for those who have read it.", label="Why")


def of_page(letter: Newsletter) -> str:
    """Where staff read it."""
    return url_for("newsletters.newsletter", id=letter.id)


def _drawn(since: PartialDate, until: PartialDate) -> tuple[Paragraph, ...]:
    """What the record holds of these days, and no earlier edition told."""
    with here.read(Newsletters) as shelf, here.read(AnnualReport) as view:
        rows = view.entries.where(order="order")
        return drafted(rows, since, until, shelf.told_before())


def _taken(id: UUID) -> tuple[int, ...]:
    """The numbers of other editions."""
    with here.read(Newsletters) as view:
        return tuple(each.number for each in view.editions() if each.id != id)


def _short(words: str) -> str:
    return words if len(words) <= _LONGEST_WORDS else f"{words[:_LONGEST_WORDS].rstrip()} …"


NEW = Command(
    DraftForm,
    NewsletterService.draft,
    title="Draft a newsletter",
    done="It is drafted from the record. Read each paragraph before you publish.",
    help=(
        "Earshot takes what was decided, what sub-groups do, learning, training and figures of "
        "these days, and the days to come. What an earlier edition told is not told again."
    ),
    button="Draft it",
    also={"paragraphs": _drawn},
)
COMMANDS = {
    "edit": Command(
        EditForm,
        NewsletterService.edit,
        title="Edit a paragraph",
        done="The paragraph is in your words. The record keeps what it was.",
        help="Where it was left out, it is in the newsletter again.",
    ),
    "leave-out": Command(
        LeaveOutForm,
        NewsletterService.leave_out,
        title="Leave a paragraph out",
        done="The paragraph is left out.",
        help="Edit it to put it in again.",
        button="Leave it out",
    ),
    "choose": Command(
        ChooseForm,
        NewsletterService.choose,
        title="Choose what goes out",
        done="What you did not choose is left out.",
        help="Untick what is not for this edition. Edit a paragraph to put it in again.",
        button="Keep what is ticked",
    ),
    "add": Command(
        AddForm,
        NewsletterService.add,
        title="Add a paragraph",
        done="The paragraph is added.",
        help="It has no fact behind it, and says so.",
        button="Add it",
        also={"paragraph": key},
    ),
    "publish": Command(
        PublishForm,
        NewsletterService.publish,
        title="Publish it",
        done="It is published for everybody.",
        help=(
            "Everybody can read it then. Its words stay as they are; it can be withdrawn, and "
            "says so."
        ),
        button="Publish it for everybody",
        also={"taken": _taken},
    ),
    "withdraw": Command(
        WithdrawForm,
        NewsletterService.withdraw,
        title="Withdraw it",
        done="It is withdrawn, and says why.",
        button="Withdraw it",
    ),
}
