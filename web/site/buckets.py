"""Token buckets: how many of something are left, filled again evenly over a span of time."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Protocol


@dataclass(frozen=True)
class Bucket:
    """``most`` at once, and as many again in each ``seconds``. ``key`` names nobody."""

    key: str
    most: int
    seconds: float = 60.0

    def left(self, kept: tuple[float, float] | None, now: float) -> float:
        """What is in it now; ``kept`` is what was in it, and when."""
        if kept is None:
            return float(self.most)
        tokens, at = kept
        return min(float(self.most), tokens + max(0.0, now - at) * self.most / self.seconds)


class Buckets(Protocol):
    """Where the buckets are kept, for one process or for several."""

    def take(self, buckets: Sequence[Bucket], needed: int) -> list[bool]:
        """Takes one from each. Says of each whether it had one.

        Nothing is taken at all where one of the first ``needed`` has none.
        """
        ...

    def has(self, bucket: Bucket) -> bool:
        """Whether there is one left. Takes none."""
        ...


@dataclass
class BucketsInMemory:
    """The buckets of one process. Nothing is written down."""

    now: Callable[[], float] = time.time
    _kept: dict[str, tuple[float, float]] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _most_kept: int = 100_000

    def take(self, buckets: Sequence[Bucket], needed: int) -> list[bool]:
        with self._lock:
            now = self.now()
            left = [each.left(self._kept.get(each.key), now) for each in buckets]
            had = [tokens >= 1 for tokens in left]
            if all(had[:needed]):
                if len(self._kept) > self._most_kept:
                    self._kept.clear()
                for each, tokens in zip(buckets, left, strict=True):
                    self._kept[each.key] = max(0.0, tokens - 1), now
            return had

    def has(self, bucket: Bucket) -> bool:
        with self._lock:
            return bucket.left(self._kept.get(bucket.key), self.now()) >= 1
