"""What the partnership promises and how its clocks count: on a page, by the coordinator."""

from __future__ import annotations

from typing import get_args
from uuid import UUID

from flask import Blueprint, render_template, url_for
from flask.typing import ResponseReturnValue

from events.deadlines.service_standard import Weekday
from projections.deadlines.service_standards import Promised, ServiceStandards
from projections.record.timeline import Timeline
from services.deadlines.service_standard import ServiceStandardService
from web.forms import commands
from web.forms.choices import Choice, Several
from web.forms.commands import Command
from web.forms.fields import Form, Line
from web.forms.figures import Count
from web.forms.form_state import FormState, Sent
from web.site.permissions import requires
from web.site.tenancy import here

pages = Blueprint("promise", __name__)
_NUMERIC = {"inputmode": "numeric"}
STARTS: dict[str, str] = {
    "notification": "The day the incident was notified to the national Panel",
    "awareness": "The day the partnership became aware of the incident",
}


class PromiseForm(Form):
    read_days = Count(
        needed="Say within how many working days.",
        label="Every message is read within so many working days",
        hint="The day it comes is day 0.",
        short=True,
        attributes=_NUMERIC,
    )
    urgent_hours = Count(
        needed="Say within how many hours.",
        label="An urgent one is passed on within so many hours",
        hint="Counted in office hours. A message is urgent once somebody escalates it.",
        short=True,
        attributes=_NUMERIC,
    )


class HoursForm(Form):
    days = Several(label="Days", options=lambda: [(day, day) for day in get_args(Weekday)])
    opens = Line(
        longest=5, needed="Say when you open.", label="Opens", hint="Such as 09:00", short=True
    )
    closes = Line(
        longest=5, needed="Say when you close.", label="Closes", hint="Such as 17:00", short=True
    )


class StartForm(Form):
    start = Choice(
        STARTS, needed="Choose which day rapid reviews are counted from.", label="Counted from"
    )


class DutyForm(Form):
    contact = Line(
        longest=200,
        needed="Say whom staff reach outside office hours.",
        label="The duty team and its number",
        hint="A team, never a private number",
    )


class DigestForm(Form):
    hour = Count(
        label="At",
        options=lambda: [(str(hour), f"{hour:02}:00") for hour in range(24)],
        blank="Send no letter",
    )


def _weekdays(days: tuple[str, ...]) -> tuple[Weekday, ...]:
    """In the order of the week."""
    return tuple(day for day in get_args(Weekday) if day in days)


COMMANDS = {
    "promise": Command(
        PromiseForm,
        ServiceStandardService.make,
        title="When words are read",
        done="The promise is recorded. Young people see it on their form.",
        button="Promise this",
    ),
    "hours": Command(
        HoursForm,
        ServiceStandardService.set_hours,
        title="Office hours",
        done="The office hours are recorded.",
        help=(
            "Bank holidays are closed. Out of hours the young people's form says that nobody "
            "watches it all night."
        ),
        button="Set the hours",
        also={"days": _weekdays},
    ),
    "start": Command(
        StartForm,
        ServiceStandardService.choose_rapid_start,
        title="Rapid reviews",
        done="It is recorded. Clocks that run already stay as they are.",
        help=(
            "Local texts differ. Both days are kept with each case; this says which one the 15 "
            "working days count from."
        ),
        button="Count from this day",
    ),
    "duty": Command(
        DutyForm,
        ServiceStandardService.set_duty_contact,
        title="Outside office hours",
        done="The duty contact is recorded.",
        help="The triage queue shows staff whom to reach then.",
    ),
    "digest": Command(
        DigestForm,
        ServiceStandardService.set_digest_hour,
        title="A letter about what is due",
        done="The hour of the letter is recorded.",
        help=(
            "On each working day, to each coordinator: what is late, and what is due in the next "
            "10 working days. No letter goes out where nothing is."
        ),
        button="Set the hour",
    ),
}
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
