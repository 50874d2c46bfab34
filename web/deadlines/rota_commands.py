"""What a coordinator sets of the rota: who is on duty, and how long each has to open a message."""

from __future__ import annotations

from typing import get_args
from uuid import UUID

from events.deadlines.service_standard import Weekday
from projections.access.people import People
from services.deadlines.duty import DutyService
from services.feedback.alert_plan import MINUTES
from web.forms.choices import Several
from web.forms.command import Command
from web.forms.day_fields import Day
from web.forms.fields import Form, Options
from web.forms.figures import Count
from web.forms.text_fields import Line
from web.site.tenancy import here

_HANDLE = frozenset({"triage", "coordinator"})


def people_options() -> Options:
    """Those who may open a message and act on it."""
    with here.read(People) as view:
        return [
            (str(each.id), f"{each.name} ({each.role})")
            for each in view.all()
            if each.role in _HANDLE
        ]


class PatternForm(Form):
    days = Several(label="Days", options=lambda: [(day, day) for day in get_args(Weekday)])
    first = Line(
        longest=36,
        needed="Choose who is on duty.",
        label="On duty",
        options=people_options,
        blank="Choose somebody",
    )
    second = Line(
        longest=36, label="Next, if they do not open it", options=people_options, blank="Nobody"
    )


class SwapForm(Form):
    day = Day(needed="Say on which day.", label="Day", to_come=True)
    first = Line(
        longest=36, label="On duty instead", options=people_options, blank="The usual people again"
    )
    second = Line(
        longest=36, label="Next, if they do not open it", options=people_options, blank="Nobody"
    )


class AlertTimeForm(Form):
    minutes = Count(
        needed="Say within how many minutes.",
        label="Minutes",
        hint=f"Between 5 and 240. Where none are set, {MINUTES}.",
        short=True,
        attributes={"inputmode": "numeric"},
    )


def _people(first: str, second: str) -> tuple[UUID, ...]:
    known = dict(people_options())
    return tuple(UUID(each) for each in (first, second) if each in known)


def _weekdays(days: tuple[str, ...]) -> tuple[Weekday, ...]:
    """The days in the order of the week."""
    return tuple(day for day in get_args(Weekday) if day in days)


ROTA = {
    "pattern": Command(
        PatternForm,
        DutyService.set_pattern,
        title="The usual week",
        done="The rota is recorded.",
        help="Who is told first of an urgent message on these days, and who is next.",
        button="Set the rota",
        also={"days": _weekdays, "people": _people},
    ),
    "swap": Command(
        SwapForm,
        DutyService.swap,
        title="Swap one day",
        done="The swap is recorded.",
        help="For a holiday, or when two people change places.",
        button="Swap this day",
        also={"people": _people},
    ),
    "minutes": Command(
        AlertTimeForm,
        DutyService.set_alert_time,
        title="Time to open an urgent message",
        done="The time is recorded.",
        help=(
            "When nobody has opened it in this time, the next person is told; then the duty "
            "team's shared address; then the coordinators."
        ),
        button="Set the time",
    ),
}
