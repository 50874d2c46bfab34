"""What the partnership's aims, groups and roles put into a report."""

from __future__ import annotations

from typing import assert_never

from events.governance import partnership as place
from projections.reporting.entries.entry import Entry, Section, made


def entry(fact: place.PartnershipFact) -> Entry | None:
    match fact:
        case place.PriorityAdopted():
            return _priority_adopted(fact)
        case place.OutcomeAdopted():
            return _outcome_adopted(fact)
        case place.DevelopmentAreaOpened():
            return _development_area_opened(fact)
        case place.RoleGiven():
            return made(fact, "who", "role", heading=fact.role, words=fact.holder, note=fact.body)
        case place.RoleEnded():
            return made(fact, "who", "role ended", heading=fact.role, words=fact.holder)
        case place.SubgroupFormed():
            return made(fact, "who", "sub-group", heading=fact.name, words=fact.purpose)
        case place.SubgroupEnded():
            return made(fact, "who", "sub-group ended", heading=fact.name, words=fact.why)
        case place.BoardLinked():
            return made(fact, "who", "linked board", heading=fact.name, words=fact.purpose)
        case place.InitiativeRecorded():
            return _initiative_recorded(fact)
        case place.PriorityEnded():
            return _priority_ended(fact)
        case place.DevelopmentAreaClosed():
            return _development_area_closed(fact)
        case (
            place.PartnershipRegistered()
            | place.ReportingPeriodDeclared()
            | place.SubgroupPlaced()
            | place.ReportDutyAdded()
            | place.PeriodWithdrawn()
            | place.HelpLineAdded()
            | place.HelpLineTakenOff()
        ):
            return None
        case _:
            assert_never(fact)


def _priority_adopted(fact: place.PriorityAdopted) -> Entry:
    return made(
        fact,
        "priorities",
        "priority",
        heading=fact.label,
        note=fact.note,
        tag=fact.priority,
        value=fact.stated_period,
        when=fact.period,
    )


def _outcome_adopted(fact: place.OutcomeAdopted) -> Entry:
    return made(
        fact,
        "outcomes",
        "outcome",
        heading=fact.label,
        when=fact.period,
        tag=str(fact.decision or ""),
    )


def _development_area_opened(fact: place.DevelopmentAreaOpened) -> Entry:
    return made(
        fact, "next", "development area", words=fact.label, value="continuing", when=fact.period
    )


def _initiative_recorded(fact: place.InitiativeRecorded) -> Entry:
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


def _priority_ended(fact: place.PriorityEnded) -> Entry:
    heading = f"A priority that ended: {fact.label or 'not named in the source'}"
    return made(fact, "work", "priority ended", heading=heading, words=fact.why)


def _development_area_closed(fact: place.DevelopmentAreaClosed) -> Entry:
    heading = f"No longer an aim: {fact.label}"
    return made(fact, "work", "development area closed", heading=heading, words=fact.why)
