"""Taking a yearly report from its draft to publication, with copies and corrections."""

from __future__ import annotations

from uuid import UUID

from events.fact import Provenance
from events.period import Period
from events.reporting.report_drafting import ReportVersion
from services.reporting.report import ReportService
from services.reporting.report_state import (
    PublishedAlready,
)
from web.forms.command import Command
from web.reporting.edition_list import is_of_a_document
from web.reporting.own_section_commands import MESSAGES, section_id, there_already
from web.reporting.report_forms import (
    FOR_CHILDREN,
    BringBackForm,
    CommentForm,
    CreditForm,
    DraftChangeForm,
    DraftReportForm,
    FinaliseForm,
    ReopenReportForm,
    StateForm,
    ThrowAwayForm,
    arrangements_of,
)
from web.site.names import slug_of
from web.site.tenancy import here


def _name(id: UUID, title: str) -> str:
    return f"{slug_of(title)[:50]}-{id.hex[:6]}"


def _period(period: str) -> Period | None:
    return {str(at): each.period for at, each in enumerate(arrangements_of().periods_now)}.get(
        period
    )


def _versions(group: str) -> tuple[ReportVersion, ...]:
    return (ReportVersion(*FOR_CHILDREN, group),) if group else ()


def _title(heading: str) -> str:
    return heading


def _headed_already(id: UUID, heading: str) -> str:
    return there_already(id, heading)


def _credit(id: UUID, provenance: Provenance, *, group: str) -> object:
    """The authors of a report. What a document credits stays as the document has it."""
    if is_of_a_document(id):
        raise PublishedAlready
    return here.report.credit(id, provenance, credited=ReportVersion(*FOR_CHILDREN, group))


NEW = {
    "draft": Command(
        DraftReportForm,
        ReportService.draft,
        title="Draft a report",
        done="The report is drafted. Only staff see it until it is published.",
        help="The report draws itself from what the record holds for its period.",
        button="Draft it",
        also={"name": _name, "period": _period, "versions": _versions},
    ),
}
COMMANDS = {
    "change": Command(
        DraftChangeForm,
        ReportService.change_draft,
        title="Change its title or its period",
        done="The draft is changed.",
        help="Its address stays as it is. It is drawn again from the record of the new period.",
        button="Change it",
        also={"period": _period},
    ),
    "throw-away": Command(
        ThrowAwayForm,
        ReportService.throw_away,
        title="Throw the draft away",
        done="The draft is thrown away. You can bring it back from the list of reports.",
        help="What it drew on stays in the record. You can bring the draft back.",
        button="Throw it away",
        kind="danger",
    ),
    "bring-back": Command(
        BringBackForm,
        ReportService.bring_back,
        title="Bring the draft back",
        done="The draft is there again, as it was.",
        button="Bring it back",
    ),
    "state": Command(
        StateForm,
        ReportService.add_section,
        title="Write a section of your own",
        done="The section is in the report.",
        help="It stands at the end, and can be moved until the report is final.",
        also={"title": _title, "section": section_id},
        doubt=_headed_already,
    ),
    "messages": MESSAGES,
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
        ReopenReportForm,
        ReportService.reopen,
        title="Open it again",
        done="It is open again, and needs its approvals again.",
        help="It draws on the record as it grows again. Approvals given so far do not count on.",
        button="Open it again",
    ),
}
