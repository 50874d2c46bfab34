"""The worker: reads the end of every ledger often, and updates views that are behind."""

from __future__ import annotations

import logging
import os
import threading
from datetime import UTC, datetime
from pathlib import Path

from infra.editions.worker import EditionWorker
from infra.partnerships import Partnerships
from infra.proof.maintenance import LogMaintenance
from infra.recovery import finish
from infra.worker.alerts import AlertWatch
from infra.worker.consequences import fill
from infra.worker.cooling import CooledErasures
from infra.worker.digest import DigestSender
from infra.worker.outbox_sender import CHANNELS, OutboxSender
from infra.worker.past_rows import PastRows
from infra.worker.turn import Turn
from infra.worker.visit_letters import VisitReminders

SECONDS = 0.1
_log = logging.getLogger(__name__)


class Worker:
    """Runs in a thread of its own. Any number of workers may run at once, as positions are locked.

    Of the workers that share a ``turn`` file, one works and the others wait until it has died. A
    worker ends once its ``parent``, the process that started it, is gone.
    """

    def __init__(
        self,
        partnerships: Partnerships,
        turn: Path | None = None,
        seconds: float = SECONDS,
        *,
        parent: int = 0,
    ) -> None:
        self.partnerships, self.turn, self.seconds = partnerships, turn, seconds
        self.parent = parent
        self._seen: dict[str, int] = {}
        self._begun: set[str] = set()
        self._digest, self._alerts = DigestSender(partnerships), AlertWatch(partnerships)
        self._cooled, self._visits = CooledErasures(partnerships), VisitReminders(partnerships)
        self._senders = [OutboxSender(partnerships, channel) for channel in CHANNELS]
        self._maintenance = LogMaintenance(partnerships.log, partnerships.copies)
        self._editions, self._past = EditionWorker(partnerships), PastRows(partnerships)
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self.run, name="worker", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        self._stop.set()
        if self._thread.is_alive():
            self._thread.join(timeout=10)
        self._editions.stop()
        for sender in self._senders:
            sender.stop()

    def run(self) -> None:
        """Runs until stopped. Errors are logged, and the work is tried again at the next look."""
        if self.turn is None:
            self._follow()
            return
        with Turn(self.turn).taken(self._goes_on) as is_ours:
            if is_ours:
                self._follow()

    def _follow(self) -> None:
        for sender in self._senders:
            sender.start()
        while self._goes_on():
            try:
                self.look()
            except Exception:
                _log.exception("the worker could not look; it tries again")
                self._stop.wait(1)

    def _goes_on(self) -> bool:
        """Waits for the next look. False once stopped, or once the parent is gone."""
        stopped = self._stop.wait(self.seconds)
        return not (stopped or (self.parent and os.getppid() != self.parent))

    def look(self) -> None:
        """Looks once at all heads: updates views, logs, past rows, editions, the outbox."""
        heads, closed = self.partnerships.store.heads(), self.partnerships.closed
        heads = {slug: head for slug, head in heads.items() if slug not in closed}
        moved = [slug for slug, head in heads.items() if self._seen.get(slug) != head]
        for slug in moved:
            self._follow_one(slug, heads[slug])
        self._tell([])
        self._cooled.look(datetime.now(UTC))
        self._maintenance.look(heads)
        self._editions.look(moved)
        self._past.look(heads, is_idle=not moved)

    def _follow_one(self, slug: str, head: int) -> None:
        """A page of its facts. Where more wait, the others have their turn before the next.

        A fault in one partnership is logged and tried again; the others go on.
        """
        try:
            tenant, projector = self.partnerships.open(slug), self.partnerships.projector(slug)
            if slug not in self._begun:
                projector.try_again()
                self._begun.add(slug)
            more_waits = projector.catch_up_a_page()
            self._tell([slug])  # before all that may take long
            if not more_waits:
                finish(tenant)
                self._maintenance.moved(slug)
                self._seen[slug] = head
        except Exception:
            _log.exception("%s could not be followed; it is tried again", slug)

    def _tell(self, moved: list[str]) -> None:
        """Fills the outboxes. Threads of their own send what lies there."""
        now = datetime.now(UTC)
        self._alerts.look(moved, now)
        for slug in moved:
            fill(self.partnerships, slug)
        self._digest.look(now)
        self._visits.look(now)
