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
from web.inspections.visit_record import RECORD, asked_form
from web.site.authentication import who
from web.site.permissions import requires
from web.site.tenancy import here

pages = Blueprint("outbox", __name__)
# Only the pages of visits may start a worker, and only under a policy of this name.
_WORKER = Path(__file__).parents[1] / "static" / "js" / "visits-worker.js"
_WORKING = "; worker-src 'self'; trusted-types visits"


@pages.get("/<partnership>/visits/fresh")
@requires("go on visits")
def fresh() -> ResponseReturnValue:
    """The user now, and the tokens of a form: a stored page has old ones."""
    return jsonify(token=generate_csrf(), id=str(who.id))


@pages.post("/<partnership>/visits/outbox/<uuid:form>")
@requires("go on visits")
def send(form: UUID) -> ResponseReturnValue:
    """Answers 201 the first time, 200 again, and 409 if it came before with other words."""
    asked_form()
    visit = commands.new_id("visit")
    is_known = bool(here.ledger.facts(visit))
    given, errors = RECORD.read()
    if not errors and (doubt := RECORD.doubted(visit, given)):
        errors = {"sure": doubt}
    try:
        if not errors:
            RECORD.run(visit, provenance(request.form), given)
    except (ToldDifferently, AlreadyThere) as refusal:
        return jsonify(said=refusal.said), 409
    except Refusal as refusal:
        return jsonify(said=refusal.said), 422
    if errors:
        return jsonify(said=" ".join(errors.values())), 422
    here.catch_up()
    return jsonify(at=url_for("visits.visit", id=visit)), 200 if is_known else 201


@pages.get("/<partnership>/visits/worker.js")
@requires("go on visits")
def worker() -> ResponseReturnValue:
    """The worker has the address of visits, so that it controls no other page of ours."""
    return Response(_WORKER.read_text(encoding="utf-8"), mimetype="text/javascript")


@pages.after_app_request
def let_work(response: Response) -> Response:
    if request.blueprint == "visits":
        policy = response.headers.get("Content-Security-Policy", "")
        if policy and "worker-src" not in policy:
            response.headers["Content-Security-Policy"] = policy + _WORKING
    return response
