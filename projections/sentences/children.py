"""What young people and youth inspectors said and did, in sentences; never their own words."""

from __future__ import annotations

from events.feedback import feedback
from events.inspections import inspection
from events.participation import quotation as quote
from projections.sentences.words import sentence


@sentence.register
def _(fact: feedback.FeedbackSubmitted) -> str:
    if fact.hand:
        return f"What a young person told us was written down, {fact.hand}."
    return "A young person told us something."


@sentence.register
def _(fact: feedback.MoreSaid) -> str:
    later = "came back and added words"
    return f"The young person {later if fact.kind == 'later' else 'said what would help'}."


@sentence.register
def _(fact: feedback.PictureAdded) -> str:
    return "The young person sent a picture with it."


@sentence.register
def _(fact: feedback.CameBack) -> str:
    return "The young person came back with their five words."


@sentence.register
def _(fact: feedback.SaidIfHeard) -> str:
    return f"The young person said whether they feel listened to: {fact.listened}."


@sentence.register
def _(fact: feedback.FeedbackRead) -> str:
    return f"Read by {fact.reader}."


@sentence.register
def _(fact: feedback.ThemeGiven) -> str:
    return f"Put under the theme “{fact.theme}”."


@sentence.register
def _(fact: feedback.FeedbackPassedOn) -> str:
    return f"Passed on to {fact.to}."


@sentence.register
def _(fact: feedback.ConcernEscalated) -> str:
    return f"A concern was escalated to {fact.to}, {fact.escalated_at}."


@sentence.register
def _(fact: feedback.FeedbackAnswered) -> str:
    return f"Answered: {fact.outcome}."


@sentence.register
def _(fact: feedback.NoActionProposed) -> str:
    return "A reader proposed to do nothing because of it; a second reader decides."


@sentence.register
def _(fact: feedback.NoActionDeclined) -> str:
    return "A second reader did not agree to do nothing."


@sentence.register
def _(fact: feedback.FeedbackTakenBack) -> str:
    return "The young person took their words back."


@sentence.register
def _(fact: feedback.StatementQuoted) -> str:
    how = "Quoted" if fact.verbatim else "Reported in other words"
    return f"{how} from {fact.who}, under the theme “{fact.theme}”."


@sentence.register
def _(fact: inspection.InspectorInvited) -> str:
    return "A youth inspector was invited."


@sentence.register
def _(fact: inspection.InspectorTrained) -> str:
    return f"A youth inspector was trained: {fact.training}."


@sentence.register
def _(fact: inspection.InspectorHelped) -> str:
    return f"A youth inspector gave time: {fact.what}."


@sentence.register
def _(fact: inspection.InspectorEntryTakenOff) -> str:
    return f"Something was taken off a youth inspector's record: {fact.why}."


@sentence.register
def _(fact: inspection.InspectorStoodDown) -> str:
    return "A youth inspector stood down."


@sentence.register
def _(fact: inspection.FormDrafted) -> str:
    return f"The form “{fact.title}” was drafted."


@sentence.register
def _(fact: inspection.FormVersionPublished) -> str:
    return f"Version {fact.number} of the form “{fact.title}” was published."


@sentence.register
def _(fact: inspection.VisitRecorded) -> str:
    return f"Youth inspectors visited {fact.place} on {fact.visited_on}."


@sentence.register
def _(fact: inspection.VisitFindingMade) -> str:
    return f"The inspectors saw ({fact.kind}): {fact.finding.rstrip('.')}."


@sentence.register
def _(fact: inspection.RecommendationMade) -> str:
    return f"The inspectors asked for a change: {fact.recommendation.rstrip('.')}."


@sentence.register
def _(fact: inspection.ServiceReplied) -> str:
    return f"{fact.service} replied: {fact.reply.rstrip('.')}."


@sentence.register
def _(fact: inspection.FollowedUp) -> str:
    changed = "Something had changed" if fact.changed else "Nothing had changed yet"
    return f"The inspectors went back. {changed}: {fact.seen.rstrip('.')}."


@sentence.register
def _(fact: inspection.VisitTakenOff) -> str:
    return f"The visit was taken off: {fact.why.rstrip('.')}."


@sentence.register
def _(fact: quote.QuoteProposed) -> str:
    return f"A part of the words was proposed for quoting (number {fact.number})."


@sentence.register
def _(fact: quote.QuoteConsentGiven) -> str:
    return f"The young person agreed to be quoted: {fact.use} (number {fact.number})."


@sentence.register
def _(fact: quote.QuoteConsentWithdrawn) -> str:
    return f"The young person no longer agrees to be quoted: {fact.use} (number {fact.number})."


@sentence.register
def _(fact: quote.QuoteTranslated) -> str:
    return "A quotation of it was translated."


@sentence.register
def _(fact: quote.QuoteSignedOff) -> str:
    return f"An adult signed off that nobody can be told from it (number {fact.number})."


@sentence.register
def _(fact: quote.QuoteSetAside) -> str:
    return f"The quotation was set aside (number {fact.number})."


@sentence.register
def _(fact: quote.StatementWithdrawn) -> str:
    return f"The statement is quoted no longer, asked for by {fact.asked_by}."


@sentence.register
def _(fact: quote.PublishedQuoteHandled) -> str:
    return f"A published report was put right after a quotation was withdrawn: {fact.what}"
