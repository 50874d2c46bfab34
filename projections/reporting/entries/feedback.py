"""What young people told us puts into a report: quotes from documents, nothing of a child's own."""

from __future__ import annotations

from typing import assert_never

from events.feedback import alert, feedback, language, triage
from projections.reporting.entries.entry import Entry, made


def entry(
    fact: (
        feedback.FeedbackFact | feedback.StatementQuoted | language.LanguageFact | alert.AlertFact
    ),
) -> Entry | None:
    match fact:
        case feedback.StatementQuoted():
            return _statement_quoted(fact)
        case (
            feedback.FeedbackSubmitted()
            | feedback.MoreSaid()
            | feedback.PictureAdded()
            | feedback.CameBack()
            | feedback.SaidIfHeard()
            | triage.FeedbackRead()
            | triage.ThemeGiven()
            | triage.FeedbackPassedOn()
            | triage.ConcernEscalated()
            | triage.EscalationReferenceGiven()
            | triage.FeedbackAnswered()
            | triage.NoActionProposed()
            | triage.NoActionDeclined()
            | feedback.FeedbackTakenBack()
            | language.LanguageOffered()
            | language.LanguageStopped()
            | alert.AlertStepTaken()
            | alert.AlertSent()
            | alert.AlertOpened()
        ):
            return None
        case _:
            assert_never(fact)


def _statement_quoted(fact: feedback.StatementQuoted) -> Entry:
    kind = "quote" if fact.verbatim else "paraphrase"
    return made(fact, "children", kind, heading=fact.theme, words=fact.words, note=fact.who)
