"""The form that says who outside this service took the second step, where nobody here may."""

from __future__ import annotations

from events.period import PartialDate
from services.four_eyes import Outsider
from web.forms.day_fields import Day
from web.forms.fields import Form
from web.forms.text_fields import Line


class OutsideForm(Form):
    role = Line(
        longest=100,
        needed="Say their role.",
        label="Their role",
        hint="Such as designated nurse. Never a name.",
    )
    body = Line(
        longest=150,
        needed="Say their organisation.",
        label="Their organisation",
        hint="Such as the integrated care board.",
    )
    on = Day(
        needed="Say on which day they agreed.",
        past=True,
        label="The day they agreed",
        kind="date",
    )


def outsider(role: str, body: str, on: PartialDate) -> Outsider:
    return Outsider(role, body, on)
