"""Slows floods down and locks nobody out: token buckets, keyed by a hash with an hourly salt."""

from __future__ import annotations

import hashlib
import hmac
import secrets
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import wraps
from ipaddress import ip_address, ip_network
from typing import Any, TypeVar, cast

from flask import abort, current_app, request

from web.site.tenancy import here

View = TypeVar("View", bound=Callable[..., Any])
_SALT_SECONDS = 3600


@dataclass(frozen=True)
class Pace:
    """How many at once and per minute: for one source, one partnership, and all of them.

    The last is far above what a flood in one partnership reaches, so it slows no other.
    """

    source: int
    partnership: int
    service: int = 60_000


# A school behind one address may send a whole class's words at once. For receipts, only wrong
# guesses count: five words that nobody was given. No stranger may use up the common limit: five
# words are 55 bits, so hundreds of guesses a minute are still nothing. Cleaning a picture takes
# up to a second of a processor.
PACES = {
    "tell": Pace(source=60, partnership=6000),
    "picture": Pace(source=20, partnership=120),
    "save": Pace(source=60, partnership=600),
    "back": Pace(source=5, partnership=600),
    "sign in": Pace(source=10, partnership=600),
}


@dataclass
class Throttle:
    """Token buckets in memory. Nothing is written down."""

    now: Callable[[], float] = time.monotonic
    _salt: bytes = field(default_factory=lambda: secrets.token_bytes(32))
    _salted: float = 0.0
    _buckets: dict[str, tuple[float, float]] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def allows(self, what: str, partnership: str, source: str) -> bool:
        """Takes a token from both buckets. False if one is empty."""
        with self._lock:
            left = self._both(what, partnership, source)
            if min(left.values()) < 1:
                return False
            self._take(left)
            return True

    def is_spent(self, what: str, partnership: str, source: str) -> bool:
        """Whether this source has no tokens left. Takes none."""
        with self._lock:
            return next(iter(self._both(what, partnership, source).values())) < 1

    def spend(self, what: str, partnership: str, source: str) -> None:
        """Takes a token from both buckets, if they have one."""
        with self._lock:
            self._take(self._both(what, partnership, source))

    def _both(self, what: str, partnership: str, source: str) -> dict[str, float]:
        pace, now = PACES[what], self.now()
        self._renew(now)
        hidden = hmac.new(self._salt, source.encode(), hashlib.sha256).hexdigest()
        ours, theirs = f"{what}|{partnership}", f"{what}|{partnership}|{hidden}"
        return {
            theirs: self._left(theirs, pace.source, now),
            ours: self._left(ours, pace.partnership, now),
            what: self._left(what, pace.service, now),
        }

    def _take(self, left: dict[str, float]) -> None:
        now = self.now()
        for key, tokens in left.items():
            self._buckets[key] = (max(0.0, tokens - 1), now)

    def _left(self, key: str, most: int, now: float) -> float:
        tokens, at = self._buckets.get(key, (float(most), now))
        return min(float(most), tokens + (now - at) * most / 60)

    def _renew(self, now: float) -> None:
        if now - self._salted > _SALT_SECONDS:
            self._salt, self._salted = secrets.token_bytes(32), now
            self._buckets.clear()


def slow_down(what: str) -> Callable[[View], View]:
    """Answers 429 to a source that sends too fast, in plain words and with what was typed."""

    def guard(view: View) -> View:
        @wraps(view)
        def slowed(*args: Any, **kwargs: Any) -> Any:
            if not _throttle().allows(what, *_asking()):
                abort(429)
            return view(*args, **kwargs)

        return cast(View, slowed)

    return guard


def slow_guesses(what: str) -> None:
    """Answers 429 to a source with too many wrong guesses.

    Guesses of others do not count: no stranger may lock a partnership's young people out.
    """
    if _throttle().is_spent(what, *_asking()):
        abort(429)


def count_guess(what: str) -> None:
    """Counts a wrong guess for a while. Answers 429 if there are too many."""
    if not _throttle().allows(what, *_asking()):
        abort(429)


def _throttle() -> Throttle:
    return cast(Throttle, current_app.extensions["throttle"])


def _asking() -> tuple[str, str]:
    return here.slug, _network(request.remote_addr or "")


def _network(address: str) -> str:
    """The network of an address. One IPv6 user has a whole /64, so that counts as one."""
    try:
        known = ip_address(address)
    except ValueError:
        return address
    return address if known.version == 4 else str(ip_network((known, 64), strict=False))
