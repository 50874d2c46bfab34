"""Beginning an audit of any kind, with a tool that agencies fill in or without one."""

from __future__ import annotations

from uuid import UUID

from events.assurance.audit import AuditBegun, AuditKind, AuditOpened, ProgrammeKind, ToolVersion
from events.fact import Provenance
from events.period import PartialDate, Period
from services.assurance.audit_state import Audit
from services.assurance.audit_tool import Tool
from services.refusals import Missing, Refusal
from services.state import State


class ReviewerNeeded(Refusal):
    words = "Name the partnership that reviews. It is named only: it gets no access to this record."
    field = "reviewer"


class OneAgencyOnly(Refusal):
    words = "An assurance report is one agency's own. Name that agency alone."
    field = "agencies"


class AskedOtherwise(Refusal):
    words = "That audit used another tool. Choose one on the same tool, or none."
    field = "earlier"


def begin(
    audit: State,
    provenance: Provenance,
    *,
    kind: ProgrammeKind,
    title: str,
    agencies: tuple[str, ...],
    subject: str = "",
    reviewer: str = "",
    tool: Tool | None = None,
    earlier: UUID | None = None,
    earlier_asks: ToolVersion | None = None,
    period: Period | None = None,
    due: PartialDate | None = None,
    note: str = "",
    demo: bool = False,
) -> AuditBegun:
    """With a ``tool``, each agency fills in its newest version, from an ``earlier`` audit on."""
    _check_described(kind, title, agencies, subject, reviewer)
    asks = _asked(tool, agencies, earlier, earlier_asks)
    return AuditBegun(
        *audit.next(provenance),
        kind=kind,
        title=title,
        subject=subject,
        agencies=agencies,
        reviewer=reviewer,
        asks=asks,
        earlier=earlier,
        period=period,
        due=due,
        note=note,
        demo=demo,
    )


def _check_described(
    kind: ProgrammeKind, title: str, agencies: tuple[str, ...], subject: str, reviewer: str
) -> None:
    if not title:
        raise Missing("Give the audit a title.", field="title")
    if kind == "peer review" and not reviewer:
        raise ReviewerNeeded
    if kind == "single-agency assurance report":
        _check_assurance(agencies, subject)


def _asked(
    tool: Tool | None,
    agencies: tuple[str, ...],
    earlier: UUID | None,
    earlier_asks: ToolVersion | None,
) -> ToolVersion | None:
    """The version of the tool that is filled in; answers of an earlier audit are on the same."""
    if tool is not None and not agencies:
        raise Missing("Name the agencies that fill in the tool, one a line.", field="agencies")
    asks = ToolVersion(tool.id, tool.number) if tool else None
    if earlier and (asks is None or earlier_asks is None or earlier_asks.tool != asks.tool):
        raise AskedOtherwise
    return asks


def _check_assurance(agencies: tuple[str, ...], subject: str) -> None:
    if len(agencies) != 1:
        raise OneAgencyOnly
    if not subject:
        raise Missing("Say what is reported on, such as elective home education.", field="subject")


def open_audit(
    audit: Audit,
    provenance: Provenance,
    *,
    kind: AuditKind,
    title: str,
    agencies: tuple[str, ...] = (),
    reviewer: str = "",
    period: Period | None = None,
    note: str = "",
    demo: bool = False,
) -> AuditOpened:
    """``reviewer`` names another partnership in a peer review; it gets no access to this record."""
    if not title:
        raise Missing("Give the audit a title.", field="title")
    return AuditOpened(
        *audit.next(provenance),
        kind=kind,
        title=title,
        agencies=agencies,
        reviewer=reviewer,
        period=period,
        note=note,
        demo=demo,
    )
