"""Proposing, signing off and setting aside a quotation; withdrawing a document's statement."""

from __future__ import annotations

from typing import get_args
from uuid import UUID

from flask import request

from events.fact import Provenance
from events.participation.quotation import Asker
from projections.participation.quotations import Quotations
from services.participation.quotation import QuotationService
from services.participation.statement import StatementService
from services.refusals import NotFound
from web.forms.choices import Choice
from web.forms.commands import Command
from web.forms.fields import Form, Line, Options, Words
from web.site.tenancy import here


def _numbers() -> Options:
    id = UUID(str((request.view_args or {})["id"]))
    with here.read(Quotations) as view:
        said = [(each, words) for each, words in view.of(id) if not each.set_aside]
    return [(str(each.number), f"{each.number}: “{words[:80]}”") for each, words in said]


def _tasks() -> Options:
    id = UUID(str((request.view_args or {})["id"]))
    with here.read(Quotations) as view:
        tasks = [each for each in view.errata() if each.subject == id]
    return [(each.key, each.title) for each in tasks]


class ProposeForm(Form):
    words = Words(
        longest=1000,
        needed="Copy the words that may be quoted.",
        label="Their words",
        hint="An exact part, copied from below. Leave out what "
        "could tell who said it: names, places, dates, rare things.",
    )


class NumberForm(Form):
    number = Line(
        longest=4, needed="Choose one of the quotations.", label="Which quotation", options=_numbers
    )


class SignForm(NumberForm):
    why = Words(
        longest=2000,
        needed="Say why.",
        label="Why nobody can tell who said it",
        hint="Think of the child's school, family and friends, not of strangers alone.",
    )


class AsideForm(NumberForm):
    why = Words(longest=2000, needed="Say why.", label="Why")


class WithdrawForm(Form):
    asked_by = Choice(
        get_args(Asker),
        needed="Say who asked, without a name.",
        label="Who asked",
        hint="Never a name.",
    )
    why = Words(
        longest=2000,
        needed="Say why.",
        label="Why",
        hint="Leave out names. Only those who read feedback see this.",
    )


class HandleForm(Form):
    which = Line(longest=120, needed="Choose the report.", label="Which report", options=_tasks)
    what = Words(
        longest=2000,
        needed="Say what was done about the published report.",
        label="What was done",
        hint="Such as: the file on our website was replaced. "
        "Do not repeat the words. Everybody can read this in the report.",
    )


def _offered_number(number: str) -> int:
    """Raises ``NotFound`` where the page does not offer it."""
    if number not in dict(_numbers()):
        raise NotFound(field="number")
    return int(number)


def _handle(id: UUID, provenance: Provenance, *, which: str, what: str) -> object:
    """Corrects the report openly, and records that it was put right: both or neither."""
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
    ProposeForm,
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
ASIDE = Command(
    AsideForm,
    QuotationService.set_aside,
    title="Set a quotation aside",
    done="Set aside. It is quoted nowhere any more.",
    help="It leaves every page at once. The young person's message stays as it is.",
    button="Set it aside",
    also={"number": _offered_number},
)
OF_MESSAGE = {"propose": PROPOSE, "sign-off": SIGN, "set-aside": ASIDE}
OF_STATEMENT = {
    "withdraw": Command(
        WithdrawForm,
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
