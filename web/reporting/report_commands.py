"""Taking a yearly report by hand from its draft to publication, copies and corrections."""

from __future__ import annotations

from typing import get_args
from uuid import UUID

from events.fact import Provenance
from events.period import Period
from events.reporting.report import Ruleset
from events.reporting.report_drafting import ReportVersion
from projections.governance.arrangement_rows import Frame
from projections.governance.arrangements import Arrangements
from services.reporting.report import ReportService
from services.reporting.report_state import (
    PublishedAlready,
)
from web.forms.choices import Choice
from web.forms.commands import Command
from web.forms.fields import Form, Line, Options, Words
from web.reporting.edition_list import is_of_a_document
from web.site.names import slug_of
from web.site.tenancy import here

_FOR_CHILDREN = "The version for children", "children and young people"


def _frame() -> Frame:
    with here.read(Arrangements) as view:
        return view.frame() or Frame(here.partnership.id)


def _periods() -> Options:
    return [
        (str(at), f"{each.label}: {each.period or 'not stated'}")
        for at, each in enumerate(_frame().periods_now)
    ]


class DraftForm(Form):
    title = Line(longest=200, needed="Give the report a title.", label="Title")
    period = Line(
        longest=12,
        label="Period",
        hint="Declared on the page Partnership.",
        options=_periods,
        blank="Not stated",
    )
    ruleset = Choice(
        get_args(Ruleset),
        needed="Choose the guidance it is prepared under.",
        label="Prepared under",
        kind="select",
    )
    group = Line(
        longest=200,
        label="Which young people make the version for children",
        hint="As a group, such as the In "
        "Care Council. Never a name. Leave it empty where nobody does yet.",
    )


class CreditForm(Form):
    group = Line(
        longest=200,
        label="Which young people make the version for children",
        hint="As a group, such as the In "
        "Care Council. Never a name. Leave it empty where nobody does yet.",
    )


class StateForm(Form):
    heading = Line(longest=200, label="Heading")
    words = Words(needed="Write what the report says.", label="What the report says")


class CommentForm(Form):
    by = Line(longest=200, needed="Say whose comment it is.", label="Whose comment")
    theme = Line(longest=200, label="About")
    words = Words(needed="Write the scrutineer's comment.", label="The comment")


class FinaliseForm(Form):
    """Nothing is asked."""


class ReopenForm(Form):
    why = Words(longest=1000, needed="Say why it is opened again.", label="Why")


def _name(id: UUID, title: str) -> str:
    return f"{slug_of(title)[:50]}-{id.hex[:6]}"


def _period(period: str) -> Period | None:
    return {str(at): each.period for at, each in enumerate(_frame().periods_now)}.get(period)


def _versions(group: str) -> tuple[ReportVersion, ...]:
    return (ReportVersion(*_FOR_CHILDREN, group),) if group else ()


def _credit(id: UUID, provenance: Provenance, *, group: str) -> object:
    """What a document credits stands as the document has it."""
    if is_of_a_document(id):
        raise PublishedAlready
    return here.report.credit(id, provenance, credited=ReportVersion(*_FOR_CHILDREN, group))


NEW = {
    "draft": Command(
        DraftForm,
        ReportService.draft,
        title="Draft a report",
        done="The report is drafted. Only staff see it until it is published.",
        help="The report draws itself from what the record holds for its period.",
        button="Draft it",
        also={"name": _name, "period": _period, "versions": _versions},
    ),
}
COMMANDS = {
    "state": Command(
        StateForm,
        ReportService.state,
        title="Write a part of the report",
        done="The words are in the report.",
    ),
    "credit": Command(
        CreditForm,
        _credit,
        title="Say who makes the version for children",
        done="The version for children says so.",
        help="It stands at its head: “Made by …”. It can be changed until the report is final.",
    ),
    "comment": Command(
        CommentForm,
        ReportService.comment,
        title="Record the scrutineer's comment",
        done="The comment is in the report.",
        help="It is kept apart from the partners' own text.",
    ),
    "finalise": Command(
        FinaliseForm,
        ReportService.finalise,
        title="Finalise it",
        done="The report is final. What is recorded now is for the next one.",
        help=(
            "Its figures and facts stay as they are now. What is recorded later goes into the "
            "next report, or is corrected openly. You can open it again until it is published."
        ),
        button="Finalise it",
    ),
    "reopen": Command(
        ReopenForm,
        ReportService.reopen,
        title="Open it again",
        done="It is open again, and needs its approvals again.",
        help="It draws on the record as it grows again. Approvals given so far do not count on.",
        button="Open it again",
    ),
}
