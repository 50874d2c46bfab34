"""The wall clock, held against the time that has truly passed and against what is on record.

A ledger's clock never runs backwards: one fact recorded in 2036 would put every later fact there.
At a start, nothing tells how much time has passed: then the newest moment tells that anything in
the store knows of, whichever partnership's it is.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from threading import Lock

from infra.errors import ClockJumped

STEP = timedelta(minutes=5)  # a correction of the clock, such as NTP makes
QUIET = timedelta(days=400)  # so long nothing at all may be recorded before a start
Witness = Callable[[], datetime | None]
_BOOT = getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC)  # goes on while a machine sleeps
_log = logging.getLogger(__name__)


class Clock:
    """A clock that nobody watches: what it says is taken."""

    def now(self) -> datetime:
        """Raises ``ClockJumped`` where the time is not to be believed."""
        return datetime.now(UTC)

    def check(self, newest: datetime | None = None) -> datetime:
        """The time now, if a fact may be recorded then. Raises ``ClockJumped``.

        ``newest`` is when a fact was recorded, where that is known: it may spare a question.
        """
        return self.now()

    def ask(self, witness: Witness) -> None:
        """``witness`` knows of a moment that has been: when something was recorded, say."""

    def latest(self) -> datetime:
        """The time now as it would be, had the clock not been put back since the start."""
        return self.now()

    @property
    def is_watched(self) -> bool:
        return False

    def trouble(self) -> str:
        """What is wrong with the clock now; empty if nothing is."""
        return ""


UNWATCHED = Clock()


class WatchedClock(Clock):
    """Refuses a jump forward until the clock is back, or the service was started again.

    ``checked`` is the day up to which somebody has said that the clock is right.
    """

    def __init__(
        self,
        checked: date | None = None,
        wall: Callable[[], float] = lambda: time.time(),
        passed: Callable[[], float] = lambda: time.clock_gettime(_BOOT),
    ) -> None:
        self._checked, self._wall, self._passed = checked, wall, passed
        self._lock, self._offset = Lock(), wall() - passed()
        self._witnesses: list[Witness] = []
        self._was_right = False

    @property
    def is_watched(self) -> bool:
        return True

    def now(self) -> datetime:
        wall, passed = self._wall(), self._passed()
        with self._lock:
            ahead = wall - passed - self._offset
            if ahead <= STEP.total_seconds():
                # Going back is no harm, and coming forward again afterwards is none either.
                self._offset += max(0.0, ahead)
                return datetime.fromtimestamp(wall, UTC)
        raise _alarm(
            f"the clock of this machine has jumped forward by {timedelta(seconds=round(ahead))}: "
            "nothing is recorded until it is right. If it is right now, start Earshot again"
        )

    def check(self, newest: datetime | None = None) -> datetime:
        now = self.now()
        if not (self._was_right or self._is_checked(now)):
            self._was_right = self._is_near(now, newest)
        return now

    def ask(self, witness: Witness) -> None:
        self._witnesses.append(witness)

    def latest(self) -> datetime:
        self.now()
        return datetime.fromtimestamp(self._passed() + self._offset, UTC)

    def trouble(self) -> str:
        try:
            self.now()
        except ClockJumped as jumped:
            return str(jumped)
        return ""

    def _is_near(self, now: datetime, newest: datetime | None) -> bool:
        """Whether a moment that has been is near enough: from then on, what passes is watched.

        Where nothing was ever recorded, nobody can tell.
        """
        known = newest is not None
        for witness in (lambda: newest, *self._witnesses):
            if (found := witness()) is not None:
                known = True
                if found >= now - QUIET:
                    return True
        if known:
            raise too_quiet(now)
        return False

    def _is_checked(self, now: datetime) -> bool:
        return self._checked is not None and now.date() <= self._checked


def too_quiet(now: datetime) -> ClockJumped:
    """The refusal where everything on record is far older than the clock says."""
    return _alarm(
        f"the clock says {now:%d %B %Y}, more than {QUIET.days} days after the newest fact of "
        "any partnership: nothing is recorded. If the clock is right, set "
        f"EARSHOT_CLOCK_CHECKED={now:%Y-%m-%d}"
    )


def apart() -> ClockJumped:
    """The refusal where the database's clock is not ours."""
    return _alarm(
        "the clocks of the database and of this machine are more than "
        f"{STEP.seconds // 60} minutes apart: nothing is recorded"
    )


def _alarm(words: str) -> ClockJumped:
    _log.error("%s", words)
    return ClockJumped(words)
