"""People to talk to, and how to leave fast."""

from __future__ import annotations

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from web.site.permissions import open_to_all

pages = Blueprint("help", __name__)


@pages.get("/<partnership>/help")
@open_to_all
def page() -> ResponseReturnValue:
    return render_template("feedback/help.html")
