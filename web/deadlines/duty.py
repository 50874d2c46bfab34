"""The page of the duty rota: who is told of an urgent message, in which order."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import UUID

from flask import Blueprint, render_template, url_for
from flask.typing import ResponseReturnValue

from projections.access.people import People
from projections.deadlines.duty import DutyContacts, DutyRota
from projections.deadlines.service_standards import ServiceStandards
from projections.feedback.alerts import Alerts
from projections.governance.arrangements import Arrangements
from projections.record.timeline import Timeline
from services.feedback.alert_plan import MINUTES
from web.deadlines.alert_times import times_of
from web.deadlines.duty_commands import COMMANDS
from web.deadlines.promise_kept import kept_in
from web.forms import commands
from web.forms.form_state import FormState, Sent
from web.site.formatting import today
from web.site.permissions import requires
from web.site.tenancy import here

pages = Blueprint("duty", __name__)
_MEASURED = 500


@pages.get("/<partnership>/work/duty/")
@requires("set clocks")
def page() -> ResponseReturnValue:
    return _page(here.duty.id, Sent())


@pages.post("/<partnership>/work/duty/<name>")
@requires("set clocks")
def handle(name: str) -> ResponseReturnValue:
    command = commands.named(COMMANDS, name)
    return commands.handle(command, name, here.duty.id, url_for(".page"), _page)


def _page(id: UUID, sent: Sent) -> str:
    with here.read(DutyRota) as rota:
        week, swaps, contacts = rota.week(), rota.swaps_from(today()), rota.now()
        on_duty = rota.on(today())
    with here.read(People) as view:
        people = {each.id: each for each in view.all()}
    with here.read(Alerts) as alerts:
        times = times_of(alerts.newest(_MEASURED))
        raised = alerts.all()
    with here.read(ServiceStandards) as standards:
        promised = standards.now()
    with here.read(Arrangements) as view:
        frame = view.frame()
    minutes = contacts.minutes or MINUTES
    periods = frame.periods_now if frame else []
    with here.read(Timeline) as history:
        lines = history.of(id)
    return render_template(
        "deadlines/duty.html",
        week=week,
        swaps=swaps,
        contacts=contacts,
        on_duty=on_duty,
        people=people,
        times=times,
        kept=list(kept_in(periods, raised, promised, minutes, datetime.now(UTC))),
        lines=lines,
        errors=sent.errors,
        commands=_forms(contacts, sent),
    )


def _forms(contacts: DutyContacts, sent: Sent) -> list[FormState]:
    known: dict[str, dict[str, object]] = {
        "team": {"email": contacts.team_email, "phone": contacts.team_phone},
        "out-of-hours": {
            "name": contacts.out_of_hours,
            "email": contacts.out_of_hours_email,
            "phone": contacts.out_of_hours_phone,
        },
        "minutes": {"minutes": contacts.minutes or ""},
        "front-door": {"name": contacts.front_door, "phone": contacts.front_door_phone},
    }
    return [
        sent.form(name, command, url_for(".handle", name=name), values=known.get(name, {}))
        for name, command in COMMANDS.items()
    ]
