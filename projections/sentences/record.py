"""The partnership, its figures, reviews, training and access, in sentences."""

from __future__ import annotations

from events.access import access
from events.governance import partnership as place
from events.learning import national_learning as review
from events.learning import training_totals as training
from events.reporting import figure
from projections.sentences.words import sentence, within


@sentence.register
def _(fact: figure.FigureReported) -> str:
    when = within(fact.period) or (f" as at {fact.as_at}" if fact.as_at else "")
    return f"Figure stated: {fact.name}, {fact.value} {fact.unit}{when}."


@sentence.register
def _(fact: figure.DiscrepancyNoted) -> str:
    return f"Two statements about {fact.about} do not agree."


@sentence.register
def _(fact: training.TrainingTotalsReported) -> str:
    return f"Training totals stated: {fact.name}{within(fact.period)}."


@sentence.register
def _(fact: training.ChargingPolicyChanged) -> str:
    return f"Training prices changed from {fact.starts_on}: {fact.policy.rstrip('.')}."


@sentence.register
def _(fact: training.ProviderEnded) -> str:
    return f"{fact.provider} ends on {fact.ends_on}."


@sentence.register
def _(fact: training.TrainingImpactStated) -> str:
    return f"What training changed, as stated: {fact.statement.rstrip('.')}."


@sentence.register
def _(fact: review.ReviewCountStated) -> str:
    return f"Case reviews stated: {fact.value} {fact.kind}, {fact.state}{within(fact.period)}."


@sentence.register
def _(fact: review.ReviewTimelinessStated) -> str:
    return f"On how long a {fact.kind} takes: {fact.claim.rstrip('.')}."


@sentence.register
def _(fact: review.ReviewActionPlanRecorded) -> str:
    return f"{fact.name}: {fact.status}."


@sentence.register
def _(fact: review.NationalLearningReceived) -> str:
    return f"National learning received: {fact.title}, {fact.publisher}."


@sentence.register
def _(fact: review.NationalLearningAnswered) -> str:
    return f"What we do about it, decided by {fact.decided_by}: {fact.response.rstrip('.')}."


@sentence.register
def _(fact: place.PartnershipRegistered) -> str:
    return f"{fact.name} was registered."


@sentence.register
def _(fact: place.ReportingPeriodDeclared) -> str:
    return f"A reporting period was declared: {fact.period or 'not stated'} ({fact.label})."


@sentence.register
def _(fact: place.PriorityAdopted) -> str:
    stated = f" for {fact.stated_period}" if fact.stated_period else ""
    return f"A priority was adopted{stated}: {fact.label or 'not named in the source'}."


@sentence.register
def _(fact: place.PriorityEnded) -> str:
    return (
        f"A priority ended: {fact.label or 'not named in the source'}. Why: {fact.why.rstrip('.')}."
    )


@sentence.register
def _(fact: place.DevelopmentAreaClosed) -> str:
    return f"An aim was closed: {fact.label.rstrip('.')}. Why: {fact.why.rstrip('.')}."


@sentence.register
def _(fact: place.PeriodWithdrawn) -> str:
    return f"A reporting period was withdrawn: {fact.label}. Why: {fact.why.rstrip('.')}."


@sentence.register
def _(fact: place.OutcomeAdopted) -> str:
    return f"An outcome was adopted: “{fact.label}”."


@sentence.register
def _(fact: place.DevelopmentAreaOpened) -> str:
    return f"To be developed further: {fact.label.rstrip('.')}."


@sentence.register
def _(fact: place.RoleGiven) -> str:
    return f"The role of {fact.role} was given."


@sentence.register
def _(fact: place.RoleEnded) -> str:
    return f"The role of {fact.role} ended."


@sentence.register
def _(fact: place.SubgroupFormed) -> str:
    return f"A sub-group was formed: {fact.name}."


@sentence.register
def _(fact: place.BoardLinked) -> str:
    return f"Works with {fact.name}."


@sentence.register
def _(fact: place.InitiativeRecorded) -> str:
    return f"{fact.kind.capitalize()}, {fact.status}: {fact.name}."


@sentence.register
def _(fact: access.AccessGiven) -> str:
    return f"Access was given as {fact.role}."


@sentence.register
def _(fact: access.AgencyAccessGiven) -> str:
    return f"Access to its own returns was given to an agency: {fact.agency}."


@sentence.register
def _(fact: access.AccessEnded) -> str:
    return "Access was ended."


@sentence.register
def _(fact: access.SignInLinkMade) -> str:
    return "A sign-in link was made."


@sentence.register
def _(fact: access.SignedIn) -> str:
    return "Signed in."
