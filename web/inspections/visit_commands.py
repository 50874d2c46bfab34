"""What an inspector says after a visit: that they went back."""

from __future__ import annotations

from services.inspections.visit import VisitService
from web.forms.choices import YesOrNo
from web.forms.command import Command
from web.forms.day_fields import When
from web.forms.fields import Form
from web.forms.text_fields import Words


class FollowUpForm(Form):
    changed = YesOrNo(
        yes="Yes",
        no="No",
        needed="Say whether something has changed.",
        label="Has something changed?",
    )
    seen = Words(needed="Say what you saw when you went back.", label="What you saw")
    went_back_on = When(label="When you went back")


WENT_BACK = Command(
    FollowUpForm,
    VisitService.follow_up,
    title="We went back",
    done="Thank you. It is in the record.",
    button="Send",
)
COMMANDS = {"went-back": WENT_BACK}
