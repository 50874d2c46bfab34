"""What can be done with an audit: open it, rate, find, agree, complete, close."""

from __future__ import annotations

from uuid import UUID

from events.assurance.audit import ProgrammeKind
from events.fact import Provenance
from events.period import PartialDate
from services.assurance.audit import AuditService
from web.assurance.agencies import chosen, joining
from web.assurance.audit_forms import (
    AuditActionDoneForm,
    AuditActionForm,
    AuditFindingForm,
    CloseAuditForm,
    OpenForm,
    RateForm,
)
from web.forms.command import Command, key
from web.site.tenancy import here


def _open(
    id: UUID,
    provenance: Provenance,
    *,
    agencies: tuple[str, ...],
    more: tuple[str, ...],
    kind: ProgrammeKind,
    title: str,
    subject: str,
    tool: UUID | None,
    earlier: UUID | None,
    due: PartialDate | None,
    reviewer: str,
    note: str,
) -> object:
    """Begins the audit and adds the agencies that were typed to the list, or does neither."""
    begun = here.audit.begin.change(
        id,
        provenance,
        agencies=chosen(agencies, more),
        kind=kind,
        title=title,
        subject=subject,
        tool=tool,
        earlier=earlier,
        due=due,
        reviewer=reviewer,
        note=note,
    )
    return here.ledger.change_as_one(begun, *joining(more, provenance))


OPEN = Command(
    OpenForm,
    _open,
    title="Open an audit",
    done="",
    help=(
        "With a tool, each agency that you name fills in its own return and sees only its own. "
        "Without one, you record what agencies told you on the audit's page."
    ),
    button="Open it",
)
COMMANDS = {
    "rate": Command(
        RateForm,
        AuditService.rate,
        title="Rate a standard",
        done="The rating is recorded.",
        button="Record the rating",
    ),
    "find": Command(
        AuditFindingForm,
        AuditService.find,
        title="Record a finding",
        done="The finding is recorded.",
        button="Record it",
    ),
    "action": Command(
        AuditActionForm,
        AuditService.agree_action,
        title="Agree an action",
        done="The action is agreed.",
        button="Agree it",
        also={"action": key},
    ),
    "done": Command(
        AuditActionDoneForm,
        AuditService.complete_action,
        title="Complete an action",
        done="The action is done.",
        button="It is done",
    ),
    "close": Command(
        CloseAuditForm,
        AuditService.close,
        title="Close the audit",
        done="The audit is closed.",
        button="Close it",
    ),
}
