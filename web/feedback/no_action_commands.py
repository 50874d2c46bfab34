"""No action on a message: one reader proposes it, a second reader decides."""

from __future__ import annotations

from services.feedback.feedback import FeedbackService
from web.feedback.triage_forms import TriageActionForm
from web.forms.command import Command
from web.forms.fields import Form
from web.forms.text_fields import Words


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
    "disagree": Command(
        TriageActionForm,
        FeedbackService.decline_no_action,
        title="",
        done="It goes on. Pass it on or answer it.",
        button="No, something should be done",
    ),
}
