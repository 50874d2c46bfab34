"""Drafting a newsletter from the facts, editing it, publishing it and withdrawing it."""

from __future__ import annotations

from uuid import UUID

from events.period import PartialDate
from events.reporting.newsletter import Paragraph
from projections.reporting.annual_report import AnnualReport
from projections.reporting.newsletter_draft import drafted
from projections.reporting.newsletters import Newsletters
from services.reporting.newsletter import NewsletterService
from web.forms.command import Command, key
from web.reporting.newsletter_forms import (
    AddParagraphForm,
    ChooseForm,
    DraftNewsletterForm,
    EditForm,
    LeaveOutParagraphForm,
    PublishNewsletterForm,
    WithdrawNewsletterForm,
)
from web.site.tenancy import here


def _drawn(since: PartialDate, until: PartialDate) -> tuple[Paragraph, ...]:
    """What the record holds of these days, except what an earlier edition told."""
    with here.read(Newsletters) as shelf, here.read(AnnualReport) as view:
        rows = view.entries.where(order="order")
        return drafted(rows, since, until, shelf.told_before())


def _taken(id: UUID) -> tuple[int, ...]:
    """The numbers of other editions."""
    with here.read(Newsletters) as view:
        return tuple(each.number for each in view.editions() if each.id != id)


NEW = Command(
    DraftNewsletterForm,
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
        LeaveOutParagraphForm,
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
        AddParagraphForm,
        NewsletterService.add,
        title="Add a paragraph",
        done="The paragraph is added.",
        help="It has no fact behind it, and says so.",
        button="Add it",
        also={"paragraph": key},
    ),
    "publish": Command(
        PublishNewsletterForm,
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
        WithdrawNewsletterForm,
        NewsletterService.withdraw,
        title="Withdraw it",
        done="It is withdrawn, and says why.",
        button="Withdraw it",
    ),
}
