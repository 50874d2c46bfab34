"""What a coordinator sets: what is promised, office hours, where clocks start, the duty contact."""

from __future__ import annotations

from typing import get_args

from events.deadlines.service_standard import Weekday
from services.deadlines.service_standard import ServiceStandardService
from web.forms.choices import Choice, Several
from web.forms.command import Command
from web.forms.fields import Form
from web.forms.figures import Count
from web.forms.text_fields import Line

_NUMERIC = {"inputmode": "numeric"}
STARTS: dict[str, str] = {
    "notification": "The day the incident was notified to the national Panel",
    "awareness": "The day the partnership became aware of the incident",
}


class PromiseForm(Form):
    read_days = Count(
        needed="Say within how many working days.",
        label="Every message is read within so many working days",
        hint="The day it comes is day 0.",
        short=True,
        attributes=_NUMERIC,
    )
    urgent_hours = Count(
        needed="Say within how many hours.",
        label="An urgent one is passed on within so many hours",
        hint="Counted in office hours. A message is urgent once somebody escalates it.",
        short=True,
        attributes=_NUMERIC,
    )


class HoursForm(Form):
    days = Several(label="Days", options=lambda: [(day, day) for day in get_args(Weekday)])
    opens = Line(
        longest=5, needed="Say when you open.", label="Opens", hint="Such as 09:00", short=True
    )
    closes = Line(
        longest=5, needed="Say when you close.", label="Closes", hint="Such as 17:00", short=True
    )


class RapidReviewStartForm(Form):
    start = Choice(
        STARTS, needed="Choose which day rapid reviews are counted from.", label="Counted from"
    )


class DutyContactForm(Form):
    contact = Line(
        longest=200,
        needed="Say whom staff reach outside office hours.",
        label="The duty team and its number",
        hint="A team, never a private number",
    )


class DigestForm(Form):
    hour = Count(
        label="At",
        options=lambda: [(str(hour), f"{hour:02}:00") for hour in range(24)],
        blank="Send no letter",
    )


def _weekdays(days: tuple[str, ...]) -> tuple[Weekday, ...]:
    """The days in the order of the week."""
    return tuple(day for day in get_args(Weekday) if day in days)


COMMANDS = {
    "promise": Command(
        PromiseForm,
        ServiceStandardService.make,
        title="When words are read",
        done="The promise is recorded. Young people see it on their form.",
        button="Promise this",
    ),
    "hours": Command(
        HoursForm,
        ServiceStandardService.set_hours,
        title="Office hours",
        done="The office hours are recorded.",
        help=(
            "Bank holidays are closed. Out of hours the young people's form says that nobody "
            "watches it all night."
        ),
        button="Set the hours",
        also={"days": _weekdays},
    ),
    "start": Command(
        RapidReviewStartForm,
        ServiceStandardService.choose_rapid_start,
        title="Rapid reviews",
        done="It is recorded. Clocks that run already stay as they are.",
        help=(
            "Local texts differ. Both days are kept with each case; this says which one the 15 "
            "working days count from."
        ),
        button="Count from this day",
    ),
    "duty": Command(
        DutyContactForm,
        ServiceStandardService.set_duty_contact,
        title="Outside office hours",
        done="The duty contact is recorded.",
        help="The triage queue shows staff whom to reach then.",
    ),
    "digest": Command(
        DigestForm,
        ServiceStandardService.set_digest_hour,
        title="A letter about what is due",
        done="The hour of the letter is recorded.",
        help=(
            "On each working day: to coordinators what is late or due soon, to triage how many "
            "messages wait, to agencies their returns, to scrutineers and inspectors what was "
            "answered. Nobody gets a letter where nothing waits, and each person may turn it down."
        ),
        button="Set the hour",
    ),
}
