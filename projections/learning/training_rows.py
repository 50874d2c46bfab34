"""Other rows of training: totals as stated, prices, statements, tied answers."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from events.learning import training_totals as training
from events.value import Value


@dataclass(frozen=True)
class StatedTraining:
    """Totals, as a document states them."""

    id: UUID
    name: str
    courses: str
    places: str
    no_shows: str
    when: str
    definition: str
    source: str


@dataclass(frozen=True)
class Price:
    """Who pays what from an ISO day on; ``sector`` is empty where a policy says it in words."""

    id: UUID
    sector: str
    only_for: str
    words: str
    made_by: str
    starts_on: str
    from_when: str
    source: str


@dataclass(frozen=True)
class CourseComment:
    """Something else a source says of training: that a provider ends, what is seen to change."""

    id: UUID
    kind: str
    heading: str
    words: str
    source: str


@dataclass(frozen=True)
class CourseAnswer:
    """A child's feedback that answers a course's question; ``key`` names both."""

    key: str
    feedback: UUID
    course: UUID
    code: str
    feeling: str
    counts: bool


@dataclass(frozen=True)
class AskedQuestion:
    """The course that asks the question with an address that ends in ``code``."""

    code: str
    course: UUID


def stated_of(fact: training.TrainingTotalsReported) -> StatedTraining:
    when = fact.stated_period or str(fact.period or "")
    return StatedTraining(
        fact.originator_id,
        fact.name,
        _said_as(fact.courses),
        _said_as(fact.places),
        _said_as(fact.no_shows),
        when,
        fact.definition,
        fact.provenance.source,
    )


def _said_as(value: Value | None) -> str:
    return str(value) if value else "not stated"


def price_of(fact: training.ChargingPolicyChanged | training.FeeSet) -> Price:
    sector, only_for, words = "", "", ""
    if isinstance(fact, training.FeeSet):
        sector, only_for, words = fact.sector, fact.only_for, fact.fee
    else:
        words = fact.policy
    starts = fact.starts_on
    return Price(
        fact.originator_id,
        sector,
        only_for,
        words,
        fact.made_by,
        starts.first.isoformat(),
        str(starts),
        fact.provenance.source,
    )


def said_of(fact: training.ProviderEnded | training.TrainingImpactStated) -> CourseComment:
    id, source = fact.originator_id, fact.provenance.source
    if isinstance(fact, training.ProviderEnded):
        return CourseComment(
            id, "provider", f"{fact.provider} ends on {fact.ends_on}", fact.notice, source
        )
    seen, not_yet = ", ".join(fact.seen) or "none", ", ".join(fact.not_yet) or "none"
    return CourseComment(id, "impact", f"Seen: {seen}. Not yet: {not_yet}", fact.statement, source)
