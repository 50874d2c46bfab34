"""The partnership's own help lines. Every page of help for young people shows them."""

from __future__ import annotations

from events.governance.partnership import HelpLine
from projections.governance.partnership_card import PartnershipCard
from services.governance.partnership import PartnershipService
from web.forms.command import Command
from web.forms.fields import Form, Options
from web.forms.text_fields import Line, Words
from web.site.tenancy import here


def _shown() -> Options:
    return [(line.number, f"{line.name}: {line.number}") for line in own_lines()]


class HelpLineForm(Form):
    name = Line(
        longest=80,
        needed="Say who answers.",
        label="Who answers",
        hint="A team, such as the front door. Never a person.",
    )
    number = Line(longest=20, needed="Give the number.", label="Number")
    hours = Line(
        longest=80,
        needed="Say when somebody answers.",
        label="When",
        hint="Such as: Monday to Friday, 9 to 5",
    )
    what_for = Line(
        longest=120,
        needed="Say what for, in words a child understands.",
        label="What for",
        hint="In words a child understands.",
        measured=True,
    )


class TakeOffForm(Form):
    number = Line(longest=20, needed="Choose the number.", label="Number", options=_shown)
    why = Words(longest=500, needed="Say why, such as: it has another number now.", label="Why")


def _line(name: str, number: str, hours: str, what_for: str) -> HelpLine:
    return HelpLine(name, number, hours, what_for)


def own_lines() -> list[HelpLine]:
    with here.read(PartnershipCard) as view:
        return view.own_lines()


COMMANDS = {
    "help-line": Command(
        HelpLineForm,
        PartnershipService.add_help_line,
        title="Show a number of your own",
        done="Young people are shown this number now.",
        help="It stands beside 999, Childline and Shout wherever young people are told of help.",
        button="Show it",
        also={"line": _line},
    ),
    "no-help-line": Command(
        TakeOffForm,
        PartnershipService.take_off_help_line,
        title="Take a number of your own off",
        done="Young people are shown this number no longer.",
        button="Take it off",
    ),
}
