"""What can be recorded of a partnership's groups and linked boards."""

from __future__ import annotations

from projections.governance.arrangement_rows import Frame
from projections.governance.arrangements import Arrangements
from services.governance.partnership import PartnershipService
from web.forms.command import Command
from web.forms.day_fields import When
from web.forms.fields import Form, Options
from web.forms.text_fields import Line, Words
from web.site.tenancy import here


def _groups() -> Options:
    return [(group.name, group.name) for group in frame_here().groups_now]


_ITSELF = "The partnership itself"


class GroupForm(Form):
    name = Line(longest=200, needed="Give the group's name.", label="Name")
    purpose = Words(label="What it is for")
    under = Line(longest=200, label="Answers to", options=_groups, blank=_ITSELF)
    formed_on = When(label="From when", ahead=True)


class PlaceForm(Form):
    name = Line(longest=200, needed="Choose the group.", label="Group", options=_groups)
    under = Line(longest=200, label="It answers to", options=_groups, blank=_ITSELF)
    placed_on = When(label="From when", ahead=True)


class EndGroupForm(Form):
    name = Line(longest=200, needed="Choose the group.", label="Group", options=_groups)
    why = Words(needed="Say why the group ends.", label="Why")
    ended_on = When(label="Last day")


class BoardForm(Form):
    name = Line(longest=200, needed="Give the board's name.", label="Name")
    purpose = Words(label="What you work on together")
    linked_on = When(label="From when", ahead=True)


def frame_here() -> Frame:
    """The arrangements of this partnership."""
    with here.read(Arrangements) as view:
        return view.frame() or Frame(here.partnership.id)


COMMANDS = {
    "group": Command(
        GroupForm,
        PartnershipService.form_subgroup,
        title="Form a sub-group",
        done="The group is formed.",
        button="Form it",
    ),
    "place": Command(
        PlaceForm,
        PartnershipService.place_subgroup,
        title="Say what a group answers to",
        done="The group's place is recorded.",
    ),
    "end-group": Command(
        EndGroupForm,
        PartnershipService.end_subgroup,
        title="End a group",
        done="The group has ended; it stays on record.",
        button="End the group",
    ),
    "board": Command(
        BoardForm,
        PartnershipService.link_board,
        title="Link another board",
        done="The board is linked.",
        help=(
            "Such as the Safeguarding Adults Board, the Community Safety Partnership or the "
            "Health and Wellbeing Board. It gets no access to this record."
        ),
        button="Link it",
    ),
}
