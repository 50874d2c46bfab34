"""Remembers every view's past, in batches, behind what people wait for."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Mapping

from infra.partnerships import Partnerships

BATCH = 500  # facts; fewer wait until nothing was recorded for a while
QUIET_SECONDS = 60.0
_IDLE_SECONDS = 0.2  # so long a look goes on that has nothing else to do
_log = logging.getLogger(__name__)


class PastRows:
    """Each look takes the partnerships in turn, and does a small page of one view at a time.

    Whoever asks for a past day meanwhile remembers what is missing of the view that they read.
    """

    def __init__(
        self, partnerships: Partnerships, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._partnerships, self._clock = partnerships, clock
        self._ends: dict[str, int] = {}
        self._moved: dict[str, float] = {}
        self._done: dict[str, int] = {}
        self._batches: dict[str, int] = {}

    def look(self, heads: Mapping[str, int], *, is_idle: bool) -> None:
        """One page of one partnership; more of them where nobody waits for this look."""
        now = self._clock()
        for slug, head in heads.items():
            if self._ends.get(slug) != head:
                self._ends[slug], self._moved[slug] = head, now
            if slug not in self._batches and self._is_due(slug, head, now):
                self._batches[slug] = head
        while self._batches:
            self._page(next(iter(self._batches)))
            if not is_idle or self._clock() - now > _IDLE_SECONDS:
                return

    def _is_due(self, slug: str, head: int, now: float) -> bool:
        waiting = head - self._done.get(slug, 0)
        return waiting >= BATCH or (waiting > 0 and now - self._moved[slug] >= QUIET_SECONDS)

    def _page(self, slug: str) -> None:
        """A page more; then it is another's turn. An error is logged, and the others go on."""
        upto = self._batches.pop(slug)
        try:
            past = self._partnerships.past(slug)
            if past.remember(self._partnerships.projections, upto):
                self._batches[slug] = upto
                return
        except Exception:
            _log.exception("the past of %s could not be remembered; it is tried later", slug)
        self._done[slug] = upto
