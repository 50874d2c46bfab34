"""How the partnership publishes: who approves in which order, and to whom copies go."""

from __future__ import annotations

from uuid import UUID

from events.fact import Provenance
from web.forms.acting import Given
from web.forms.commands import Ask, Deed
from web.forms.fields import Email, Form, Words
from web.site.tenancy import here


class OrderForm(Form):
    bodies = Words()


class RecipientsForm(Form):
    panel = Email(needed="Give the address of the Panel.")
    centre = Email(needed="Give the address of the What Works Centre.")


def _order(id: UUID, provenance: Provenance, given: Given) -> object:
    bodies = tuple(" ".join(line.split()) for line in given["bodies"].splitlines() if line.strip())
    return here.publication_settings.set_order(
        here.publication_settings.id, provenance, bodies=bodies
    )


def _recipients(id: UUID, provenance: Provenance, given: Given) -> object:
    return here.publication_settings.set_recipients(
        here.publication_settings.id, provenance, **given
    )


DEEDS = {
    "order": Deed(
        OrderForm(),
        _order,
        "The order of approvals is set.",
        "Set who approves reports",
        (
            Ask(
                "bodies",
                "Who approves, one a line",
                "textarea",
                "Such as: Executive, then on the next line Full Partnership. Leave it empty "
                "to take any approval.",
            ),
        ),
        "A report is published here only once each of these has approved it, in this order.",
        "Set it",
    ),
    "recipients": Deed(
        RecipientsForm(),
        _recipients,
        "Copies go to these addresses.",
        "Set where copies go",
        (
            Ask("panel", "E-mail address of the Child Safeguarding Practice Review Panel"),
            Ask("centre", "E-mail address of Foundations, the What Works Centre"),
        ),
        "Each report's PDF is sent there from its page, within seven days of publication. The "
        "addresses are sealed, and shown to nobody but on this page.",
        "Set them",
    ),
}
