"""No action on a message: one reader proposes it, a second reader decides."""

from __future__ import annotations

from services.feedback.feedback import FeedbackService
from web.feedback.triage_forms import TriageActionForm
from web.forms.command import Command
from web.forms.fields import Form
from web.forms.outside_form import OutsideForm, outsider
from web.forms.text_fields import Words
from web.site.second_person import SecondPerson, people_who


class NoActionForm(Form):
    why = Words(
        longest=2000,
        needed="Say why, in words a child understands.",
        label="Why not, in words a child understands",
        counted=True,
        measured=True,
    )


COMMANDS = {
    "no-action": Command(
        NoActionForm,
        FeedbackService.propose_no_action,
        title="Do nothing because of it",
        done="Proposed. A second reader decides.",
        help="Only where a second person reads it and agrees. The young person is told why.",
        button="Propose to do nothing",
    ),
    "agree": Command(
        TriageActionForm,
        FeedbackService.agree_to_no_action,
        title="",
        done="Agreed. The young person can read why.",
        button="I have read it and agree",
        kind="ghost",
    ),
    "agree-outside": Command(
        OutsideForm,
        FeedbackService.agree_outside,
        title="Somebody outside agrees",
        done="Recorded. The young person can read why.",
        help="They have read the message and the reason, and agree that nothing is done.",
        button="Record that they agree",
        also={"outsider": outsider, "may": people_who("handle feedback")},
    ),
    "disagree": Command(
        TriageActionForm,
        FeedbackService.decline_no_action,
        title="",
        done="It goes on. Pass it on or answer it.",
        button="No, something should be done",
    ),
}

ALONE = (
    "Nobody else here may agree to it, so you show it to somebody outside this service and record "
    "that they agree. The young person is told why."
)


def possible(second: SecondPerson) -> list[str]:
    """The commands on offer once it is proposed."""
    agreeing = ["agree"] if second.mine else ["agree-outside"] if second.outside else []
    return [*agreeing, "disagree"]
