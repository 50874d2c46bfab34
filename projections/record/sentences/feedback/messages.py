"""What young people tell us and what becomes of it, in sentences; never their own words."""

from __future__ import annotations

from typing import assert_never

from events.feedback import feedback, language, triage
from projections.record.sentences.wording import outside


def sentence(fact: feedback.FeedbackFact | feedback.StatementQuoted | language.LanguageFact) -> str:
    match fact:
        case feedback.FeedbackSubmitted():
            return _feedback_submitted(fact)
        case feedback.MoreSaid():
            return _more_said(fact)
        case feedback.PictureAdded():
            return "The young person sent a picture with it."
        case feedback.CameBack():
            return "The young person came back with their five words."
        case feedback.SaidIfHeard():
            return f"The young person said whether they feel listened to: {fact.listened}."
        case triage.FeedbackRead():
            return f"Read by {fact.reader}."
        case triage.ThemeGiven():
            return f"Put under the theme “{fact.theme}”."
        case triage.FeedbackPassedOn():
            return f"Passed on to {fact.to}."
        case triage.ConcernEscalated():
            return f"A concern was escalated to {fact.to}, {fact.escalated_at}."
        case triage.EscalationReferenceGiven():
            return "Those who were told of the concern gave their reference."
        case triage.FeedbackAnswered():
            return f"Answered: {fact.outcome}.{outside(fact.seconded_by, fact.seconded_on)}"
        case triage.NoActionProposed():
            return "A reader proposed to do nothing because of it; a second reader decides."
        case triage.NoActionDeclined():
            return "It was not agreed to do nothing."
        case feedback.FeedbackTakenBack():
            return "The young person took their words back."
        case feedback.StatementQuoted():
            return _statement_quoted(fact)
        case language.LanguageOffered():
            return f"Young people may use their pages in another language ({fact.language})."
        case language.LanguageStopped():
            return _language_stopped(fact)
        case _:
            assert_never(fact)


def _feedback_submitted(fact: feedback.FeedbackSubmitted) -> str:
    if fact.hand:
        return f"What a young person told us was written down, {fact.hand}."
    return "A young person told us something."


def _more_said(fact: feedback.MoreSaid) -> str:
    later = "came back and added words"
    return f"The young person {later if fact.kind == 'later' else 'said what would help'}."


def _statement_quoted(fact: feedback.StatementQuoted) -> str:
    how = "Quoted" if fact.verbatim else "Reported in other words"
    return f"{how} from {fact.who}, under the theme “{fact.theme}”."


def _language_stopped(fact: language.LanguageStopped) -> str:
    return f"A language of young people's pages is offered no longer ({fact.language}): {fact.why}"
