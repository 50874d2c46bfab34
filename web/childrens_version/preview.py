"""Both versions of a report that is being written, side by side."""

from __future__ import annotations

from uuid import UUID

from flask import Blueprint, abort, render_template
from flask.typing import ResponseReturnValue
from markupsafe import Markup

from web.childrens_version import public_page as childrens_version
from web.reporting import public_reports as reports
from web.reporting.chapters import desk_of
from web.site.permissions import requires

pages = Blueprint("preview", __name__)


@pages.get("/<partnership>/work/reports/<uuid:id>/preview")
@requires("read governance")
def page(id: UUID) -> ResponseReturnValue:
    """Both versions side by side, as they would be read today."""
    desk = desk_of(id)
    if desk is None:
        abort(404)
    return render_template(
        "childrens_version/preview.html",
        desk=desk,
        full=Markup(reports.drawn(desk.report, "layouts/bare.html")),  # noqa: S704 - our own page
        childrens=Markup(childrens_version.drawn(desk.report, "layouts/bare.html")),  # noqa: S704
    )
