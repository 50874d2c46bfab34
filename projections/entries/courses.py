"""What courses put into a report: that they were offered, by whom, and what they changed."""

from __future__ import annotations

from events.learning import course
from events.learning import training_totals as training
from projections.entries.entry import Entry, entry, made


@entry.register
def _(fact: training.FeeSet) -> Entry:
    return made(
        fact, "training", "fee", heading=fact.sector, words=fact.fee, when=fact.starts_on,
        note=f"For {fact.only_for}." if fact.only_for else "", value=f"from {fact.starts_on}",
    )  # fmt: skip


@entry.register
def _(fact: course.CourseOffered) -> Entry:
    return made(
        fact, "training", "course", heading=fact.title, words=fact.audience,
        note=fact.provider, demo=fact.demo,
    )  # fmt: skip


@entry.register
def _(fact: course.CourseProviderChanged) -> Entry:
    return made(fact, "training", "provider", heading="A new provider", words=fact.provider)


@entry.register
def _(fact: course.CourseEvaluated) -> Entry:
    level = f"{fact.level}, from {fact.answers} answers".capitalize()
    return made(fact, "training", "evaluation", heading=level, words=fact.words)
