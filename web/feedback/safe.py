"""Is someone hurting you? Help first, then what happens if you tell us."""

from __future__ import annotations

from datetime import UTC, datetime

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from projections.deadlines.service_standards import ServiceStandards
from web.feedback.tell_form import answers_of
from web.feedback.what_happens_now import what_happens_now
from web.site.permissions import open_to_all
from web.site.tenancy import here

pages = Blueprint("safe", __name__)


@pages.get("/<partnership>/safe")
@open_to_all
def page() -> ResponseReturnValue:
    return _page(None)


@pages.post("/<partnership>/safe")
@open_to_all
def with_answers() -> ResponseReturnValue:
    """The same page, reached from the questions. It carries the answers there and back."""
    return _page(answers_of(request.form))


def _page(answers: dict[str, str] | None) -> str:
    with here.read(ServiceStandards) as view:
        promised = view.now()
    now = what_happens_now(datetime.now(UTC))
    return render_template("feedback/safe.html", promised=promised, now=now, answers=answers)
