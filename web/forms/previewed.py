"""Several things in one form: shown as they were understood, then recorded all or none."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import wraps
from typing import Any
from uuid import UUID

from flask import redirect, render_template, request
from flask.typing import ResponseReturnValue

from events.fact import Provenance
from services.change import Change
from services.refusals import Refusal
from web.forms.command import Command
from web.forms.commands import finish, typed, was_recorded
from web.forms.fields import Form
from web.forms.form_state import FormState
from web.forms.rows import Row, Rows
from web.forms.sent import Errors
from web.site.tenancy import here

Changes = Callable[..., list[Change]]
Notes = Callable[[Any], Iterable[str]]


def _no_notes(given: object) -> Iterable[str]:
    return ()


@dataclass(frozen=True)
class Previewed:
    """``changes`` gives all that the form records. ``notes`` ask about what may be a slip."""

    form: type[Form]
    changes: Changes
    title: str
    done: str
    help: str = ""
    notes: Notes = _no_notes
    save: Command = field(init=False, repr=False)
    rehearse: Command = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "save", self._command(_saving, "Record it all"))
        object.__setattr__(self, "rehearse", self._command(_rehearsing, "Look at it first"))

    def _command(self, run: Callable[[Changes], Callable[..., object]], button: str) -> Command:
        decide = run(self.changes)
        return Command(self.form, decide, self.title, self.done, self.help, button)


def page(what: Previewed, subject: UUID, onward: str, *, back: str) -> ResponseReturnValue:
    """The form, then the preview, then ``onward``. Nothing is recorded before the last step."""
    state = FormState(what.rehearse, back=back)
    if was_recorded(subject):
        return redirect(onward, 303)
    if request.method != "POST":
        return _draw(state)
    state = replace(state, values=typed(what.rehearse))
    step = request.form.get("step", "")
    if step == "change":
        return _draw(state)
    command = what.save if step == "save" else what.rehearse
    if errors := command.attempt(subject):
        return _draw(replace(state, errors=errors)), 422
    if step == "save":
        return finish(what.done, onward)
    return _preview(what, state)


def keyed(
    provenance: Provenance, name: str, rows: Iterable[Row]
) -> Iterator[tuple[Provenance, Row]]:
    """Each row with a key of its own, so that the same form sent twice records it once."""
    for number, row in enumerate(rows, 1):
        yield replace(provenance, key=f"{provenance.key}/{name}-{number}"), row


def _draw(state: FormState) -> str:
    return render_template("layouts/command.html", form=state, errors=state.errors)


def _preview(what: Previewed, state: FormState) -> str:
    given, _ = what.rehearse.read()
    return render_template(
        "layouts/previewed.html",
        form=replace(state, command=what.save),
        errors=Errors(),
        notes=list(what.notes(given)),
        tables=_tables(state),
        said=[
            (each.label, each.field.in_words(str(state.values.get(each.name, ""))))
            for each in state.questions
            if not isinstance(each.field, Rows)
        ],
    )


def _tables(state: FormState) -> list[tuple[str, list[str], list[list[str]]]]:
    """Each table that was typed: its name, its columns, its rows."""
    return [
        (each.label, each.field.labels, each.field.filled(text))
        for each in state.questions
        if isinstance(each.field, Rows) and (text := str(state.values.get(each.name, "")))
    ]


def _saving(changes: Changes) -> Callable[..., object]:
    @wraps(changes)
    def save(*given: Any, **said: Any) -> object:
        return here.ledger.change_as_one(*changes(*given, **said))

    return save


def _rehearsing(changes: Changes) -> Callable[..., object]:
    """Decides on all of it and saves none of it. Raises the first refusal."""

    @wraps(changes)
    def rehearse(*given: Any, **said: Any) -> object:
        for planned in here.ledger.plan(changes(*given, **said)):
            if isinstance(planned, Refusal):
                raise planned
        return None

    return rehearse
