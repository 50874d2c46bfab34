"""The number of an edition: taken once, by the one newsletter that has it."""

from __future__ import annotations

from typing import assert_never
from uuid import UUID

from events.fact import Provenance
from events.reporting.newsletter import (
    NewsletterNumberTaken,
    NumberFact,
)
from services.ledger import State
from services.reporting.newsletter_state import NumberTaken


def number_evolve(known: State | None, fact: NumberFact) -> State:
    match fact:
        case NewsletterNumberTaken():
            return State(fact.originator_id, fact.originator_version)
        case _:
            assert_never(fact)


def take_number(
    known: State | None, stream: UUID, provenance: Provenance, number: int, newsletter: UUID
) -> NewsletterNumberTaken:
    if known is not None:
        raise NumberTaken
    return NewsletterNumberTaken(stream, 1, provenance, number, newsletter)
