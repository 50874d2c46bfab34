"""The partnership's own numbers, which young people find on every page of help."""

from __future__ import annotations

from uuid import UUID

from events.fact import Provenance
from events.governance.partnership import HelpLine
from projections.governance.partnership_card import PartnershipCard
from web.forms.acting import Given
from web.forms.commands import Ask, Deed, Options
from web.forms.fields import Form, Line, Words
from web.site.tenancy import here


class AddForm(Form):
    name = Line(longest=80, needed="Say who answers.")
    number = Line(longest=20, needed="Give the number.")
    hours = Line(longest=80, needed="Say when somebody answers.")
    what_for = Line(longest=120, needed="Say what for, in words a child understands.")


class TakeOffForm(Form):
    number = Line(longest=20, needed="Choose the number.")
    why = Words(longest=500, needed="Say why, such as: it has another number now.")


def _add(id: UUID, provenance: Provenance, given: Given) -> object:
    return here.partnership.add_help_line(id, provenance, line=HelpLine(**given))


def _take_off(id: UUID, provenance: Provenance, given: Given) -> object:
    return here.partnership.take_off_help_line(id, provenance, **given)


def own_lines() -> list[HelpLine]:
    with here.read(PartnershipCard) as view:
        return view.own_lines()


def _shown() -> Options:
    return [(line.number, f"{line.name}: {line.number}") for line in own_lines()]


DEEDS = {
    "help-line": Deed(
        AddForm(),
        _add,
        "Young people are shown this number now.",
        "Show a number of your own",
        (
            Ask("name", "Who answers", hint="A team, such as the front door. Never a person."),
            Ask("number", "Number"),
            Ask("hours", "When", hint="Such as: Monday to Friday, 9 to 5"),
            Ask("what_for", "What for", hint="In words a child understands."),
        ),
        "It stands beside 999, Childline and Shout wherever young people are told of help.",
        "Show it",
    ),
    "no-help-line": Deed(
        TakeOffForm(),
        _take_off,
        "Young people are shown this number no longer.",
        "Take a number of your own off",
        (Ask("number", "Number", "select", options=_shown), Ask("why", "Why", "textarea")),
        button="Take it off",
    ),
}
