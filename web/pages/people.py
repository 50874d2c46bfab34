"""Who may sign in: let in and ended by the coordinator."""

from __future__ import annotations

from typing import get_args
from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from events.access import Role
from projections.people import People
from web.forms import Choice, Email, Errors, Form, Line, load, refused, told
from web.here import here
from web.who import may, who

pages = Blueprint("people", __name__)
# Youth inspectors are invited on the inspections page, which also keeps their training.
STAFF = tuple(role for role in get_args(Role) if role != "inspector")


class GiveForm(Form):
    name = Line(longest=100, needed="Give their name.")
    email = Email(longest=200, needed="Give their e-mail address.")
    role = Choice(STAFF, needed="Choose what they may do.")


@pages.get("/<partnership>/work/people/")
@may("read people")
def list_all() -> ResponseReturnValue:
    return _page({}, {})


@pages.post("/<partnership>/work/people/")
@may("manage people")
def give() -> ResponseReturnValue:
    given, errors = load(GiveForm(), request.form)
    if not errors:
        with refused(errors):
            here.access.give(told(request.form), **given)
    if errors:
        return _page(request.form.to_dict(), errors), 422
    here.catch_up()
    flash(f"{given['name']} may sign in now.")
    return redirect(url_for(".list_all"), 303)


@pages.post("/<partnership>/work/people/<uuid:id>/end")
@may("manage people")
def end(id: UUID) -> ResponseReturnValue:
    errors: Errors = {}
    if id == who.id:
        errors["form"] = "You can't end your own access. Ask another coordinator."
    else:
        here.access.end(id, told(request.form), why="ended by the coordinator")
    if errors:
        return _page({}, errors), 422
    here.catch_up()
    flash("Their access is ended.")
    return redirect(url_for(".list_all"), 303)


def _page(values: dict[str, str], errors: Errors) -> str:
    with here.read(People) as view:
        people = view.all()
    roles = [(role, role.capitalize()) for role in STAFF]
    return render_template(
        "people/list.html", people=people, values=values, errors=errors, roles=roles
    )
