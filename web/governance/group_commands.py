"""What can be recorded of a partnership's roles, groups and linked boards."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from events.fact import Provenance
from projections.governance.arrangement_rows import Frame
from projections.governance.arrangements import Arrangements
from services.refusals import Missing
from web.forms.acting import Given
from web.forms.commands import Ask, Deed, Options
from web.forms.fields import Day, Form, Line, Words
from web.forms.figures import DAY_HINT
from web.site.tenancy import here


class RoleForm(Form):
    role = Line(longest=120, needed="Say which role it is.")
    holder = Line(longest=120, needed="Say who holds it.")
    body = Line(longest=200)
    on = Day()


class EndRoleForm(Form):
    held = Line(longest=12, needed="Choose the role that ends.")
    on = Day(past=True)


class GroupForm(Form):
    name = Line(longest=200, needed="Give the group's name.")
    purpose = Words()
    under = Line(longest=200)


class PlaceForm(Form):
    name = Line(longest=200, needed="Choose the group.")
    under = Line(longest=200)


class EndGroupForm(Form):
    name = Line(longest=200, needed="Choose the group.")
    why = Words(needed="Say why the group ends.")


class BoardForm(Form):
    name = Line(longest=200, needed="Give the board's name.")
    purpose = Words()


def _role(id: UUID, provenance: Provenance, given: Given) -> object:
    on = given.pop("on")
    return here.partnership.give_role(id, replace(provenance, effective_on=on), **given)


def _end_role(id: UUID, provenance: Provenance, given: Given) -> object:
    held = {str(at): each for at, each in enumerate(frame_here().roles_now)}.get(given["held"])
    if held is None:
        raise Missing("Choose the role that ends.", field="held")
    ending = replace(provenance, effective_on=given["on"])
    return here.partnership.end_role(id, ending, role=held.role, holder=held.holder)


def _form_group(id: UUID, provenance: Provenance, given: Given) -> object:
    return here.partnership.form_subgroup(id, provenance, **given)


def _place(id: UUID, provenance: Provenance, given: Given) -> object:
    return here.partnership.place_subgroup(id, provenance, **given)


def _end_group(id: UUID, provenance: Provenance, given: Given) -> object:
    return here.partnership.end_subgroup(id, provenance, **given)


def _board(id: UUID, provenance: Provenance, given: Given) -> object:
    return here.partnership.link_board(id, provenance, **given)


def frame_here() -> Frame:
    """How the partnership that we stand in is arranged."""
    with here.read(Arrangements) as view:
        return view.frame() or Frame(here.partnership.id)


def _groups() -> Options:
    return [(group.name, group.name) for group in frame_here().groups_now]


def _held() -> Options:
    held = enumerate(frame_here().roles_now)
    return [(str(at), f"{each.role}: {each.holder}") for at, each in held]


_DAY = f"{DAY_HINT} Leave it empty where no day is known."
_ITSELF = "The partnership itself"
DEEDS = {
    "role": Deed(
        RoleForm(),
        _role,
        "The role is given.",
        "Give a role",
        (
            Ask("role", "Role"),
            Ask("holder", "Who holds it"),
            Ask("body", "Of which body"),
            Ask("on", "From", hint=_DAY),
        ),
        "Such as lead safeguarding partner, delegated safeguarding partner, chair or independent "
        "scrutineer. Who may sign in here is set on the page People.",
        "Give the role",
    ),
    "end-role": Deed(
        EndRoleForm(),
        _end_role,
        "The role has ended; it stays on record.",
        "End a role",
        (Ask("held", "Role that ends", "select", options=_held), Ask("on", "Last day", hint=_DAY)),
        button="End the role",
    ),
    "group": Deed(
        GroupForm(),
        _form_group,
        "The group is formed.",
        "Form a sub-group",
        (
            Ask("name", "Name"),
            Ask("purpose", "What it is for", "textarea"),
            Ask("under", "Answers to", "select", options=_groups, blank=_ITSELF),
        ),
        button="Form it",
    ),
    "place": Deed(
        PlaceForm(),
        _place,
        "The group's place is recorded.",
        "Say what a group answers to",
        (
            Ask("name", "Group", "select", options=_groups),
            Ask("under", "It answers to", "select", options=_groups, blank=_ITSELF),
        ),
    ),
    "end-group": Deed(
        EndGroupForm(),
        _end_group,
        "The group has ended; it stays on record.",
        "End a group",
        (Ask("name", "Group", "select", options=_groups), Ask("why", "Why", "textarea")),
        button="End the group",
    ),
    "board": Deed(
        BoardForm(),
        _board,
        "The board is linked.",
        "Link another board",
        (Ask("name", "Name"), Ask("purpose", "What you work on together", "textarea")),
        "Such as the Safeguarding Adults Board, the Community Safety Partnership or the Health "
        "and Wellbeing Board. It gets no access to this record.",
        "Link it",
    ),
}
