"""What the partnership promises and how its clocks count: on a page, by the coordinator."""

from __future__ import annotations

from typing import Any, cast, get_args

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from events.deadline import ClockStart
from events.promise import Weekday
from projections.decision_history import DecisionHistory
from projections.promises import Promises
from web.forms import Choice, Errors, Form, Line, load, number_in, refused, told
from web.here import here
from web.who import may

pages = Blueprint("promise", __name__)
STARTS = (
    ("notification", "The day the incident was notified to the national Panel"),
    ("awareness", "The day the partnership became aware of the incident"),
)


class HoursForm(Form):
    opens = Line(longest=5, needed="Say when you open.")
    closes = Line(longest=5, needed="Say when you close.")


class StartForm(Form):
    start = Choice(
        ("notification", "awareness"), needed="Choose which day rapid reviews are counted from."
    )


def _promise() -> Errors:
    errors: Errors = {}
    days, hours = number_in(request.form, "read_days"), number_in(request.form, "urgent_hours")
    with refused(errors):
        here.promise.make(
            here.promise.id, told(request.form), read_days=days or 0, urgent_hours=hours or 0
        )
    return errors


def _hours() -> Errors:
    given, errors = load(HoursForm(), request.form)
    days = tuple(day for day in get_args(Weekday) if day in request.form.getlist("days"))
    if not errors:
        with refused(errors):
            here.promise.set_hours(here.promise.id, told(request.form), days=days, **given)
    return errors


def _start() -> Errors:
    given, errors = load(StartForm(), request.form)
    if not errors:
        start = cast(ClockStart, given["start"])
        here.promise.choose_rapid_start(here.promise.id, told(request.form), start=start)
    return errors


def _digest() -> Errors:
    errors: Errors = {}
    typed = request.form.get("hour", "").strip()
    hour = number_in(request.form, "hour") if typed else None
    if typed and hour is None:
        return {"hour": "Choose an hour from 0 to 23, or none."}
    with refused(errors):
        here.promise.set_digest_hour(here.promise.id, told(request.form), hour=hour)
    return errors


ACTS: dict[str, tuple[Any, str]] = {
    "promise": (_promise, "The promise is recorded. Young people see it on their form."),
    "hours": (_hours, "The office hours are recorded."),
    "start": (_start, "It is recorded. Clocks that run already stay as they are."),
    "digest": (_digest, "The hour of the letter is recorded."),
}


@pages.get("/<partnership>/work/promise/")
@may("set clocks")
def page() -> ResponseReturnValue:
    return _page("", {}, {})


@pages.post("/<partnership>/work/promise/<name>")
@may("set clocks")
def handle(name: str) -> ResponseReturnValue:
    if name not in ACTS:
        abort(404)
    do, said = ACTS[name]
    if errors := do():
        return _page(name, request.form.to_dict(), errors), 422
    here.catch_up()
    flash(said)
    return redirect(url_for(".page"), 303)


def _page(name: str, values: dict[str, str], errors: Errors) -> str:
    with here.read(Promises) as view:
        promised = view.now()
    with here.read(DecisionHistory) as history:
        lines = history.of(here.promise.id)
    return render_template(
        "deadlines/promise.html", promised=promised, lines=lines, name=name, values=values,
        errors=errors, starts=STARTS, days=[(day, day) for day in get_args(Weekday)],
        chosen=request.form.getlist("days") if name == "hours" else promised.days,
        hours=[(hour, f"{hour:02}:00") for hour in range(24)],
    )  # fmt: skip
