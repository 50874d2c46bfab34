"""What young people said, and what was done about it."""

from __future__ import annotations

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from projections.feedback.return_rate import ReturnRate
from projections.feedback.you_said import YouSaid
from web.site.formatting import today
from web.site.i18n import N_, spoken_of
from web.site.permissions import open_to_all
from web.site.tenancy import here

pages = Blueprint("you_said", __name__)

OUTCOMES = {
    "we will": N_("We will"),
    "we did": N_("We did"),
    "we could not": N_("We could not"),
}


@pages.get("/<partnership>/you-said")
@open_to_all
def page() -> ResponseReturnValue:
    with here.read(YouSaid) as view:
        themes = view.themes(today())
    with here.read(ReturnRate) as rate:
        in_ten = rate.in_ten(today())
    return render_template(
        "feedback/you_said.html", themes=themes, outcomes=spoken_of(OUTCOMES), in_ten=in_ten
    )
