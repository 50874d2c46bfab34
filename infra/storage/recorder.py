"""A partnership's ledger: its facts in one order without gaps, in either database."""

from __future__ import annotations

from abc import abstractmethod
from bisect import bisect_right
from collections.abc import Generator, Sequence
from contextlib import closing
from datetime import datetime
from typing import Never
from uuid import UUID

from eventsourcing.persistence import ApplicationRecorder, NotSupportedError

from infra.database.clock import UNWATCHED, Clock
from infra.errors import ChainBroken
from infra.storage.hash_chain import EPOCH, Head, Link, genesis, verified
from infra.storage.ledger_rows import LedgerRow

_PAGE = 5_000


class Recorder(ApplicationRecorder):
    """Positions are dense from 1, the clock never runs backwards, every fact is chained."""

    def __init__(self, slug: str, clock: Clock = UNWATCHED) -> None:
        self.slug, self.clock = slug, clock

    @abstractmethod
    def head(self) -> Head:
        """The end of the ledger as it is now."""

    @abstractmethod
    def read(self, after: int, limit: int) -> list[LedgerRow]:
        """At most ``limit`` facts that follow position ``after``, in order."""

    def rows(self, after: int) -> Generator[LedgerRow]:
        """Every fact that follows position ``after``: for a rebuild, as fast as it can be had."""
        while page := self.read(after, _PAGE):
            yield from page
            after = page[-1].n

    @abstractmethod
    def links(self, after: int, upto: int) -> Generator[Link]:
        """The facts that follow ``after``, up to ``upto``, each with its stored hashes."""

    def leaves(self, after: int, upto: int) -> Generator[bytes]:
        """The stored leaf hashes of the facts that follow ``after``, up to ``upto``.

        Raises ``ChainBroken`` where a fact or its leaf is not there.
        """
        while after < upto:
            last = min(after + _PAGE, upto)
            page = self.leaf_page(after, last)
            for number, each in enumerate(page, after + 1):
                if len(each) != 32:
                    raise ChainBroken(number, "has no leaf hash")
            if len(page) != last - after:
                raise ChainBroken(self._first_gap(after), "is missing")
            yield from page
            after = last

    @abstractmethod
    def leaf_page(self, after: int, upto: int) -> list[bytes]:
        """The stored leaf hashes of a page of facts, in order, as many as there are."""

    @abstractmethod
    def of_stream(self, stream: UUID) -> list[LedgerRow]:
        """Every fact of one stream, with its position."""

    @abstractmethod
    def topics(self) -> set[str]:
        """The topic of every fact, each once."""

    @abstractmethod
    def keep_checkpoint(self, size: int, note: str) -> str:
        """Keeps a signed checkpoint beside the facts, where nothing is altered or deleted.

        Gives the note that is kept of this size: the first one, whichever came later.
        """

    @abstractmethod
    def kept_checkpoint(self, size: int) -> str:
        """The note that was kept of this size; empty where there is none."""

    @abstractmethod
    def kept_sizes(self) -> list[int]:
        """The sizes of which a checkpoint is kept."""

    def _first_gap(self, after: int) -> int:
        expected = after + 1
        for row in self.read(after, _PAGE):
            if row.n != expected:
                break
            expected += 1
        return expected

    def max_notification_id(self) -> int | None:
        return self.head().n or None

    def position_at(self, moment: datetime) -> int:
        """The last position recorded at or before this moment, 0 where there is none."""
        positions = range(1, self.head().n + 1)
        return bisect_right(positions, moment, key=lambda n: self.read(n - 1, 1)[0].at)

    def verify_chain(self) -> Head:
        """Recomputes every hash from the stored bytes; returns the head that it proved.

        Raises ``ChainBroken``, which names the first fact that is not as it was written.
        """
        claimed, start = self.head(), Head(0, EPOCH, genesis(self.slug))
        with closing(self.links(0, claimed.n)) as links:
            known = verified(start, links)
        if known.n < claimed.n:
            raise ChainBroken(known.n + 1, "is missing")
        if known != claimed:
            raise ChainBroken(known.n, "is not the head that the lane claims")
        if self.read(claimed.n, 1) and self.head().n == claimed.n:
            raise ChainBroken(claimed.n + 1, "is beyond the head of the lane")
        return known

    def subscribe(self, gt: int | None = None, topics: Sequence[str] = ()) -> Never:
        raise NotSupportedError("lanes are followed by polling their heads")


def after_of(start: int | None, inclusive: bool) -> int:
    """The position that a page follows, from the library's way of saying where it starts."""
    if start is None:
        return 0
    return start - 1 if inclusive else start
