"""Sends what lies in the outboxes, on one channel: urgent letters first, then by turns.

Sending waits on the world, so each channel has a thread of its own: nobody's pages and no other
channel wait for a provider that is slow or down.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial

from infra.outbox.letters import Channel, OutboxLetter
from infra.partnerships import Partnerships
from infra.worker.composing import Composing
from infra.worker.consequences import fill
from services.ports import Letter, NotSent, TextMessage

CHANNELS: tuple[Channel, ...] = ("email", "text")
_SECONDS, _LONGEST_PAUSE = 0.5, 15.0
_CLOCK = partial(datetime.now, UTC)
_log = logging.getLogger(__name__)


@dataclass
class _Pause:
    """After a failure the whole channel rests: longer each time, until something goes out."""

    until: float = 0.0
    seconds: float = 1.0

    def begin(self, now: float) -> None:
        self.until, self.seconds = now + self.seconds, min(self.seconds * 2, _LONGEST_PAUSE)

    def end(self) -> None:
        self.until, self.seconds = 0.0, 1.0


class OutboxSender:
    """One channel of every partnership. Any number may run at once: each letter is claimed."""

    def __init__(
        self,
        partnerships: Partnerships,
        channel: Channel,
        clock: Callable[[], datetime] = _CLOCK,
    ) -> None:
        self._partnerships, self._channel, self._clock = partnerships, channel, clock
        self._pause, self._turn = _Pause(), -1
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name=f"sender {channel}", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        self._stop.set()
        if self._thread.is_alive():
            self._thread.join(timeout=15)

    def round(self, only: Sequence[str] = ()) -> int:
        """Sends what is due: urgent letters by turns, then one other of each partnership.

        ``only`` names partnerships; otherwise all have their turn.
        """
        slugs, sent = only or self._in_turn(), 0
        while went := sum(self._one(slug, urgent=True) for slug in slugs):
            sent += went
        return sent + sum(self._one(slug, urgent=False) for slug in slugs)

    def _in_turn(self) -> list[str]:
        """Another partnership is first each time, so that none is always behind one that fails."""
        slugs = self._partnerships.store.slugs()
        self._turn = (self._turn + 1) % max(1, len(slugs))
        return [*slugs[self._turn :], *slugs[: self._turn]]

    def _run(self) -> None:
        while not self._stop.is_set():
            sent = 0
            try:
                sent = self.round()
            except Exception:
                _log.exception("the outbox could not be looked at; it is tried again")
            if not sent:
                self._stop.wait(_SECONDS)

    def _may_go(self) -> bool:
        return self._now() >= self._pause.until and not self._stop.is_set()

    def _one(self, slug: str, *, urgent: bool) -> bool:
        """Claims and sends the next. False where nothing is due, or where it did not go out.

        A fault in one partnership is logged, and keeps no other's letters.
        """
        try:
            if not self._may_go():
                return False
            outbox, at = self._partnerships.outbox(slug), self._now()
            if not outbox.is_due(self._channel, at, urgent=urgent):
                return False
            rows = outbox.claim(self._channel, at, urgent=urgent)
            return bool(rows) and self._send(slug, rows)
        except Exception:
            _log.exception("the outbox of %s could not be looked at; it is tried again", slug)
            return False

    def _send(self, slug: str, rows: Sequence[OutboxLetter]) -> bool:
        outbox, composing = (
            self._partnerships.outbox(slug),
            Composing(self._partnerships, slug, rows),
        )
        try:
            message, used = composing.compose()
            if message is not None:
                self._hand_over(message)
        except NotSent as error:
            self._failed(slug, rows, error)
            return False
        except Exception as error:
            _log.exception("a letter of %s could not be made", slug)
            outbox.put_off(rows, self._now(), f"could not be made: {type(error).__name__}")
            return False
        if message is not None:
            self._pause.end()
            self._record(composing, used)
            outbox.settle(used, "sent", self._now())
        unused = [row for row in rows if message is None or row not in used]
        outbox.settle(unused, "dropped", self._now())
        return True

    def _record(self, composing: Composing, used: Sequence[OutboxLetter]) -> None:
        """What went out is settled even where it cannot be recorded: else it would go out again."""
        try:
            composing.sent(used, self._clock())
        except Exception:
            _log.exception("it could not be recorded that alerts went out")

    def _now(self) -> float:
        return self._clock().timestamp()

    def _hand_over(self, message: Letter | TextMessage) -> None:
        if isinstance(message, Letter):
            self._partnerships.mailer.send(message)
        else:
            self._partnerships.texter.send(message)

    def _failed(self, slug: str, rows: Sequence[OutboxLetter], error: NotSent) -> None:
        outbox = self._partnerships.outbox(slug)
        _log.warning("%s: a %s letter did not go out: %s", slug, rows[0].kind, error)
        if error.is_final:
            outbox.settle(rows, "given up", trouble=str(error))
            return
        if error.is_down:
            self._pause.begin(self._now())
        outbox.put_off(rows, self._now(), str(error))


def deliver(partnerships: Partnerships, *slugs: str) -> int:
    """Sends all that is due now, once, in this thread. Gives how many letters went out."""
    for slug in slugs or partnerships.store.slugs():
        partnerships.open(slug).catch_up()
        with suppress(LookupError):
            fill(partnerships, slug)
    senders, sent = [OutboxSender(partnerships, channel) for channel in CHANNELS], 0
    while went := sum(sender.round() for sender in senders):
        sent += went
    return sent
