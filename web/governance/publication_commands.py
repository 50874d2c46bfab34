"""How the partnership publishes: who approves in which order, and who gets copies."""

from __future__ import annotations

from uuid import UUID

from services.reporting.publication_settings import PublicationSettingsService
from web.forms.command import Command
from web.forms.fields import Form
from web.forms.text_fields import Email, Lines
from web.site.tenancy import here


class ApprovalOrderForm(Form):
    bodies = Lines(
        label="Who approves, one a line",
        hint="Such as: Executive, then on the next line Full Partnership. Leave it empty "
        "to take any approval.",
    )


class RecipientsForm(Form):
    panel = Email(
        needed="Give the address of the Panel.",
        label="E-mail address of the Child Safeguarding Practice Review Panel",
    )
    centre = Email(
        needed="Give the address of the What Works Centre.",
        label="E-mail address of Foundations, the What Works Centre",
    )


def _stream() -> UUID:
    return here.publication_settings.id


COMMANDS = {
    "order": Command(
        ApprovalOrderForm,
        PublicationSettingsService.set_order,
        title="Set who approves reports",
        done="The order of approvals is set.",
        help="A report is published here only once each of these has approved it, in this order.",
        button="Set it",
        stream=_stream,
    ),
    "recipients": Command(
        RecipientsForm,
        PublicationSettingsService.set_recipients,
        title="Set where copies go",
        done="Copies go to these addresses.",
        help="Each report's PDF is sent there from its page, within seven days of publication. The "
        "addresses are sealed, and shown to nobody but on this page.",
        button="Set them",
        stream=_stream,
    ),
}
