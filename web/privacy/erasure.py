"""Forgetting: requests, what is due, what is held, and how long words are kept."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from flask import Blueprint, abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from projections.privacy.erasures import Erasures
from projections.privacy.errata import Errata, Task
from projections.privacy.retention import Retention
from services.privacy.erasure_agreement import COOLING
from web.forms import commands
from web.forms.form_state import FormState, Sent
from web.privacy.erasable_kinds import WHAT
from web.privacy.erasure_commands import AGREED, COMMANDS, PERIODS, SET_PERIODS, deciding
from web.privacy.erasure_rows import (
    ask_for_all_due_today,
    due_soon,
    held_by_rule,
    page_about,
    with_kind,
)
from web.site.formatting import today
from web.site.permissions import requires
from web.site.second_person import second_person
from web.site.tenancy import here

pages = Blueprint("forgetting", __name__)
pages.add_app_template_filter(page_about)
_SHOWN = 50


@pages.get("/<partnership>/work/forgetting/")
@requires("forget words")
def page() -> ResponseReturnValue:
    return _page(FormState(SET_PERIODS))


@pages.get("/<partnership>/work/forgetting/<uuid:id>")
@requires("forget words")
def one(id: UUID) -> ResponseReturnValue:
    return _one(id, Sent())


@pages.post("/<partnership>/work/forgetting/<uuid:id>/<name>")
@requires("forget words")
def handle(id: UUID, name: str) -> ResponseReturnValue:
    _known(id)
    command = commands.named(COMMANDS, name)
    if name == "confirm" and here.erasure.of(id).is_escalated:
        command = replace(command, done=AGREED)
    return commands.handle(command, name, id, url_for(".page"), _one)


@pages.post("/<partnership>/work/forgetting/due")
@requires("forget words")
def ask_for_all_due() -> ResponseReturnValue:
    """Asks for everything that is due today. A second person confirms it."""
    asked = ask_for_all_due_today()
    here.catch_up()
    flash(f"Asked for {asked}. A second person confirms." if asked else "Nothing new is due.")
    return redirect(url_for(".page"), 303)


@pages.post("/<partnership>/work/forgetting/periods")
@requires("forget words")
def set_periods() -> ResponseReturnValue:
    if errors := SET_PERIODS.attempt(here.retention.id):
        return _page(FormState(SET_PERIODS, values=commands.typed(SET_PERIODS), errors=errors)), 422
    return commands.finish(SET_PERIODS.done, url_for(".page"))


def _page(state: FormState) -> str:
    with here.read(Erasures) as view:
        asked, agreed = view.standing("asked"), view.standing("agreed")
        held = [*map(with_kind, view.held()), *held_by_rule(view)]
        forgotten = view.standing("forgotten") + view.standing("confirmed")
    with here.read(Retention) as retention:
        periods = retention.periods()
    with here.read(Errata) as errata:
        tasks = errata.tasks()
    values = {name: str(periods[it].months) for name, it in PERIODS.items() if it in periods}
    state = replace(state, action=url_for(".set_periods"), values=state.values or values)
    waiting = {entry.subject for entry in (*asked, *agreed, *held)}
    return render_template(
        "privacy/erasure.html",
        asked=asked,
        agreed=agreed,
        held=held,
        forgotten=forgotten[:_SHOWN],
        count=len(forgotten),
        due=[each for each in due_soon() if each.kept.subject not in waiting],
        periods=state,
        errors=state.errors,
        today=today(),
        tasks=tasks,
        forgettable=WHAT,
    )


def _one(id: UUID, sent: Sent) -> str:
    _known(id)
    with here.read(Erasures) as view:
        entry = with_kind(view.of(id))
    with here.read(Retention) as retention:
        kept = retention.kept_rows.get(id)
    with here.read(Errata) as errata:
        tasks = [task for task in errata.tasks() if task.subject == id]
    known = here.erasure.of(id)
    second = second_person("forget words", [known.asked_by], strict=known.is_escalated)
    lifting = second_person("forget words", known.holders, strict=True) if known.hold else None
    return render_template(
        "privacy/erasure_one.html",
        entry=replace(entry, hold=known.hold),
        kept=kept,
        errors=sent.errors,
        tasks=tasks,
        forgettable=WHAT,
        second=second,
        lifting=lifting,
        days=COOLING.days,
        deciding=deciding(second, bool(known.hold)),
        is_escalated=known.is_escalated,
        commands=_forms(id, tasks, sent),
    )


def _forms(id: UUID, tasks: list[Task], sent: Sent) -> dict[str, FormState]:
    found = {
        name: sent.form(name, command, url_for(".handle", id=id, name=name))
        for name, command in COMMANDS.items()
    }
    if tasks:
        what = "report" if tasks[0].name else "newsletter"
        check = found["check-report"]
        values = {**check.values, "report": tasks[0].report}
        title = f"Look through a published {what}"
        found["check-report"] = replace(check, values=values, title=title)
    return found


def _known(id: UUID) -> None:
    """Answers 404 if nothing with this id can be forgotten."""
    with here.read(Erasures) as view:
        entry = view.of(id)
        if entry.standing or entry.hold:
            return
    with here.read(Retention) as retention:
        if retention.kept_rows.get(id) is None:
            abort(404)
