"""Visits that were filled in offline: sent later, each of them once."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

from flask import Blueprint, Response, jsonify, request, url_for
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import generate_csrf

from services.refusals import AlreadyThere, Refusal, ToldDifferently
from web.forms import commands
from web.forms.sent import provenance
from web.inspections.drafts_key import key_of_drafts
from web.inspections.visit_record import RECORD, asked_form
from web.site.asked_again import this_sitting
from web.site.authentication import who
from web.site.permissions import requires
from web.site.tenancy import here

pages = Blueprint("outbox", __name__)
# Only the pages of visits may start a worker, and only under a policy of this name.
_WORKER = Path(__file__).parents[1] / "static" / "js" / "visits-worker.js"
_WORKING = "; worker-src 'self'; trusted-types visits"


@pages.get("/<partnership>/visits/fresh")
@requires("go on visits", active=False)
def fresh() -> ResponseReturnValue:
    """Who is signed in, the token of a form, and the key to their drafts on this tablet."""
    person = {"id": str(who.id), "name": who.name, "sitting": this_sitting()}
    return jsonify(token=generate_csrf(), key=key_of_drafts(), **person)


@pages.get("/<partnership>/visits/session")
@requires("go on visits", active=False)
def goes_on() -> ResponseReturnValue:
    """Nothing, while the session goes on: a tablet asks each minute whether it was ended."""
    return "", 204


@pages.post("/<partnership>/visits/outbox/<uuid:form>")
@requires("go on visits", active=False)
def send(form: UUID) -> ResponseReturnValue:
    """Answers 201 the first time, 200 again, and 409 if it came before with other words.

    A refusal says which answers it is about, each in words by its name.
    """
    asked_form()
    visit = commands.new_id("visit")
    is_known = bool(here.ledger.facts(visit))
    given, errors = RECORD.read()
    status = 422
    if not errors and (doubt := RECORD.doubted(visit, given)):
        errors = {"sure": doubt}
    try:
        if not errors:
            RECORD.run(visit, provenance(request.form), given)
    except Refusal as refusal:
        errors = {refusal.at or "form": refusal.said}
        status = 409 if isinstance(refusal, ToldDifferently | AlreadyThere) else 422
    if errors:
        return jsonify(said=" ".join(errors.values()), errors=errors), status
    here.catch_up()
    return jsonify(at=url_for("visits.visit", id=visit)), 200 if is_known else 201


@pages.get("/<partnership>/visits/worker.js")
@requires("go on visits", active=False)
def worker() -> ResponseReturnValue:
    """The worker has the address of visits, so that it controls no other page of ours."""
    return Response(_WORKER.read_text(encoding="utf-8"), mimetype="text/javascript")


@pages.after_app_request
def let_work(response: Response) -> Response:
    if request.blueprint in {"visits", "kept_visits"}:
        policy = response.headers.get("Content-Security-Policy", "")
        if policy and "worker-src" not in policy:
            response.headers["Content-Security-Policy"] = policy + _WORKING
    return response
