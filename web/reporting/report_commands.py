"""Taking a yearly report by hand from its draft to publication, copies and corrections."""

from __future__ import annotations

from typing import get_args
from uuid import UUID

from events.fact import Provenance
from events.reporting.report import Ruleset
from events.reporting.report_drafting import ReportVersion
from web.forms.acting import Given
from web.forms.commands import Ask, Deed, Options, offered
from web.forms.figures import DAY_HINT
from web.governance.group_commands import frame_here
from web.reporting.report_forms import (
    ApproveForm,
    CommentForm,
    CopyForm,
    CorrectForm,
    CreditForm,
    DraftForm,
    FinaliseForm,
    PresentForm,
    PublishForm,
    ReopenForm,
    StateForm,
)
from web.site.names import slug_of
from web.site.tenancy import here

_FOR_CHILDREN = "The version for children", "children and young people"


def _periods() -> Options:
    return [
        (str(at), f"{each.label}: {each.period or 'not stated'}")
        for at, each in enumerate(frame_here().periods_now)
    ]


def _draft(id: UUID, provenance: Provenance, given: Given) -> object:
    periods = {str(at): each.period for at, each in enumerate(frame_here().periods_now)}
    period = periods.get(given.pop("period"))
    name = f"{slug_of(given['title'])[:50]}-{id.hex[:6]}"
    group = given.pop("group")
    versions = (ReportVersion(*_FOR_CHILDREN, group),) if group else ()
    return here.report.draft(id, provenance, name=name, period=period, versions=versions, **given)


def _credit(id: UUID, provenance: Provenance, given: Given) -> object:
    return here.report.credit(
        id, provenance, credited=ReportVersion(*_FOR_CHILDREN, given["group"])
    )


def _state(id: UUID, provenance: Provenance, given: Given) -> object:
    return here.report.state(id, provenance, **given)


def _comment(id: UUID, provenance: Provenance, given: Given) -> object:
    return here.report.comment(id, provenance, **given)


def _approve(id: UUID, provenance: Provenance, given: Given) -> object:
    return here.report.approve(id, provenance, **given)


def _present(id: UUID, provenance: Provenance, given: Given) -> object:
    planned = bool(given.pop("planned"))
    return here.report.present(id, provenance, planned=planned, **given)


def _finalise(id: UUID, provenance: Provenance, given: Given) -> object:
    return here.report.finalise(id, provenance)


def _reopen(id: UUID, provenance: Provenance, given: Given) -> object:
    return here.report.reopen(id, provenance, **given)


def _publish(id: UUID, provenance: Provenance, given: Given) -> object:
    return here.report.publish(id, provenance, **given)


def _copy(id: UUID, provenance: Provenance, given: Given) -> object:
    return here.report.send_copy(id, provenance, **given)


def _correct(id: UUID, provenance: Provenance, given: Given) -> object:
    return here.report.correct(id, provenance, **given)


_GROUP = Ask(
    "group",
    "Which young people make the version for children",
    hint="As a group, such as the In "
    "Care Council. Never a name. Leave it empty where nobody does yet.",
)
_DAY = f"{DAY_HINT} Leave it empty where the day is not known."
NEW = {
    "draft": Deed(
        DraftForm(),
        _draft,
        "The report is drafted. Only staff see it until it is published.",
        "Draft a report",
        (
            Ask("title", "Title"),
            Ask(
                "period",
                "Period",
                "select",
                "Declared on the page Partnership.",
                _periods,
                "Not stated",
            ),
            Ask("ruleset", "Prepared under", "select", options=offered(get_args(Ruleset))),
            _GROUP,
        ),
        "The report draws itself from what the record holds for its period.",
        "Draft it",
    ),
}
DEEDS = {
    "state": Deed(
        StateForm(),
        _state,
        "The words are in the report.",
        "Write a part of the report",
        (Ask("heading", "Heading"), Ask("words", "What the report says", "textarea")),
    ),
    "credit": Deed(
        CreditForm(),
        _credit,
        "The version for children says so.",
        "Say who makes the version for children",
        (_GROUP,),
        "It stands at its head: “Made by …”. It can be changed until the report is final.",
    ),
    "comment": Deed(
        CommentForm(),
        _comment,
        "The comment is in the report.",
        "Record the scrutineer's comment",
        (
            Ask("by", "Whose comment"),
            Ask("theme", "About"),
            Ask("words", "The comment", "textarea"),
        ),
        "It is kept apart from the partners' own text.",
    ),
    "finalise": Deed(
        FinaliseForm(),
        _finalise,
        "The report is final. What is recorded now is for the next one.",
        "Finalise it",
        (),
        "Its figures and facts stay as they are now. What is recorded later goes into the next "
        "report, or is corrected openly. You can open it again until it is published.",
        "Finalise it",
    ),
    "reopen": Deed(
        ReopenForm(),
        _reopen,
        "It is open again, and needs its approvals again.",
        "Open it again",
        (Ask("why", "Why", "textarea"),),
        "It draws on the record as it grows again. Approvals given so far do not count on.",
        "Open it again",
    ),
    "approve": Deed(
        ApproveForm(),
        _approve,
        "The approval is recorded.",
        "Record an approval",
        (Ask("body", "Which body"), Ask("approved_on", "When", hint=_DAY)),
        "In the order in which it happened, such as the executive group, then the whole "
        "partnership.",
    ),
    "present": Deed(
        PresentForm(),
        _present,
        "The presentation is recorded; it publishes nothing.",
        "Record that it was presented",
        (
            Ask("to", "To whom"),
            Ask("presented_on", "When", hint=_DAY),
            Ask("planned", "It is still planned", "checkbox"),
        ),
    ),
    "publish": Deed(
        PublishForm(),
        _publish,
        "The report is published: everybody can read it now.",
        "Publish it",
        (
            Ask("where", "Where it is published", hint="Such as the partnership's website."),
            Ask("published_on", "When", hint=_DAY),
        ),
        "From then on everybody can read it here, and it is corrected openly, never changed. The "
        "copies to the Panel and the What Works Centre are due within seven days.",
        "Publish it for everybody",
    ),
    "copy": Deed(
        CopyForm(),
        _copy,
        "The copy is recorded.",
        "Record that a copy was sent",
        (Ask("recipient", "To whom"), Ask("sent_on", "When", hint=DAY_HINT)),
    ),
    "correct": Deed(
        CorrectForm(),
        _correct,
        "The correction is shown in the report.",
        "Correct it",
        (Ask("what", "What is put right", "textarea"), Ask("why", "Why", "textarea")),
        "The report as it was published stays on record.",
    ),
}
