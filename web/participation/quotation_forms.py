"""The forms of a quotation."""

from __future__ import annotations

from typing import get_args
from uuid import UUID

from flask import request

from events.participation.quotation import Asker
from projections.participation.quotations import Quotations
from web.forms.choices import Choice
from web.forms.fields import Form, Options
from web.forms.outside_form import OutsideForm
from web.forms.text_fields import Line, Words
from web.site.tenancy import here


def number_options() -> Options:
    id = UUID(str((request.view_args or {})["id"]))
    with here.read(Quotations) as view:
        said = [(each, words) for each, words in view.of(id) if not each.set_aside]
    return [(str(each.number), f"{each.number}: “{words[:80]}”") for each, words in said]


def _tasks() -> Options:
    id = UUID(str((request.view_args or {})["id"]))
    with here.read(Quotations) as view:
        tasks = [each for each in view.errata() if each.subject == id]
    return [(each.key, each.title) for each in tasks]


class ProposeQuotationForm(Form):
    words = Words(
        longest=1000,
        needed="Copy the words that may be quoted.",
        label="Their words",
        hint="An exact part, copied from below. Leave out what "
        "could tell who said it: names, places, dates, rare things.",
    )


class NumberForm(Form):
    number = Line(
        longest=4,
        needed="Choose one of the quotations.",
        label="Which quotation",
        options=number_options,
    )


class SignForm(NumberForm):
    why = Words(
        longest=2000,
        needed="Say why.",
        label="Why nobody can tell who said it",
        hint="Think of the child's school, family and friends, not of strangers alone.",
    )


class SignedOutsideForm(OutsideForm, SignForm):
    """Which quotation and why, and who outside this service signs."""


class AsideForm(NumberForm):
    why = Words(longest=2000, needed="Say why.", label="Why")


class WithdrawQuotationForm(Form):
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
