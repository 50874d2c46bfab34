"""The partnership's own logo and colour on its reports, and the address of the logo."""

from __future__ import annotations

from dataclasses import dataclass

from flask import Blueprint, Response, abort, g, url_for
from flask.typing import ResponseReturnValue

from services.refusals import Refusal
from web.drawing.brand_colours import BRAMBLE, accent_of
from web.reporting.own_words import data_url
from web.site.file_responses import shown
from web.site.permissions import open_to_all
from web.site.tenancy import here

pages = Blueprint("report_look", __name__)
_FIVE_MINUTES = 300


@dataclass(frozen=True)
class Look:
    """``logo`` is its address, or empty. ``is_own``: the cover has the partnership's colour."""

    logo: str
    alternative: str
    is_own: bool


def look_of() -> Look:
    """How this partnership's reports look now. A kept edition holds the logo itself."""
    settings = here.publication_settings.known(here.publication_settings.id)
    logo = settings.logo
    if logo is None:
        return Look("", "", bool(settings.colour))
    address = url_for("report_look.logo")
    if g.get("kept"):
        try:
            address = data_url(here.report_picture.fetch(logo.picture, logo.digest), logo.type)
        except Refusal:
            address = ""
    return Look(address, logo.alternative, bool(settings.colour))


@pages.app_template_global()
def bar_colour() -> str:
    """The colour of a chart's bars on paper, where no style sheet gives one."""
    if "here" not in g:
        return BRAMBLE.brand
    settings = here.publication_settings
    return accent_of(here.slug, settings.known(settings.id).colour).brand


@pages.get("/<partnership>/logo")
@open_to_all
def logo() -> ResponseReturnValue:
    """For everybody: it stands on the cover of reports."""
    settings = here.publication_settings.known(here.publication_settings.id)
    if settings.logo is None:
        abort(404)
    kept = settings.logo
    answer: Response = shown(here.report_picture.fetch(kept.picture, kept.digest), kept.type)
    answer.headers["Cache-Control"] = f"public, max-age={_FIVE_MINUTES}"
    return answer
