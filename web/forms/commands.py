"""One thing a page: a form of its own for each deed, declared beside what it does."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal
from uuid import UUID

from flask import abort, flash, redirect, render_template, request
from flask.typing import ResponseReturnValue

from web.forms.acting import Act
from web.forms.fields import Errors, load, new_key, provenance, refused
from web.site.tenancy import here

Options = Sequence[tuple[str, str]]


@dataclass(frozen=True)
class Ask:
    """A question of a form; ``options`` are asked for when the page is made."""

    name: str
    label: str
    kind: Literal["text", "textarea", "select", "radios", "checkbox", "checkboxes", "hidden"] = (
        "text"
    )
    hint: str = ""
    options: Callable[[], Options] = tuple
    blank: str = "Choose one"


@dataclass(frozen=True)
class Deed(Act):
    """Something that can be done on a page of its own. ``help`` says what it is for.

    ``beside`` is a heading and lines that are shown next to the questions, line for line.
    """

    title: str = ""
    asks: tuple[Ask, ...] = ()
    help: str = ""
    button: str = "Record it"
    beside: tuple[str, str] = ("", "")

    @property
    def several(self) -> list[Ask]:
        """The questions to which there may be any number of answers."""
        return [each for each in self.asks if each.kind == "checkboxes"]


def offered(words: Sequence[str]) -> Callable[[], Options]:
    """The same few answers each time, shown with a large first letter."""
    return lambda: [(word, word[:1].upper() + word[1:]) for word in words]


def ask(deeds: Mapping[str, Deed], name: str, onward: str, **values: Any) -> ResponseReturnValue:
    """The form of one deed; ``values`` is what stands in it already."""
    return form_of(_of(deeds, name), onward, values, {})


def answer(deeds: Mapping[str, Deed], name: str, subject: UUID, onward: str) -> ResponseReturnValue:
    """Does it and goes ``onward``, or asks again with what was typed."""
    deed = _of(deeds, name)
    errors = tried(deed, subject)
    if errors:
        lists = {each.name: request.form.getlist(each.name) for each in deed.several}
        return form_of(deed, onward, {**request.form.to_dict(), **lists}, errors), 422
    return done(deed, onward)


def tried(deed: Deed, subject: UUID) -> Errors:
    """Does what the form that was sent asks for; what is wrong with it where it can't."""
    given, errors = load(deed.form, request.form)
    if not errors:
        with refused(errors):
            deed.do(subject, provenance(request.form), given)
    return errors


def form_of(deed: Deed, onward: str, values: Mapping[str, Any], errors: Errors) -> str:
    """The form of a deed with what stands in it, and what is wrong with that."""
    return render_template(
        "layouts/ask.html",
        deed=deed,
        back=onward,
        values=values,
        errors=errors,
        key=values.get("key") or new_key(),
    )


def done(deed: Deed, onward: str) -> ResponseReturnValue:
    here.catch_up()
    flash(deed.said)
    return redirect(onward, 303)


def _of(deeds: Mapping[str, Deed], name: str) -> Deed:
    if name not in deeds:
        abort(404)
    return deeds[name]
