"""What a coordinator sets about urgent messages besides the rota: teams and the front door."""

from __future__ import annotations

from services.deadlines.duty import DutyService
from web.deadlines.rota_commands import ROTA
from web.forms.command import Command
from web.forms.fields import Form
from web.forms.text_fields import Email, Line

_NUMBER = "Such as 07700 900123. Leave it empty for no text messages."


class TeamForm(Form):
    email = Email(
        longest=200,
        label="The team's shared e-mail address",
        hint="One that is read by several people",
        kind="email",
    )
    phone = Line(longest=30, label="Its number for text messages", hint=_NUMBER)


class OutOfHoursForm(Form):
    name = Line(
        longest=200,
        needed="Say which team answers outside office hours.",
        label="The team",
        hint="Such as the emergency duty team. Never one person's private number",
    )
    email = Email(longest=200, label="Its e-mail address", kind="email")
    phone = Line(longest=30, label="Its number for text messages", hint=_NUMBER)


class FrontDoorForm(Form):
    name = Line(
        longest=200,
        needed="Say what the team is called.",
        label="The team",
        hint="Where staff report a concern about a child, such as the front door or the MASH",
    )
    phone = Line(longest=30, needed="Give the number that staff ring.", label="The number to ring")


COMMANDS = ROTA | {
    "team": Command(
        TeamForm,
        DutyService.set_team,
        title="The duty team",
        done="The team's address is recorded.",
        help="It is told when neither person on duty has opened an urgent message.",
        button="Set the team",
    ),
    "out-of-hours": Command(
        OutOfHoursForm,
        DutyService.set_out_of_hours,
        title="Outside office hours",
        done="The out-of-hours contact is recorded.",
        help="Told at once of an urgent message that comes when the office is closed.",
        button="Set the contact",
    ),
    "front-door": Command(
        FrontDoorForm,
        DutyService.set_front_door,
        title="The front door",
        done="The front door's number is recorded.",
        help="Shown to staff beside every urgent message. Young people do not see it.",
        button="Set the number",
    ),
}
