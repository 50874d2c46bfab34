"""What can be recorded of the bodies in a partnership: who takes part, and what each gave."""

from __future__ import annotations

from typing import get_args
from uuid import UUID

from events.governance.partner import Part
from events.governance.theme import Theme
from services.governance.partnership import PartnershipService
from web.forms import commands
from web.forms.choices import Choice, Chosen
from web.forms.command import Command
from web.forms.day_fields import Day, When
from web.forms.fields import Form, Options
from web.forms.figures import DAY_HINT, period_of
from web.forms.text_fields import Line, Words
from web.governance.group_commands import frame_here

PARTS = {
    "council": "Safeguarding partner: the council",
    "integrated care board": "Safeguarding partner: the integrated care board",
    "police": "Safeguarding partner: the police",
    "education": "Education: schools, colleges, nurseries",
    "relevant agency": "Relevant agency",
}
assert set(PARTS) == set(get_args(Part))
_WHICH = "Choose a body of the list."
_NONE = "No body is on the list of partners yet. Add it first."


def here_now() -> Options:
    """The bodies that take part now, each by its id."""
    return [(str(each.id), each.name) for each in frame_here().partners_now]


def here_ever() -> Options:
    """Also those that left: what they gave can still be recorded."""
    return [(str(each.id), each.name) for each in frame_here().partners]


class PartnerForm(Form):
    name = Line(longest=200, needed="Give the name of the body.", label="Name of the body")
    part = Choice(PARTS, needed="Say which part it has.", label="Its part", kind="select")
    place = Words(
        longest=1000,
        label="Its place in the partnership",
        hint="Such as a seat on the executive, or how schools choose who speaks for them.",
        rows=3,
    )
    joined_on = When(label="From when", ahead=True)
    until = Day(label="Until when", hint=f"{DAY_HINT} Leave it empty if it still takes part.")


class RenamePartnerForm(Form):
    partner = Chosen(needed=_WHICH, label="Body", options=here_now, empty=_NONE, first="join")
    name = Line(longest=200, needed="Give its new name.", label="New name")
    renamed_on = When(label="From when", ahead=True)


class PartnerLeftForm(Form):
    partner = Chosen(needed=_WHICH, label="Body", options=here_now, empty=_NONE, first="join")
    why = Words(label="Why", rows=3)
    left_on = When(label="Last day")


class ContributionForm(Form):
    partner = Chosen(needed=_WHICH, label="Body", options=here_ever, empty=_NONE, first="join")
    did = Words(
        needed="Say what it did.",
        label="What it did for the partnership",
        hint="People, time, leadership, data, buildings. Money is recorded apart.",
    )
    start = Day(needed="Say from when.", label="From", hint=DAY_HINT)
    end = Day(needed="Say until when.", label="To", hint="Both days count.")


class ArrangementsForm(Form):
    title = Line(longest=200, needed="Say what they are called.", label="What they are called")
    where = Line(longest=400, label="Where everybody can read them")
    changed = Words(label="What changed, and why", hint="Leave it empty for the first ones.")
    published_on = When(label="When they were published")


class LawThemeForm(Form):
    theme = Choice(get_args(Theme), needed="Choose the theme.", label="Theme", kind="select")
    known = Words(
        needed="Say what is known, or that nothing is known yet.",
        label="What is known, and from where",
        hint="Never write a child's or a family's name.",
    )
    done = Words(label="What was done about it", rows=3)
    result = Words(label="What came of it, and how you know", rows=3)
    start = Day(needed="Say from when.", label="From", hint=DAY_HINT)
    end = Day(needed="Say until when.", label="To", hint="Both days count.")


def _new_partner() -> UUID:
    return commands.new_id("partner")


COMMANDS = {
    "join": Command(
        PartnerForm,
        PartnershipService.join,
        title="Add a partner or agency",
        done="It is in the list.",
        help=(
            "The three safeguarding partners, education, and each relevant agency. Audits choose "
            "their agencies from this list."
        ),
        button="Add it",
        also={"partner": _new_partner},
    ),
    "rename": Command(
        RenamePartnerForm,
        PartnershipService.rename,
        title="Give a body its new name",
        done="The new name is recorded.",
        help="It stays the same body: its returns, ratings and money stay its own.",
    ),
    "leave": Command(
        PartnerLeftForm,
        PartnershipService.leave,
        title="A body no longer takes part",
        done="It is recorded. Its history stays.",
    ),
    "contribution": Command(
        ContributionForm,
        PartnershipService.state_contribution,
        title="Record what a body contributed",
        done="The contribution is recorded.",
        also={"period": period_of},
    ),
    "arrangements": Command(
        ArrangementsForm,
        PartnershipService.publish_arrangements,
        title="Record the published arrangements",
        done="The arrangements are recorded.",
    ),
    "theme": Command(
        LawThemeForm,
        PartnershipService.report_theme,
        title="Report on a theme that the law names",
        done="The theme is recorded.",
        help="The yearly report is held against each of these themes by name.",
        also={"period": period_of},
    ),
}
