"""What case reviews put into a report: each step on its day, so that a report can count them.

A report is for everybody, so it holds no reference, no details, no reasons of single cases.
"""

from __future__ import annotations

from events.learning import case_review as case
from events.learning import national_learning as review
from projections.entries.entry import Entry, entry, made


@entry.register
def _(fact: case.CaseConsidered) -> Entry:
    return made(fact, "reviews", "step", heading="Cases considered", demo=fact.demo)


@entry.register
def _(fact: case.IncidentNotified) -> Entry:
    return made(
        fact, "reviews", "step", heading="Serious incidents notified", when=fact.notified_on
    )


@entry.register
def _(fact: case.RapidReviewCompleted) -> Entry:
    heading = f"Rapid reviews completed, with the outcome of {fact.outcome}"
    return made(fact, "reviews", "step", heading=heading, when=fact.completed_on)


@entry.register
def _(fact: case.ReviewCommissioned) -> Entry:
    return made(
        fact, "reviews", "step", heading="Practice reviews commissioned", when=fact.commissioned_on
    )


@entry.register
def _(fact: case.ReviewCompleted) -> Entry:
    return made(
        fact, "reviews", "step", heading="Practice reviews completed", when=fact.completed_on
    )


@entry.register
def _(fact: case.ReviewPublished) -> Entry:
    return made(
        fact, "reviews", "step", heading="Practice reviews published", when=fact.published_on,
        words=fact.where,
    )  # fmt: skip


@entry.register
def _(fact: case.ActionPlanSignedOff) -> Entry:
    return made(
        fact, "reviews", "step", heading="Action plans signed off", when=fact.signed_on,
        words=fact.by,
    )  # fmt: skip


@entry.register
def _(fact: case.CaseClosed) -> Entry:
    return made(
        fact, "reviews", "step", heading="Cases closed without a review", when=fact.closed_on
    )


@entry.register
def _(fact: case.CaseImpactObserved) -> Entry:
    return made(
        fact, "reviews", "what changed", heading="What changed after a review", words=fact.impact,
    )  # fmt: skip


@entry.register
def _(fact: review.NationalLearningAnswered) -> Entry:
    return made(
        fact, "reviews", "national learning answered", heading="What we do about national learning",
        words=fact.response, note=fact.decided_by,
    )  # fmt: skip
