"""Proposing, signing off and setting aside a quotation; withdrawing a document's statement."""

from __future__ import annotations

from typing import get_args
from uuid import UUID

from flask import request

from events.fact import Provenance
from events.participation.quotation import Asker
from projections.participation.quotations import Quotations
from services.refusals import NotFound
from web.forms.acting import Given
from web.forms.commands import Ask, Deed, Options, offered
from web.forms.fields import Choice, Form, Line, Words
from web.site.tenancy import here


class ProposeForm(Form):
    words = Words(longest=1000, needed="Copy the words that may be quoted.")


class NumberForm(Form):
    number = Line(longest=4, needed="Choose one of the quotations.")
    why = Words(longest=2000, needed="Say why.")


class WithdrawForm(Form):
    asked_by = Choice(get_args(Asker), needed="Say who asked, without a name.")
    why = Words(longest=2000, needed="Say why.")


class HandleForm(Form):
    which = Line(longest=120, needed="Choose the report.")
    what = Words(longest=2000, needed="Say what was done about the published report.")


def _numbers() -> Options:
    id = UUID(str((request.view_args or {})["id"]))
    with here.read(Quotations) as view:
        said = [(each, words) for each, words in view.of(id) if not each.set_aside]
    return [(str(each.number), f"{each.number}: “{words[:80]}”") for each, words in said]


def _numbered(given: Given) -> int:
    chosen = given.pop("number")
    if chosen not in dict(_numbers()):
        raise NotFound(field="number")
    return int(chosen)


def _propose(id: UUID, provenance: Provenance, given: Given) -> object:
    return here.quotation.propose(id, provenance, **given)


def _sign_off(id: UUID, provenance: Provenance, given: Given) -> object:
    return here.quotation.sign_off(id, provenance, number=_numbered(given), why=given["why"])


def _set_aside(id: UUID, provenance: Provenance, given: Given) -> object:
    return here.quotation.set_aside(id, provenance, number=_numbered(given), why=given["why"])


def _withdraw(id: UUID, provenance: Provenance, given: Given) -> object:
    return here.statement.withdraw(id, provenance, **given)


def _tasks() -> Options:
    id = UUID(str((request.view_args or {})["id"]))
    with here.read(Quotations) as view:
        tasks = [each for each in view.errata() if each.subject == id]
    return [(each.key, each.title) for each in tasks]


def _handle(id: UUID, provenance: Provenance, given: Given) -> object:
    """Corrects the report openly, and records that it was put right: both or neither."""
    with here.read(Quotations) as view:
        tasks = {each.key: each for each in view.errata_so_far() if each.subject == id}
    task = tasks.get(given["which"])
    if task is None:
        raise NotFound(field="which")
    what = given["what"]
    said = "A quotation is no longer shown."
    corrected = here.report.correct.change(task.report, provenance, what=said, why=what)
    handled = here.statement.handling(
        provenance, subject=id, number=task.number, report=task.report, what=what
    )
    return here.ledger.change_together([handled, corrected])


PROPOSE = Deed(
    ProposeForm(),
    _propose,
    "Proposed. The young person sees it when they come back, and says yes or no.",
    "Propose words to quote",
    (
        Ask(
            "words",
            "Their words",
            "textarea",
            "An exact part, copied from below. Leave out what "
            "could tell who said it: names, places, dates, rare things.",
        ),
    ),
    "Nothing is quoted before the young person says yes to these very words and two adults sign "
    "off that nobody can tell who said it.",
    "Propose it",
)
SIGN = Deed(
    NumberForm(),
    _sign_off,
    "Signed off by you.",
    "Sign off that nobody can be told from it",
    (
        Ask("number", "Which quotation", "select", options=_numbers),
        Ask(
            "why",
            "Why nobody can tell who said it",
            "textarea",
            "Think of the child's school, family and friends, not of strangers alone.",
        ),
    ),
    "Two different adults sign off, neither of whom let the other in. You may be one of them, also "
    "where you proposed it.",
    "Sign it off",
)
ASIDE = Deed(
    NumberForm(),
    _set_aside,
    "Set aside. It is quoted nowhere any more.",
    "Set a quotation aside",
    (Ask("number", "Which quotation", "select", options=_numbers), Ask("why", "Why", "textarea")),
    "It leaves every page at once. The young person's message stays as it is.",
    "Set it aside",
)
OF_MESSAGE = {"propose": PROPOSE, "sign-off": SIGN, "set-aside": ASIDE}
OF_STATEMENT = {
    "withdraw": Deed(
        WithdrawForm(),
        _withdraw,
        "Withdrawn. No page shows it any more.",
        "Withdraw this statement",
        (
            Ask("asked_by", "Who asked", "radios", "Never a name.", offered(get_args(Asker))),
            Ask(
                "why", "Why", "textarea", "Leave out names. Only those who read feedback see this."
            ),
        ),
        "It leaves both versions of the report, “you said, we did” and drafts of newsletters at "
        "once, and replays of earlier days too. Numbers stay as they are. It cannot be undone.",
        "Withdraw it",
    ),
}
PUT_RIGHT = {
    "put-right": Deed(
        HandleForm(),
        _handle,
        "The correction stands in the report.",
        "Put a published report right",
        (
            Ask("which", "Which report", "select", options=_tasks),
            Ask(
                "what",
                "What was done",
                "textarea",
                "Such as: the file on our website was replaced. "
                "Do not repeat the words. Everybody can read this in the report.",
            ),
        ),
        "The page of the report does not show the words any more. Copies elsewhere still may: "
        "files, prints, letters.",
    ),
}
