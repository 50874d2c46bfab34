"""Audits and the tools they use, in sentences."""

from __future__ import annotations

from typing import assert_never

from events.assurance import audit, audit_tool
from projections.record.sentences.wording import due, within


def sentence(fact: audit.AuditFact | audit_tool.ToolFact) -> str:
    match fact:
        case audit.AuditOpened():
            return f"An audit was opened ({fact.kind}): {fact.title}{within(fact.period)}."
        case audit.AuditBegun():
            return _audit_begun(fact)
        case audit.StandardRated():
            return f"{fact.agency} rated “{fact.standard}” {fact.rating}."
        case audit.AuditFindingMade():
            return f"Found ({fact.kind}): {fact.finding.rstrip('.')}."
        case audit.AuditActionAgreed():
            return f"{fact.owner} agreed to {fact.text.rstrip('.')}{due(fact.due)}."
        case audit.AuditActionCompleted():
            return f"An action was completed: {fact.result.rstrip('.')}."
        case audit.AuditClosed():
            return f"The audit was closed: {fact.conclusion.rstrip('.')}."
        case audit_tool.ToolPublished():
            return _tool_published(fact)
        case _:
            assert_never(fact)


def _audit_begun(fact: audit.AuditBegun) -> str:
    about = f" on {fact.subject}" if fact.subject else ""
    until = f", returns{due(fact.due)}" if fact.due else ""
    return f"An audit was begun ({fact.kind}{about}): {fact.title}{within(fact.period)}{until}."


def _tool_published(fact: audit_tool.ToolPublished) -> str:
    count = len(fact.standards)
    asks = "1 standard" if count == 1 else f"{count} standards"
    return f"Version {fact.number} of the audit tool “{fact.title}” was published, with {asks}."
