"""What may be quoted and what no longer, in sentences; never the words."""

from __future__ import annotations

from typing import assert_never

from events.participation import quotation as quote
from projections.record.sentences.wording import outside


def sentence(fact: quote.QuoteFact | quote.StatementWithdrawn | quote.PublishedQuoteHandled) -> str:
    match fact:
        case quote.QuoteProposed():
            return f"A part of the words was proposed for quoting (number {fact.number})."
        case quote.QuoteConsentGiven():
            return f"The young person agreed to be quoted: {fact.use} (number {fact.number})."
        case quote.QuoteConsentWithdrawn():
            return _quote_consent_withdrawn(fact)
        case quote.QuoteSignedOff():
            return _signed_off(fact)
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


def _signed_off(fact: quote.QuoteSignedOff) -> str:
    by = outside(fact.seconded_by, fact.seconded_on)
    return f"An adult signed off that nobody can be told from it (number {fact.number}).{by}"


def _quote_consent_withdrawn(fact: quote.QuoteConsentWithdrawn) -> str:
    return f"The young person no longer agrees to be quoted: {fact.use} (number {fact.number})."
