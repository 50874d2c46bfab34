"""Maintains every partnership's log: adds facts, signs in time, copies out, checks daily.

The worker calls it, so that no write waits for it.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta

from events.uk_time import uk_today
from infra.errors import ChainBroken
from infra.proof.copy_stores import CannotCopy, Copies
from infra.proof.full_check import FullCheck
from infra.proof.known_end import contradicted
from infra.proof.offsite_copies import copy_out
from infra.proof.public_checkpoints import Daily
from infra.proof.sweep import ITSELF, Held
from infra.proof.transparency_log import LogBroken, TransparencyLog, said_of

SIGN_WITHIN = 45.0  # seconds after a change; a checkpoint is promised within 60
STEP = 20_000  # facts: about an eighth of a second
_ROUND, _AGAIN = 5.0, 30.0
_EVERY = timedelta(days=1)
_log = logging.getLogger(__name__)


class LogMaintenance:
    """``logs`` opens a partnership's log; ``clock`` counts seconds and never runs backwards.

    ``day`` is the one that it is in the UK.
    """

    def __init__(
        self,
        logs: Callable[[str], TransparencyLog],
        copies: Copies | None = None,
        clock: Callable[[], float] = time.monotonic,
        day: Callable[[], date] = uk_today,
    ) -> None:
        self._logs, self._copies, self._clock, self._day = logs, copies, clock, day
        self._turned: dict[str, date] = {}
        self._begin_again: dict[str, float] = {}
        self._due: dict[str, float] = {}
        self._sweeping, self._compared = set[str](), set[str]()
        self._next_round = self._copy_again = 0.0
        self._first = True

    def moved(self, slug: str) -> None:
        """Something was recorded there. What waits from before we began is signed for at once."""
        with self._guarded(slug):
            if self._advance(slug, at_once=self._first):
                self._due.setdefault(slug, self._clock() + SIGN_WITHIN)
            else:
                self._due.pop(slug, None)

    def look(self, slugs: Iterable[str]) -> None:
        """Does what is due by the clock."""
        self._first = False
        now = self._clock()
        for slug in [slug for slug, due in self._due.items() if due <= now]:
            with self._guarded(slug):
                self._advance(slug, at_once=True)
                self._due.pop(slug, None)
        if now >= self._next_round:
            self._next_round = now + _ROUND
            for slug in slugs:
                with self._guarded(slug):
                    self._visit(slug)
        for slug in list(self._sweeping):
            with self._guarded(slug):
                self._step(slug)

    @contextmanager
    def _guarded(self, slug: str) -> Iterator[None]:
        """Logs an error of one partnership's log, so that the others go on."""
        try:
            yield
        except Exception:
            _log.exception("the log of %s cannot be kept; it is tried again", slug)
            self._due[slug] = self._clock() + _ROUND
            self._sweeping.discard(slug)

    def _advance(self, slug: str, *, at_once: bool) -> bool:
        log = self._logs(slug)
        before = log.newest()
        try:
            waits = log.advance(at_once=at_once)
        except (LogBroken, ChainBroken) as broken:
            self._tell(slug, broken)
            return False
        if not waits and log.newest() != before:
            self._copy(slug)
        return waits

    def _visit(self, slug: str) -> None:
        """Signs at the turn of a day, begins the check that is due, and copies what is missing."""
        self._turn(slug)
        if slug not in self._compared and (why := contradicted(self._logs(slug), self._copies)):
            self._tell(slug, LogBroken(why))
        self._compared.add(slug)
        state = self._logs(slug).state()
        held = Held.read(state.held)
        old = datetime.now(UTC) - _EVERY
        due = held is None or datetime.fromisoformat(held.at) < old
        # A broken record has no newer check that held, so its last one is known by the clock.
        waits = state.broken and self._clock() < self._begin_again.get(slug, 0.0)
        if due and not waits and not state.sweep:
            FullCheck(self._logs(slug)).begin(ITSELF)
            self._begin_again[slug] = self._clock() + _EVERY.total_seconds()
            self._sweeping.add(slug)
        elif state.sweep:
            self._sweeping.add(slug)
        self._copy(slug)

    def _turn(self, slug: str) -> None:
        """The first look of a day signs, for all to see, what the days before it brought."""
        day = self._day()
        if self._turned.get(slug) == day:
            return
        try:
            Daily(self._logs(slug)).turn(day)
        except (LogBroken, ChainBroken) as broken:
            self._tell(slug, broken)
        self._turned[slug] = day

    def _tell(self, slug: str, broken: Exception) -> None:
        _log.error("the record of %s does not fit its log: %s", slug, broken)
        self._logs(slug).note(broken=said_of(broken))

    def _step(self, slug: str) -> None:
        try:
            if FullCheck(self._logs(slug)).step(STEP):
                return
        except LogBroken as broken:
            _log.error("the record of %s is broken: %s", slug, broken)
        self._sweeping.discard(slug)

    def _copy(self, slug: str) -> None:
        if self._copies is None or self._clock() < self._copy_again:
            return
        try:
            copy_out(self._logs(slug), self._copies)
        except CannotCopy as trouble:
            self._copy_again = self._clock() + _AGAIN
            _log.error("a checkpoint of %s could not be copied out: %s", slug, trouble)
