"""Making the secret address of a calendar feed, and taking it back."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from typing import assert_never
from uuid import UUID

from events.deadlines.calendar_feed import FeedFact, FeedMade, FeedRevoked
from events.fact import Provenance
from services.ledger import Service, State, decides, opens
from services.refusals import Missing, Refusal


class RevokedAlready(Refusal):
    words = "This calendar address was taken back already. Make a new one if it is needed."


@dataclass(frozen=True)
class Feed(State):
    token: str = ""
    revoked: bool = False

    def opens(self, secret: str) -> bool:
        return not self.revoked and self.token == hashed(secret)


def evolve(feed: Feed | None, fact: FeedFact) -> Feed:
    state = replace(feed or Feed(fact.originator_id, 0), version=fact.originator_version)
    match fact:
        case FeedMade(token=token):
            return replace(state, token=token)
        case FeedRevoked():
            return replace(state, revoked=True)
        case _:
            assert_never(fact)


def make(stream: UUID, provenance: Provenance, *, name: str, secret: str) -> FeedMade:
    """Keeps the hash of ``secret`` alone."""
    if not name:
        raise Missing("Say whose calendar it is for.", field="name")
    return FeedMade(stream, 1, provenance, name, hashed(secret))


def revoke(feed: Feed, provenance: Provenance) -> FeedRevoked:
    if feed.revoked:
        raise RevokedAlready
    return FeedRevoked(feed.id, feed.version + 1, provenance)


class CalendarFeedService(Service[Feed]):
    evolve = staticmethod(evolve)
    make = opens(make)
    revoke = decides(revoke)


def hashed(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
