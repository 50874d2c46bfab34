"""What can be recorded of a partnership's roles, groups and linked boards."""

from __future__ import annotations

from uuid import UUID

from events.fact import Provenance
from projections.governance.arrangement_rows import Frame, Held
from projections.governance.arrangements import Arrangements
from services.governance.partnership import PartnershipService
from services.refusals import Missing
from web.forms.commands import Command
from web.forms.day_fields import Day, When
from web.forms.fields import Form, Options
from web.forms.figures import DAY_HINT
from web.forms.text_fields import Line, Words
from web.site.tenancy import here


def _groups() -> Options:
    return [(group.name, group.name) for group in frame_here().groups_now]


def _held() -> Options:
    held = enumerate(frame_here().roles_now)
    return [(str(at), ", ".join(filter(None, (_holds(each), each.body)))) for at, each in held]


def _holds(held: Held) -> str:
    return f"{held.role}: {held.holder}"


def _bodies() -> Options:
    return [(each.name, each.name) for each in frame_here().partners_now]


ROLES = (
    "Lead safeguarding partner",
    "Delegated safeguarding partner",
    "Partnership chair",
    "Independent scrutineer",
)
_ITSELF = "The partnership itself"


class RoleForm(Form):
    role = Line(
        longest=120,
        needed="Say which role it is.",
        label="Role",
        options=lambda: [(role, role) for role in ROLES],
        kind="suggested",
    )
    holder = Line(longest=120, needed="Say who holds it.", label="Who holds it")
    body = Line(longest=200, label="Of which body", options=_bodies, kind="suggested")
    on = When(label="From when", ahead=True)
    until = Day(label="Until when", hint=f"{DAY_HINT} Leave it empty if it goes on.")


class EndRoleForm(Form):
    held = Line(
        longest=12, needed="Choose the role that ends.", label="Role that ends", options=_held
    )
    on = When(label="Last day")


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


def _end_role(id: UUID, provenance: Provenance, *, held: str) -> object:
    found = {str(at): each for at, each in enumerate(frame_here().roles_now)}.get(held)
    if found is None:
        raise Missing("Choose the role that ends.", field="held")
    return here.partnership.end_role(
        id, provenance, role=found.role, holder=found.holder, body=found.body
    )


def frame_here() -> Frame:
    """The arrangements of this partnership."""
    with here.read(Arrangements) as view:
        return view.frame() or Frame(here.partnership.id)


COMMANDS = {
    "role": Command(
        RoleForm,
        PartnershipService.give_role,
        title="Give a role",
        done="The role is given.",
        help=(
            "Such as lead safeguarding partner, delegated safeguarding partner, chair or "
            "independent scrutineer. Who may sign in here is set on the page People."
        ),
        button="Give the role",
    ),
    "end-role": Command(
        EndRoleForm,
        _end_role,
        title="End a role",
        done="The role has ended; it stays on record.",
        button="End the role",
    ),
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
