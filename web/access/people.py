"""Who may sign in: let in and ended by the coordinator."""

from __future__ import annotations

from typing import get_args
from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from events.access.access import AnyRole
from events.privacy.erasure import Ground, Kind
from projections.access.people import People
from projections.assurance.audits import Audits
from projections.inspections.inspectors import Inspectors
from projections.inspections.visits_and_forms import VisitsAndForms
from projections.privacy.erasures import Erasures
from web.forms.fields import Choice, Email, Errors, Form, Line, load, provenance, refused
from web.site.access_log import record_access
from web.site.authentication import requires, who
from web.site.tenancy import here

pages = Blueprint("people", __name__)
# Youth inspectors are invited on the inspections page, which also keeps their training.
STAFF = tuple(role for role in get_args(AnyRole) if role != "inspector")

_FEW = ("agency", "editor", "youth worker")  # what they may do is said in full

_GROUND: Ground = "kept long enough"


class GiveForm(Form):
    name = Line(longest=100, needed="Give their name.")
    email = Email(longest=200, needed="Give their e-mail address.")
    role = Choice(STAFF, needed="Choose what they may do.")
    agency = Line(longest=200)


@pages.get("/<partnership>/work/people/")
@requires("read people")
def list_all() -> ResponseReturnValue:
    return _page({}, {})


@pages.post("/<partnership>/work/people/")
@requires("manage people")
def give() -> ResponseReturnValue:
    given, errors = load(GiveForm(), request.form)
    if not errors:
        with refused(errors):
            here.access.give(provenance(request.form), **given)
    if errors:
        return _page(request.form.to_dict(), errors), 422
    here.catch_up()
    flash(f"{given['name']} may sign in now.")
    return redirect(url_for(".list_all"), 303)


@pages.post("/<partnership>/work/people/<uuid:id>/end")
@requires("manage people")
def end(id: UUID) -> ResponseReturnValue:
    errors: Errors = {}
    if id == who.id:
        errors["form"] = "You can't end your own access. Ask another coordinator."
    else:
        here.access.end(id, provenance(request.form), why="ended by the coordinator")
    if errors:
        return _page({}, errors), 422
    here.catch_up()
    flash("Their access is ended.")
    return redirect(url_for(".list_all"), 303)


@pages.post("/<partnership>/work/people/<uuid:id>/forget")
@requires("manage people")
def forget(id: UUID) -> ResponseReturnValue:
    """Asks to forget somebody's name and address; a second person confirms it."""
    person = here.access.recall(id)
    errors: Errors = {}
    if person.role is not None:
        errors["form"] = "They may still sign in. End their access first."
    else:
        also = also_about(id)
        kind: Kind = "inspector" if also else "person"
        with refused(errors):
            here.erasure.ask(id, provenance(request.form), kind=kind, ground=_GROUND, also=also)
    if errors:
        return _page({}, errors), 422
    here.catch_up()
    flash("Asked for. A second person confirms it on the page Forgetting.")
    return redirect(url_for(".list_all"), 303)


def also_about(id: UUID) -> tuple[UUID, ...]:
    """What else holds a person's name: for a youth inspector, the invitation and the visits."""
    with here.read(Inspectors) as record:
        me = record.by(id)
    with here.read(VisitsAndForms) as view:
        visits = tuple(each.id for each in view.visits.where(by=str(id)))
    return (*([me.id] if me else ()), *visits)


def _page(values: dict[str, str], errors: Errors) -> str:
    with here.read(People) as view:
        people = view.all()
    with here.read(Audits) as programme:
        agencies = programme.agencies()
    record_access("people", here.partnership.id)
    with here.read(Erasures) as forgetting:
        asked = {entry.subject: entry for entry in forgetting.standing("asked")}
    roles = [(role, role.capitalize()) for role in STAFF if role not in _FEW]
    roles.append(("agency", "Agency: fills in its own returns, and sees nothing else"))
    roles.append(("editor", "Young editors: make the children's version, see nothing else"))
    roles.append(("youth worker", "Youth worker: writes down what children say, reads no messages"))
    return render_template(
        "access/people.html",
        people=people,
        values=values,
        errors=errors,
        roles=roles,
        asked=asked,
        agencies=agencies,
    )
