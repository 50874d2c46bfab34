"""Meetings called, sub-groups, risks, disputed figures, how actions get on, in sentences."""

from __future__ import annotations

from events.governance import action, meeting, risk
from events.governance import partnership as place
from events.reporting import figure
from projections.sentences.words import due, own_day, sentence


@sentence.register
def _(fact: meeting.MeetingCalled) -> str:
    return f"A meeting of {fact.body} was called for {fact.planned_on}."


@sentence.register
def _(fact: meeting.AgendaItemAdded) -> str:
    lead = f", led by {fact.lead}" if fact.lead else ""
    return f"On the agenda: {fact.heading.rstrip('.')}{lead}."


@sentence.register
def _(fact: meeting.ResolutionLedToDecision) -> str:
    return f"Resolution {fact.number} opened a decision."


@sentence.register
def _(fact: meeting.MeetingActionAgreed) -> str:
    return f"{fact.owner} agreed to do this{due(fact.due)}: {fact.text.rstrip('.')}."


@sentence.register
def _(fact: meeting.MeetingActionCompleted) -> str:
    return f"An action was completed: {fact.result.rstrip('.')}."


@sentence.register
def _(fact: place.SubgroupPlaced) -> str:
    return f"{fact.name} answers to {fact.under or 'the partnership itself'}."


@sentence.register
def _(fact: place.SubgroupEnded) -> str:
    return f"{fact.name} ended: {fact.why.rstrip('.')}."


@sentence.register
def _(fact: risk.RiskRaised) -> str:
    by = f" by {fact.raised_by}" if fact.raised_by else ""
    return f"{fact.kind.capitalize()} raised{by}: {fact.title.rstrip('.')} ({fact.level})."


@sentence.register
def _(fact: risk.RiskReviewed) -> str:
    return f"Looked at again, {fact.level} now: {fact.done.rstrip('.')}."


@sentence.register
def _(fact: risk.RiskClosed) -> str:
    return f"Closed: {fact.how.rstrip('.')}."


@sentence.register
def _(fact: action.ActionProgressNoted) -> str:
    return f"An action has come this far: {fact.progress.rstrip('.')}."


@sentence.register
def _(fact: action.ActionDueDayMoved) -> str:
    on = f" on {day}" if (day := own_day(fact)) else ""
    return f"The day of an action was moved{on} to {fact.due}: {fact.why.rstrip('.')}."


@sentence.register
def _(fact: action.ActionImpactNoted) -> str:
    return f"An action changed this: {fact.impact.rstrip('.')}."


@sentence.register
def _(fact: figure.FigureDisputed) -> str:
    return f"{fact.by} disputes it: {fact.why.rstrip('.')}."


@sentence.register
def _(fact: figure.DiscrepancyExplained) -> str:
    return f"How it came about: {fact.how.rstrip('.')}."


@sentence.register
def _(fact: figure.RateDefined) -> str:
    return f"A rate was defined, {fact.name}: {fact.definition.rstrip('.')}."


@sentence.register
def _(fact: place.ReportDutyAdded) -> str:
    return f"Reports must also hold this: {fact.duty.rstrip('.')}."


@sentence.register
def _(fact: place.HelpLineAdded) -> str:
    return f"Young people are shown a number of help: {fact.line.name}, {fact.line.number}."


@sentence.register
def _(fact: place.HelpLineTakenOff) -> str:
    return f"Young people are no longer shown {fact.number}: {fact.why.rstrip('.')}."
