"""What a coordinator does about inspectors and visits: invite, reply, take a visit off."""

from __future__ import annotations

from uuid import UUID

from events.fact import Provenance
from services.inspections.visit import VisitService
from web.forms.command import Command
from web.forms.day_fields import When
from web.forms.fields import Form
from web.forms.text_fields import Email, Line, Words
from web.inspections.inspector_commands import OffForm
from web.site.tenancy import here


class InviteInspectorForm(Form):
    name = Line(longest=100, needed="Give their first name.", label="First name")
    email = Email(
        longest=200, needed="Give their e-mail address.", label="E-mail address", kind="email"
    )


class VisitReplyForm(Form):
    service = Line(longest=200, needed="Say which service replies.", label="Service")
    words = Words(needed="Write the reply, in words that young people understand.", label="Reply")
    replied_on = When(label="When the service replied")


def _invite(_: UUID, provenance: Provenance, *, name: str, email: str) -> object:
    """Gives access, and opens the record of their training."""
    access = here.access.give(provenance, role="inspector", name=name, email=email)
    inspector = here.ledger.name_of("inspector", str(access))
    return here.inspector.invite(inspector, provenance, name=name, access=access)


INVITE = Command(
    InviteInspectorForm, _invite, title="Invite a youth inspector", done="", button="Invite"
)
REPLY = Command(
    VisitReplyForm,
    VisitService.reply,
    title="The service's reply",
    done="The inspectors can read the reply now.",
    button="Send the reply",
)
ABOUT_VISIT = {"reply": REPLY}
TAKE_OFF = Command(
    OffForm,
    VisitService.take_off,
    title="Take this visit off",
    done="It is taken off. The record keeps that it was there, and why it went.",
    help=(
        "For a visit that was written down wrongly, or twice. It leaves the inspectors' hours and "
        "every report that is not final. The person who sent it sees why."
    ),
    button="Take it off",
)
