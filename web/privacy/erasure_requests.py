"""Asking to forget a case's details, a group's words or an agency's files, or holding them."""

from __future__ import annotations

from typing import get_args
from uuid import UUID

from flask import Blueprint, abort, render_template, url_for
from flask.typing import ResponseReturnValue

from events.fact import Provenance
from events.privacy.erasure import Ground, Kind
from web.forms.acting import Given
from web.forms.commands import Ask, Deed, answer, ask, offered
from web.forms.fields import Choice, Form, Words
from web.privacy.erasable_kinds import WHAT, kind_of, needs
from web.site.authentication import has_permission, requires
from web.site.tenancy import here

pages = Blueprint("to_forget", __name__)
GROUNDS = get_args(Ground)[1:]  # what a young person takes back, they take back themselves


class AskForm(Form):
    ground = Choice(GROUNDS, needed="Say why it is to be forgotten.")


class HoldForm(Form):
    reason = Words(needed="Say why it must be kept.")


class LiftForm(Form):
    why = Words(needed="Say why the hold ends.")


def _ask(id: UUID, provenance: Provenance, given: Given) -> object:
    return here.erasure.ask(id, provenance, kind=_kind(id), **given)


def _hold(id: UUID, provenance: Provenance, given: Given) -> object:
    return here.erasure.hold(id, provenance, **given)


def _lift(id: UUID, provenance: Provenance, given: Given) -> object:
    return here.erasure.lift(id, provenance, **given)


DEEDS = {
    "ask": Deed(
        AskForm(),
        _ask,
        "Asked for. A second person confirms it on the page Forgetting.",
        "Ask to forget this",
        (Ask("ground", "Why", "radios", options=offered(GROUNDS)),),
        "A second person confirms it. Then the key that opens it is destroyed, here and in every "
        "copy. It cannot be undone.",
        "Ask to forget it",
    ),
    "hold": Deed(
        HoldForm(),
        _hold,
        "It is held.",
        "Keep it: place a hold",
        (Ask("reason", "Why it must be kept", "textarea", "Such as a court that asked for it."),),
        "While it is held, nobody can forget it.",
        "Place the hold",
    ),
    "lift": Deed(
        LiftForm(),
        _lift,
        "The hold is lifted.",
        "Lift the hold",
        (Ask("why", "Why the hold ends", "textarea"),),
        button="Lift it",
    ),
}


@pages.get("/<partnership>/work/to-forget/<uuid:id>")
@requires("forget words")
def page(id: UUID) -> ResponseReturnValue:
    kind, known = _kind(id), here.erasure.of(id)
    names = ["lift"] if known.hold else ["hold"] if known.asked else ["ask", "hold"]
    deeds = {} if known.confirmed else {name: DEEDS[name] for name in names}
    return render_template(
        "privacy/erasure_ask.html", id=id, kind=kind, what=WHAT[kind], known=known, deeds=deeds
    )


@pages.get("/<partnership>/work/to-forget/<uuid:id>/<name>")
@requires("forget words")
def form(id: UUID, name: str) -> ResponseReturnValue:
    _kind(id)
    return ask(DEEDS, name, url_for(".page", id=id))


@pages.post("/<partnership>/work/to-forget/<uuid:id>/<name>")
@requires("forget words")
def handle(id: UUID, name: str) -> ResponseReturnValue:
    _kind(id)
    return answer(DEEDS, name, id, url_for(".page", id=id))


def _kind(id: UUID) -> Kind:
    """Answers 404 where there is nothing of that id to forget, or not for whoever asks."""
    kind = kind_of(id)
    if kind is None or not has_permission(needs(kind)):
        abort(404)
    return kind
