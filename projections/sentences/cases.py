"""Case reviews and their deadlines, in sentences."""

from __future__ import annotations

from events.deadlines import calendar_feed as feed
from events.deadlines import deadline, digest
from events.deadlines import service_standard as promise
from events.learning import case_review as case
from events.privacy import access_log as looking
from projections.sentences.words import due, sentence


@sentence.register
def _(fact: case.CaseConsidered) -> str:
    aware = f"; the partnership became aware on {fact.aware_on}" if fact.aware_on else ""
    return f"Case {fact.reference} was considered{aware}."


@sentence.register
def _(fact: case.IncidentNotified) -> str:
    return f"The serious incident was notified to {fact.to} on {fact.notified_on}."


@sentence.register
def _(fact: case.RapidReviewStarted) -> str:
    return f"The rapid review started on {fact.started_on}."


@sentence.register
def _(fact: case.RapidReviewHeld) -> str:
    return f"The rapid review met on {fact.held_on}."


@sentence.register
def _(fact: case.RapidReviewCompleted) -> str:
    done = f"The rapid review was completed on {fact.completed_on}: {fact.outcome}"
    return f"{done}. Why: {fact.why.rstrip('.')}."


@sentence.register
def _(fact: case.PanelReplied) -> str:
    said = f": {fact.reply.rstrip('.')}" if fact.reply else ""
    return f"The national Panel replied on {fact.replied_on} and {fact.view}{said}."


@sentence.register
def _(fact: case.ReviewCommissioned) -> str:
    lead = f", led by {fact.lead}" if fact.lead else ""
    return f"A practice review was commissioned on {fact.commissioned_on}{lead}."


@sentence.register
def _(fact: case.ReviewCompleted) -> str:
    return f"The practice review was completed on {fact.completed_on}."


@sentence.register
def _(fact: case.PublicationPlanned) -> str:
    return f"Publication is planned for {fact.planned_on}."


@sentence.register
def _(fact: case.FullReportSent) -> str:
    return f"The full report went to the Panel and the Secretary of State on {fact.sent_on}."


@sentence.register
def _(fact: case.PublicationDeferred) -> str:
    until = f" until {fact.until}" if fact.until else ", with no new day set"
    return f"Publication was put off{until}. Why: {fact.why.rstrip('.')}."


@sentence.register
def _(fact: case.ReviewPublished) -> str:
    return f"The practice review was published on {fact.published_on} ({fact.where.rstrip('.')})."


@sentence.register
def _(fact: case.CaseRecommendationMade) -> str:
    return f"Recommended: {fact.recommendation.rstrip('.')}."


@sentence.register
def _(fact: case.ActionPlanAgreed) -> str:
    return f"{fact.by} agreed the action plan on {fact.agreed_on}."


@sentence.register
def _(fact: case.ActionPlanSignedOff) -> str:
    return f"{fact.by} signed the action plan off on {fact.signed_on}."


@sentence.register
def _(fact: case.CaseActionAgreed) -> str:
    return f"{fact.owner} agreed to {fact.text.rstrip('.')}{due(fact.due)}."


@sentence.register
def _(fact: case.CaseActionCompleted) -> str:
    return f"An action was completed: {fact.result.rstrip('.')}."


@sentence.register
def _(fact: case.CaseImpactObserved) -> str:
    by = f", seen by {fact.observed_by}" if fact.observed_by else ""
    return f"What changed: {fact.impact.rstrip('.')}{by}."


@sentence.register
def _(fact: case.CaseClosed) -> str:
    return f"The case was closed without a review on {fact.closed_on}. Why: {fact.why.rstrip('.')}."


@sentence.register
def _(fact: deadline.DeadlineSet) -> str:
    start = f"counted from {fact.started_on} ({fact.start}), calendar {fact.calendar}"
    return f"Deadline set, {fact.clock}: {fact.due}, {start}."


@sentence.register
def _(fact: deadline.DeadlineRecalculated) -> str:
    moved = f"{fact.was} became {fact.now}, calendar {fact.calendar}"
    return f"Deadline counted again, {fact.clock}: {moved}. Why: {fact.why.rstrip('.')}."


@sentence.register
def _(fact: looking.DetailsOpened) -> str:
    return "The details of a case review were opened."


@sentence.register
def _(fact: promise.PromiseMade) -> str:
    days = _of(fact.read_days, "working day")
    urgent = _of(fact.urgent_hours, "office hour")
    return f"Promised: every message is read within {days}, an urgent one within {urgent}."


@sentence.register
def _(fact: promise.OfficeHoursSet) -> str:
    return f"Office hours: {', '.join(fact.days)}, {fact.opens} to {fact.closes}."


@sentence.register
def _(fact: promise.RapidReviewStartChosen) -> str:
    return f"Rapid reviews are counted from the day of {fact.start}."


@sentence.register
def _(fact: promise.DutyContactSet) -> str:
    return f"Outside office hours staff reach: {fact.contact}."


@sentence.register
def _(fact: promise.DigestHourSet) -> str:
    if fact.hour is None:
        return "Coordinators get no letter about what is due."
    return f"Coordinators get a letter about what is due at {fact.hour:02}:00 on working days."


@sentence.register
def _(fact: feed.FeedMade) -> str:
    return f"A calendar address was made for {fact.name}."


@sentence.register
def _(fact: feed.FeedRevoked) -> str:
    return "A calendar address was taken back."


@sentence.register
def _(fact: digest.DigestSent) -> str:
    return f"A letter told what is due on {fact.day}: {fact.late} late, {fact.due} to come."


def _of(count: int, what: str) -> str:
    return f"1 {what}" if count == 1 else f"{count} {what}s"
