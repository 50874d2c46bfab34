"""The partnership, its figures, reviews, training, reports and access, in sentences."""

from __future__ import annotations

from events import access, edition, figure, publication, report, review, training
from events import partnership as place
from projections.sentences.words import day, sentence, within


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
def _(fact: report.ReportDrafted) -> str:
    return f"A report was drafted: {fact.title}{within(fact.period)}."


@sentence.register
def _(fact: report.ReportStatementMade) -> str:
    return f"The report says, under “{fact.heading}”: {fact.words.rstrip('.')}."


@sentence.register
def _(fact: report.ScrutinyCommentMade) -> str:
    return f"{fact.by} commented: {fact.words.rstrip('.')}."


@sentence.register
def _(fact: report.ReportApproved) -> str:
    return f"{fact.body} approved the report{day(fact.approved_on)}."


@sentence.register
def _(fact: report.ReportPresented) -> str:
    verb = "is to be presented" if fact.planned else "was presented"
    return f"The report {verb} to {fact.to}{day(fact.presented_on)}."


@sentence.register
def _(fact: report.ReportPublished) -> str:
    return f"The report was published ({fact.where}){day(fact.published_on)}."


@sentence.register
def _(fact: report.CopySent) -> str:
    return f"A copy went to {fact.recipient} on {fact.sent_on}."


@sentence.register
def _(fact: report.CopyNotSent) -> str:
    return f"A copy to {fact.recipient} did not go out: {fact.why.rstrip('.')}."


@sentence.register
def _(fact: publication.ApprovalOrderSet) -> str:
    order = ", then ".join(fact.bodies)
    return f"Reports are approved by: {order}." if order else "Any approval of a report is enough."


@sentence.register
def _(fact: publication.CopyRecipientsSet) -> str:
    return "It was set to which addresses copies of reports go."


@sentence.register
def _(fact: report.ReportPartWritten) -> str:
    if not fact.words:
        return f"What the partners wrote under {fact.section} was taken out."
    return f"The partners wrote under {fact.section}: {fact.words.rstrip('.')}."


@sentence.register
def _(fact: report.ReportItemLeftOut) -> str:
    return f"Something the record holds was left out of the report. Why: {fact.why.rstrip('.')}."


@sentence.register
def _(fact: report.ReportItemTakenIn) -> str:
    return "What was left out of the report is in it again."


@sentence.register
def _(fact: report.ReportVersionCredited) -> str:
    of, who = fact.credited.name.lower(), fact.credited.authors
    return f"It was recorded who makes {of}: {who.rstrip('.') or 'nobody is named any more'}."


@sentence.register
def _(fact: report.ReportFinalised) -> str:
    return "The report was finalised: what is recorded later does not enter it."


@sentence.register
def _(fact: report.ReportReopened) -> str:
    return f"The report was opened again. Why: {fact.why.rstrip('.')}."


@sentence.register
def _(fact: report.ReportCorrected) -> str:
    return f"The report was corrected: {fact.what.rstrip('.')}. Why: {fact.why.rstrip('.')}."


@sentence.register
def _(fact: edition.EditionAsked) -> str:
    return "An edition of the report was asked for, to be kept."


@sentence.register
def _(fact: edition.EditionKept) -> str:
    return (
        f"An edition of the report was kept: {fact.version}, {fact.form}, {fact.size:,} bytes, "
        f"SHA-256 {fact.digest}."
    )


@sentence.register
def _(fact: edition.EditionsWithdrawn) -> str:
    return f"Earlier editions of the report are no longer public. Why: {fact.why.rstrip('.')}."


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
