"""The partnership, its aims, its groups and its roles, in sentences."""

from __future__ import annotations

from typing import assert_never

from events.governance import bodies, initiative, priority, restored_record
from events.governance import partnership as place


def sentence(fact: place.ArrangementFact) -> str:
    match fact:
        case place.PartnershipRegistered():
            return f"{fact.name} was registered."
        case place.ReportingPeriodDeclared():
            return f"A reporting period was declared: {fact.period or 'not stated'} ({fact.label})."
        case priority.PriorityAdopted():
            return _priority_adopted(fact)
        case priority.OutcomeAdopted():
            return f"An outcome was adopted: “{fact.label}”."
        case priority.DevelopmentAreaOpened():
            return f"To be developed further: {fact.label.rstrip('.')}."
        case bodies.RoleGiven():
            return f"The role of {fact.role} was given."
        case bodies.RoleEnded():
            return f"The role of {fact.role} ended."
        case bodies.SubgroupFormed():
            return f"A sub-group was formed: {fact.name}."
        case bodies.SubgroupPlaced():
            return f"{fact.name} answers to {fact.under or 'the partnership itself'}."
        case bodies.SubgroupEnded():
            return f"{fact.name} ended: {fact.why.rstrip('.')}."
        case bodies.BoardLinked():
            return f"Works with {fact.name}."
        case place.ReportDutyAdded():
            return f"Reports must also hold this: {fact.duty.rstrip('.')}."
        case initiative.InitiativeRecorded():
            return f"{fact.kind.capitalize()}, {fact.status}: {fact.name}."
        case priority.PriorityEnded():
            return _priority_ended(fact)
        case priority.DevelopmentAreaClosed():
            return f"An aim was closed: {fact.label.rstrip('.')}. Why: {fact.why.rstrip('.')}."
        case place.PeriodWithdrawn():
            return f"A reporting period was withdrawn: {fact.label}. Why: {fact.why.rstrip('.')}."
        case place.HelpLineAdded() | place.HelpLineTakenOff():
            return _help_line(fact)
        case restored_record.RecordRestored():
            return _record_restored(fact)
        case _:
            assert_never(fact)


def _help_line(fact: place.HelpLineAdded | place.HelpLineTakenOff) -> str:
    if isinstance(fact, place.HelpLineAdded):
        return f"Young people are shown a number of help: {fact.line.name}, {fact.line.number}."
    return f"Young people are no longer shown {fact.number}: {fact.why.rstrip('.')}."


def _record_restored(fact: restored_record.RecordRestored) -> str:
    lost = f"; {fact.known:,} had been signed for" if fact.known > fact.facts else ""
    return f"The record was put back from a copy. It goes on after fact {fact.facts:,}{lost}."


def _priority_adopted(fact: priority.PriorityAdopted) -> str:
    stated = f" for {fact.stated_period}" if fact.stated_period else ""
    return f"A priority was adopted{stated}: {fact.label or 'not named in the source'}."


def _priority_ended(fact: priority.PriorityEnded) -> str:
    return (
        f"A priority ended: {fact.label or 'not named in the source'}. Why: {fact.why.rstrip('.')}."
    )
