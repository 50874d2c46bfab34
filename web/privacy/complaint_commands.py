"""What may be done about a complaint: make it, say that it has come, answer it."""

from __future__ import annotations

from services.privacy.complaint import LONGEST, ComplaintService
from web.forms.command import Command
from web.forms.fields import Form
from web.forms.text_fields import Line, Words
from web.site.i18n import N_


class ComplainForm(Form):
    words = Words(
        longest=LONGEST,
        needed=N_("Say what went wrong."),
        label=N_("What went wrong?"),
        hint=N_("You do not have to say who you are."),
    )
    contact = Line(
        longest=300,
        label=N_("How can we reach you? (optional)"),
        hint=N_("An e-mail address, a number or an address. Without one we cannot write to you."),
    )


class AcknowledgeForm(Form):
    """A form that asks nothing."""


class AnswerComplaintForm(Form):
    answer = Words(
        longest=LONGEST,
        needed="Say what you found and what you did.",
        label="What you found, and what you did",
    )


COMPLAIN = Command(
    ComplainForm,
    ComplaintService.receive,
    title="Make a complaint about your data",
    done="",
    button=N_("Send the complaint"),
    visitor=("a visitor", "complaint page"),
)
COMMANDS = {
    "acknowledge": Command(
        AcknowledgeForm,
        ComplaintService.acknowledge,
        title="Say that it has come",
        done="It is recorded that they were told.",
        help="Write to them that it has come, where they can be reached. Then record it here.",
        button="They were told",
    ),
    "answer": Command(
        AnswerComplaintForm,
        ComplaintService.answer,
        title="Answer it",
        done="The answer is recorded.",
        help="Write to them what you found, where they can be reached. Then record it here.",
        button="Record the answer",
    ),
}
