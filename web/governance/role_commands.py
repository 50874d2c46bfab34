"""What can be recorded of a partnership's roles: who holds one, in which body, until when."""

from __future__ import annotations

from uuid import UUID

from events.fact import Provenance
from projections.governance.arrangement_rows import Held
from services.governance.partnership import PartnershipService
from services.refusals import Missing
from web.forms.command import Command
from web.forms.day_fields import Day, When
from web.forms.fields import Form, Options
from web.forms.figures import DAY_HINT
from web.forms.text_fields import Line
from web.governance.group_commands import frame_here
from web.site.tenancy import here


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


def _end_role(id: UUID, provenance: Provenance, *, held: str) -> object:
    found = {str(at): each for at, each in enumerate(frame_here().roles_now)}.get(held)
    if found is None:
        raise Missing("Choose the role that ends.", field="held")
    return here.partnership.end_role(
        id, provenance, role=found.role, holder=found.holder, body=found.body
    )


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
}
