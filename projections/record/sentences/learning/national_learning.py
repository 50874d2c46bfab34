"""Case reviews as they are stated, and what others learned, in sentences."""

from __future__ import annotations

from typing import assert_never

from events.learning import national_learning as review
from projections.record.sentences.wording import within


def sentence(fact: review.ReviewFact) -> str:
    match fact:
        case review.ReviewCountStated():
            return _review_count_stated(fact)
        case review.ReviewTimelinessStated():
            return f"On how long a {fact.kind} takes: {fact.claim.rstrip('.')}."
        case review.ReviewActionPlanRecorded():
            return f"{fact.name}: {fact.status}."
        case review.NationalLearningReceived():
            return f"National learning received: {fact.title}, {fact.publisher}."
        case review.NationalLearningAnswered():
            return _national_learning_answered(fact)
        case _:
            assert_never(fact)


def _review_count_stated(fact: review.ReviewCountStated) -> str:
    return f"Case reviews stated: {fact.value} {fact.kind}, {fact.state}{within(fact.period)}."


def _national_learning_answered(fact: review.NationalLearningAnswered) -> str:
    return f"What we do about it, decided by {fact.decided_by}: {fact.response.rstrip('.')}."
