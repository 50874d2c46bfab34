"""What audits put into a report; the tools they use are not for a report."""

from __future__ import annotations

from typing import assert_never

from events.assurance import audit, audit_tool
from projections.reporting.entries.entry import Entry, made


def entry(fact: audit.AuditFact | audit_tool.ToolFact) -> Entry | None:
    match fact:
        case audit.AuditOpened():
            return _audit_opened(fact)
        case audit.AuditBegun():
            return _audit_begun(fact)
        case audit.StandardRated():
            return _standard_rated(fact)
        case audit.AuditFindingMade():
            return made(fact, "audits", fact.kind, words=fact.finding)
        case audit.AuditActionAgreed():
            return _audit_action_agreed(fact)
        case audit.AuditActionCompleted():
            return made(fact, "audits", "action done", words=fact.result, tag=fact.action)
        case audit.AuditClosed():
            return made(fact, "audits", "conclusion", words=fact.conclusion)
        case audit_tool.ToolPublished():
            return None
        case _:
            assert_never(fact)


def _audit_opened(fact: audit.AuditOpened) -> Entry:
    by = (
        f"Reviewed by {fact.reviewer}, which has no access to this record." if fact.reviewer else ""
    )
    note = " ".join(filter(None, (fact.note, by)))
    return made(
        fact,
        "audits",
        "audit",
        heading=fact.title,
        value=fact.kind,
        note=note,
        words=", ".join(fact.agencies),
        when=fact.period,
        demo=fact.demo,
    )


def _audit_begun(fact: audit.AuditBegun) -> Entry:
    by = f"Reviewed by {fact.reviewer}, which has no access to this record."
    note = " ".join(filter(None, (fact.subject, fact.note, by if fact.reviewer else "")))
    return made(
        fact,
        "audits",
        "audit",
        heading=fact.title,
        value=fact.kind,
        note=note,
        words=", ".join(fact.agencies),
        when=fact.period,
        demo=fact.demo,
    )


def _standard_rated(fact: audit.StandardRated) -> Entry:
    words = f"{fact.agency}: {fact.standard}"
    return made(fact, "audits", "rating", words=words, value=fact.rating, note=fact.why)


def _audit_action_agreed(fact: audit.AuditActionAgreed) -> Entry:
    note = f"{fact.owner}, by {fact.due}" if fact.due else fact.owner
    return made(fact, "audits", "action", words=fact.text, note=note, tag=fact.action)
