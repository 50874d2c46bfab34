"""What scrutiny puts into a report, kept apart from the partners' own text."""

from __future__ import annotations

from events.assurance import scrutiny
from projections.entries.entry import Entry, entry, made


@entry.register
def _(fact: scrutiny.ScrutinyPlanned) -> Entry:
    return made(
        fact, "scrutiny", "plan", heading=fact.title, words=", ".join(fact.themes),
        value=fact.year, note=fact.by, demo=fact.demo,
    )  # fmt: skip


@entry.register
def _(fact: scrutiny.ScrutinyActivityDone) -> Entry:
    """How many young people took part is not published: a small group could be told by it."""
    note = "with a group of young people as scrutineers" if fact.young_people else ""
    return made(
        fact, "scrutiny", "looked at", words=fact.what, heading=fact.theme, note=note,
        value=fact.by, when=fact.done_on,
    )  # fmt: skip


@entry.register
def _(fact: scrutiny.ScrutinyFindingMade) -> Entry:
    return made(
        fact, "scrutiny", fact.kind, heading=fact.theme, words=fact.finding,
        note="; ".join(fact.points),
    )  # fmt: skip


@entry.register
def _(fact: scrutiny.PartnershipAsked) -> Entry:
    return made(
        fact, "scrutiny", "question", words=fact.words, tag=fact.question, when=fact.asked_on
    )


@entry.register
def _(fact: scrutiny.PartnershipAnswered) -> Entry:
    return made(
        fact, "scrutiny", "answer", words=fact.answer, value=fact.by, tag=fact.question,
        when=fact.answered_on,
    )  # fmt: skip


@entry.register
def _(fact: scrutiny.DisagreementOpened) -> Entry:
    """What it is about stays on the staff side: it may be about one child."""
    return made(
        fact, "scrutiny", "disagreement", words=f"between {fact.between}", tag=fact.disagreement
    )


@entry.register
def _(fact: scrutiny.DisagreementResolved) -> Entry:
    return made(fact, "scrutiny", "disagreement resolved", words="resolved", tag=fact.disagreement)


@entry.register
def _(fact: scrutiny.ScrutinyConcluded) -> Entry:
    return made(fact, "scrutiny", "conclusion", words=fact.conclusion)
