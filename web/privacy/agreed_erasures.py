"""Escalated concerns that are to be forgotten: told to scrutineers, who may stop it."""

from __future__ import annotations

from uuid import UUID

from flask import Blueprint, abort, render_template, url_for
from flask.typing import ResponseReturnValue

from projections.privacy.erasures import Erasures
from services.privacy.erasure_agreement import COOLING
from web.forms import commands
from web.forms.form_state import Sent
from web.privacy.erasable_kinds import WHAT
from web.privacy.erasure_commands import COMMANDS
from web.site.permissions import requires
from web.site.tenancy import here

pages = Blueprint("agreed_to_forget", __name__)
STOP = COMMANDS["stop"]


@pages.get("/<partnership>/work/agreed-to-forget/")
@requires("scrutinise")
def page() -> ResponseReturnValue:
    return _page(here.partnership.id, Sent())


@pages.post("/<partnership>/work/agreed-to-forget/<uuid:id>/stop")
@requires("scrutinise")
def stop(id: UUID) -> ResponseReturnValue:
    if here.erasure.of(id).cooling is None:
        abort(404)
    return commands.handle(STOP, str(id), id, url_for(".page"), _page)


def _page(_: UUID, sent: Sent) -> str:
    with here.read(Erasures) as view:
        agreed = view.standing("agreed")
    return render_template(
        "privacy/agreed_erasures.html",
        entries=[
            (each, sent.form(str(each.subject), STOP, url_for(".stop", id=each.subject)))
            for each in agreed
        ],
        days=COOLING.days,
        errors=sent.errors,
        forgettable=WHAT,
    )
