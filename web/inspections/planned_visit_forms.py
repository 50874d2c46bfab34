"""The form of a planned visit: where, when, who goes, and what they fill in."""

from __future__ import annotations

import re
from typing import Any
from uuid import UUID

from marshmallow import ValidationError

from events.period import PartialDate
from projections.inspections.inspectors import Inspector, Inspectors
from projections.inspections.visits_and_forms import VisitsAndForms
from services.inspections.planned_visit_state import CannotGo, NobodyGoes, Plan
from web.forms.choices import Chosen, Several
from web.forms.day_fields import Day
from web.forms.fields import Form, FormField, Options
from web.forms.text_fields import Line
from web.inspections.form_commands import Seen
from web.site.tenancy import here

_TIME = re.compile(r"([0-9]{1,2})(?:[:.]([0-9]{2}))? ?(am|pm)?", re.IGNORECASE)


class TimeOfDay(FormField[str]):
    """A time by the clock, as 14:30. Empty if nothing is typed."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(load_default="", **kwargs)

    def _deserialize(self, value: Any, attr: Any, data: Any, **_: Any) -> str:
        text = str(value).strip()
        found = _TIME.fullmatch(text)
        if not text:
            return ""
        if not found or not (found[2] or found[3]):
            raise ValidationError("Write the time as 14:30 or 2:30 pm.")
        hour, minute, half = int(found[1]), int(found[2] or 0), (found[3] or "").lower()
        if minute > 59 or not (1 <= hour <= 12 if half else hour <= 23):
            raise ValidationError(f"“{text}” is no time of the day. Write it as 14:30.")
        hour = hour % 12 + 12 * (half == "pm") if half else hour
        return f"{hour:02}:{minute:02}"


class WhoGoes(Several):
    """At least one of the inspectors on offer."""

    def _deserialize(self, value: Any, attr: Any, data: Any, **_: Any) -> tuple[str, ...]:
        chosen = super()._deserialize(value, attr, data)
        if not chosen:
            raise ValidationError(NobodyGoes.words)
        return chosen


def who_can_go() -> list[Inspector]:
    """Inspectors who have not stood down and can still sign in."""
    with here.read(Inspectors) as record:
        found = [each for each in record.all() if not each.stood_down]
    return [each for each in found if here.access.known(each.access).role == "inspector"]


def _inspectors() -> Options:
    return [(str(each.id), each.name or "Name forgotten") for each in who_can_go()]


def _forms() -> Options:
    with here.read(VisitsAndForms) as view:
        return [(str(each.id), each.title) for each in view.asked()]


class PlanVisitForm(Form):
    service = Line(
        longest=200, needed="Say which service they visit.", label="Which service they visit"
    )
    day = Day(needed="Say which day.", to_come=True, label="Which day", kind="date")
    time = TimeOfDay(label="What time", hint="Such as 14:30. You can leave it empty.", short=True)
    meeting_place = Line(
        longest=200,
        label="Where they meet",
        hint=(
            "You can leave it empty. Only the inspectors who go and coordinators see it. It is in "
            "no letter."
        ),
    )
    inspectors = WhoGoes(
        label="Who goes",
        options=_inspectors,
        empty="Nobody can go yet: invite a youth inspector first.",
    )
    which_form = Chosen(
        needed="Choose the form that they fill in.",
        label="Which form they fill in",
        options=_forms,
        empty="There is no form yet: publish one first.",
    )


class ChangePlanForm(PlanVisitForm):
    seen = Seen()


class CallOffForm(Form):
    why = Line(
        longest=500,
        needed="Say why it is called off. The inspectors see it.",
        label="Why it is called off",
        hint="The inspectors who were to go see it on their page. It is in no letter.",
    )


def plan_of(
    service: str,
    day: PartialDate,
    time: str,
    meeting_place: str,
    which_form: UUID,
    inspectors: tuple[str, ...],
) -> Plan:
    """The plan as it was typed. Raises ``CannotGo`` for whoever the form did not offer."""
    known = {str(each.id): each.id for each in who_can_go()}
    if not known.keys() >= set(inspectors):
        raise CannotGo
    going = tuple(known[each] for each in dict.fromkeys(inspectors))
    return Plan(service, day, time, meeting_place, which_form, going)
