"""Who may sign in: let in and ended by the coordinator."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args
from uuid import UUID

from flask import Blueprint, abort, render_template, request, url_for
from flask.typing import ResponseReturnValue

from events.access.access import AnyRole
from events.fact import Provenance
from events.privacy.erasure import Ground, Kind
from projections.access.people import People, Person
from projections.assurance.audits import Audits
from projections.privacy.erasures import Erasures
from services.access.access import AccessService
from services.refusals import Refusal
from web.forms import commands
from web.forms.choices import Choice
from web.forms.commands import Command
from web.forms.fields import Email, Form, Line, cleaned
from web.forms.form_state import FormState, Sent
from web.site.access_log import record_access
from web.site.authentication import who
from web.site.formatting import initial
from web.site.permissions import requires
from web.site.person_records import also_about
from web.site.tenancy import here

pages = Blueprint("people", __name__)
# Youth inspectors are invited on the inspections page, which also keeps their training.
STAFF = tuple(role for role in get_args(AnyRole) if role != "inspector")

_GROUND: Ground = "kept long enough"


class NotYourOwn(Refusal):
    words = "You can't end your own access. Ask another coordinator."


class MayStillSignIn(Refusal):
    words = "They may still sign in. End their access first."


_SAID = {
    "agency": "Agency: fills in its own returns, and sees nothing else",
    "editor": "Young editors: make the children's version, see nothing else",
    "youth worker": "Youth worker: writes down what children say, reads no messages",
}
ROLES = {**{each: initial(each) for each in STAFF if each not in _SAID}, **_SAID}


class GiveForm(Form):
    name = Line(longest=100, needed="Give their name.", label="Name")
    email = Email(
        longest=200, needed="Give their e-mail address.", label="E-mail address", kind="email"
    )
    role = Choice(ROLES, needed="Choose what they may do.", label="What they may do")
    agency = Line(
        longest=200,
        label="Agency, for somebody who fills in its returns",
        hint="As it is written in your audits, to the letter.",
    )


class NoForm(Form):
    """Nothing is asked."""


def _end(id: UUID, provenance: Provenance) -> object:
    if id == who.id:
        raise NotYourOwn
    return here.access.end(id, provenance, why="ended by the coordinator")


def _forget(id: UUID, provenance: Provenance) -> object:
    """Asks to forget somebody's name and address; a second person confirms it."""
    if here.access.recall(id).role is not None:
        raise MayStillSignIn
    also = also_about(id)
    kind: Kind = "inspector" if also else "person"
    return here.erasure.ask(id, provenance, kind=kind, ground=_GROUND, also=also)


GIVE = Command(GiveForm, AccessService.give, title="Let somebody in", done="", button="Let them in")
END = Command(
    NoForm, _end, title="End access", done="Their access is ended.", button="End it", kind="danger"
)
FORGET = Command(
    NoForm,
    _forget,
    title="Forget details",
    done="Asked for. A second person confirms it on the page Forgetting.",
    help=(
        "A second person confirms it. Then nobody can read this name and address again. What they "
        "did stays in the record."
    ),
    button="Ask to forget",
    kind="danger",
)


@pages.get("/<partnership>/work/people/")
@requires("read people")
def list_all() -> ResponseReturnValue:
    return _page(here.partnership.id, Sent())


@pages.post("/<partnership>/work/people/")
@requires("manage people")
def give() -> ResponseReturnValue:
    name = " ".join(cleaned(request.form.get("name", "")).split())
    command = replace(GIVE, done=f"{name} may sign in now.")
    return commands.handle(command, "give", here.partnership.id, url_for(".list_all"), _page)


@pages.post("/<partnership>/work/people/<uuid:id>/end")
@requires("manage people")
def end(id: UUID) -> ResponseReturnValue:
    if here.access.recall(id).role is None:
        abort(404)
    return commands.handle(END, "end", id, url_for(".list_all"), _page)


@pages.post("/<partnership>/work/people/<uuid:id>/forget")
@requires("manage people")
def forget(id: UUID) -> ResponseReturnValue:
    here.access.recall(id)
    return commands.handle(FORGET, "forget", id, url_for(".list_all"), _page)


def _page(_: UUID, sent: Sent) -> str:
    with here.read(People) as view:
        people = view.all()
    record_access("people", here.partnership.id)
    with here.read(Erasures) as forgetting:
        asked = {entry.subject for entry in forgetting.standing("asked")}
    return render_template(
        "access/people.html",
        people=[(each, *_forms(each, asked)) for each in people],
        errors=sent.errors,
        give=sent.form("give", GIVE, url_for(".give"), hints={"agency": _agency_hint()}),
    )


def _forms(person: Person, asked: set[UUID]) -> tuple[FormState | None, str]:
    """What can be done about somebody's access, or what is said instead."""
    if person.role and person.id != who.id:
        words = f"{person.name} is signed out at once. You can let them in again later."
        return FormState(END, url_for(".end", id=person.id), help=words), ""
    if person.role or person.is_forgotten:
        return None, ""
    if person.id in asked:
        return None, "Asked to forget"
    return FormState(FORGET, url_for(".forget", id=person.id)), ""


def _agency_hint() -> str:
    with here.read(Audits) as programme:
        agencies = programme.agencies()
    named = f" They name: {', '.join(agencies)}." if agencies else ""
    return f"As it is written in your audits, to the letter.{named}"
