"""What stated counts of reviews and the learning of others put into a report."""

from __future__ import annotations

from typing import assert_never

from events.learning import national_learning as review
from events.period import Period
from projections.reporting.entries.entry import Entry, made


def entry(fact: review.ReviewFact) -> Entry | None:
    match fact:
        case review.ReviewCountStated():
            return _review_count_stated(fact)
        case review.ReviewTimelinessStated():
            return _review_timeliness_stated(fact)
        case review.ReviewActionPlanRecorded():
            return _review_action_plan_recorded(fact)
        case review.NationalLearningReceived():
            return _national_learning_received(fact)
        case review.NationalLearningAnswered():
            return _national_learning_answered(fact)
        case _:
            assert_never(fact)


def _review_count_stated(fact: review.ReviewCountStated) -> Entry:
    return made(
        fact,
        "reviews",
        "count",
        heading=f"{_plural(fact.kind)}, {fact.state}",
        value=str(fact.value),
        note=fact.note,
        tag=_stated(fact.period),
        when=fact.period,
    )


def _review_timeliness_stated(fact: review.ReviewTimelinessStated) -> Entry:
    return made(fact, "reviews", "time", heading=fact.kind, words=fact.claim, note=fact.note)


def _review_action_plan_recorded(fact: review.ReviewActionPlanRecorded) -> Entry:
    return made(
        fact,
        "reviews",
        "action plan",
        heading=fact.name,
        value=fact.status,
        words=fact.impact,
        note=fact.overseen_by,
    )


def _national_learning_received(fact: review.NationalLearningReceived) -> Entry:
    return made(
        fact,
        "reviews",
        "national learning",
        heading=fact.title,
        words=fact.about,
        value=fact.publisher,
        note=fact.response,
    )


def _national_learning_answered(fact: review.NationalLearningAnswered) -> Entry:
    return made(
        fact,
        "reviews",
        "national learning answered",
        heading="What we do about national learning",
        words=fact.response,
        note=fact.decided_by,
    )


def _plural(kind: review.ReviewKind) -> str:
    return f"{kind}s".capitalize()


def _stated(period: Period | None) -> str:
    return str(period or "")
