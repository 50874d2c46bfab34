"""Forgetting: requests, what is due, what is held, and how long words are kept."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from projections.privacy.erasures import Erasures
from projections.privacy.errata import Errata
from projections.privacy.retention import Retention
from web.forms import commands
from web.forms.form_state import FormState, Sent
from web.privacy.erasable_kinds import WHAT
from web.privacy.erasure_commands import COMMANDS, PERIODS, SET_PERIODS, confirming
from web.privacy.erasure_one import draw_one, refuse_unknown
from web.privacy.erasure_rows import (
    ask_for_all_due_today,
    due_soon,
    held_by_rule,
    page_about,
    with_kind,
)
from web.site.formatting import today
from web.site.permissions import requires
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
    return draw_one(id, Sent())


@pages.post("/<partnership>/work/forgetting/<uuid:id>/<name>")
@requires("forget words")
def handle(id: UUID, name: str) -> ResponseReturnValue:
    refuse_unknown(id)
    command = commands.named(COMMANDS, name)
    if name == "confirm":
        command = confirming(here.erasure.of(id))
    return commands.handle(command, name, id, url_for(".page"), draw_one)


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
