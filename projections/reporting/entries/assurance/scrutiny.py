"""What scrutiny puts into a report, kept apart from the partners' own text."""

from __future__ import annotations

from typing import assert_never

from events.assurance import scrutiny
from projections.reporting.entries.entry import Entry, made


def entry(fact: scrutiny.ScrutinyFact) -> Entry | None:
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
            return _partnership_answered(fact)
        case scrutiny.DisagreementOpened():
            return _disagreement_opened(fact)
        case scrutiny.DisagreementResolved():
            return _disagreement_resolved(fact)
        case scrutiny.ScrutinyConcluded():
            return made(fact, "scrutiny", "conclusion", words=fact.conclusion)
        case scrutiny.DisagreementEscalated():
            return None
        case _:
            assert_never(fact)


def _scrutiny_planned(fact: scrutiny.ScrutinyPlanned) -> Entry:
    return made(
        fact,
        "scrutiny",
        "plan",
        heading=fact.title,
        words=", ".join(fact.themes),
        value=fact.year,
        note=fact.by,
        demo=fact.demo,
    )


def _scrutiny_activity_done(fact: scrutiny.ScrutinyActivityDone) -> Entry:
    """How many young people took part is not published: a small group could be told by it."""
    note = "with a group of young people as scrutineers" if fact.young_people else ""
    return made(
        fact,
        "scrutiny",
        "looked at",
        words=fact.what,
        heading=fact.theme,
        note=note,
        value=fact.by,
        when=fact.done_on,
    )


def _scrutiny_finding_made(fact: scrutiny.ScrutinyFindingMade) -> Entry:
    return made(
        fact,
        "scrutiny",
        fact.kind,
        heading=fact.theme,
        words=fact.finding,
        note="; ".join(fact.points),
    )


def _partnership_asked(fact: scrutiny.PartnershipAsked) -> Entry:
    return made(
        fact, "scrutiny", "question", words=fact.words, tag=fact.question, when=fact.asked_on
    )


def _partnership_answered(fact: scrutiny.PartnershipAnswered) -> Entry:
    return made(
        fact,
        "scrutiny",
        "answer",
        words=fact.answer,
        value=fact.by,
        tag=fact.question,
        when=fact.answered_on,
    )


def _disagreement_opened(fact: scrutiny.DisagreementOpened) -> Entry:
    """What it is about stays on the staff side: it may be about one child."""
    return made(
        fact, "scrutiny", "disagreement", words=f"between {fact.between}", tag=fact.disagreement
    )


def _disagreement_resolved(fact: scrutiny.DisagreementResolved) -> Entry:
    return made(fact, "scrutiny", "disagreement resolved", words="resolved", tag=fact.disagreement)
