"""The fields of a form as a page asks them: by their own labels, in the order they are declared."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from marshmallow import fields

from web.forms.fields import Choice, Day, Form, Line, Words
from web.site.formatting import initial

Kind = Literal["date", "text", "textarea", "radios", "checkbox"]


@dataclass(frozen=True)
class Asked:
    name: str
    label: str
    hint: str
    kind: Kind
    options: tuple[tuple[str, str], ...] = ()


def asked(form: Form) -> list[Asked]:
    """Every field that has a label."""
    found = form.fields.items()
    return [_asked(name, field) for name, field in found if "label" in field.metadata]


def says(label: str, hint: str = "") -> dict[str, str]:
    """What a field is called on its page."""
    return {"label": label, "hint": hint}


def _asked(name: str, field: fields.Field[Any]) -> Asked:
    label, hint = field.metadata["label"], field.metadata["hint"]
    match field:
        case Day():
            return Asked(name, label, hint, "date")
        case Choice(offered=offered):
            return Asked(name, label, hint, "radios", tuple((o, initial(o)) for o in offered))
        case fields.Boolean():
            return Asked(name, label, hint, "checkbox")
        case Words() if not isinstance(field, Line):
            return Asked(name, label, hint, "textarea")
        case _:
            return Asked(name, label, hint, "text")
