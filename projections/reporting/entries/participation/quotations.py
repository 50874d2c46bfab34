"""What may be quoted is not an entry of a report: the report asks for the quotations that live."""

from __future__ import annotations

from typing import assert_never

from events.participation import quotation as quote


def entry(fact: quote.QuoteFact | quote.StatementWithdrawn | quote.PublishedQuoteHandled) -> None:
    match fact:
        case (
            quote.QuoteProposed()
            | quote.QuoteConsentGiven()
            | quote.QuoteConsentWithdrawn()
            | quote.QuoteSignedOff()
            | quote.QuoteSetAside()
            | quote.QuoteTranslated()
            | quote.StatementWithdrawn()
            | quote.PublishedQuoteHandled()
        ):
            return
        case _:
            assert_never(fact)
