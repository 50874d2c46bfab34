"""Proposing, signing off and setting aside a quotation, and withdrawing a document's statement."""

from __future__ import annotations

from uuid import UUID

from events.fact import Provenance
from projections.participation.quotations import Quotations
from services.participation.quotation import QuotationService
from services.participation.statement import StatementService
from services.refusals import NotFound
from web.forms.command import Command
from web.forms.outside_form import outsider
from web.participation.quotation_forms import (
    AsideForm,
    HandleForm,
    ProposeQuotationForm,
    SignedOutsideForm,
    SignForm,
    WithdrawQuotationForm,
    number_options,
)
from web.site.second_person import people_who
from web.site.tenancy import here


def _offered_number(number: str) -> int:
    """The number of the quotation. Raises ``NotFound`` if the page does not offer it."""
    if number not in dict(number_options()):
        raise NotFound(field="number")
    return int(number)


def _handle(id: UUID, provenance: Provenance, *, which: str, what: str) -> object:
    """Corrects the report openly, and records that it was done: both or neither."""
    with here.read(Quotations) as view:
        tasks = {each.key: each for each in view.errata_so_far() if each.subject == id}
    task = tasks.get(which)
    if task is None:
        raise NotFound(field="which")
    said = "A quotation is no longer shown."
    corrected = here.report.correct.change(task.report, provenance, what=said, why=what)
    handled = here.statement.handling(
        provenance, subject=id, number=task.number, report=task.report, what=what
    )
    return here.ledger.change_together([handled, corrected])


PROPOSE = Command(
    ProposeQuotationForm,
    QuotationService.propose,
    title="Propose words to quote",
    done="Proposed. The young person sees it when they come back, and says yes or no.",
    help=(
        "Nothing is quoted before the young person says yes to these very words and two adults "
        "sign off that nobody can tell who said it."
    ),
    button="Propose it",
)
SIGN = Command(
    SignForm,
    QuotationService.sign_off,
    title="Sign off that nobody can be told from it",
    done="Signed off by you.",
    help=(
        "Two different adults sign off, neither of whom let the other in. You may be one of them,"
        " also where you proposed it."
    ),
    button="Sign it off",
    also={"number": _offered_number},
)
OUTSIDE = Command(
    SignedOutsideForm,
    QuotationService.sign_off_outside,
    title="Somebody outside signs it off",
    done="Recorded, with who signed.",
    help=(
        "Only where nobody else here may. They have seen these very words, and say why nobody can "
        "tell who said them."
    ),
    button="Record it",
    also={
        "number": _offered_number,
        "outsider": outsider,
        "may": people_who("handle feedback"),
    },
)
ASIDE = Command(
    AsideForm,
    QuotationService.set_aside,
    title="Set a quotation aside",
    done="Set aside. It is quoted nowhere any more.",
    help="It leaves every page at once. The young person's message stays as it is.",
    button="Set it aside",
    also={"number": _offered_number},
)
OF_MESSAGE = {
    "propose": PROPOSE,
    "sign-off": SIGN,
    "sign-off-outside": OUTSIDE,
    "set-aside": ASIDE,
}
OF_STATEMENT = {
    "withdraw": Command(
        WithdrawQuotationForm,
        StatementService.withdraw,
        title="Withdraw this statement",
        done="Withdrawn. No page shows it any more.",
        help=(
            "It leaves both versions of the report, “you said, we did” and drafts of newsletters "
            "at once, and replays of earlier days too. Numbers stay as they are. It cannot be "
            "undone."
        ),
        button="Withdraw it",
    ),
}
PUT_RIGHT = {
    "put-right": Command(
        HandleForm,
        _handle,
        title="Put a published report right",
        done="The correction stands in the report.",
        help="The page of the report does not show the words any more. Copies elsewhere still may: "
        "files, prints, letters.",
    ),
}
