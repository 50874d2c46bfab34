"""What can be done with an audit: open it, rate, find, agree, complete, close."""

from __future__ import annotations

from typing import get_args
from uuid import UUID

from events.assurance.audit import ProgrammeKind, Rating
from events.fact import Provenance
from events.period import PartialDate
from projections.assurance.audit_tools import AuditTools
from projections.assurance.audits import Audits
from services.assurance.audit import AuditService
from web.assurance.agencies import chosen, joining, offered
from web.forms.choices import Choice, Chosen, Several
from web.forms.command import Command, key
from web.forms.day_fields import Day, When
from web.forms.fields import Form, Options
from web.forms.text_fields import Line, Lines, Words
from web.site.tenancy import here

FINDINGS = ("good practice", "to improve")
KINDS = {kind: kind for kind in get_args(ProgrammeKind)}


def _tools() -> Options:
    with here.read(AuditTools) as view:
        return [(str(each.id), f"{each.title}, version {each.number}") for each in view.all()]


def _earlier() -> Options:
    with here.read(Audits) as view:
        return [(str(each.id), each.title) for each in view.all() if each.asks]


class OpenForm(Form):
    kind = Choice(KINDS, needed="Choose the kind of audit.", label="Kind", kind="select")
    title = Line(longest=200, needed="Give the audit a title.", label="Title")
    subject = Line(
        longest=200,
        label="What it is about, for an assurance report",
        hint="Such as the LADO, independent reviewing officers or elective home education.",
    )
    tool = Chosen(
        label="Audit tool that agencies fill in",
        hint="None if this audit has no returns.",
        options=_tools,
        blank="None",
    )
    earlier = Chosen(
        label="Earlier audit to start from",
        hint=(
            "Its answers are shown to each agency, which confirms or changes them. It must have "
            "used the same tool."
        ),
        options=_earlier,
        blank="None",
    )
    agencies = Several(label="Agencies that take part", options=offered)
    more = Lines(
        label="Agencies that are not in the list yet, one a line",
        hint="They come into the partnership's list, so that nobody types them again.",
    )
    due = Day(label="Returns are due by", kind="date")
    reviewer = Line(
        longest=200,
        label="Reviewer, if another partnership reviews",
        hint="Needed for a peer review. It is named only, and gets no access to this record.",
    )
    note = Words(label="Note")
    opened_on = When(label="When it was opened")


class RateForm(Form):
    agency = Line(longest=200, needed="Choose the agency.", label="Agency", kind="select")
    standard = Line(longest=200, needed="Say which standard this rates.", label="Standard")
    rating = Choice(get_args(Rating), needed="Choose a rating.", label="Rating")
    why = Words(label="Why")
    rated_on = When(label="When it was rated")


class AuditFindingForm(Form):
    kind = Choice(
        FINDINGS,
        needed="Say whether this is good practice or something to improve.",
        label="What it is",
    )
    finding = Words(needed="Write down what was found.", label="What was found")
    found_on = When(label="When it was found")


class AuditActionForm(Form):
    text = Words(needed="Say what will be done.", label="What will be done")
    owner = Line(longest=200, needed="Say who will do it.", label="Who will do it")
    due = Day(needed="Say by when.", label="By when", kind="date")
    agreed_on = When(label="When it was agreed")


class AuditActionDoneForm(Form):
    action = Line(longest=64, needed="Choose the action.", label="Action", kind="select")
    result = Words(needed="Say what came of it.", label="What came of it")
    done_on = When(label="When it was done")


class CloseAuditForm(Form):
    conclusion = Words(needed="Write the conclusion.", label="Conclusion")
    closed_on = When(label="When it was closed")


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
