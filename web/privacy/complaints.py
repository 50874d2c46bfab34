"""Complaints: anybody makes one, staff acknowledge it within 30 days and answer it."""

from __future__ import annotations

from uuid import UUID

from flask import Blueprint, abort, render_template, url_for
from flask.typing import ResponseReturnValue

from projections.privacy.complaints import ComplaintRow, Complaints
from projections.privacy.data_protection import DataProtection
from services.privacy.complaint import DAYS, LONGEST, ComplaintService
from web.forms import commands
from web.forms.command import Command
from web.forms.fields import Form
from web.forms.form_state import FormState, Sent
from web.forms.text_fields import Line, Words
from web.site.access_log import record_access
from web.site.formatting import today
from web.site.permissions import open_to_all, requires
from web.site.rate_limit import slow_down
from web.site.tenancy import here

pages = Blueprint("complaints", __name__)


class ComplainForm(Form):
    words = Words(
        longest=LONGEST,
        needed="Say what went wrong.",
        label="What went wrong?",
        hint="You do not have to say who you are.",
    )
    contact = Line(
        longest=300,
        label="How can we reach you? (optional)",
        hint="An e-mail address, a number or an address. Without one we cannot write to you.",
    )


class AcknowledgeForm(Form):
    """A form that asks nothing."""


class AnswerComplaintForm(Form):
    answer = Words(
        longest=LONGEST,
        needed="Say what you found and what you did.",
        label="What you found, and what you did",
    )


COMPLAIN = Command(
    ComplainForm,
    ComplaintService.receive,
    title="Make a complaint about your data",
    done="",
    button="Send the complaint",
    visitor=("a visitor", "complaint page"),
)
COMMANDS = {
    "acknowledge": Command(
        AcknowledgeForm,
        ComplaintService.acknowledge,
        title="Say that it has come",
        done="It is recorded that they were told.",
        help="Write to them that it has come, where they can be reached. Then record it here.",
        button="They were told",
    ),
    "answer": Command(
        AnswerComplaintForm,
        ComplaintService.answer,
        title="Answer it",
        done="The answer is recorded.",
        help="Write to them what you found, where they can be reached. Then record it here.",
        button="Record the answer",
    ),
}


@pages.get("/<partnership>/complain")
@open_to_all
def ask() -> ResponseReturnValue:
    return _ask(FormState(COMPLAIN))


@pages.post("/<partnership>/complain")
@open_to_all
@slow_down("save")
def send() -> ResponseReturnValue:
    id = commands.new_id("complaint")
    if errors := COMPLAIN.attempt(id):
        return _ask(FormState(COMPLAIN, values=commands.typed(COMPLAIN), errors=errors)), 422
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


def _ask(state: FormState) -> str:
    with here.read(DataProtection) as view:
        responsible = view.now()
    return render_template(
        "privacy/complain.html",
        form=state,
        errors=state.errors,
        responsible=responsible,
        days=DAYS,
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
