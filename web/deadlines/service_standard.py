"""The page of the service standard: what the partnership promises, and how clocks count."""

from __future__ import annotations

from uuid import UUID

from flask import Blueprint, render_template, url_for
from flask.typing import ResponseReturnValue

from projections.deadlines.service_standards import Promised, ServiceStandards
from projections.record.timeline import Timeline
from web.deadlines.service_standard_commands import COMMANDS
from web.forms import commands
from web.forms.form_state import FormState, Sent
from web.site.permissions import requires
from web.site.tenancy import here

pages = Blueprint("promise", __name__)


_NOTHING_YET = "Nothing is promised yet. The form for young people says “not right away”."


@pages.get("/<partnership>/work/promise/")
@requires("set clocks")
def page() -> ResponseReturnValue:
    return _page(here.service_standard.id, Sent())


@pages.post("/<partnership>/work/promise/<name>")
@requires("set clocks")
def handle(name: str) -> ResponseReturnValue:
    command = commands.named(COMMANDS, name)
    return commands.handle(command, name, here.service_standard.id, url_for(".page"), _page)


def _page(id: UUID, sent: Sent) -> str:
    with here.read(ServiceStandards) as view:
        promised = view.now()
    with here.read(Timeline) as history:
        lines = history.of(id)
    return render_template(
        "deadlines/deadlines_promise.html",
        promised=promised,
        lines=lines,
        errors=sent.errors,
        commands=_forms(promised, sent),
    )


def _forms(promised: Promised, sent: Sent) -> list[FormState]:
    known: dict[str, dict[str, object]] = {
        "promise": {"read_days": promised.read_days, "urgent_hours": promised.urgent_hours},
        "hours": {"days": promised.days, "opens": promised.opens, "closes": promised.closes},
        "start": {"start": promised.rapid_start},
        "duty": {"contact": promised.duty},
        "digest": {"hour": promised.digest_hour},
    }
    notes = {"promise": _NOTHING_YET if promised.read_days is None else ""}
    return [
        sent.form(
            name,
            command,
            url_for(".handle", name=name),
            values=known[name],
            help=notes.get(name, ""),
        )
        for name, command in COMMANDS.items()
    ]
