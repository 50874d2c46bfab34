"""What the partnership promises and how its clocks count: on a page, by the coordinator."""

from __future__ import annotations

import re
from typing import get_args
from uuid import UUID

from flask import Blueprint, render_template, request, url_for
from flask.typing import ResponseReturnValue

from events.deadlines.service_standard import Weekday
from events.fact import Provenance
from projections.deadlines.service_standards import ServiceStandards
from projections.record.timeline import Timeline
from web.forms.acting import Act, Acting, Given, act
from web.forms.fields import Choice, Form, Line
from web.site.authentication import requires
from web.site.tenancy import here

pages = Blueprint("promise", __name__)
_DIGITS = re.compile(r"[0-9]{1,4}")
STARTS = (
    ("notification", "The day the incident was notified to the national Panel"),
    ("awareness", "The day the partnership became aware of the incident"),
)


class PromiseForm(Form):
    read_days = Line(longest=5, needed="Say within how many working days.")
    urgent_hours = Line(longest=5, needed="Say within how many hours.")


class HoursForm(Form):
    opens = Line(longest=5, needed="Say when you open.")
    closes = Line(longest=5, needed="Say when you close.")


class StartForm(Form):
    start = Choice(
        ("notification", "awareness"), needed="Choose which day rapid reviews are counted from."
    )


class DutyForm(Form):
    contact = Line(longest=200, needed="Say whom staff reach outside office hours.")


class DigestForm(Form):
    hour = Line(longest=5)


def _promise(id: UUID, provenance: Provenance, given: Given) -> object:
    days, hours = _whole(given["read_days"]), _whole(given["urgent_hours"])
    return here.service_standard.make(id, provenance, read_days=days, urgent_hours=hours)


def _hours(id: UUID, provenance: Provenance, given: Given) -> object:
    days = tuple(day for day in get_args(Weekday) if day in request.form.getlist("days"))
    return here.service_standard.set_hours(id, provenance, days=days, **given)


def _start(id: UUID, provenance: Provenance, given: Given) -> object:
    return here.service_standard.choose_rapid_start(id, provenance, **given)


def _duty(id: UUID, provenance: Provenance, given: Given) -> object:
    return here.service_standard.set_duty_contact(id, provenance, **given)


def _digest(id: UUID, provenance: Provenance, given: Given) -> object:
    hour = _whole(given["hour"]) if given["hour"] else None
    return here.service_standard.set_digest_hour(id, provenance, hour=hour)


ACTS = {
    "promise": Act(
        PromiseForm(), _promise, "The promise is recorded. Young people see it on their form."
    ),
    "hours": Act(HoursForm(), _hours, "The office hours are recorded."),
    "start": Act(StartForm(), _start, "It is recorded. Clocks that run already stay as they are."),
    "duty": Act(DutyForm(), _duty, "The duty contact is recorded."),
    "digest": Act(DigestForm(), _digest, "The hour of the letter is recorded."),
}


@pages.get("/<partnership>/work/promise/")
@requires("set clocks")
def page() -> ResponseReturnValue:
    return _page(here.service_standard.id, Acting())


@pages.post("/<partnership>/work/promise/<name>")
@requires("set clocks")
def handle(name: str) -> ResponseReturnValue:
    return act(ACTS, name, here.service_standard.id, _page, url_for(".page"))


def _page(id: UUID, acting: Acting) -> str:
    with here.read(ServiceStandards) as view:
        promised = view.now()
    with here.read(Timeline) as history:
        lines = history.of(id)
    return render_template(
        "deadlines/deadlines_promise.html",
        promised=promised,
        lines=lines,
        name=acting.name,
        values=acting.values or {},
        errors=acting.errors or {},
        starts=STARTS,
        days=[(day, day) for day in get_args(Weekday)],
        chosen=request.form.getlist("days") if acting.name == "hours" else promised.days,
        hours=[(hour, f"{hour:02}:00") for hour in range(24)],
    )


def _whole(typed: str) -> int:
    """The number that was typed; one that nobody can promise where it is none."""
    return int(typed) if _DIGITS.fullmatch(typed) else -1
