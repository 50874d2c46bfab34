"""Follows every ledger: looks at the heads often, and brings the views of whoever moved in step."""

from __future__ import annotations

import logging
import threading

from infra.bootstrap import Partnerships

SECONDS = 0.1
_log = logging.getLogger(__name__)


class Follower:
    """Runs in a thread of its own; any number may run at once, positions are locked."""

    def __init__(self, partnerships: Partnerships, seconds: float = SECONDS) -> None:
        self.partnerships, self.seconds = partnerships, seconds
        self._seen: dict[str, int] = {}
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self.run, name="follower", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        self._stop.set()
        if self._thread.is_alive():
            self._thread.join(timeout=10)

    def run(self) -> None:
        """Until stopped. What goes wrong is logged, and tried again at the next look."""
        while not self._stop.wait(self.seconds):
            try:
                self.look()
            except Exception:
                _log.exception("the follower could not look; it tries again")
                self._stop.wait(1)

    def look(self) -> None:
        """One look at all heads."""
        for slug, head in self.partnerships.store.heads().items():
            if self._seen.get(slug) != head:
                self.partnerships.open(slug).catch_up()
                self._seen[slug] = head
