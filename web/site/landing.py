"""The way in for everybody, and the fast way out."""

from __future__ import annotations

from flask import Blueprint, Response, get_template_attribute, render_template
from flask.typing import ResponseReturnValue

from web.drawing.crowd import crowd
from web.site.clear_site_data import clear_all
from web.site.permissions import open_to_all
from web.site.tenancy import tenants

pages = Blueprint("home", __name__)
pages.add_app_template_global(crowd)

ELSEWHERE = "https://www.bbc.co.uk/weather"
pages.record(lambda state: state.app.jinja_env.globals.update(elsewhere=ELSEWHERE))


@pages.get("/")
@open_to_all
def landing() -> ResponseReturnValue:
    return render_template("site/landing.html", places=tenants.cards())


@pages.get("/leave")
@pages.get("/<partnership>/leave")
@open_to_all
def leave() -> ResponseReturnValue:
    """An empty page that leads to another site at once, without JavaScript.

    A browser keeps the page that was left for its Back button. The picture in this page asks the
    browser to forget it. The page itself does not: it would come only once all is forgotten, which
    takes seconds where the browser keeps much of other sites.
    """
    page = Response(render_template("site/leave.html"))
    page.headers["Refresh"] = f"0; url={ELSEWHERE}"
    return page


@pages.get("/leave.svg")
@pages.get("/<partnership>/leave.svg")
@open_to_all
def leave_picture() -> ResponseReturnValue:
    picture = Response('<svg xmlns="http://www.w3.org/2000/svg"/>', mimetype="image/svg+xml")
    return clear_all(picture)


@pages.get("/favicon.ico")
@open_to_all
def icon() -> ResponseReturnValue:
    logo = get_template_attribute("macros/faces.html", "logo")
    return Response(logo(), mimetype="image/svg+xml")
