"""What young people and youth inspectors put into a report: quotes only from documents."""

from __future__ import annotations

from events.feedback import feedback
from events.inspections import inspection
from projections.entries.entry import TAKEN_OFF, Entry, entry, made


@entry.register
def _(fact: feedback.StatementQuoted) -> Entry:
    kind = "quote" if fact.verbatim else "paraphrase"
    return made(fact, "children", kind, heading=fact.theme, words=fact.words, note=fact.who)


@entry.register
def _(fact: inspection.VisitRecorded) -> Entry:
    return made(
        fact, "inspections", "visit", heading=fact.place, when=fact.visited_on, demo=fact.demo
    )


@entry.register
def _(fact: inspection.VisitFindingMade) -> Entry:
    return made(fact, "inspections", fact.kind, words=fact.finding)


@entry.register
def _(fact: inspection.RecommendationMade) -> Entry:
    return made(fact, "inspections", "asked for", words=fact.recommendation)


@entry.register
def _(fact: inspection.ServiceReplied) -> Entry:
    return made(fact, "inspections", "reply", heading=fact.service, words=fact.reply)


@entry.register
def _(fact: inspection.FollowedUp) -> Entry:
    kind = "changed" if fact.changed else "not changed yet"
    return made(fact, "inspections", kind, words=fact.seen)


@entry.register
def _(fact: inspection.VisitTakenOff) -> Entry:
    return made(fact, "inspections", TAKEN_OFF, words=fact.why)
