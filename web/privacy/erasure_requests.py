"""Asking to forget a case's details, a group's words or an agency's files, or holding them."""

from __future__ import annotations

from typing import get_args
from uuid import UUID

from flask import Blueprint, abort, render_template, url_for
from flask.typing import ResponseReturnValue

from events.privacy.erasure import Ground, Kind
from services.privacy.erasure import ErasureService
from web.forms import commands
from web.forms.choices import Choice
from web.forms.command import Command
from web.forms.fields import Form
from web.forms.text_fields import Words
from web.privacy.erasable_kinds import WHAT, kind_of, needs
from web.site.permissions import has_permission, requires
from web.site.tenancy import here

pages = Blueprint("to_forget", __name__)
GROUNDS = get_args(Ground)[1:]  # a young person takes words back by themselves


def _kind(id: UUID) -> Kind:
    """The kind. Answers 404 if there is nothing to forget, or the user may not ask."""
    kind = kind_of(id)
    if kind is None or not has_permission(needs(kind)):
        abort(404)
    return kind


class AskErasureForm(Form):
    ground = Choice(GROUNDS, needed="Say why it is to be forgotten.", label="Why")


class HoldErasureForm(Form):
    reason = Words(
        needed="Say why it must be kept.",
        label="Why it must be kept",
        hint="Such as a court that asked for it.",
    )


class LiftErasureHoldForm(Form):
    why = Words(needed="Say why the hold ends.", label="Why the hold ends")


COMMANDS = {
    "ask": Command(
        AskErasureForm,
        ErasureService.ask,
        title="Ask to forget this",
        done="Asked for. A second person confirms it on the page Forgetting.",
        help=(
            "A second person confirms it. Then the key that opens it is destroyed, here and in "
            "every copy. It cannot be undone."
        ),
        button="Ask to forget it",
        also={"kind": _kind},
    ),
    "hold": Command(
        HoldErasureForm,
        ErasureService.hold,
        title="Keep it: place a hold",
        done="It is held.",
        help="While it is held, nobody can forget it.",
        button="Place the hold",
    ),
    "lift": Command(
        LiftErasureHoldForm,
        ErasureService.lift,
        title="Lift the hold",
        done="The hold is lifted.",
        button="Lift it",
    ),
}


@pages.get("/<partnership>/work/to-forget/<uuid:id>")
@requires("forget words")
def page(id: UUID) -> ResponseReturnValue:
    kind, known = _kind(id), here.erasure.of(id)
    names = ["lift"] if known.hold else ["hold"] if known.asked else ["ask", "hold"]
    can_do = {} if known.confirmed else {name: COMMANDS[name] for name in names}
    return render_template(
        "privacy/erasure_ask.html", id=id, kind=kind, what=WHAT[kind], known=known, commands=can_do
    )


@pages.route("/<partnership>/work/to-forget/<uuid:id>/<name>", methods=["GET", "POST"])
@requires("forget words")
def form(id: UUID, name: str) -> ResponseReturnValue:
    _kind(id)
    return commands.page(commands.named(COMMANDS, name), id, url_for(".page", id=id))
