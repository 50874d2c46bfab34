"""Audit tools, what agencies answer in them and how they are challenged, in sentences."""

from __future__ import annotations

from events.assurance import audit, audit_return, audit_tool
from projections.sentences.words import due, sentence, within


@sentence.register
def _(fact: audit.AuditBegun) -> str:
    about = f" on {fact.subject}" if fact.subject else ""
    until = f", returns{due(fact.due)}" if fact.due else ""
    return f"An audit was begun ({fact.kind}{about}): {fact.title}{within(fact.period)}{until}."


@sentence.register
def _(fact: audit_tool.ToolPublished) -> str:
    count = len(fact.standards)
    asks = "1 standard" if count == 1 else f"{count} standards"
    return f"Version {fact.number} of the audit tool “{fact.title}” was published, with {asks}."


@sentence.register
def _(fact: audit_return.ReturnStarted) -> str:
    return f"{fact.agency} began its return."


@sentence.register
def _(fact: audit_return.StandardAnswered) -> str:
    how = " (the earlier answer, confirmed)" if fact.carried else ""
    return f"“{fact.asked}” was answered: {fact.rating}{how}."


@sentence.register
def _(fact: audit_return.ReturnSubmitted) -> str:
    return "The return was submitted."


@sentence.register
def _(fact: audit_return.ReturnReopened) -> str:
    return f"The return was opened again. Why: {fact.why.rstrip('.')}."


@sentence.register
def _(fact: audit_return.StandardChallenged) -> str:
    return f"The rating of “{fact.asked}” was challenged, as {fact.rating}: {fact.why.rstrip('.')}."


@sentence.register
def _(fact: audit_return.ChallengeAnswered) -> str:
    return f"The agency answered the challenge on “{fact.asked}”: {fact.response.rstrip('.')}."


@sentence.register
def _(fact: audit_return.RatingAgreed) -> str:
    why = f": {fact.why.rstrip('.')}" if fact.why else ""
    return f"The rating of “{fact.asked}” was agreed, {fact.rating}{why}."


@sentence.register
def _(fact: audit_return.EvidenceAttached) -> str:
    return f"Evidence was attached to “{fact.asked}”: a {fact.type} file."
