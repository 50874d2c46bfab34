"""Slowing down, never locking out: buckets in memory, keyed by a hash whose salt dies hourly."""

from __future__ import annotations

import hashlib
import hmac
import secrets
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import wraps
from typing import Any, TypeVar, cast

from flask import abort, current_app, request

from web.here import here

View = TypeVar("View", bound=Callable[..., Any])
_SALT_SECONDS = 3600


@dataclass(frozen=True)
class Pace:
    """How many at once and how many a minute, for one source and for a whole partnership."""

    source: int
    partnership: int


# One school behind one address may send a class's worth at once; guessing receipts may not.
PACES = {
    "tell": Pace(source=60, partnership=600),
    "back": Pace(source=5, partnership=120),
    "sign in": Pace(source=10, partnership=120),
}


@dataclass
class Throttle:
    """Token buckets; nothing of them is ever written down."""

    now: Callable[[], float] = time.monotonic
    _salt: bytes = field(default_factory=lambda: secrets.token_bytes(32))
    _salted: float = 0.0
    _buckets: dict[str, tuple[float, float]] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def allows(self, what: str, partnership: str, source: str) -> bool:
        """Takes one from both buckets, or says that it is too soon."""
        pace, now = PACES[what], self.now()
        with self._lock:
            self._renew(now)
            hidden = hmac.new(self._salt, source.encode(), hashlib.sha256).hexdigest()
            wanted = (
                (f"{what}|{partnership}|{hidden}", pace.source),
                (f"{what}|{partnership}", pace.partnership),
            )
            left = [self._left(key, most, now) for key, most in wanted]
            if min(left) < 1:
                return False
            for (key, _), tokens in zip(wanted, left, strict=True):
                self._buckets[key] = (tokens - 1, now)
            return True

    def _left(self, key: str, most: int, now: float) -> float:
        tokens, at = self._buckets.get(key, (float(most), now))
        return min(float(most), tokens + (now - at) * most / 60)

    def _renew(self, now: float) -> None:
        if now - self._salted > _SALT_SECONDS:
            self._salt, self._salted = secrets.token_bytes(32), now
            self._buckets.clear()


def slow_down(what: str) -> Callable[[View], View]:
    """Answers 429, in plain words and with what was typed, to whoever comes too fast."""

    def guard(view: View) -> View:
        @wraps(view)
        def slowed(*args: Any, **kwargs: Any) -> Any:
            throttle: Throttle = current_app.extensions["throttle"]
            if not throttle.allows(what, here.slug, request.remote_addr or ""):
                abort(429)
            return view(*args, **kwargs)

        return cast(View, slowed)

    return guard
