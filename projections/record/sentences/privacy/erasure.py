"""Sentences about erasure, legal holds and access to the record. They never name the person."""

from __future__ import annotations

from typing import assert_never

from events.privacy import access_log as looking
from events.privacy import erasure as forgetting
from events.privacy import retention
from projections.record.sentences.wording import outside

_OPENED = {
    "words": "Somebody opened a young person's words.",
    "escalation": "Somebody opened a concern that was escalated.",
    "queue": "Somebody opened the triage queue.",
    "people": "Somebody opened the list of people.",
    "export": "Somebody exported the record.",
    "group": "Somebody opened what a group of young people said.",
    "evidence": "Somebody opened a file of evidence.",
}
_WHAT = {
    "feedback": "a young person's words",
    "person": "a person's details",
    "inspector": "a youth inspector's details",
    "case": "the details of a case review",
    "group": "what a group of young people said",
    "evidence": "an agency's evidence",
}


def sentence(
    fact: (forgetting.ForgettingFact | looking.LookingFact | retention.RetentionFact),
) -> str:
    match fact:
        case forgetting.ForgettingAsked():
            return f"Somebody asked to forget {_WHAT[fact.kind]}: {fact.ground}."
        case forgetting.ForgettingDeclined():
            return "It was declined to forget this."
        case forgetting.ForgettingAgreed():
            return _agreed(fact)
        case forgetting.ForgettingConfirmed():
            return _confirmed(fact)
        case forgetting.Forgot():
            return f"Earshot forgot {_WHAT[fact.kind]}: the keys are destroyed."
        case forgetting.HoldPlaced():
            return "This is held and may not be forgotten."
        case forgetting.HoldLifted():
            return "This is no longer held."
        case forgetting.ReportChecked():
            return _report_checked(fact)
        case looking.LookedAt():
            return _OPENED[fact.what]
        case looking.DetailsOpened():
            return "The details of a case review were opened."
        case retention.RetentionSet():
            return _retention_set(fact)
        case retention.RetentionExtended():
            return f"Words are kept until {fact.until}, for a reason."
        case _:
            assert_never(fact)


def _agreed(fact: forgetting.ForgettingAgreed) -> str:
    what = f"{_WHAT[fact.kind]} with an escalated concern"
    return f"It was agreed to forget {what} on {fact.until}, unless it is held: {fact.ground}."


def _confirmed(fact: forgetting.ForgettingConfirmed) -> str:
    by = outside(fact.seconded_by, fact.seconded_on)
    return f"It was confirmed to forget {_WHAT[fact.kind]}: {fact.ground}.{by}"


def _report_checked(fact: forgetting.ReportChecked) -> str:
    found = "They were found, and it is corrected" if fact.found else "They are not in it"
    return f"A published report was looked through for forgotten words. {found}."


def _retention_set(fact: retention.RetentionSet) -> str:
    if not fact.months:
        return f"Words with the outcome “{fact.outcome}” are kept until somebody asks."
    return f"Words with the outcome “{fact.outcome}” may be forgotten after {fact.months} months."
