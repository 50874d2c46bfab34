"""Young people asked together, posters and quotations, in sentences; never what was said."""

from __future__ import annotations

from typing import assert_never

from events import engagement, poster, quote
from projections.record.sentences.wording import day


def sentence(
    fact: engagement.EngagementFact
    | poster.PosterFact
    | quote.QuoteFact
    | quote.StatementWithdrawn
    | quote.PublishedQuoteHandled,
) -> str:
    match fact:
        case engagement.EngagementPlanned():
            return _engagement_planned(fact)
        case engagement.AskedAgain():
            return f"They are asked again, because: {fact.why.rstrip('.')}."
        case engagement.EngagementHeld():
            return _engagement_held(fact)
        case engagement.GroupSaid():
            return _group_said(fact)
        case engagement.WhatTheySaidUsed():
            return f"This was done with what they said: {fact.what.rstrip('.')}."
        case engagement.EngagementCancelled():
            return f"It was cancelled: {fact.why.rstrip('.')}."
        case poster.PosterMade():
            return f"A poster was made for {fact.place}."
        case poster.PosterTakenDown():
            return f"A poster was taken down: {fact.why}"
        case quote.QuoteProposed():
            return f"A part of the words was proposed for quoting (number {fact.number})."
        case quote.QuoteConsentGiven():
            return f"The young person agreed to be quoted: {fact.use} (number {fact.number})."
        case quote.QuoteConsentWithdrawn():
            return _quote_consent_withdrawn(fact)
        case quote.QuoteSignedOff():
            return f"An adult signed off that nobody can be told from it (number {fact.number})."
        case quote.QuoteSetAside():
            return f"The quotation was set aside (number {fact.number})."
        case quote.QuoteTranslated():
            return "A quotation of it was translated."
        case quote.StatementWithdrawn():
            return f"The statement is quoted no longer, asked for by {fact.asked_by}."
        case quote.PublishedQuoteHandled():
            return f"A published report was put right after a quotation was withdrawn: {fact.what}"
        case _:
            assert_never(fact)


def _engagement_planned(fact: engagement.EngagementPlanned) -> str:
    what = fact.kind.capitalize() if fact.kind != "something else" else "Something"
    asked = f"to ask {fact.group} about {fact.theme.rstrip('.')}"
    return f"{what} planned{day(fact.planned_on) if fact.planned_on else ''} {asked}."


def _engagement_held(fact: engagement.EngagementHeld) -> str:
    where = f" at {fact.venue}" if fact.venue else ""
    return f"It was held{day(fact.held_on)}{where}: {fact.group} were asked about {fact.theme}."


def _group_said(fact: engagement.GroupSaid) -> str:
    how = "in their own words" if fact.verbatim else "in other words"
    return f"What they said was written down, {how}, under the theme “{fact.theme}”."


def _quote_consent_withdrawn(fact: quote.QuoteConsentWithdrawn) -> str:
    return f"The young person no longer agrees to be quoted: {fact.use} (number {fact.number})."
