"""Pages of commands: drawn, sent, refused with what was typed, and left with a word."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any
from uuid import UUID

from flask import abort, flash, redirect, render_template, request
from flask.typing import ResponseReturnValue

from web.forms.choices import Several
from web.forms.command import Command, is_again
from web.forms.form_state import FormState, Sent
from web.forms.sent import key_sent
from web.site.tenancy import here

Commands = Mapping[str, Command]


def page(
    command: Command,
    subject: UUID,
    onward: str,
    *,
    back: str = "",
    back_words: str = "",
    values: Mapping[str, object] | None = None,
    labels: Mapping[str, str] | None = None,
) -> ResponseReturnValue:
    """A command's own page: draws its form, runs what is sent, and goes ``onward``.

    ``back`` is the address for a user who does nothing, and ``back_words`` name that page.
    ``values`` are in the form at first. ``labels`` replace those of its fields.
    """
    layout = "layouts/command_alone.html" if back_words else "layouts/command.html"
    state = FormState(command, back=back or onward, values=values or {}, labels=labels or {})
    if was_recorded(subject):
        return redirect(onward, 303)
    if request.method != "POST":
        return draw(state, layout, back_words=back_words)
    if errors := command.attempt(subject):
        again = replace(state, values=typed(command), errors=errors)
        return draw(again, layout, back_words=back_words), 422
    return finish(command.done, onward)


def was_recorded(subject: UUID) -> bool:
    """Whether the address speaks of a form that was recorded, as it does after Back."""
    return request.method != "POST" and "key" in request.args and is_again(subject)


def handle(
    command: Command,
    name: str,
    subject: UUID,
    onward: str,
    draw_page: Callable[[UUID, Sent], ResponseReturnValue],
) -> ResponseReturnValue:
    """Runs one of the forms on a page, or draws that page again with what was typed."""
    if errors := command.attempt(subject):
        sent = Sent(name, typed(command), errors)
        return draw_page(subject, sent), 422  # type: ignore[return-value]
    return finish(command.done, onward)


def named(commands: Commands, name: str) -> Command:
    """The command of this name. Answers 404 if there is none."""
    if name not in commands:
        abort(404)
    return commands[name]


def from_address(command: Command) -> dict[str, str]:
    """The values for a command's fields that the address holds."""
    return {name: request.args[name] for name in command.schema.fields if name in request.args}


def draw(state: FormState, template: str = "layouts/command.html", **more: object) -> str:
    """A page with one form."""
    return render_template(template, form=state, errors=state.errors, **more)


def typed(command: Command) -> dict[str, Any]:
    """The form as it was typed. Of boxes to tick, all that were ticked."""
    several = [name for name, each in command.schema.fields.items() if isinstance(each, Several)]
    return {**request.form.to_dict(), **{name: request.form.getlist(name) for name in several}}


def finish(words: str, onward: str) -> ResponseReturnValue:
    """Says what was done, on the page that shows it."""
    here.catch_up()
    if words:
        flash(words)
    return redirect(onward, 303)


def new_id(*names: str) -> UUID:
    """The id of the thing that a form makes. The same form sent twice makes the same id."""
    return here.ledger.name_of(*names, key_sent())
