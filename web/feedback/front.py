"""The start page of young people: what this is, and where to go."""

from __future__ import annotations

from flask import Blueprint, Response, request
from flask.typing import ResponseReturnValue

from web.drawing.brand_colours import accent_of
from web.drawing.crowd import group_of
from web.site.drawn_once import draw_once
from web.site.permissions import open_to_all
from web.site.tenancy import here, tenants

pages = Blueprint("young_people", __name__)


@pages.get("/<partnership>/")
@open_to_all
def front() -> ResponseReturnValue:
    group = group_of(here.slug, tenants.served())
    return draw_once("feedback/front.html", {}, group=group)


@pages.get("/<partnership>/accent.css")
@open_to_all
def accent() -> ResponseReturnValue:
    settings = here.publication_settings
    accent = accent_of(here.slug, settings.known(settings.id).colour)
    sheet = Response(accent.css, mimetype="text/css")
    sheet.headers["Cache-Control"] = "no-cache"  # so that a new colour is seen at once
    sheet.add_etag()
    return sheet.make_conditional(request)
