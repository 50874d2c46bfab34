"""The pages of visits as a tablet keeps them for where there is no line.

They hold the forms and nothing about anybody: no name, no visit, no token. Whoever takes up the
tablet next finds empty forms there, and drafts that only their inspector opens (ADR 40).
"""

from __future__ import annotations

from uuid import UUID

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from projections.inspections.visits_and_forms import VisitsAndForms
from web.forms.form_state import FormState
from web.inspections.visit_page import shown_form
from web.inspections.visit_record import RECORD, asked_form
from web.site.permissions import requires
from web.site.tenancy import here

pages = Blueprint("kept_visits", __name__)


@pages.get("/<partnership>/visits/kept/")
@requires("go on visits", active=False)
def mine() -> ResponseReturnValue:
    with here.read(VisitsAndForms) as view:
        return _about_nobody("visits_kept", forms_here=view.asked())


@pages.get("/<partnership>/visits/kept/<uuid:form>")
@requires("go on visits", active=False)
def new(form: UUID) -> ResponseReturnValue:
    return _about_nobody("visits_new", **shown_form(asked_form(), FormState(RECORD)))


def _about_nobody(page: str, **shown: object) -> str:
    """Words that are shown once are left for the page that somebody reads now."""
    shown |= {"who": None, "get_flashed_messages": tuple}
    return render_template(f"inspections/{page}.html", **shown)
