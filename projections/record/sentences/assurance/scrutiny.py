"""Scrutiny, in sentences; young people who scrutinise are counted, never named."""

from __future__ import annotations

from typing import assert_never

from events.assurance import scrutiny
from projections.record.sentences.wording import due


def sentence(fact: scrutiny.ScrutinyFact) -> str:
    match fact:
        case scrutiny.ScrutinyPlanned():
            return _scrutiny_planned(fact)
        case scrutiny.ScrutinyActivityDone():
            return _scrutiny_activity_done(fact)
        case scrutiny.ScrutinyFindingMade():
            return _scrutiny_finding_made(fact)
        case scrutiny.PartnershipAsked():
            return _partnership_asked(fact)
        case scrutiny.PartnershipAnswered():
            return f"{fact.by} answered on {fact.answered_on}: {fact.answer.rstrip('.')}."
        case scrutiny.DisagreementOpened():
            return _disagreement_opened(fact)
        case scrutiny.DisagreementEscalated():
            return f"A professional disagreement was taken to {fact.stage}."
        case scrutiny.DisagreementResolved():
            return "A professional disagreement was resolved."
        case scrutiny.ScrutinyConcluded():
            return f"Scrutiny concluded: {fact.conclusion.rstrip('.')}."
        case _:
            assert_never(fact)


def _scrutiny_planned(fact: scrutiny.ScrutinyPlanned) -> str:
    year = f" for {fact.year}" if fact.year else ""
    return f"Scrutiny was planned{year}: {fact.title}. Themes: {', '.join(fact.themes)}."


def _scrutiny_activity_done(fact: scrutiny.ScrutinyActivityDone) -> str:
    young = ", with a group of young people" if fact.young_people else ""
    return f"{fact.by} scrutinised on {fact.done_on}{young}: {fact.what.rstrip('.')}."


def _scrutiny_finding_made(fact: scrutiny.ScrutinyFindingMade) -> str:
    count = len(fact.points)
    points = f" ({count} {'point' if count == 1 else 'points'})" if count else ""
    return f"Scrutiny found ({fact.kind}): {fact.finding.rstrip('.')}{points}."


def _partnership_asked(fact: scrutiny.PartnershipAsked) -> str:
    return f"The partnership was asked on {fact.asked_on}, to answer{due(fact.due)}: {fact.words}"


def _disagreement_opened(fact: scrutiny.DisagreementOpened) -> str:
    return f"A professional disagreement was recorded between {fact.between}, with {fact.stage}."
