"""The page of people who may sign in. The coordinator gives access and ends it."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from flask import Blueprint, abort, render_template, request, url_for
from flask.typing import ResponseReturnValue

from projections.access.people import People, Person
from projections.assurance.audits import Audits
from projections.privacy.erasures import Erasures
from web.access.access_commands import END, FORGET, GIVE
from web.forms import commands
from web.forms.form_state import FormState, Sent
from web.site.access_log import record_access
from web.site.authentication import who
from web.site.cleaned_text import cleaned
from web.site.permissions import requires
from web.site.tenancy import here

pages = Blueprint("people", __name__)


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
    """The command that fits this person's access, or the words shown instead of one."""
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
