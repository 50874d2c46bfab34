"""Complaints: anybody makes one, staff acknowledge it within 30 days and answer it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from flask import Blueprint, abort, render_template, url_for
from flask.typing import ResponseReturnValue

from projections.privacy.complaints import ComplaintRow, Complaints
from projections.privacy.data_protection import DataProtection
from services.privacy.complaint import DAYS
from web.forms import commands
from web.forms.form_state import FormState, Sent
from web.privacy.complaint_commands import COMMANDS, COMPLAIN
from web.site.access_log import record_access
from web.site.formatting import today
from web.site.i18n import spoken
from web.site.permissions import open_to_all, requires
from web.site.rate_limit import slow_down
from web.site.tenancy import here

pages = Blueprint("complaints", __name__)


@pages.get("/<partnership>/complain")
@open_to_all
def ask() -> ResponseReturnValue:
    return _ask()


@pages.post("/<partnership>/complain")
@open_to_all
@slow_down("save")
def send() -> ResponseReturnValue:
    id = commands.new_id("complaint")
    if errors := COMPLAIN.attempt(id):
        return _ask(values=commands.typed(COMPLAIN), errors=errors), 422
    here.catch_up()
    return render_template("privacy/complain_sent.html", days=DAYS)


@pages.get("/<partnership>/work/complaints/")
@requires("forget words")
def listed() -> ResponseReturnValue:
    with here.read(Complaints) as view:
        rows = view.all()
    return render_template("privacy/complaints.html", rows=rows, days=DAYS, today=today())


@pages.get("/<partnership>/work/complaints/<uuid:id>")
@requires("forget words")
def one(id: UUID) -> ResponseReturnValue:
    return _page(id, Sent())


@pages.post("/<partnership>/work/complaints/<uuid:id>/<name>")
@requires("forget words")
def handle(id: UUID, name: str) -> ResponseReturnValue:
    _known(id)
    command = commands.named(COMMANDS, name)
    return commands.handle(command, name, id, url_for(".one", id=id), _page)


def _ask(**sent: Any) -> str:
    with here.read(DataProtection) as view:
        responsible = view.now()
    state = _spoken_form(**sent)
    return render_template(
        "privacy/complain.html",
        form=state,
        button=spoken(COMPLAIN.button),
        errors=state.errors,
        responsible=responsible,
        days=DAYS,
    )


def _spoken_form(**sent: Any) -> FormState:
    """The form with its labels and hints in the language of the page."""
    asked = FormState(COMPLAIN).questions
    labels = {each.name: spoken(each.label) for each in asked}
    return FormState(
        COMPLAIN, labels=labels, hints={each.name: spoken(each.hint) for each in asked}, **sent
    )


def _page(id: UUID, sent: Sent) -> str:
    row = _known(id)
    record_access("words", id)
    names = [] if row.answered_on else ["answer"] if row.acknowledged_on else list(COMMANDS)
    return render_template(
        "privacy/complaint.html",
        row=row,
        days=DAYS,
        errors=sent.errors,
        commands=[
            sent.form(name, COMMANDS[name], url_for(".handle", id=id, name=name)) for name in names
        ],
    )


def _known(id: UUID) -> ComplaintRow:
    with here.read(Complaints) as view:
        return view.one(id) or abort(404)
