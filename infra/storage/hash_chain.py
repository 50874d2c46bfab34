"""The hash chain of a ledger: how each fact is bound to all the facts before it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from struct import Struct
from typing import NamedTuple
from uuid import UUID

from infra.errors import ChainBroken

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
# PostgreSQL sends a timestamp as microseconds since 2000; hashing that form on both stores
# keeps a partnership's chain whole when it moves from one to the other.
_YEAR_2000 = 946_684_800_000_000
_PLACE = Struct(">cq16sqi")
_MOMENT = Struct(">q")


class Head(NamedTuple):
    """The end of a ledger: its last position, when that was recorded, and the chain so far."""

    n: int
    at: datetime
    hash: bytes


class Link(NamedTuple):
    """A fact exactly as it is stored, with its leaf and the hash that binds it to its forebears."""

    n: int
    originator_id: UUID
    version: int
    topic: str
    state: bytes
    at: datetime
    hash: bytes
    leaf: bytes


def genesis(slug: str) -> bytes:
    """The hash before the first fact; it differs by partnership, so no two chains are alike."""
    return sha256(b"earshot lane\x00" + slug.encode()).digest()


def leaf(n: int, stream: UUID, version: int, topic: str, state: bytes, micros: int) -> bytes:
    """The leaf hash of one fact, as RFC 9162 section 2.1.1 has it: the zero byte marks a leaf."""
    name = topic.encode()
    return sha256(
        _PLACE.pack(b"\x00", n, stream.bytes, version, len(name))
        + name
        + _MOMENT.pack(micros - _YEAR_2000)
        + state
    ).digest()


def link(before: bytes, of_fact: bytes) -> bytes:
    """The chain's hash after a fact, from the hash before it and the fact's leaf."""
    return sha256(before + of_fact).digest()


def micros(moment: datetime) -> int:
    """Microseconds since 1970."""
    since = moment - EPOCH
    return (since.days * 86_400 + since.seconds) * 1_000_000 + since.microseconds


def moment(microseconds: int) -> datetime:
    return EPOCH + timedelta(microseconds=microseconds)


def verified(before: Head, links: Iterable[Link], leaves: list[bytes] | None = None) -> Head:
    """The head after these links. Raises ``ChainBroken`` at the first that does not fit.

    The leaf of each is added to ``leaves``, where that is given.
    """
    n, at, chain = before
    for position, stream, version, topic, state, recorded, expected, kept in links:
        n += 1
        if position != n:
            raise ChainBroken(n, "is missing")
        if recorded < at:
            raise ChainBroken(n, "was recorded before the one in front of it")
        at = recorded
        found = leaf(n, stream, version, topic, state, micros(at))
        chain = link(chain, found)
        if chain != expected or found != kept:
            raise ChainBroken(n, f"({topic}) is not as it was written")
        if leaves is not None:
            leaves.append(found)
    return Head(n, at, chain)
