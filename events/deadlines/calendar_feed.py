"""Calendar feeds: an address that shows what is due to all who know it, until it is revoked."""

from __future__ import annotations

from dataclasses import dataclass

from events.fact import Fact


@dataclass(frozen=True)
class FeedMade(Fact):
    """``token`` is the SHA-256 of the secret in the address, in hex; the secret is never kept."""

    TOPIC = "feed.made"
    PERSONAL = frozenset()
    name: str
    token: str


@dataclass(frozen=True)
class FeedRevoked(Fact):
    TOPIC = "feed.revoked"
    PERSONAL = frozenset()


FeedFact = FeedMade | FeedRevoked
