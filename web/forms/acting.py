"""Doing something on a staff page: read its form, ask the service, say what was done or why not."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from flask import abort, flash, redirect, request
from flask.typing import ResponseReturnValue

from events.fact import Provenance
from services.refusals import SomebodyElseWasFirst
from web.forms.fields import Errors, Form, key_of, load, number_in, provenance, refused
from web.site.tenancy import here

Given = dict[str, Any]


@dataclass(frozen=True)
class Act:
    """One thing that can be done on a page; ``said`` is what the page says afterwards."""

    form: Form
    do: Callable[[UUID, Provenance, Given], object]
    said: str


@dataclass(frozen=True)
class Acting:
    """A form that was not taken: which, what was typed, and what is wrong with it."""

    name: str = ""
    values: Mapping[str, str] | None = None
    errors: Errors | None = None

    def typed(self, name: str) -> Mapping[str, str]:
        return self.values or {} if name == self.name else {}

    def wrong(self, name: str) -> Errors:
        return self.errors or {} if name == self.name else {}


def act(
    acts: Mapping[str, Act],
    name: str,
    subject: UUID,
    page: Callable[[UUID, Acting], ResponseReturnValue],
    onward: str,
) -> ResponseReturnValue:
    """Does it and goes ``onward``, or shows ``page`` again with what was typed."""
    if name not in acts:
        abort(404)
    asked = acts[name]
    given, errors = load(asked.form, request.form)
    if not errors:
        with refused(errors):
            _refuse_stale(subject)
            asked.do(subject, provenance(request.form), given)
    if errors:
        return page(subject, Acting(name, request.form.to_dict(), errors)), 422  # type: ignore[return-value]
    here.catch_up()
    flash(asked.said)
    return redirect(onward, 303)


def _refuse_stale(subject: UUID) -> None:
    """Raises ``SomebodyElseWasFirst`` where more has happened than the page had shown."""
    seen, known = number_in(request.form, "seen"), here.ledger.facts(subject)
    again = key_of(request.form) in {fact.provenance.key for fact in known}
    if seen is not None and seen != len(known) and not again:
        raise SomebodyElseWasFirst
