"""An agency's own returns: nothing of another agency is ever shown here."""

from __future__ import annotations

from typing import get_args
from uuid import UUID

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from events.assurance.audit_return import SelfRating
from events.fact import Provenance
from projections.assurance.audit_return_rows import Return
from projections.assurance.audit_returns import AuditReturns
from projections.assurance.audit_tools import AuditTools, Tool
from projections.assurance.audits import Audit, Audits
from projections.assurance.return_form import AskedStandard, asked_of, next_of
from services.files import LARGEST
from services.refusals import NotFound
from web.forms.acting import Act, Acting, Given, act
from web.forms.fields import Choice, Form, Line, Words, cleaned, load, provenance, refused
from web.site.authentication import requires, who
from web.site.file_responses import handed_over, takes_files
from web.site.tenancy import here

pages = Blueprint("returns", __name__)
RATINGS = get_args(SelfRating)


class AnswerForm(Form):
    standard = Line(longest=20, needed="Choose the standard.")
    rating = Choice(RATINGS, needed="Rate yourselves, or say that it does not apply.")
    why = Words()
    doing = Words()
    good = Words()
    actions = Words()


class StandardForm(Form):
    standard = Line(longest=20, needed="Choose the standard.")


class RespondForm(StandardForm):
    response = Words(needed="Write your answer to the challenge.")


class AttachForm(Form):
    standard = Line(longest=20, needed="Choose the standard.")


class SubmitForm(Form):
    pass


def _answer(id: UUID, provenance: Provenance, given: Given) -> object:
    return here.audit_return.answer(id, provenance, agency=who.agency, **given)


def _confirm(id: UUID, provenance: Provenance, given: Given) -> object:
    """Takes the earlier answer for this year's, now that somebody has looked at it again."""
    asked = _asked(*_mine(id))
    found = next((each for each in asked if each.standard.name == given["standard"]), None)
    if found is None or found.earlier is None:
        raise NotFound("There is no earlier answer to confirm. Write one.")
    was = found.earlier
    return here.audit_return.answer(
        id,
        provenance,
        agency=who.agency,
        standard=was.standard,
        rating=was.rating,  # type: ignore[arg-type]
        why=was.why,
        doing=was.doing,
        good=was.good,
        actions=was.actions,
        carried=True,
    )


def _submit(id: UUID, provenance: Provenance, given: Given) -> object:
    return here.audit_return.submit(id, provenance, agency=who.agency)


def _respond(id: UUID, provenance: Provenance, given: Given) -> object:
    return here.audit_return.respond(id, provenance, agency=who.agency, **given)


ACTS = {
    "answer": Act(AnswerForm(), _answer, "Saved. You can change it until you submit."),
    "confirm": Act(StandardForm(), _confirm, "Confirmed as this year's answer."),
    "submit": Act(SubmitForm(), _submit, "Your return is submitted. Thank you."),
    "respond": Act(RespondForm(), _respond, "Your answer to the challenge is recorded."),
}


@pages.get("/<partnership>/returns/")
@requires("fill in returns")
def mine() -> ResponseReturnValue:
    with here.read(Audits) as programme:
        audits = [each for each in programme.all() if each.asks and who.agency in each.agencies]
    with here.read(AuditReturns) as view:
        begun = {audit.id: view.one(audit.id, who.agency) for audit in audits}
    return render_template("assurance/returns.html", audits=audits, begun=begun)


@pages.get("/<partnership>/returns/<uuid:id>")
@requires("fill in returns")
def one(id: UUID) -> ResponseReturnValue:
    return _page(id, Acting())


@pages.post("/<partnership>/returns/<uuid:id>/evidence")
@takes_files
@requires("fill in returns")
def attach(id: UUID) -> ResponseReturnValue:
    _mine(id)
    given, errors = load(AttachForm(), request.form)
    file = request.files.get("file")
    if not file or not file.filename:
        errors["file"] = "Choose the file."
    elif not errors:
        with refused(errors):
            here.audit_return.attach(
                id,
                provenance(request.form),
                agency=who.agency,
                standard=given["standard"],
                name=cleaned(file.filename),
                content=file.read(LARGEST + 1),
            )
    if errors:
        return _page(id, Acting("attach", request.form.to_dict(), errors)), 422
    here.catch_up()
    flash("The file is attached, and sealed.")
    return redirect(url_for(".one", id=id, standard=given["standard"]), 303)


@pages.get("/<partnership>/returns/<uuid:id>/evidence/<uuid:evidence>")
@requires("fill in returns")
def evidence(id: UUID, evidence: UUID) -> ResponseReturnValue:
    """One's own agency's file, and nobody else's."""
    found = _mine(id)[2]
    return handed_over([found] if found else [], evidence)


@pages.post("/<partnership>/returns/<uuid:id>/<name>")
@requires("fill in returns")
def handle(id: UUID, name: str) -> ResponseReturnValue:
    asked = _asked(*_mine(id))
    onward = ""
    if name in {"answer", "confirm"}:
        onward = next_of(asked, request.form.get("standard", ""))
    return act(ACTS, name, id, _page, url_for(".one", id=id, standard=onward or None))


def _mine(id: UUID) -> tuple[Audit, Tool, Return | None]:
    """An audit that asks the agency of whoever is signed in; nothing else is found."""
    with here.read(Audits) as programme:
        audit = programme.audit(id)
    if audit is None or audit.asks is None or who.agency not in audit.agencies:
        abort(404)
    with here.read(AuditTools) as tools:
        tool = tools.asked(audit.asks)
    with here.read(AuditReturns) as view:
        return audit, tool or abort(404), view.one(id, who.agency)


def _asked(audit: Audit, tool: Tool, mine: Return | None) -> list[AskedStandard]:
    with here.read(AuditReturns) as view:
        return asked_of(tool, mine, view.one(audit.earlier, who.agency))


def _page(id: UUID, acting: Acting) -> str:
    audit, tool, found = _mine(id)
    asked = _asked(audit, tool, found)
    named = (acting.values or request.args).get("standard", "")
    at = next((each for each in asked if each.standard.name == named), None)
    return render_template(
        "assurance/returns_standard.html" if at else "assurance/returns_one.html",
        audit=audit,
        tool=tool,
        mine=found,
        asked=asked,
        at=at,
        acting=acting,
        ratings=[(each, each.capitalize()) for each in RATINGS],
    )
