"""Asking to forget a case's details, a group's words or an agency's files, or holding them."""

from __future__ import annotations

from typing import get_args
from uuid import UUID

from flask import Blueprint, abort, render_template, url_for
from flask.typing import ResponseReturnValue

from events.privacy.erasure import Ground, Kind
from services.privacy.erasure import ErasureService
from services.privacy.erasure_state import Forgetting
from web.forms import commands
from web.forms.choices import Choice
from web.forms.command import Command
from web.forms.fields import Form
from web.forms.text_fields import Words
from web.privacy.erasable_kinds import WHAT, kind_of, needs
from web.privacy.erasure_commands import COMMANDS as DECIDING
from web.site.permissions import has_permission, requires
from web.site.second_person import SecondPerson, second_person
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
    "lift": DECIDING["lift"],
}


@pages.get("/<partnership>/work/to-forget/<uuid:id>")
@requires("forget words")
def page(id: UUID) -> ResponseReturnValue:
    kind, known = _kind(id), here.erasure.of(id)
    lifting = None
    if known.hold:
        lifting = second_person("forget words", known.holders, strict=True)
    return render_template(
        "privacy/erasure_ask.html",
        id=id,
        kind=kind,
        what=WHAT[kind],
        known=known,
        lifting=lifting,
        commands={name: COMMANDS[name] for name in _possible(known, lifting)},
    )


def _possible(known: Forgetting, lifting: SecondPerson | None) -> list[str]:
    if known.confirmed:
        return []
    if lifting:
        return ["lift"] if lifting.mine else []
    return ["hold"] if known.asked or known.cooling else ["ask", "hold"]


@pages.route("/<partnership>/work/to-forget/<uuid:id>/<name>", methods=["GET", "POST"])
@requires("forget words")
def form(id: UUID, name: str) -> ResponseReturnValue:
    _kind(id)
    return commands.page(commands.named(COMMANDS, name), id, url_for(".page", id=id))
