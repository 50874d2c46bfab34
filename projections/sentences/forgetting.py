"""What was forgotten, held and looked at, in sentences; never whose it was."""

from __future__ import annotations

from events.privacy import access_log as looking
from events.privacy import erasure as forgetting
from events.privacy import retention
from projections.sentences.words import sentence

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
    "feedback": "a young person's words", "person": "a person's details",
    "inspector": "a youth inspector's details", "case": "the details of a case review",
    "group": "what a group of young people said", "evidence": "an agency's evidence",
}  # fmt: skip


@sentence.register
def _(fact: forgetting.ForgettingAsked) -> str:
    return f"Somebody asked to forget {_WHAT[fact.kind]}: {fact.ground}."


@sentence.register
def _(fact: forgetting.ForgettingDeclined) -> str:
    return "It was declined to forget this."


@sentence.register
def _(fact: forgetting.ForgettingConfirmed) -> str:
    return f"It was confirmed to forget {_WHAT[fact.kind]}: {fact.ground}."


@sentence.register
def _(fact: forgetting.Forgot) -> str:
    return f"Earshot forgot {_WHAT[fact.kind]}: the keys are destroyed."


@sentence.register
def _(fact: forgetting.HoldPlaced) -> str:
    return "This is held and may not be forgotten."


@sentence.register
def _(fact: forgetting.HoldLifted) -> str:
    return "This is no longer held."


@sentence.register
def _(fact: forgetting.ReportChecked) -> str:
    found = "They were found, and it is corrected" if fact.found else "They are not in it"
    return f"A published report was looked through for forgotten words. {found}."


@sentence.register
def _(fact: retention.RetentionSet) -> str:
    if not fact.months:
        return f"Words with the outcome “{fact.outcome}” are kept until somebody asks."
    return f"Words with the outcome “{fact.outcome}” may be forgotten after {fact.months} months."


@sentence.register
def _(fact: retention.RetentionExtended) -> str:
    return f"Words are kept until {fact.until}, for a reason."


@sentence.register
def _(fact: looking.LookedAt) -> str:
    return _OPENED[fact.what]
