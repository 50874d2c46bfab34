"""Sending copies of a report. A copy is recorded as sent only if the letter went out."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from events.fact import Provenance
from events.period import PartialDate
from services.ports import Attachment, Letter, NotSent
from services.refusals import AlreadyThere, Refusal
from services.reporting.publication_settings import PANEL
from services.reporting.report_state import Report
from web.forms.command import Command
from web.forms.fields import Form
from web.reporting.edition_list import editions_of
from web.site.formatting import today
from web.site.tenancy import here, tenants


class NoRecipients(Refusal):
    words = "No addresses are set. Set where copies go on the page Partnership, then send them."


class NoPdfYet(Refusal):
    words = "The PDF is not made yet. This report's page says how far it is; send the copies then."


class DidNotGoOut(Refusal):
    words = "A copy did not go out. Try again in a while."


class CopiesForm(Form):
    """A form that asks nothing."""


def _send(id: UUID, provenance: Provenance) -> object:
    """Sends each copy by itself, so that one failure stops no other. Raises ``DidNotGoOut``."""
    report, recipients = (
        here.report.recall(id),
        here.publication_settings.known(here.publication_settings.id).recipients,
    )
    if not recipients:
        raise NoRecipients
    waiting = {name: to for name, to in recipients.items() if name not in report.copies}
    if not waiting:
        if any(
            fact.provenance.key == f"{provenance.key} {PANEL}" for fact in here.ledger.facts(id)
        ):
            return None  # the same click again
        raise AlreadyThere("The Panel and the What Works Centre have their copies already.")
    attached = _pdf(report)
    failed = [name for name, to in waiting.items() if not _sent(id, provenance, name, to, attached)]
    if failed:
        here.catch_up()
        raise DidNotGoOut(
            f"The copy to {' and the copy to '.join(failed)} did not go out. The history below the "
            "report says why. Try again in a while."
        )
    return None


def _sent(id: UUID, provenance: Provenance, name: str, to: str, attached: Attachment) -> bool:
    mine = replace(provenance, key=f"{provenance.key} {name}")
    subject = f"{here.card.name}: yearly report"
    address = f"{tenants.public_url}/{here.slug}/reports/"
    text = f"Attached is the yearly report of {here.card.name}, as published.\n\n{address}\n"
    try:
        tenants.mailer.send(Letter(to, subject, text, (attached,)))
    except NotSent as error:
        here.report.note_unsent(id, replace(provenance, key=""), recipient=name, why=str(error))
        return False
    here.report.send_copy(id, mine, recipient=name, sent_on=PartialDate(today().isoformat()))
    return True


def _pdf(report: Report) -> Attachment:
    """The PDF. Raises ``NoPdfYet``."""
    found = editions_of(report.id).pdf()
    content = here.edition_store.fetch(found.digest) if found else None
    if found is None or content is None:
        raise NoPdfYet
    return Attachment(f"{here.slug}-{found.file}", "application/pdf", content)


COMMANDS = {
    "send": Command(
        CopiesForm,
        _send,
        title="Send the copies",
        done="The copies went out.",
        help="The PDF goes to the Child Safeguarding Practice Review Panel and to Foundations, the "
        "What Works Centre. It is due within seven days of publication.",
        button="Send them",
    ),
}
