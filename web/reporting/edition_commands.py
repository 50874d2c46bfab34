"""What is done with a published report: keeping an edition, withdrawing it."""

from __future__ import annotations

from uuid import UUID

from events.fact import Provenance
from projections.reporting.editions import Editions
from services.reporting.edition import EditionService
from services.reporting.report_state import NotPublishedYet
from web.forms.command import Command
from web.forms.fields import Form
from web.forms.text_fields import Words
from web.site.tenancy import here


class EditionForm(Form):
    """A form that asks nothing."""


class WithdrawForm(Form):
    why = Words(
        needed="Say why, for those who have read it.",
        label="Why",
        hint="Such as: a quotation in it was withdrawn.",
    )


def _make(id: UUID, provenance: Provenance) -> object:
    with here.read(Editions) as view:
        row = view.of(id)
    if row is None or (row.is_ours and not row.ground):
        raise NotPublishedYet("This report is not published yet. Its PDF is made once it is.")
    return here.edition.ask(id, provenance, report=id)


def _report(id: UUID) -> UUID:
    return id


COMMANDS = {
    "edition": Command(
        EditionForm,
        _make,
        title="Make the PDF",
        done="The edition is on its way. This page says how far it is.",
        help="The report is kept as a web page and as a PDF that do not change, each with the "
        "seal of the record. It takes some seconds, and nobody waits for it.",
        button="Make it",
    ),
    "withdraw": Command(
        WithdrawForm,
        EditionService.withdraw,
        title="Withdraw the kept editions",
        done="Earlier editions are no longer public. A new one is made.",
        help="What was kept up to now is no longer shown to everybody; those who check the record "
        "still find it. A new edition is made from the report as it is now. Correct the report "
        "first.",
        button="Withdraw them",
        also={"report": _report},
    ),
}
