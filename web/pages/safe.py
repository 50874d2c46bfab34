"""Is someone hurting you? Help first, then what happens if you tell us."""

from __future__ import annotations

from datetime import UTC, datetime

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from projections.promises import Promises
from web.here import here
from web.promised import is_closed_now
from web.who import open_to_all

pages = Blueprint("safe", __name__)


@pages.get("/<partnership>/safe")
@open_to_all
def page() -> ResponseReturnValue:
    with here.read(Promises) as view:
        promised = view.now()
    return render_template(
        "safe/page.html", promised=promised, closed=is_closed_now(promised, datetime.now(UTC))
    )
