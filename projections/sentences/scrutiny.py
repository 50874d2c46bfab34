"""Scrutiny, in sentences; young people who scrutinise are counted, never named."""

from __future__ import annotations

from events.assurance import scrutiny
from projections.sentences.words import due, sentence


@sentence.register
def _(fact: scrutiny.ScrutinyPlanned) -> str:
    year = f" for {fact.year}" if fact.year else ""
    return f"Scrutiny was planned{year}: {fact.title}. Themes: {', '.join(fact.themes)}."


@sentence.register
def _(fact: scrutiny.ScrutinyActivityDone) -> str:
    young = ", with a group of young people" if fact.young_people else ""
    return f"{fact.by} scrutinised on {fact.done_on}{young}: {fact.what.rstrip('.')}."


@sentence.register
def _(fact: scrutiny.ScrutinyFindingMade) -> str:
    points = f" ({len(fact.points)} points)" if fact.points else ""
    return f"Scrutiny found ({fact.kind}): {fact.finding.rstrip('.')}{points}."


@sentence.register
def _(fact: scrutiny.PartnershipAsked) -> str:
    return f"The partnership was asked on {fact.asked_on}, to answer{due(fact.due)}: {fact.words}"


@sentence.register
def _(fact: scrutiny.PartnershipAnswered) -> str:
    return f"{fact.by} answered on {fact.answered_on}: {fact.answer.rstrip('.')}."


@sentence.register
def _(fact: scrutiny.DisagreementOpened) -> str:
    return f"A professional disagreement was recorded between {fact.between}, with {fact.stage}."


@sentence.register
def _(fact: scrutiny.DisagreementEscalated) -> str:
    return f"A professional disagreement was taken to {fact.stage}."


@sentence.register
def _(fact: scrutiny.DisagreementResolved) -> str:
    return "A professional disagreement was resolved."


@sentence.register
def _(fact: scrutiny.ScrutinyConcluded) -> str:
    return f"Scrutiny concluded: {fact.conclusion.rstrip('.')}."
