"""Making the secret address of a calendar feed, and revoking it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from typing import assert_never

from events.deadlines.calendar_feed import FeedFact, FeedMade, FeedRevoked
from events.fact import Provenance
from services.command import Service, command, opening_command
from services.refusals import Missing, Refusal
from services.state import State


class RevokedAlready(Refusal):
    words = "This calendar address was taken back already. Make a new one if it is needed."


@dataclass(frozen=True)
class Feed(State):
    token: str = ""
    revoked: bool = False

    def opens(self, secret: str) -> bool:
        return not self.revoked and self.token == hashed(secret)


def evolve(state: Feed, fact: FeedFact) -> Feed:
    match fact:
        case FeedMade(token=token):
            return replace(state, token=token)
        case FeedRevoked():
            return replace(state, revoked=True)
        case _:
            assert_never(fact)


def make(feed: Feed, provenance: Provenance, *, name: str, secret: str) -> FeedMade:
    """Keeps the hash of ``secret`` alone."""
    if not name:
        raise Missing("Say whose calendar it is for.", field="name")
    return FeedMade(*feed.next(provenance), name=name, token=hashed(secret))


def revoke(feed: Feed, provenance: Provenance) -> FeedRevoked:
    if feed.revoked:
        raise RevokedAlready
    return FeedRevoked(*feed.next(provenance))


class CalendarFeedService(Service[Feed]):
    evolve = staticmethod(evolve)
    make = opening_command(make)
    revoke = command(revoke)


def hashed(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
