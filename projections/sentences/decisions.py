"""Decisions, audits and meetings, in sentences."""

from __future__ import annotations

from events.assurance import audit
from events.governance import decision, meeting
from projections.sentences.words import day, due, own_day, sentence, within


@sentence.register
def _(fact: decision.DecisionProposed) -> str:
    return f"A decision was proposed: {fact.title}."


@sentence.register
def _(fact: decision.EvidenceLinked) -> str:
    return f"It rests on {fact.kind}: {fact.said}."


@sentence.register
def _(fact: decision.DecisionMade) -> str:
    made = f"{fact.made_by} decided{day(fact.made_on or own_day(fact))}: {fact.decided}"
    force = f" In force from {fact.effective_on}." if fact.effective_on else ""
    return f"{made.rstrip('.')}. Why: {fact.reason.rstrip('.')}.{force}"


@sentence.register
def _(fact: decision.DecisionActionAgreed) -> str:
    return f"{fact.owner} agreed to {fact.text.rstrip('.')}{due(fact.due)}."


@sentence.register
def _(fact: decision.DecisionActionCompleted) -> str:
    return f"An action was completed: {fact.result.rstrip('.')}."


@sentence.register
def _(fact: decision.ImpactObserved) -> str:
    by = f", seen by {fact.observed_by}" if fact.observed_by else ""
    return f"What changed: {fact.impact.rstrip('.')}{by}."


@sentence.register
def _(fact: decision.DecisionSuperseded) -> str:
    return f"Replaced by a newer decision. Why: {fact.why.rstrip('.')}."


@sentence.register
def _(fact: audit.AuditOpened) -> str:
    return f"An audit was opened ({fact.kind}): {fact.title}{within(fact.period)}."


@sentence.register
def _(fact: audit.StandardRated) -> str:
    return f"{fact.agency} rated “{fact.standard}” {fact.rating}."


@sentence.register
def _(fact: audit.AuditFindingMade) -> str:
    return f"Found ({fact.kind}): {fact.finding.rstrip('.')}."


@sentence.register
def _(fact: audit.AuditActionAgreed) -> str:
    return f"{fact.owner} agreed to {fact.text.rstrip('.')}{due(fact.due)}."


@sentence.register
def _(fact: audit.AuditActionCompleted) -> str:
    return f"An action was completed: {fact.result.rstrip('.')}."


@sentence.register
def _(fact: audit.AuditClosed) -> str:
    return f"The audit was closed: {fact.conclusion.rstrip('.')}."


@sentence.register
def _(fact: meeting.MeetingHeld) -> str:
    return f"{fact.body} met{day(fact.held_on)}."


@sentence.register
def _(fact: meeting.AttendanceRecorded) -> str:
    of = f" of {fact.of}" if fact.of is not None else ""
    return f"Present: {fact.present}{of} {fact.role}."


@sentence.register
def _(fact: meeting.ItemDiscussed) -> str:
    return f"Discussed: {(fact.heading or fact.text).rstrip('.')}."


@sentence.register
def _(fact: meeting.ResolutionPassed) -> str:
    return f"Resolved ({fact.number}): {fact.text.rstrip('.')}."


@sentence.register
def _(fact: meeting.ResolutionCompleted) -> str:
    return f"Resolution {fact.number} was carried out: {fact.result.rstrip('.')}."


@sentence.register
def _(fact: meeting.NoActionsAgreed) -> str:
    return "The minutes say that there are no actions."


@sentence.register
def _(fact: meeting.MinuteCorrected) -> str:
    return f"A minute was corrected. Why: {fact.why.rstrip('.')}."
