"""What the partnership's frame, figures, reviews and training put into a report."""

from __future__ import annotations

from events.governance import partnership as place
from events.learning import national_learning as review
from events.learning import training_totals as training
from events.period import Period
from events.reporting import figure
from projections.entries.entry import Entry, Section, entry, made


@entry.register
def _(fact: place.RoleGiven) -> Entry:
    return made(fact, "who", "role", heading=fact.role, words=fact.holder, note=fact.body)


@entry.register
def _(fact: place.RoleEnded) -> Entry:
    return made(fact, "who", "role ended", heading=fact.role, words=fact.holder)


@entry.register
def _(fact: place.SubgroupFormed) -> Entry:
    return made(fact, "who", "sub-group", heading=fact.name, words=fact.purpose)


@entry.register
def _(fact: place.BoardLinked) -> Entry:
    return made(fact, "who", "linked board", heading=fact.name, words=fact.purpose)


@entry.register
def _(fact: place.PriorityAdopted) -> Entry:
    return made(
        fact, "priorities", "priority", heading=fact.label, note=fact.note, tag=fact.priority,
        value=fact.stated_period, when=fact.period,
    )  # fmt: skip


@entry.register
def _(fact: place.OutcomeAdopted) -> Entry:
    return made(
        fact, "outcomes", "outcome", heading=fact.label, when=fact.period,
        tag=str(fact.decision or ""),
    )  # fmt: skip


@entry.register
def _(fact: place.DevelopmentAreaOpened) -> Entry:
    return made(
        fact, "next", "development area", words=fact.label, value="continuing", when=fact.period
    )


@entry.register
def _(fact: place.DevelopmentAreaClosed) -> Entry:
    heading = f"No longer an aim: {fact.label}"
    return made(fact, "work", "development area closed", heading=heading, words=fact.why)


@entry.register
def _(fact: place.PriorityEnded) -> Entry:
    heading = f"A priority that ended: {fact.label or 'not named in the source'}"
    return made(fact, "work", "priority ended", heading=heading, words=fact.why)


@entry.register
def _(fact: place.InitiativeRecorded) -> Entry:
    section: Section = "next" if fact.status == "planned" else "work"
    return made(
        fact, section, fact.kind, heading=fact.name, words=fact.detail, value=fact.status,
        note=str(fact.due or ""),
    )  # fmt: skip


@entry.register
def _(fact: figure.DiscrepancyNoted) -> Entry:
    return made(
        fact, "discrepancies", "discrepancy", heading=fact.about, words=fact.one,
        value=fact.other, note=fact.note,
    )  # fmt: skip


@entry.register
def _(fact: training.TrainingTotalsReported) -> Entry:
    said = (
        ("courses or events", fact.courses),
        ("places taken", fact.places),
        ("did not show", fact.no_shows),
    )
    words = "; ".join(f"{value} {what}" for what, value in said if value is not None)
    return made(
        fact, "training", "totals", heading=fact.name, words=words, note=fact.definition,
        value=fact.stated_period or str(fact.period or ""), when=fact.period,
    )  # fmt: skip


@entry.register
def _(fact: training.ChargingPolicyChanged) -> Entry:
    day = f"Decided by {fact.made_by}" + (f" on {fact.made_on}." if fact.made_on else ".")
    return made(
        fact, "training", "charging", words=fact.policy, note=day, when=fact.starts_on,
        value=f"from {fact.starts_on}",
    )  # fmt: skip


@entry.register
def _(fact: training.ProviderEnded) -> Entry:
    return made(
        fact, "training", "provider ends", heading=fact.provider, words=fact.notice,
        value=str(fact.ends_on), when=fact.ends_on,
    )  # fmt: skip


@entry.register
def _(fact: training.TrainingImpactStated) -> Entry:
    levels = f"Seen: {', '.join(fact.seen)}. Not yet: {', '.join(fact.not_yet)}."
    return made(fact, "training", "impact", words=fact.statement, note=levels, when=fact.period)


@entry.register
def _(fact: review.ReviewCountStated) -> Entry:
    return made(
        fact, "reviews", "count", heading=f"{_plural(fact.kind)}, {fact.state}",
        value=str(fact.value), note=fact.note, tag=_stated(fact.period), when=fact.period,
    )  # fmt: skip


@entry.register
def _(fact: review.ReviewTimelinessStated) -> Entry:
    return made(fact, "reviews", "time", heading=fact.kind, words=fact.claim, note=fact.note)


@entry.register
def _(fact: review.ReviewActionPlanRecorded) -> Entry:
    return made(
        fact, "reviews", "action plan", heading=fact.name, value=fact.status, words=fact.impact,
        note=fact.overseen_by,
    )  # fmt: skip


@entry.register
def _(fact: review.NationalLearningReceived) -> Entry:
    return made(
        fact, "reviews", "national learning", heading=fact.title, words=fact.about,
        value=fact.publisher, note=fact.response,
    )  # fmt: skip


def _plural(kind: review.ReviewKind) -> str:
    return f"{kind}s".capitalize()


def _stated(period: Period | None) -> str:
    return str(period or "")
