"""The number of an edition: taken once, by the one newsletter that has it."""

from __future__ import annotations

from typing import assert_never
from uuid import UUID

from events.fact import Provenance
from events.reporting.newsletter import NewsletterNumberTaken, NumberFact
from services.command import Service, lazy_command
from services.reporting.newsletter_state import NumberTaken
from services.state import State


def evolve(state: State, fact: NumberFact) -> State:
    match fact:
        case NewsletterNumberTaken():
            return state
        case _:
            assert_never(fact)


def take_number(
    place: State, provenance: Provenance, *, number: int, newsletter: UUID
) -> NewsletterNumberTaken:
    """Raises ``NumberTaken``."""
    if place.version:
        raise NumberTaken
    return NewsletterNumberTaken(*place.next(provenance), number=number, newsletter=newsletter)


class NewsletterNumberService(Service[State]):
    evolve = staticmethod(evolve)
    take = lazy_command(take_number)
