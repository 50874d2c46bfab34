"""What the partnership's aims, groups and roles put into a report."""

from __future__ import annotations

from typing import assert_never

from events.governance import bodies, initiative, priority, restored_record
from events.governance import partnership as place
from projections.reporting.entries.entry import Entry, Section, made
from projections.reporting.entries.governance import roles


def entry(fact: place.ArrangementFact) -> Entry | None:
    match fact:
        case priority.PriorityAdopted():
            return _priority_adopted(fact)
        case priority.OutcomeAdopted():
            return _outcome_adopted(fact)
        case priority.DevelopmentAreaOpened():
            return _development_area_opened(fact)
        case bodies.RoleGiven():
            return roles.given(fact)
        case bodies.RoleEnded():
            return roles.ended(fact)
        case bodies.SubgroupFormed():
            return _group(fact, "sub-group", fact.purpose)
        case bodies.SubgroupEnded():
            return _group(fact, "sub-group ended", fact.why)
        case bodies.BoardLinked():
            return _group(fact, "linked board", fact.purpose)
        case initiative.InitiativeRecorded():
            return _initiative_recorded(fact)
        case priority.PriorityEnded():
            return _priority_ended(fact)
        case priority.DevelopmentAreaClosed():
            return _development_area_closed(fact)
        case (
            place.PartnershipRegistered()
            | place.ReportingPeriodDeclared()
            | bodies.SubgroupPlaced()
            | place.ReportDutyAdded()
            | place.PeriodWithdrawn()
            | place.HelpLineAdded()
            | place.HelpLineTakenOff()
            | restored_record.RecordRestored()
        ):
            return None
        case _:
            assert_never(fact)


def _priority_adopted(fact: priority.PriorityAdopted) -> Entry:
    return made(
        fact,
        "priorities",
        "priority",
        heading=fact.label,
        note=fact.note,
        tag=fact.priority,
        value=fact.stated_period,
        when=fact.period,
        thing=f"priority {fact.priority}",
    )


def _outcome_adopted(fact: priority.OutcomeAdopted) -> Entry:
    return made(
        fact,
        "outcomes",
        "outcome",
        heading=fact.label,
        when=fact.period,
        tag=str(fact.decision or ""),
        thing=f"outcome {fact.label}",
    )


def _development_area_opened(fact: priority.DevelopmentAreaOpened) -> Entry:
    return made(
        fact,
        "next",
        "development area",
        words=fact.label,
        value="continuing",
        when=fact.period,
        thing=f"aim {fact.label}",
    )


def _initiative_recorded(fact: initiative.InitiativeRecorded) -> Entry:
    section: Section = "next" if fact.status == "planned" else "work"
    return made(
        fact,
        section,
        fact.kind,
        heading=fact.name,
        words=fact.detail,
        value=fact.status,
        note=str(fact.due or ""),
    )


def _priority_ended(fact: priority.PriorityEnded) -> Entry:
    heading = f"A priority that ended: {fact.label or 'not named in the source'}"
    return made(
        fact,
        "work",
        "priority ended",
        heading=heading,
        words=fact.why,
        thing=f"priority {fact.priority}",
        ends=True,
    )


def _development_area_closed(fact: priority.DevelopmentAreaClosed) -> Entry:
    heading = f"No longer an aim: {fact.label}"
    return made(
        fact,
        "work",
        "development area closed",
        heading=heading,
        words=fact.why,
        thing=f"aim {fact.label}",
        ends=True,
    )


def _group(
    fact: bodies.SubgroupFormed | bodies.SubgroupEnded | bodies.BoardLinked, kind: str, words: str
) -> Entry:
    ends = isinstance(fact, bodies.SubgroupEnded)
    thing = f"group {fact.name}"
    return made(fact, "who", kind, heading=fact.name, words=words, thing=thing, ends=ends)
