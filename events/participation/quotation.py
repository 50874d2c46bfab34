"""Quotations of a young person's message: proposed, consented to, signed off, withdrawn.

All but the last belong to the stream of what was said, so that they are forgotten with it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal
from uuid import UUID

from events.fact import Fact
from events.period import PartialDate

Use = Literal["children's version", "full report", "training"]
Asker = Literal[
    "the young person", "the group who said it", "somebody who looks after them", "the partnership"
]


@dataclass(frozen=True)
class QuoteProposed(Fact):
    """``words`` are an exact part of what was said."""

    TOPIC = "quote.proposed"
    PERSONAL = frozenset({"words"})
    number: int
    words: str


@dataclass(frozen=True)
class QuoteConsentGiven(Fact):
    """By the young person, who saw these very words."""

    TOPIC = "quote.consent_given"
    PERSONAL = frozenset()
    number: int
    use: Use


@dataclass(frozen=True)
class QuoteConsentWithdrawn(Fact):
    TOPIC = "quote.consent_withdrawn"
    PERSONAL = frozenset()
    number: int
    use: Use


@dataclass(frozen=True)
class QuoteSignedOff(Fact):
    """One adult says why nobody can tell from these words who said them.

    ``seconded_by`` is the role and body outside this service that signed, as the person who
    records it says, where nobody here could; ``seconded_on`` is the day they did.
    """

    TOPIC = "quote.signed_off"
    PERSONAL = frozenset({"why"})
    DAY = ""
    number: int
    why: str
    seconded_by: str = ""
    seconded_on: PartialDate | None = None


@dataclass(frozen=True)
class QuoteSetAside(Fact):
    TOPIC = "quote.set_aside"
    PERSONAL = frozenset({"why"})
    number: int
    why: str


@dataclass(frozen=True)
class QuoteTranslated(Fact):
    """These words stand in a translation too: ``translation`` is the stream that is forgotten with
    them.
    """

    TOPIC = "quote.translated"
    PERSONAL = frozenset()
    translation: UUID


@dataclass(frozen=True)
class StatementWithdrawn(Fact):
    """What a document quoted is quoted no longer. On the statement's own stream."""

    TOPIC = "quote.statement_withdrawn"
    PERSONAL = frozenset({"why"})
    asked_by: Asker
    why: str


@dataclass(frozen=True)
class PublishedQuoteHandled(Fact):
    """A report that was published with a quotation was put right. On a stream of the report's."""

    TOPIC = "quote.published_handled"
    PERSONAL = frozenset()
    subject: UUID
    number: int
    report: UUID
    what: str


QuoteFact = (
    QuoteProposed
    | QuoteConsentGiven
    | QuoteConsentWithdrawn
    | QuoteSignedOff
    | QuoteSetAside
    | QuoteTranslated
)
