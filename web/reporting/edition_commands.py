"""What is done with a published report: kept as an edition, and taken from the public again."""

from __future__ import annotations

from uuid import UUID

from events.fact import Provenance
from web.forms.acting import Given
from web.forms.commands import Ask, Deed
from web.forms.fields import Form, Words
from web.site.tenancy import here


class EditionForm(Form):
    """Nothing is asked."""


class WithdrawForm(Form):
    why = Words(needed="Say why, for those who have read it.")


def _make(id: UUID, provenance: Provenance, given: Given) -> object:
    return here.edition.ask(id, provenance, report=id)


def _withdraw(id: UUID, provenance: Provenance, given: Given) -> object:
    return here.edition.withdraw(id, provenance, report=id, why=given["why"])


DEEDS = {
    "edition": Deed(
        EditionForm(),
        _make,
        "The edition is on its way. This page says how far it is.",
        "Make the PDF",
        help="The report is kept as a web page and as a PDF that do not change, each with the "
        "seal of the record. It takes some seconds, and nobody waits for it.",
        button="Make it",
    ),
    "withdraw": Deed(
        WithdrawForm(),
        _withdraw,
        "Earlier editions are no longer public. A new one is made.",
        "Withdraw the kept editions",
        (Ask("why", "Why", "textarea", "Such as: a quotation in it was withdrawn."),),
        "What was kept up to now is no longer shown to everybody; those who check the record "
        "still find it. A new edition is made from the report as it is now. Correct the report "
        "first.",
        "Withdraw them",
    ),
}
